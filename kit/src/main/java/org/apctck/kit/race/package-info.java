/**
 * Races on a target: many runs of one program, steered so that its threads meet.
 *
 * <p>{@link org.apctck.kit.race.RaceSeries} is the entry; {@code docs/decisions/} says what counts as a window that was hit.
 */
@NullMarked
package org.apctck.kit.race;

import org.jspecify.annotations.NullMarked;
