package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apctck.kit.Cases;
import org.apctck.kit.Traces;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
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

    private static final Set<String> APIS = Cases.target().apis();

    private static Trace checked(Program program, List<Event> sent, TraceStatus status, String... lines) {
        return Told.checked(program, APIS, sent, Traces.ended(status, "", lines), OptionalLong.of(1_000_000));
    }

    @Test
    void aWholeTraceIsLeftAsItIs() {
        Trace trace = Traces.of(WHOLE);

        assertThat(Told.checked(PROGRAM, APIS, trace.events(), trace, OptionalLong.empty()))
                .isSameAs(trace);
    }

    @Test
    void aTraceThatIsNotOfTheProgramIsTheFaultOfTheAgent() {
        Trace trace = Traces.of("worker calls SleepEx(0, FALSE)", "worker returns 0", "quiescent");

        Trace checked = Told.checked(PROGRAM, APIS, trace.events(), trace, OptionalLong.empty());

        assertThat(checked.status()).isEqualTo(TraceStatus.FAULT);
        assertThat(checked.events()).isEqualTo(trace.events());
        assertThat(checked.evidence())
                .isEqualTo(
                        "the agent is at fault: this cannot be all that happened: event 0, `worker calls SleepEx(0, FALSE)`:"
                                + " the program calls SleepEx(0, TRUE) here");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, FAULT", "TIMEOUT, TIMEOUT", "UNSETTLED, UNSETTLED"})
    void aGapIsAFaultIfTheProgramCameToRest(TraceStatus said, TraceStatus taken) {
        Trace checked = checked(PROGRAM, WITH_GAP, said, WHOLE);

        assertThat(checked.status()).isEqualTo(taken);
        if (taken == TraceStatus.FAULT) {
            assertThat(checked.evidence()).endsWith("there is no event with the number 2");
        }
    }

    @Test
    void notImplementedNeedsEvidence() {
        Trace said = Traces.ended(TraceStatus.NOT_IMPLEMENTED, "", WHOLE);

        Trace claimed = Told.checked(PROGRAM, APIS, said.events(), said, OptionalLong.empty());
        Trace withoutFunction = Told.checked(PROGRAM, Set.of(), said.events(), said, OptionalLong.empty());

        assertThat(claimed.status()).isEqualTo(TraceStatus.FAULT);
        assertThat(claimed.evidence()).contains("every function of the program is in its `apis`");
        assertThat(withoutFunction).isSameAs(said);
    }

    @Test
    void aReturnThatSaysSoIsEvidence() {
        Event call = Event.of(0, 1, "worker", EventKind.CALLS, "SleepEx(0, TRUE)");
        Event returns = new Event(1, 2, "worker", new Happening.Returns("0", "ERROR_CALL_NOT_IMPLEMENTED", Map.of()));
        Trace said = Trace.of(List.of(call, returns), TraceStatus.NOT_IMPLEMENTED, "");

        assertThat(Told.checked(PROGRAM, APIS, said.events(), said, OptionalLong.empty()))
                .isSameAs(said);
        assertThat(Told.missing(said)).containsExactly("SleepEx");
        assertThat(Told.present(said)).isEmpty();
        assertThat(Told.present(Traces.of(WHOLE))).containsExactly("SleepEx");
    }

    @Test
    void moreTimeThanWentByIsNotBelieved() {
        Event call = Event.of(0, 1, "worker", EventKind.CALLS, "SleepEx(0, TRUE)");
        Event returns = Event.of(1, 50_000, "worker", EventKind.RETURNS, "0");
        Event rest = Event.of(2, 50_001, "", EventKind.QUIESCENT, "");
        Trace trace = Trace.of(List.of(call, returns, rest), TraceStatus.COMPLETED, "");

        assertThat(Told.checked(PROGRAM, APIS, trace.events(), trace, OptionalLong.of(51_000)))
                .isSameAs(trace);
        assertThat(Told.checked(PROGRAM, APIS, trace.events(), trace, OptionalLong.empty()))
                .isSameAs(trace);
        assertThat(Told.checked(PROGRAM, APIS, trace.events(), trace, OptionalLong.of(2_000))
                        .evidence())
                .isEqualTo(
                        "the agent is at fault: its last event is of 50 ms after the beginning, but it answered after 2 ms");
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
