/** The second opinion: what holds of every trace of every implementation, told from program and trace alone. */
@NullMarked
package org.apctck.kit.invariants;

import org.jspecify.annotations.NullMarked;
