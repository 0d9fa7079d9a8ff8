package org.apctck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
        assertThat(timed.comparable(early)).isEqualTo(timed.comparable(late));
        assertThat(timed.comparable(early)).isNotEqualTo(timed.comparable(outcome("a calls Sleep(1)", "b begins B")));
    }

    @Test
    void theOrderBetweenThreadsOfAProgramWithoutAFiniteWaitCounts() {
        Program untimed = program("Sleep(INFINITE)");

        assertThat(untimed.comparable(outcome("a returns void", " quiescent")))
                .isNotEqualTo(untimed.comparable(outcome(" quiescent", "a returns void")));
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
