package org.apctck.reference.model;

import java.util.Arrays;
import java.util.List;
import org.apctck.reference.kernel.StateWriter;
import org.jspecify.annotations.Nullable;

/** A thread of the model: its stack of frames, the entry it works on and what it has done. */
final class ModelThread {
    private static final int[] NONE = {};

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
    /** What it had done at the last quiescent point, as a number of {@link Histories}. */
    private int history;
    /** The numbers of the happenings since. */
    private int[] recent = NONE;

    private int recentCount;

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
        this.recent = other.recentCount == 0 ? NONE : Arrays.copyOf(other.recent, other.recentCount);
        this.recentCount = other.recentCount;
    }

    ModelThread copy() {
        return new ModelThread(this);
    }

    /** Appends a happening, by its number, to what it has done. */
    void append(int happening) {
        if (recentCount == recent.length) {
            recent = Arrays.copyOf(recent, Math.max(8, 2 * recentCount));
        }
        recent[recentCount++] = happening;
    }

    /** What it has done so far, as a number of {@code histories}: asked at quiescent points, where equal histories meet. */
    int history(Histories histories) {
        history = histories.append(history, recent, recentCount);
        recent = NONE;
        recentCount = 0;
        return history;
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
        out.put(recentCount);
        for (int i = 0; i < recentCount; i++) {
            out.put(recent[i]);
        }
        Frame.write(top, out);
    }
}
