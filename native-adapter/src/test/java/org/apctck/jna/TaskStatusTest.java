package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.spec.stage.Sighting.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskStatusTest {
    private static String status(String state) {
        return "Name:\tState: x\nState:\t" + state + "\nTgid:\t1\nvoluntary_ctxt_switches:\t40\n"
                + "nonvoluntary_ctxt_switches:\t2\n";
    }

    @ParameterizedTest
    @CsvSource({
        "S (sleeping), BLOCKED, false",
        "R (running), RUNNABLE, true",
        "D (disk sleep), RUNNABLE, true",
        "Z (zombie), ENDED, false",
        "X (dead), ENDED, false",
    })
    void theStateIsTheFirstLetter(String text, State state, boolean running) {
        String status = status(text).replaceFirst("Name:.*\n", "");

        assertThat(TaskStatus.state(status)).isEqualTo(state);
        assertThat(TaskStatus.isRunning(status)).isEqualTo(running);
    }

    @Test
    void switchesOfBothKindsCount() {
        assertThat(TaskStatus.switches(status("S (sleeping)"))).isEqualTo(42);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0x84 0x5d44e680 0x10 0x8 0x0 0x5d44e8e0 0x5d44e650 0x7f42bbf942ec, false",
        "0 0x85 0x5d44e680 0x40 0x8 0x0 0x5d44e8e0 0x5d44e650 0x7f42bbf942ec, true",
        "19 0x85 0x5d44e680 0x2 0x8 0x0 0x5d44e8e0 0x5d44e650 0x7f42bbf942ec, true",
        "270 0x0 0x0 0x0 0x0 0x0 0x0 0x5d84e8c0 0x7f42bbf9a9ec, false",
        "202 0x7f1b94ccc208 0x80 0x0 0x1677e960 0x0 0x0 0x1677e938 0x7f1b95b3c829, false",
        "running, false",
    })
    void underWineAThreadThatAwaitsTheServersAnswerIsServed(String systemCall, boolean served) {
        assertThat(WineThreads.isServed(systemCall)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({
        "0 0x84 0x5d44e680 0x10 0x8 0x0 0x5d44e8e0 0x5d44e650 0x7f42bbf942ec, false",
        "0 0x85 0x5d44e680 0x40 0x8 0x0 0x5d44e8e0 0x5d44e650 0x7f42bbf942ec, true",
        "-1 0x5d84e8c0 0x7f42bbf9a9ec, true",
        "running, true",
    })
    void underWineTheSystemCallAloneTellsWhoIsAtWork(String systemCall, boolean atWork) {
        assertThat(WineThreads.isAtWork(systemCall)).isEqualTo(atWork);
    }
}
