package org.apctck.reference.model;

import java.util.List;
import org.apctck.reference.kernel.StateWriter;
import org.jspecify.annotations.Nullable;

/** A thread of the model: its stack of frames, the entry it works on and what it has done. */
final class ModelThread {
    final String name;
    /** The id of its object in the kernel. */
    final int kernelId;
    /** What it begins with; null for the cast, which then awaits entries. */
    final @Nullable PlannedRoutine startRoutine;

    final long startArgument;

    boolean started;

    @Nullable
    Frame top;

    List<PlannedCall> lane = List.of();
    int lanePosition;
    /** The wait in which it was last reported blocked. */
    @Nullable
    Frame reportedBlocked;
    /** What it has done so far, as a number of {@link Histories}. */
    int history;

    ModelThread(String name, int kernelId, @Nullable PlannedRoutine startRoutine, long startArgument, boolean started) {
        this.name = name;
        this.kernelId = kernelId;
        this.startRoutine = startRoutine;
        this.startArgument = startArgument;
        this.started = started;
    }

    private ModelThread(ModelThread other) {
        this(other.name, other.kernelId, other.startRoutine, other.startArgument, other.started);
        this.top = other.top;
        this.lane = other.lane;
        this.lanePosition = other.lanePosition;
        this.reportedBlocked = other.reportedBlocked;
        this.history = other.history;
    }

    ModelThread copy() {
        return new ModelThread(this);
    }

    /** Whether it has begun and awaits an entry of the script. */
    boolean isIdle() {
        return started && top == null && lanePosition == lane.size();
    }

    /** The call it is in, or null. */
    @Nullable
    PlannedCall call() {
        for (Frame frame = top; frame != null; frame = frame.below()) {
            if (frame instanceof Frame.Waiting waiting) {
                return waiting.call();
            } else if (frame instanceof Frame.Draining draining) {
                return draining.call();
            } else if (frame instanceof Frame.Begun begun) {
                return begun.call();
            } else if (frame instanceof Frame.Signaled signaled) {
                return signaled.call();
            } else if (frame instanceof Frame.Returning returning) {
                return returning.call();
            }
        }
        return null;
    }

    void writeTo(StateWriter out) {
        out.put(kernelId);
        out.put(started ? 1 : 0);
        out.put(lanePosition);
        out.put(history);
        Frame.write(top, out);
    }
}
