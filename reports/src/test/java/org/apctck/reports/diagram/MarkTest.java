package org.apctck.reports.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Check;
import org.apctck.kit.Difference;
import org.apctck.kit.Expected;
import org.apctck.kit.Judgement;
import org.apctck.kit.Rejection;
import org.apctck.kit.diff.Divergence;
import org.apctck.reports.Traces;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Outcome.Step;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class MarkTest {
    private final Trace trace = Traces.of("""
            worker calls SleepEx(0, TRUE)
            worker blocked SleepEx
            quiescent
            worker returns 0
            """);

    @Test
    void theFirstDifferenceIsMarkedWithWhatIsExpectedThere() {
        Check check = new Check.Exactly("worker", List.of(), 1);
        Difference difference = new Difference(check, 1, trace, 3, "`begins A`", "`returns 0`");

        assertThat(Mark.of(new Judgement(Verdict.FAIL, "", difference), trace))
                .contains(new Mark(3, "worker", "expected `begins A`"));
        assertThat(Mark.of(new Judgement(Verdict.FAIL, "", difference), Traces.of("")))
                .isEmpty();
    }

    @Test
    void whatIsMissingAtTheEndStandsWithTheThreadThatTheRowExpectsItOf() {
        Expected missing = new Expected(EventKind.BEGINS, "A");
        Check.Row row = new Check.Row(Map.of("worker", List.of(missing), "main", List.of()), "", 7);
        Difference difference =
                new Difference(new Check.OneOf(List.of(row), 6), 7, trace, 4, "`begins A`", "nothing more happened");

        assertThat(Mark.of(new Judgement(Verdict.FAIL, "", difference), trace))
                .contains(new Mark(4, "worker", "expected `begins A`"));
    }

    @Test
    void anObjectionIsMarkedWithWhatIsAllowedThere() {
        Objection objection = new Objection("the model", 3, "`returns 0` cannot be", List.of("a", "b", "c", "d"));
        Judgement judgement = new Judgement(Verdict.FAIL, "", null, List.of(new Rejection(objection, trace)));

        assertThat(Mark.of(judgement, trace))
                .contains(new Mark(
                        3,
                        "worker",
                        "rejected by the model: `returns 0` cannot be; allowed here: a | b | c and 1 more"));
    }

    @Test
    void nothingIsMarkedInATraceThatNobodyObjectsTo() {
        assertThat(Mark.of(Judgement.of(Verdict.PASS, ""), trace)).isEmpty();
    }

    @Test
    void eachOfTwoTracesIsMarkedWhereTheyPart() {
        Trace other = Traces.of("""
                worker calls SleepEx(0, TRUE)
                worker begins A(0)
                """);
        Divergence divergence = new Divergence(
                "worker",
                List.of(new Step(0, "calls SleepEx(0, TRUE)"), new Step(1, "returns 0")),
                List.of(new Step(0, "calls SleepEx(0, TRUE)"), new Step(0, "begins A(0)")),
                1);

        assertThat(Mark.left(divergence, trace, "wine")).isEqualTo(new Mark(3, "worker", "wine: begins A(0)"));
        assertThat(Mark.right(divergence, other, "reference")).isEqualTo(new Mark(1, "worker", "reference: returns 0"));
    }
}
