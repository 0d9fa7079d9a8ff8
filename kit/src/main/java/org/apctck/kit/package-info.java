/** Runs cases on targets and judges their traces: protocol, host of agents, roll-up, expectations, results. */
@NullMarked
package org.apctck.kit;

import org.jspecify.annotations.NullMarked;
