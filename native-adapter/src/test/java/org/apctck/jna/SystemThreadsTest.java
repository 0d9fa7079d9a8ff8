package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;
import org.junit.jupiter.api.Test;

/** The list is laid out as 64-bit Windows does: a process takes 0x100 bytes, each of its threads 0x50. */
class SystemThreadsTest {
    private static final int OTHER = 4;
    private static final int OURS = 4711;
    private static final int READY = 1;
    private static final int RUNNING = 2;
    private static final int TERMINATED = 4;
    private static final int WAITING = 5;

    private final ByteBuffer list = ByteBuffer.allocate(0x1000).order(ByteOrder.LITTLE_ENDIAN);

    private int process(int at, long id, boolean last, int[]... threads) {
        int end = at + 0x100 + threads.length * 0x50;
        list.putInt(at, last ? 0 : end - at);
        list.putInt(at + 4, threads.length);
        list.putLong(at + 0x50, id);
        for (int i = 0; i < threads.length; i++) {
            int thread = at + 0x100 + i * 0x50;
            list.putLong(thread + 0x28, id);
            list.putLong(thread + 0x30, threads[i][0]);
            list.putInt(thread + 0x40, threads[i][1]);
            list.putInt(thread + 0x44, threads[i][2]);
        }
        return end;
    }

    private static int[] thread(int id, int switches, int state) {
        return new int[] {id, switches, state};
    }

    @Test
    void theThreadsOfTheProcessAreSeenWithTheirStateAndSwitches() {
        int next = process(0, OTHER, false, thread(8, 1, RUNNING));
        process(next, OURS, true, thread(12, 7, WAITING), thread(16, -1, READY), thread(20, 0, TERMINATED));

        SystemThreads threads = SystemThreads.ofProcess(OURS, list);

        assertThat(threads.look(12)).isEqualTo(new Sighting(State.BLOCKED, 7));
        assertThat(threads.look(16)).isEqualTo(new Sighting(State.RUNNABLE, 0xFFFF_FFFFL));
        assertThat(threads.look(20).state()).isEqualTo(State.ENDED);
    }

    @Test
    void aThreadThatIsNotInTheListHasEnded() {
        process(0, OURS, true, thread(12, 7, WAITING));

        assertThat(SystemThreads.ofProcess(OURS, list).look(99)).isEqualTo(new Sighting(State.ENDED, 0));
        assertThat(SystemThreads.ofProcess(OTHER, list).look(12).state()).isEqualTo(State.ENDED);
    }

    @Test
    void othersWaitIfNoneButTheOneThatAsksIsRunnable() {
        process(0, OURS, true, thread(12, 7, RUNNING), thread(16, 7, WAITING));

        assertThat(SystemThreads.ofProcess(OURS, list).allWaitBut(12)).isTrue();
        assertThat(SystemThreads.ofProcess(OURS, list).allWaitBut(16)).isFalse();
    }
}
