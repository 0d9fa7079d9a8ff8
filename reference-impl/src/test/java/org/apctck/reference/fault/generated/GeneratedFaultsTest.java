package org.apctck.reference.fault.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.spec.Target;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class GeneratedFaultsTest {
    @Test
    void everyIdIsThereOnceAndNoneIsThatOfAFaultThatWasThoughtUp() {
        List<String> ids =
                GeneratedFaults.all().stream().map(GeneratedFault::id).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Z0-9]+(-[A-Z0-9]+)+(@[a-z-]+)?"));
        assertThat(ids).doesNotContainAnyElementsOf(Faults.ids());
    }

    @Test
    void everyOperatorMakesSomeAndOneInFiveIsKeptBack() {
        assertThat(GeneratedFaults.all()).extracting(GeneratedFault::operator).contains(Operator.values());
        long kept = GeneratedFaults.all().stream()
                .filter(GeneratedFault::isKeptBack)
                .count();
        assertThat(5.0 * kept / GeneratedFaults.all().size()).isBetween(0.9, 1.1);
    }

    @Test
    void whatIsKeptBackDoesNotChangeWithTheOthers() {
        assertThat(GeneratedFaults.find("DRAIN-BOUND-4").orElseThrow().isKeptBack())
                .isTrue();
    }

    @Test
    void theRulesThatTheyBreakAreInTheCatalogue() {
        Set<String> known = Catalogue.load().rules().stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(GeneratedFaults.all()).allSatisfy(fault -> assertThat(known).containsAll(fault.rules()));
    }

    @Test
    void aFaultShowsUnderItsConditionAndNowhereElse() {
        Program sleeps = program("worker", "SleepEx(INFINITE, TRUE)");
        Program waits = program("worker", "WaitForSingleObjectEx(worker, INFINITE, TRUE)");

        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@in-sleep-ex", sleeps)).doesNotContain("begins A(0)");
        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@in-sleep-ex", waits)).contains("begins A(0)");
        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@for-thread", sleeps)).contains("begins A(0)");
        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@for-thread", waits)).doesNotContain("begins A(0)");
    }

    @Test
    void aFaultOfTheSecondTimeCounts() {
        Program twice =
                program("worker", "SleepEx(INFINITE, TRUE)", "SleepEx(INFINITE, TRUE)", "SleepEx(INFINITE, TRUE)");

        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@first-arrival", twice))
                .filteredOn("begins A(0)"::equals)
                .isEmpty();
        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@later-arrival", twice))
                .filteredOn("begins A(0)"::equals)
                .hasSize(1);
        assertThat(run("BLOCKED-WAIT-NOT-WOKEN@third-arrival", twice))
                .filteredOn("begins A(0)"::equals)
                .hasSize(2);
    }

    @Test
    void whatAProgramDoesNotReachItIsNotRunFor() {
        Reach sleeps = Reach.of(program("worker", "SleepEx(INFINITE, TRUE)"));

        assertThat(sleeps.reaches(fault("BLOCKED-WAIT-NOT-WOKEN@in-sleep-ex"))).isTrue();
        assertThat(sleeps.reaches(fault("BLOCKED-WAIT-NOT-WOKEN@in-wait-for-single-object-ex")))
                .isFalse();
        assertThat(sleeps.reaches(fault("BLOCKED-WAIT-NOT-WOKEN@later-arrival")))
                .isFalse();
        assertThat(sleeps.reaches(fault("SUSPEND-BY-2"))).isFalse();
        assertThat(sleeps.reaches(fault("DATA-PLUS-1"))).isTrue();
    }

    private static List<String> run(String id, Program program) {
        try (Target target = Reference.with(fault(id).fault())) {
            Trace trace = target.run(program).traces().get(0);
            return trace.on("worker").stream()
                    .map(event -> event.happening().text())
                    .toList();
        }
    }

    private static GeneratedFault fault(String id) {
        return GeneratedFaults.find(id).orElseThrow();
    }

    /** A program in which the worker makes each call in turn, and an APC is queued to it while it is in it. */
    private static Program program(String thread, String... calls) {
        List<Entry> script = new ArrayList<>();
        for (String call : calls) {
            script.add(new Entry.CallOn(thread, Call.parse(call), false, false));
            script.add(new Entry.CallOn("main", Call.parse("QueueUserAPC(A, worker, 0)"), false, false));
        }
        return ProgramCheck.check(new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false)), List.of(), List.of(), script));
    }
}
