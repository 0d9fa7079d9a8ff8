/** A program: objects, threads, routines and the script of their calls; its JSON. */
@NullMarked
package org.apctck.spec.program;

import org.jspecify.annotations.NullMarked;
