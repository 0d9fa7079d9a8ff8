package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.kit.Cases;
import org.apctck.kit.Traces;
import org.apctck.spec.Event;
import org.apctck.spec.EventKind;
import org.apctck.spec.Program;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldTest {
    private static final Program PROGRAM =
            Cases.of(List.of("worker: SleepEx(0, TRUE)")).program();

    private static final String[] WHOLE = {"worker calls SleepEx(0, TRUE)", "worker returns 0", "quiescent"};

    /** The events of {@link #WHOLE}, the last one with a number too high. */
    private static final List<Event> WITH_GAP = List.of(
            Traces.events(WHOLE).get(0), Traces.events(WHOLE).get(1), Event.of(3, 5, "", EventKind.QUIESCENT, ""));

    private static Trace checked(Program program, List<Event> sent, TraceStatus status, String... lines) {
        return Told.checked(program, sent, Traces.ended(status, "", lines));
    }

    @Test
    void aWholeTraceIsLeftAsItIs() {
        Trace trace = Traces.of(WHOLE);

        assertThat(Told.checked(PROGRAM, trace.events(), trace)).isSameAs(trace);
    }

    @Test
    void aTraceThatIsNotOfTheProgramIsTheFaultOfTheAgent() {
        Trace trace = Traces.of("worker calls SleepEx(0, FALSE)", "worker returns 0", "quiescent");

        Trace checked = Told.checked(PROGRAM, trace.events(), trace);

        assertThat(checked.status()).isEqualTo(TraceStatus.FAULT);
        assertThat(checked.events()).isEqualTo(trace.events());
        assertThat(checked.evidence())
                .isEqualTo(
                        "the agent is at fault: this cannot be all that happened: event 0, `worker calls SleepEx(0, FALSE)`:"
                                + " the program calls SleepEx(0, TRUE) here");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, FAULT", "TIMEOUT, TIMEOUT", "UNSETTLED, UNSETTLED", "NOT_IMPLEMENTED, NOT_IMPLEMENTED"})
    void aGapIsAFaultIfTheProgramCameToRest(TraceStatus said, TraceStatus taken) {
        Trace checked = checked(PROGRAM, WITH_GAP, said, WHOLE);

        assertThat(checked.status()).isEqualTo(taken);
        if (taken == TraceStatus.FAULT) {
            assertThat(checked.evidence()).endsWith("there is no event with the number 2");
        }
    }

    @Test
    void anEntryThatIsStuckLeavesNoGapEither() {
        assertThat(checked(PROGRAM, List.of(WITH_GAP.get(1)), TraceStatus.STUCK).status())
                .isEqualTo(TraceStatus.FAULT);
        assertThat(checked(PROGRAM, List.of(), TraceStatus.STUCK).status()).isEqualTo(TraceStatus.STUCK);
    }

    @Test
    void aThreadThatIsTerminatedMayLeaveAGap() {
        Program terminates =
                Cases.of(List.of("main: TerminateThread(worker, 0)")).program();
        String[] lines = {"main calls TerminateThread(worker, 0)", "main returns TRUE", "quiescent"};

        assertThat(checked(terminates, WITH_GAP, TraceStatus.COMPLETED, lines).status())
                .isEqualTo(TraceStatus.COMPLETED);
    }
}
