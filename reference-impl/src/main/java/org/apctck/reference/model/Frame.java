package org.apctck.reference.model;

import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.Stateful;
import org.jspecify.annotations.Nullable;

/**
 * A frame of the stack of a model thread. Frames are never changed, only replaced, so that copies of a machine share them and
 * branching needs no thread of the host.
 */
sealed interface Frame extends Stateful {
    String BELOW = "the stack is written frame by frame";

    /** The frame below, or null at the bottom. */
    @Nullable
    Frame below();

    /** Writes the whole stack from this frame down: it may be thousands deep. */
    @Override
    default void writeTo(StateWriter out) {
        for (Frame frame = this; frame != null; frame = frame.below()) {
            out.putFields(frame);
        }
        out.put(-1);
    }

    /**
     * Something has happened to the thread and is told next: a routine begins. Only where an observed run is followed.
     *
     * @param event the number of the event
     * @param below where the thread goes on
     */
    record Telling(int event, @NoState(BELOW) @Nullable Frame below) implements Frame {}

    /**
     * A routine that has begun.
     *
     * @param next the index of the call to make next
     * @param depth how many APC routines there are from here down
     */
    record InRoutine(
            PlannedRoutine routine,
            long argument,
            int next,
            @NoState("follows from the frames below") int depth,
            @NoState(BELOW) @Nullable Frame below)
            implements Frame {
        InRoutine advanced() {
            return new InRoutine(routine, argument, next + 1, depth, below);
        }
    }

    /** A call of a loop that is made next: the one before it has returned what makes the loop go on. */
    record Again(PlannedCall call, @NoState(BELOW) @Nullable Frame below) implements Frame {}

    /** A call that has begun and whose effect is still to come. */
    record Begun(PlannedCall call, @NoState(BELOW) @Nullable Frame below) implements Frame {}

    /**
     * A call between its two acts.
     *
     * @param kept the object that the first has found for the second
     */
    record Between(
            PlannedCall call,
            int kept,
            @NoState(BELOW) @Nullable Frame below) implements Frame {}

    /**
     * A call whose wait has ended for APCs and that runs them.
     *
     * @param status how its wait ended; waits of the routines do not change it
     * @param quota how many it may still run, as {@link DeliveryPolicy} counts
     */
    record Draining(
            PlannedCall call,
            int status,
            long quota,
            @NoState(BELOW) @Nullable Frame below) implements Frame {
        Draining with(long left) {
            return new Draining(call, status, left, below);
        }
    }

    /** A call whose wait goes on or has just ended. */
    record Waiting(
            PlannedCall call, @NoState(BELOW) @Nullable Frame below) implements Frame {}

    /**
     * A call that has had its effect and is about to return.
     *
     * @param event the number of the event that its return will be
     */
    record Returning(
            PlannedCall call,
            int event,
            @NoState(BELOW) @Nullable Frame below) implements Frame {}
}
