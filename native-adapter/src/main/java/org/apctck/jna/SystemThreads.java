package org.apctck.jna;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;

/**
 * The threads of one process at one moment, as 64-bit Windows lists them: SYSTEM_PROCESS_INFORMATION, and behind it a
 * SYSTEM_THREAD_INFORMATION for each thread.
 */
final class SystemThreads {
    private static final int PROCESS_ID = 0x50;
    private static final int THREAD_COUNT = 4;
    private static final int FIRST_THREAD = 0x100;

    private static final int THREAD_BYTES = 0x50;
    private static final int THREAD_ID = 0x30;
    private static final int SWITCHES = 0x40;
    private static final int STATE = 0x44;

    private static final int TERMINATED = 4;
    private static final int WAITING = 5;
    private static final long DWORD_MASK = 0xFFFF_FFFFL;

    private final Map<Long, Sighting> sightings = new HashMap<>();

    private SystemThreads() {}

    /** The threads of {@code process} in a list of all; none if it is not in it. */
    static SystemThreads ofProcess(long process, ByteBuffer list) {
        SystemThreads threads = new SystemThreads();
        int entry = 0;
        int next;
        do {
            next = list.getInt(entry);
            if (list.getLong(entry + PROCESS_ID) == process) {
                for (int i = 0; i < list.getInt(entry + THREAD_COUNT); i++) {
                    threads.add(list, entry + FIRST_THREAD + i * THREAD_BYTES);
                }
            }
            entry += next;
        } while (next != 0);
        return threads;
    }

    private void add(ByteBuffer list, int thread) {
        State state = switch (list.getInt(thread + STATE)) {
            case WAITING -> State.BLOCKED;
            case TERMINATED -> State.ENDED;
            default -> State.RUNNABLE;
        };
        sightings.put(
                list.getLong(thread + THREAD_ID), new Sighting(state, list.getInt(thread + SWITCHES) & DWORD_MASK));
    }

    /** What the list says of a thread; one that is not in it has ended. */
    Sighting look(long thread) {
        return sightings.getOrDefault(thread, new Sighting(State.ENDED, 0));
    }

    boolean allWaitBut(long self) {
        return sightings.entrySet().stream()
                .allMatch(thread -> thread.getKey() == self || thread.getValue().state() != State.RUNNABLE);
    }
}
