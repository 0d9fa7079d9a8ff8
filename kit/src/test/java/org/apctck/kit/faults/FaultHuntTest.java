package org.apctck.kit.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Traces;
import org.apctck.kit.faults.FaultSearch.Subject;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

class FaultHuntTest {
    private static final Case FIRST = sleeping("Q-A-1/first");
    private static final Case SECOND = sleeping("Q-A-1/second");
    private static final Trace RIGHT = trace("0");
    private static final Trace WRONG = trace("WAIT_IO_COMPLETION");

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aFaultIsRunUntilAScenarioCatchesIt() {
        assertThat(hunt(WRONG, FIRST, SECOND).caught()).containsEntry("F-ONE", Optional.of("Q-A-1/first"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void aFaultThatEveryScenarioPassesIsUncaught() {
        assertThat(hunt(RIGHT, FIRST, SECOND).uncaught()).containsExactly("F-ONE");
        assertThat(runs).hasValue(2);
    }

    @Test
    void aScenarioInWhichAFaultCannotShowIsNotRun() {
        FaultHunt hunt = FaultHunt.run(
                List.of("F-ONE"),
                fault -> target(WRONG),
                List.of(FIRST, SECOND),
                Cases.catalogue("Q-A-1"),
                (fault, scenario) -> scenario.equals(SECOND),
                fault -> {});

        assertThat(hunt.caught()).containsEntry("F-ONE", Optional.of("Q-A-1/second"));
        assertThat(runs).hasValue(1);
    }

    @Test
    void anInformativeScenarioCatchesNothing() {
        FaultHunt hunt = FaultHunt.run(
                List.of("F-ONE"),
                fault -> target(WRONG),
                List.of(FIRST),
                Cases.catalogue("Q-A-1 informative"),
                (fault, scenario) -> true,
                fault -> {});

        assertThat(hunt.uncaught()).containsExactly("F-ONE");
    }

    @Test
    void aFaultShowsOnAProgramByAnOutcomeThatIsNotAllowed() {
        assertThat(search(WRONG, false).shown()).containsEntry("F-ONE", Optional.of("a program"));
        assertThat(search(WRONG, true).shown()).containsEntry("F-ONE", Optional.empty());
        assertThat(search(RIGHT, false).shown()).containsEntry("F-ONE", Optional.empty());
    }

    @Test
    void aFaultThatNoProgramAsksForIsIdle() {
        assertThat(search(RIGHT, false).idle()).isEmpty();
        assertThat(FaultSearch.run(
                                List.of("F-ONE"),
                                fault -> target(WRONG),
                                List.of(subject()),
                                (fault, subject) -> false,
                                (program, trace) -> false,
                                fault -> {})
                        .idle())
                .containsExactly("F-ONE");
    }

    private FaultHunt hunt(Trace trace, Case... cases) {
        return FaultHunt.run(
                List.of("F-ONE"),
                fault -> target(trace),
                List.of(cases),
                Cases.catalogue("Q-A-1"),
                (fault, scenario) -> true,
                fault -> {});
    }

    private FaultSearch search(Trace trace, boolean accepted) {
        return FaultSearch.run(
                List.of("F-ONE"),
                fault -> target(trace),
                List.of(subject()),
                (fault, subject) -> true,
                (program, shown) -> accepted,
                fault -> {});
    }

    private static Subject subject() {
        return Subject.of("a program", FIRST.program(), new Run(List.of(RIGHT), true));
    }

    private static Case sleeping(String id) {
        return Cases.named(
                id, List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("calls SleepEx(0, TRUE)", "returns 0"));
    }

    private static Trace trace(String result) {
        return new Trace(
                Traces.events("worker calls SleepEx(0, TRUE)", "worker returns " + result),
                TraceStatus.COMPLETED,
                "",
                "-",
                Map.of());
    }

    /** A target on which the same happens whatever it runs. */
    private Target target(Trace trace) {
        return new Target() {
            @Override
            public TargetDescription describe() {
                return Cases.target();
            }

            @Override
            public Run run(Program program) {
                runs.incrementAndGet();
                return new Run(List.of(trace), true);
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
