/** Follows the trace of any target with the model and says whether the model could have produced it. */
@NullMarked
package org.apctck.reference.following;

import org.jspecify.annotations.NullMarked;
