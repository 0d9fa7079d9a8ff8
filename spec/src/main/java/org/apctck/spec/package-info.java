/** The contract of a target: it performs programs and yields their traces. */
@NullMarked
package org.apctck.spec;

import org.jspecify.annotations.NullMarked;
