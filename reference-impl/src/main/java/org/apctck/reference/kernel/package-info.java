/** The kernel: a state machine without threads, clocks or I/O, in which every method is one atomic step. */
@NullMarked
package org.apctck.reference.kernel;

import org.jspecify.annotations.NullMarked;
