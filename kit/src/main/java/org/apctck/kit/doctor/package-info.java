/** How a target is looked over before it is trusted with a run. */
@NullMarked
package org.apctck.kit.doctor;

import org.jspecify.annotations.NullMarked;
