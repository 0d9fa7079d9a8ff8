package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class ThreadColumnsTest {
    private final Trace trace = Traces.of("""
            main calls QueueUserAPC(A, worker, 0)
            main returns nonzero
            quiescent
            worker calls SleepEx(INFINITE, TRUE)
            worker begins A(0)
            worker calls Sleep(0)
            worker returns void
            worker ends A
            worker returns WAIT_IO_COMPLETION
            """);

    @Test
    void eachThreadHasAColumnAndWhatRunsInsideACallIsIndented() {
        assertThat(ThreadColumns.of(trace))
                .containsExactly(
                        "   main                                  | worker",
                        "  ---------------------------------------+-------------------------",
                        "   QueueUserAPC(A, worker, 0) -> nonzero |",
                        "                                         | SleepEx(INFINITE, TRUE)",
                        "                                         |   A(0) begins",
                        "                                         |     Sleep(0)",
                        "                                         |   A ends",
                        "                                         | -> WAIT_IO_COMPLETION");
    }

    @Test
    void theEventThatMattersIsMarked() {
        assertThat(ThreadColumns.marked(trace, 4, "expected nothing more"))
                .contains(
                        ">                                        |   A(0) begins             <- expected nothing more");
    }

    @Test
    void aMarkMayStandBehindTheLastEvent() {
        assertThat(ThreadColumns.marked(trace, 9, "expected `begins B`"))
                .last()
                .asString()
                .startsWith(">  (nothing more)")
                .endsWith("<- expected `begins B`");
    }

    @Test
    void aLongTextIsWrappedInItsColumn() {
        Trace wide = Traces.of("main calls WaitForMultipleObjectsEx(3, [First, Second, Third], FALSE, INFINITE, TRUE)");

        assertThat(ThreadColumns.of(wide))
                .contains("   WaitForMultipleObjectsEx(3, [First, Second,", "       Third], FALSE, INFINITE, TRUE)");
    }

    @Test
    void onlyWhatSurroundsTheMarkOfALongTraceIsShown() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            text.append("main begins A(").append(i).append(")\nmain ends A\n");
        }

        assertThat(ThreadColumns.marked(Traces.of(text.toString()), 200, ""))
                .contains(
                        "  ... 140 earlier lines are left out",
                        ">  A(100) begins",
                        "  ... 193 later lines are left out")
                .doesNotContain("   A(0) begins");
    }

    @Test
    void deepNestingDoesNotPushTheTextOut() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            text.append("main calls WaitForSingleObjectEx(AnEventWithALongName, INFINITE, TRUE)\nmain begins A(0)\n");
        }

        assertThat(ThreadColumns.of(Traces.of(text.toString()))).allMatch(line -> line.length() < 60);
    }
}
