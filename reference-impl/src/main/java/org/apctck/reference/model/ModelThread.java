package org.apctck.reference.model;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NoState;
import org.jspecify.annotations.Nullable;

/** A thread of the model: its stack of frames, the entry it works on and what it has done. */
final class ModelThread {
    @NoState("its number is")
    final String name;

    private final int nameNumber;
    /** Its object in the kernel. */
    final KThread kernelThread;
    /** What it begins with; null for the cast, which then awaits entries. */
    final @Nullable PlannedRoutine startRoutine;

    final long startArgument;

    boolean started;

    @Nullable
    Frame top;

    /** The calls of its entry that are still to come. */
    List<PlannedCall> lane = List.of();
    /** Whether its end was told. */
    boolean isOver;
    /** The wait in which it was last reported blocked. */
    @NoState("decides what is told to the recorder alone")
    @Nullable
    Frame reportedBlocked;

    @NoState("written by itself: a state without its past is a situation")
    final Past past;

    ModelThread(
            String name,
            int nameNumber,
            KThread kernelThread,
            @Nullable PlannedRoutine startRoutine,
            long startArgument,
            boolean started) {
        this.name = name;
        this.nameNumber = nameNumber;
        this.kernelThread = kernelThread;
        this.startRoutine = startRoutine;
        this.startArgument = startArgument;
        this.started = started;
        this.past = new Past();
    }

    private ModelThread(ModelThread other, KThread kernelThread) {
        this.name = other.name;
        this.nameNumber = other.nameNumber;
        this.kernelThread = kernelThread;
        this.startRoutine = other.startRoutine;
        this.startArgument = other.startArgument;
        this.started = other.started;
        this.top = other.top;
        this.lane = other.lane;
        this.isOver = other.isOver;
        this.reportedBlocked = other.reportedBlocked;
        this.past = other.past.copy();
    }

    /** The same thread over a copy of its kernel. A thread that its kernel has forgotten has ended and does not change any more. */
    ModelThread copy(Kernel kernel) {
        return new ModelThread(this, kernel.find(kernelThread.id()) instanceof KThread copied ? copied : kernelThread);
    }

    /** Whether it has begun and awaits an entry of the script. */
    boolean isIdle() {
        return started && top == null && lane.isEmpty();
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
}
