/** The rule catalogue and the data that crosses the spine: calls, programs, traces, outcomes, verdicts. */
@NullMarked
package org.apctck.spec;

import org.jspecify.annotations.NullMarked;
