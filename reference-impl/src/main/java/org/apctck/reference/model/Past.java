package org.apctck.reference.model;

import java.util.Arrays;
import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.Stateful;

/** What a thread has done, as numbers of {@link Histories}. A copy costs nothing until one of the two changes. */
final class Past implements Stateful {
    private static final int[] NONE = {};
    private static final int ROOM_MIN = 8;

    /** At the last quiescent point. */
    private int history;
    /** The happenings since, after minus the number of quiescent points at which there were none. */
    private int[] recent = NONE;

    private int recentCount;
    private int silentPoints;
    /** Whether a copy has the same array, which then is not changed but replaced. */
    @NoState("decides when an array is copied")
    private boolean shared;

    Past() {}

    private Past(Past other) {
        this.history = other.history;
        this.recent = other.recent;
        this.recentCount = other.recentCount;
        this.silentPoints = other.silentPoints;
        this.shared = true;
        other.shared = true;
    }

    Past copy() {
        return new Past(this);
    }

    /** Appends a happening. */
    void append(int happening) {
        if (silentPoints > 0) {
            push(-silentPoints);
            silentPoints = 0;
        }
        push(happening);
    }

    private void push(int number) {
        if (shared || recentCount == recent.length) {
            recent = Arrays.copyOf(recent, Math.max(ROOM_MIN, 2 * recentCount));
            shared = false;
        }
        recent[recentCount++] = number;
    }

    /** Notes a quiescent point: equal histories become equal numbers of {@code histories}. */
    void quiescent(Histories histories) {
        history(histories);
        silentPoints++;
    }

    /** What was done so far, as a number of {@code histories}; to be asked at quiescent points and at the end. */
    int history(Histories histories) {
        if (recentCount > 0) {
            history = histories.append(history, recent, recentCount);
            recentCount = 0;
        }
        return history;
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(history);
        out.put(silentPoints);
        out.put(recentCount);
        for (int i = 0; i < recentCount; i++) {
            out.put(recent[i]);
        }
    }
}
