package org.apctck.reference.model;

import org.apctck.reference.kernel.StateWriter;
import org.jspecify.annotations.Nullable;

/**
 * A frame of the stack of a model thread. Frames are never changed, only replaced, so that copies of a machine share them and
 * branching needs no thread of the host.
 */
sealed interface Frame {
    /** The frame below, or null at the bottom. */
    @Nullable
    Frame below();

    /** Writes the whole stack from this frame down. */
    static void write(@Nullable Frame top, StateWriter out) {
        for (Frame frame = top; frame != null; frame = frame.below()) {
            frame.write(out);
        }
        out.put(-1);
    }

    void write(StateWriter out);

    /**
     * Something has happened to the thread and is told next: a routine begins. Only where an observed run is followed.
     *
     * @param event the number of the event
     * @param below where the thread goes on
     */
    record Telling(int event, @Nullable Frame below) implements Frame {
        @Override
        public void write(StateWriter out) {
            out.put(6);
            out.put(event);
        }
    }

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
            int depth,
            @Nullable Frame below) implements Frame {
        InRoutine advanced() {
            return new InRoutine(routine, argument, next + 1, depth, below);
        }

        @Override
        public void write(StateWriter out) {
            out.put(0);
            out.put((int) routine.address());
            out.put(argument);
            out.put(next);
        }
    }

    /** A call that has begun and whose effect is still to come. */
    record Begun(PlannedCall call, @Nullable Frame below) implements Frame {
        @Override
        public void write(StateWriter out) {
            out.put(1);
            out.put(call.index());
        }
    }

    /**
     * A call between its two acts.
     *
     * @param kept the object that the first has found for the second
     */
    record Between(PlannedCall call, int kept, @Nullable Frame below) implements Frame {
        @Override
        public void write(StateWriter out) {
            out.put(2);
            out.put(call.index());
            out.put(kept);
        }
    }

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
            @Nullable Frame below) implements Frame {
        Draining with(long left) {
            return new Draining(call, status, left, below);
        }

        @Override
        public void write(StateWriter out) {
            out.put(5);
            out.put(call.index());
            out.put(status);
            out.put(quota);
        }
    }

    /** A call whose wait goes on or has just ended. */
    record Waiting(PlannedCall call, @Nullable Frame below) implements Frame {
        @Override
        public void write(StateWriter out) {
            out.put(3);
            out.put(call.index());
        }
    }

    /**
     * A call that has had its effect and is about to return.
     *
     * @param event the number of the event that its return will be
     */
    record Returning(PlannedCall call, int event, @Nullable Frame below) implements Frame {
        @Override
        public void write(StateWriter out) {
            out.put(4);
            out.put(call.index());
            out.put(event);
        }
    }
}
