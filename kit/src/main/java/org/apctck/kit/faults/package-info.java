/** Whether the scenarios notice a target that is known to be wrong. */
@NullMarked
package org.apctck.kit.faults;

import org.jspecify.annotations.NullMarked;
