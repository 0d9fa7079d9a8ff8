/** How what was run differs: the results of two targets, the drivers of the reference and the model. */
@NullMarked
package org.apctck.kit.diff;

import org.jspecify.annotations.NullMarked;
