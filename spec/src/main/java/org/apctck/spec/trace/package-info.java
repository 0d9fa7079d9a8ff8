/** What a run of a program shows: events, traces and their JSON, outcomes, and the check of a trace against its program. */
@NullMarked
package org.apctck.spec.trace;

import org.jspecify.annotations.NullMarked;
