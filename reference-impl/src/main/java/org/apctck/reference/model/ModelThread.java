package org.apctck.reference.model;

import java.util.Arrays;
import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.StateWriter;
import org.jspecify.annotations.Nullable;

/** A thread of the model: its stack of frames, the entry it works on and what it has done. */
final class ModelThread {
    private static final int[] NONE = {};

    final String name;
    /** Its object in the kernel. */
    final KThread kernelThread;
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
    /** The numbers of the happenings since, after minus the number of quiescent points at which there were none. */
    private int[] recent = NONE;

    private int recentCount;
    /** Whether a copy has the same array, so that it must not be changed any more. */
    private boolean sharesRecent;

    private int silentPoints;

    ModelThread(
            String name,
            KThread kernelThread,
            @Nullable PlannedRoutine startRoutine,
            long startArgument,
            boolean started) {
        this.name = name;
        this.kernelThread = kernelThread;
        this.startRoutine = startRoutine;
        this.startArgument = startArgument;
        this.started = started;
    }

    private ModelThread(ModelThread other, Kernel kernel) {
        this(
                other.name,
                (KThread) kernel.object(other.kernelThread.id()),
                other.startRoutine,
                other.startArgument,
                other.started);
        this.top = other.top;
        this.lane = other.lane;
        this.lanePosition = other.lanePosition;
        this.reportedBlocked = other.reportedBlocked;
        this.history = other.history;
        this.recent = other.recent;
        this.sharesRecent = true;
        other.sharesRecent = true;
        this.recentCount = other.recentCount;
        this.silentPoints = other.silentPoints;
    }

    /** The same thread over a copy of its kernel. */
    ModelThread copy(Kernel kernel) {
        return new ModelThread(this, kernel);
    }

    /** Appends a happening, by its number, to what it has done. */
    void append(int happening) {
        if (silentPoints > 0) {
            push(-silentPoints);
            silentPoints = 0;
        }
        push(happening);
    }

    private void push(int number) {
        if (sharesRecent || recentCount == recent.length) {
            recent = Arrays.copyOf(recent, Math.max(8, 2 * recentCount));
            sharesRecent = false;
        }
        recent[recentCount++] = number;
    }

    /** Notes a quiescent point: equal histories become equal numbers of {@code histories}. */
    void quiescent(Histories histories) {
        history(histories);
        silentPoints++;
    }

    /** What it has done so far, as a number of {@code histories}; to be asked at quiescent points and at the end. */
    int history(Histories histories) {
        if (recentCount > 0) {
            history = histories.append(history, recent, recentCount);
            recentCount = 0;
        }
        return history;
    }

    /** Whether it has begun and awaits an entry of the script. */
    boolean isIdle() {
        return started && top == null && lanePosition == lane.size();
    }

    /** Whether it is in an APC routine. */
    boolean isInApcRoutine() {
        return routines() > 0;
    }

    /** In how many APC routines it is: the topmost routine knows, for there may be thousands below it. */
    int routines() {
        for (Frame frame = top; frame != null; frame = frame.below()) {
            if (frame instanceof Frame.InRoutine in) {
                return in.depth();
            }
        }
        return 0;
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
            } else if (frame instanceof Frame.Between between) {
                return between.call();
            } else if (frame instanceof Frame.Returning returning) {
                return returning.call();
            }
        }
        return null;
    }

    /** Writes everything that what it does from now on depends on: where it stands, and what it still has to do. */
    void writeTo(StateWriter out, Histories histories) {
        out.put(histories.name(name));
        out.put(kernelThread.id());
        out.put(started ? 1 : 0);
        out.put(startRoutine == null ? 0 : (int) startRoutine.address());
        out.put(startArgument);
        out.put(lanePosition);
        out.put(lane.size());
        for (int i = Math.max(0, lanePosition); i < lane.size(); i++) {
            out.put(lane.get(i).index());
        }
        Frame.write(top, out);
    }

    /** Writes what it has done. */
    void writeHistory(StateWriter out) {
        out.put(history);
        out.put(silentPoints);
        out.put(recentCount);
        for (int i = 0; i < recentCount; i++) {
            out.put(recent[i]);
        }
    }
}
