/** Compiles the features to cases: the closed vocabulary of steps. */
@NullMarked
package org.apctck.features;

import org.jspecify.annotations.NullMarked;
