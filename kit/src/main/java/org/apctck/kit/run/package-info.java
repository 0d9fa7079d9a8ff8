/** The run loop: cases on a target, as often as asked for. */
@NullMarked
package org.apctck.kit.run;

import org.jspecify.annotations.NullMarked;
