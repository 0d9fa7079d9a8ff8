package org.apctck.spec.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramReader;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void theOrderOfTwoThreadsBetweenQuiescentPointsMakesNoDifference() {
        assertThat(outcome("a begins A", "b begins B")).isEqualTo(outcome("b begins B", "a begins A"));
    }

    @Test
    void theOrderOnOneThreadMakesADifference() {
        assertThat(outcome("a begins A", "a begins B")).isNotEqualTo(outcome("a begins B", "a begins A"));
    }

    @Test
    void aQuiescentPointBetweenTwoThreadsMakesADifference() {
        assertThat(outcome("a begins A", " quiescent", "b begins B"))
                .isNotEqualTo(outcome("b begins B", " quiescent", "a begins A"));
    }

    @Test
    void onlyTheOrderOnEachThreadOfAProgramWithAFiniteWaitCounts() {
        Program timed = program("Sleep(1)");
        Outcome early = outcome("a calls Sleep(1)", "a returns void", " quiescent", "b begins B");
        Outcome late = outcome("a calls Sleep(1)", " quiescent", "b begins B", "a returns void");

        assertThat(early).isNotEqualTo(late);
        assertThat(early.comparable(timed)).isEqualTo(late.comparable(timed));
        assertThat(early.comparable(timed))
                .isNotEqualTo(outcome("a calls Sleep(1)", "b begins B").comparable(timed));
    }

    @Test
    void whetherATimerExpiresBeforeAQuiescentPointDoesNotCount() {
        Program timed = program("SetWaitableTimer(a, {after: 50}, 0, NULL, 0, FALSE)");

        assertThat(outcome("b returns void", " quiescent").comparable(timed))
                .isEqualTo(outcome(" quiescent", "b returns void").comparable(timed));
    }

    @Test
    void theOrderBetweenThreadsOfAProgramWithoutAFiniteWaitCounts() {
        Program untimed = program("Sleep(INFINITE)");

        assertThat(outcome("a returns void", " quiescent").comparable(untimed))
                .isNotEqualTo(outcome(" quiescent", "a returns void").comparable(untimed));
    }

    @Test
    void observationsMakeNoDifference() {
        assertThat(outcome("a calls Sleep(1)", "a blocked Sleep", "a returns void"))
                .isEqualTo(outcome("a calls Sleep(1)", "a returns void"));
    }

    @Test
    void howTheRunEndedMakesADifference() {
        Trace completed = Trace.of(List.of(), TraceStatus.COMPLETED, "");
        Trace hung = Trace.of(List.of(), TraceStatus.TIMEOUT, "");

        assertThat(completed.outcome()).isNotEqualTo(hung.outcome());
    }

    @Test
    void anOutcomeIsReadAsItIsWritten() {
        Outcome outcome = outcome("a calls Sleep(1)", " quiescent", "a returns void", "b begins B(1)");

        assertThat(outcome.texts().get("a")).containsExactly("0 calls Sleep(1)", "1 returns void");
        assertThat(Outcome.read(outcome.texts(), outcome.status())).isEqualTo(outcome);
        for (String step : List.of("", "0", "calls Sleep(1)")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Outcome.read(Map.of("a", List.of(step)), TraceStatus.COMPLETED));
        }
    }

    private static Program program(String call) {
        return ProgramReader.read(Document.json(
                "program",
                "{'threads':[{'name':'a'},{'name':'b'}],'script':[{'thread':'a','call':'%s'}]}"
                        .replace('\'', '"')
                        .formatted(call)));
    }

    private static Outcome outcome(String... lines) {
        List<Event> events = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 3);
            String what = words.length > 2 ? words[2] : "";
            events.add(Event.of(events.size(), 1000L * events.size(), words[0], EventKind.of(words[1]), what));
        }
        return Trace.of(events, TraceStatus.COMPLETED, "").outcome();
    }
}
