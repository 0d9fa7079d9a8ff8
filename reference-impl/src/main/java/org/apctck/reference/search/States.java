package org.apctck.reference.search;

import java.util.Arrays;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.IntLists;
import org.apctck.reference.model.Machine;

/**
 * The states that an exploration has entered, numbered from 0, and how many schedules lead on from each.
 *
 * <p>A state is kept as the numbers of its parts, a thread or an object each: two states mostly differ in a few of them, so
 * that a part is shared by many states. Parts and states are compared whole.
 */
final class States {
    private final IntLists parts = new IntLists();
    private final IntLists states = new IntLists();
    private long[] schedules = new long[64];

    private final StateWriter written = new StateWriter();
    /** The numbers of the parts of the state that was looked for last. */
    private int[] sought = new int[16];

    private int soughtCount;

    /** The number of the state of {@code machine}, or -1 if it was not entered before. */
    int find(Machine machine) {
        written.clear();
        machine.writeState(written);
        soughtCount = written.parts();
        if (soughtCount > sought.length) {
            sought = new int[2 * soughtCount];
        }
        for (int part = 0; part < soughtCount; part++) {
            sought[part] = parts.add(written.numbers(), written.partBegin(part), written.partEnd(part));
        }
        return states.find(sought, 0, soughtCount);
    }

    /** Adds the state that was looked for last and not found. */
    int add() {
        int state = states.add(sought, 0, soughtCount);
        if (state == schedules.length) {
            schedules = Arrays.copyOf(schedules, 2 * state);
        }
        return state;
    }

    /** How many schedules lead on from a state. */
    long schedules(int state) {
        return schedules[state];
    }

    void setSchedules(int state, long count) {
        schedules[state] = count;
    }
}
