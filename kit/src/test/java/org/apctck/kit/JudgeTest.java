package org.apctck.kit;

import static org.apctck.kit.Cases.exactly;
import static org.apctck.kit.Cases.oneOf;
import static org.apctck.kit.Cases.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apctck.spec.Examiner;
import org.apctck.spec.Objection;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final List<String> SLEEP = List.of("worker: SleepEx(0, TRUE)");
    private static final Check RETURNS = exactly("calls SleepEx", "returns 0");

    @Test
    void aTraceThatIsAsTheTableSaysPasses() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "main calls Sleep(0)", "worker returns 0");

        assertThat(judge(Cases.of(SLEEP, RETURNS), trace)).isEqualTo(Judgement.of(Verdict.PASS, ""));
    }

    @Test
    void theFirstEventThatDiffersIsNamedWithWhatWasExpected() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "quiescent", "worker begins A", "worker returns 0");

        Judgement judgement = judge(Cases.of(SLEEP, RETURNS), trace);

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason()).isEqualTo("worker: expected `returns 0`, but `begins A`");
        assertThat(judgement.difference())
                .isEqualTo(new Difference(RETURNS, 10, trace, 2, "`returns 0`", "`begins A`"));
    }

    @Test
    void aTableIsCompleteForItsThread() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0", "worker exits");

        Judgement judgement = judge(Cases.of(SLEEP, RETURNS), trace);

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason()).isEqualTo("worker: expected nothing more, but `exits`");
    }

    @Test
    void aTraceThatEndsTooEarlyFailsWithItsEvidence() {
        Trace trace = Traces.ended(TraceStatus.STUCK, "worker is suspended", "worker calls SleepEx(0, TRUE)");

        Judgement judgement = judge(Cases.of(SLEEP, RETURNS), trace);

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason())
                .isEqualTo("worker: expected `returns 0`, but nothing more happened (worker is suspended)");
        assertThat(judgement.difference().event()).isEqualTo(1);
    }

    @Test
    void theEarliestDifferenceOfSeveralChecksIsShown() {
        Check later = exactly("calls SleepEx", "begins A");
        Check earlier = exactly("calls Sleep");

        Judgement judgement =
                judge(Cases.of(SLEEP, later, earlier), Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0"));

        assertThat(judgement.difference().check()).isEqualTo(earlier);
    }

    @ParameterizedTest
    @CsvSource({
        "FAULT, ERROR, ERROR",
        "CRASHED, CRASH, OBSERVED",
        "TIMEOUT, TIMEOUT, OBSERVED",
        "UNSETTLED, INCONCLUSIVE, INCONCLUSIVE",
        "NOT_IMPLEMENTED, NOT_APPLICABLE, NOT_APPLICABLE",
        "COMPLETED, PASS, OBSERVED",
        "STUCK, PASS, OBSERVED"
    })
    void howARunEndedDecidesBeforeTheChecks(TraceStatus status, Verdict required, Verdict informative) {
        Trace trace = Traces.ended(status, "because", "worker calls SleepEx(0, TRUE)", "worker returns 0");
        Case scenario = Cases.of(SLEEP, RETURNS, new Check.Recorded("worker", 11));

        Judgement judgement = judge(scenario, trace);
        Judgement observed = Judge.judge(scenario, Cases.rule("informative"), Run.of(trace), Cases.target());

        assertThat(judgement.verdict()).isEqualTo(required);
        assertThat(observed.verdict()).isEqualTo(informative);
        if (status == TraceStatus.CRASHED) {
            assertThat(judgement.reason()).isEqualTo("because");
            assertThat(observed.reason()).isEqualTo("crash: because");
        }
    }

    @Test
    void anInformativeCaseIsNeverJudgedByItsTable() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker begins A");

        Judgement judgement = Judge.judge(
                Cases.of(SLEEP, RETURNS, new Check.Recorded("worker", 11)),
                Cases.rule("informative"),
                Run.of(trace),
                Cases.target());

        assertThat(judgement).isEqualTo(Judgement.of(Verdict.OBSERVED, "worker: begins A"));
    }

    @Test
    void aCaseThatDemandsNothingIsAnErrorOfItsOwn() {
        Case scenario = Cases.of(SLEEP, new Check.Recorded("worker", 11));

        assertThat(judge(scenario, Traces.of()).verdict()).isEqualTo(Verdict.ERROR);
    }

    @Test
    void functionsThatTheTargetLacksAreNamed() {
        Judgement judgement = Judge.judge(
                Cases.of(SLEEP, RETURNS),
                Cases.rule("required"),
                Run.of(Traces.of()),
                Cases.target(ApiFunction.CREATE_THREAD));

        assertThat(judgement).isEqualTo(Judgement.of(Verdict.NOT_APPLICABLE, "Fake does not have SleepEx"));
    }

    @Test
    void blockedIsComparedOnlyInATableThatHasIt() {
        Trace trace = Traces.of("worker calls SleepEx(9, TRUE)", "worker blocked SleepEx", "worker returns 0");

        assertThat(judge(Cases.of(SLEEP, RETURNS), trace).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(Cases.of(SLEEP, exactly("calls SleepEx", "blocked SleepEx", "returns 0")), trace)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void beingSeenBlockedTwiceInOneCallIsOneFact() {
        Trace trace = Traces.of(
                "worker calls SleepEx(9, TRUE)",
                "worker blocked SleepEx",
                "quiescent",
                "worker blocked SleepEx",
                "worker returns 0");

        assertThat(judge(Cases.of(SLEEP, exactly("calls SleepEx", "blocked SleepEx", "returns 0")), trace)
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aTableWhoseObservationsAreMissingIsInconclusiveIfAllElseMatches() {
        Check check = exactly("calls SleepEx", "blocked SleepEx", "returns 0");

        Judgement missing =
                judge(Cases.of(SLEEP, check), Traces.of("worker calls SleepEx(9, TRUE)", "worker returns 0"));
        Judgement different =
                judge(Cases.of(SLEEP, check), Traces.of("worker calls SleepEx(9, TRUE)", "worker begins A"));

        assertThat(missing).isEqualTo(Judgement.of(Verdict.INCONCLUSIVE, "worker: `blocked SleepEx` was not seen"));
        assertThat(different.verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aFailureCountsMoreThanAnObservationThatIsMissing() {
        Check unseen = exactly("calls SleepEx", "blocked SleepEx", "returns 0");
        Check failing = new Check.Exactly("main", Cases.expected("begins A"), 12);

        Judgement judgement =
                judge(Cases.of(SLEEP, unseen, failing), Traces.of("worker calls SleepEx(9, TRUE)", "worker returns 0"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.difference().check()).isEqualTo(failing);
    }

    @Test
    void aTargetThatGivesNoTraceIsAnError() {
        assertThat(judge(Cases.of(SLEEP, RETURNS), new Run(List.of(), true)))
                .isEqualTo(Judgement.of(Verdict.ERROR, "the target gave no trace"));
    }

    @Test
    void theModelSaysHowManyOutcomesItHolds() {
        Run run = new Run(
                List.of(
                        Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "worker returns 0"),
                        Traces.scheduled("s2", "worker calls SleepEx(0, TRUE)", "worker returns 0")),
                true);
        Case observed = Cases.of(SLEEP, new Check.Recorded("worker", 11));

        assertThat(judge(Cases.of(SLEEP, RETURNS), run))
                .isEqualTo(Judgement.of(Verdict.PASS, "on each of 2 allowed outcomes"));
        assertThat(Judge.judge(observed, Cases.rule("informative"), run, Cases.target()))
                .isEqualTo(Judgement.of(Verdict.OBSERVED, "2 allowed outcomes; one is worker: returns 0"));
    }

    @Test
    void theModelMustKeepAChecksOnEveryOutcome() {
        Run run = new Run(
                List.of(
                        Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "worker returns 0"),
                        Traces.scheduled("s2", "worker calls SleepEx(0, TRUE)", "worker begins A")),
                true);

        Judgement judgement = judge(Cases.of(SLEEP, RETURNS), run);

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.difference().trace()).isEqualTo(run.traces().get(1));
        assertThat(judgement.reason()).endsWith("on schedule s2");
    }

    @Test
    void aSearchThatStoppedAtItsBoundIsInconclusiveUnlessAnOutcomeFails() {
        Trace good = Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "worker returns 0");
        Trace bad = Traces.scheduled("s2");

        assertThat(judge(Cases.of(SLEEP, RETURNS), new Run(List.of(good), false)))
                .isEqualTo(Judgement.of(Verdict.INCONCLUSIVE, "the search stopped at its bound after 1 outcome"));
        assertThat(judge(Cases.of(SLEEP, RETURNS), new Run(List.of(good, bad), false))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    private static Judgement judge(Case scenario, Trace trace) {
        return judge(scenario, Run.of(trace));
    }

    private static Judgement judge(Case scenario, Run run) {
        return Judge.judge(scenario, Cases.rule("required"), run, Cases.target());
    }

    @Test
    void oneOutcomeOfAnImplementationMustEqualOneRow() {
        Check rows = oneOf(row(21, "worker: returns 0", "main:"), row(22, "worker: begins A; returns 0", "main:"));

        Trace allowed = Traces.of("worker calls SleepEx(0, TRUE)", "worker begins A(0)", "worker returns 0");
        Trace forbidden = Traces.of("worker calls SleepEx(0, TRUE)", "worker begins A", "worker returns 5");

        assertThat(judge(Cases.of(SLEEP, rows), allowed).verdict()).isEqualTo(Verdict.PASS);
        Judgement judgement = judge(Cases.of(SLEEP, rows), forbidden);
        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.difference().line()).isEqualTo(22);
        assertThat(judgement.difference().event()).isEqualTo(2);
        assertThat(judgement.reason())
                .isEqualTo("no row shows this outcome: worker: begins A; returns 5 | main: nothing;"
                        + " nearest is the row at line 22: worker: expected `returns 0`, but `returns 5`");
    }

    @Test
    void aRowIsCompleteForEachOfItsThreads() {
        Check rows = oneOf(row(21, "worker: returns 0", "main:"));
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0", "main begins B");

        assertThat(judge(Cases.of(SLEEP, rows), trace).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void aRowThatLacksAnObservationAndDiffersElsewhereIsNotShown() {
        Check rows = oneOf(row(21, "worker: blocked SleepEx; returns 0", "main: begins A"));
        Trace differs = Traces.of("worker calls SleepEx(9, TRUE)", "worker returns 0", "main begins B");
        Trace unseen = Traces.of("worker calls SleepEx(9, TRUE)", "worker returns 0", "main begins A");

        assertThat(judge(Cases.of(SLEEP, rows), differs).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judge(Cases.of(SLEEP, rows), differs).difference().event()).isEqualTo(2);
        assertThat(judge(Cases.of(SLEEP, rows), unseen).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void onTheModelARowThatNoOutcomeShowsIsAFailureThatNamesTheRow() {
        Check rows = oneOf(row(21, "worker: returns 0"), row(22, "worker: returns WAIT_IO_COMPLETION"));
        Trace trace = Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "worker returns 0");

        Judgement model = judge(Cases.of(SLEEP, rows), trace);
        Judgement implementation =
                judge(Cases.of(SLEEP, rows), Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0"));

        assertThat(model.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(model.difference().trace()).isNull();
        assertThat(model.reason())
                .isEqualTo("no allowed outcome shows the row at line 22: worker: returns WAIT_IO_COMPLETION");
        assertThat(implementation.verdict()).isEqualTo(Verdict.PASS);
    }

    /**
     * An examiner that objects to each event that tells {@code what}; {@code own} stands for the rule of the case, a question mark
     * makes the rule a guess.
     */
    private static Examiner against(String what, String rule) {
        return new Examiner() {
            @Override
            public String name() {
                return "the test";
            }

            @Override
            public List<Objection> examine(String scenario, String own, Program program, Trace trace) {
                return IntStream.range(0, trace.events().size())
                        .filter(i -> trace.events().get(i).what().equals(what))
                        .mapToObj(i -> objection(rule.equals("own") ? own : rule, i))
                        .toList();
            }

            private Objection objection(String broken, int event) {
                String id = broken.replace("?", "");
                Objection objection = Objection.of(id, name(), event, "no " + what, List.of("returns 1"));
                return id.equals(broken) ? objection : objection.guessed();
            }
        };
    }

    /** An examiner that objects to a trace that holds {@code what} and knows no rule that says so. */
    private static Examiner against(String what) {
        return against(what, "");
    }

    private static Judgement examined(String level, Run run, Examiner... examiners) {
        Case scenario = Cases.of(SLEEP, RETURNS, new Check.Recorded("worker", 11));
        return Judge.judge(scenario, Cases.rule(level), run, Cases.target(), List.of(examiners));
    }

    private static List<String> rules(Judgement judgement) {
        return judgement.rejections().stream()
                .map(rejection -> rejection.objection().rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "required, own, FAIL",
        "recommended, own, FAIL",
        "informative, own, OBSERVED",
        "required, OTHER-RULE-1, PASS",
        "required, '', PASS",
        "informative, OTHER-RULE-1, OBSERVED"
    })
    void anObjectionFailsTheRuleThatItRestsOnAndNoOther(String level, String rule, Verdict verdict) {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");

        Judgement judgement = examined(level, Run.of(trace), against("0", rule));

        assertThat(judgement.verdict()).isEqualTo(verdict);
        assertThat(rules(judgement)).containsExactly(rule.equals("own") ? "Q-A-1" : rule);
        assertThat(judgement.evidence()).containsExactly(trace);
        if (verdict == Verdict.FAIL) {
            assertThat(judgement.reason()).isEqualTo("rejected by the test for Q-A-1: no 0");
        }
    }

    @ParameterizedTest
    @CsvSource({"7, OTHER-RULE-1", "7, OTHER-RULE-1?", "5, OTHER-RULE-1"})
    void aCheckThatFailsBehindOrByWhatOtherRulesForbidSaysNothingAndNamesThem(String what, String rule) {
        Trace trace = Traces.of("main exits 7", "worker calls SleepEx(0, TRUE)", "worker returns 5");

        Judgement judgement = examined("required", Run.of(trace), against(what, rule));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).startsWith("OTHER-RULE-1 is broken: worker: expected `returns 0`");
        assertThat(rules(judgement)).containsExactly("OTHER-RULE-1");
    }

    @Test
    void eachOfTheRulesThatWereBrokenIsNamed() {
        Trace trace = Traces.of("main exits 7", "worker calls SleepEx(0, TRUE)", "worker returns 5");

        Judgement judgement =
                examined("required", Run.of(trace), against("7", "OTHER-RULE-1"), against("5", "THIRD-RULE-1"));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).startsWith("OTHER-RULE-1, THIRD-RULE-1 are broken: ");
    }

    @ParameterizedTest
    @CsvSource({
        "7, OTHER-RULE-1, 5, own", // the rule of the case is broken as well
        "7, OTHER-RULE-1, 5, ''", // nobody knows why the check fails
        "7, OTHER-RULE-1, 5, THIRD-RULE-1?",
        "7, own, 5, OTHER-RULE-1",
        "7, '', 5, OTHER-RULE-1", // nobody knows what was broken
        "7, '', 9, ''",
    })
    void nothingElseExcusesAFailure(String first, String rule, String second, String other) {
        Trace trace = Traces.of("main exits 7", "worker calls SleepEx(0, TRUE)", "worker returns 5");

        Judgement judgement = examined("required", Run.of(trace), against(first, rule), against(second, other));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.reason()).startsWith("worker: expected `returns 0`");
    }

    @Test
    void whatIsObjectedToWhereTheCheckFailsIsHeldAgainstTheRuleOfTheCase() {
        Trace trace = Traces.of("main exits 7", "worker calls SleepEx(0, TRUE)", "worker returns 5");

        assertThat(rules(examined("required", Run.of(trace), against("5")))).containsExactly("Q-A-1");
        assertThat(rules(examined("required", Run.of(trace), against("7"), against("5", "OTHER-RULE-1"))))
                .containsExactly("Q-A-1");
    }

    @Test
    void aFindingAboutAnEventWhoseRuleAnotherExaminerKnowsIsNone() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");

        assertThat(rules(examined("required", Run.of(trace), against("0"), against("0", "OTHER-RULE-1"))))
                .containsExactly("OTHER-RULE-1");
    }

    @Test
    void anExaminerThatObjectsToNothingChangesNothing() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");

        assertThat(examined("required", Run.of(trace), against("5"))).isEqualTo(Judgement.of(Verdict.PASS, ""));
    }

    @Test
    void whereAnExaminerGivesUpAPassIsInconclusiveUnlessAnotherOneRejects() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");
        Examiner givesUp = new Examiner() {
            @Override
            public String name() {
                return "the weary";
            }

            @Override
            public List<Objection> examine(String scenario, String rule, Program program, Trace examined) {
                return List.of(Objection.undecided(name(), 1, "too many states"));
            }
        };

        Judgement weary = examined("required", Run.of(trace), givesUp, against("5"));
        Judgement both = examined("required", Run.of(trace), givesUp, against("0", "own"));

        assertThat(weary.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(weary.reason()).isEqualTo("not judged by the weary: too many states");
        assertThat(both.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(both.reason()).isEqualTo("rejected by the test for Q-A-1: no 0");
        assertThat(examined("informative", Run.of(trace), givesUp).verdict()).isEqualTo(Verdict.OBSERVED);
    }

    @Test
    void anObjectionIsRecordedBesideAFailureOfTheChecks() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 5");

        Judgement judgement = examined("required", Run.of(trace), against("5"));

        assertThat(judgement.reason()).startsWith("worker: expected `returns 0`");
        assertThat(judgement.rejections()).hasSize(1);
        assertThat(judgement.evidence()).containsExactly(trace);
    }

    @Test
    void eachExaminerSeesEachTraceOfTheModelAndIsQuotedOnce() {
        Trace good = Traces.scheduled("s1", "worker calls SleepEx(0, TRUE)", "worker returns 0");
        Trace bad = Traces.scheduled("s2", "worker calls SleepEx(0, TRUE)", "worker returns 0", "main exits 5");
        Trace worse = Traces.scheduled("s3", "worker calls SleepEx(0, TRUE)", "worker returns 0", "main exits 5");

        Judgement judgement = examined(
                "required",
                new Run(List.of(good, bad, worse), true),
                against("5", "own"),
                against("0", "OTHER-RULE-1"));

        assertThat(judgement.reason()).isEqualTo("rejected by the test for Q-A-1: no 5, on schedule s2");
        assertThat(judgement.evidence()).containsExactly(bad, good);
    }

    @ParameterizedTest
    @CsvSource({"FAULT, 0", "NOT_IMPLEMENTED, 0", "CRASHED, 1", "TIMEOUT, 1", "UNSETTLED, 1", "STUCK, 1", "COMPLETED, 1"
    })
    void examinersSeeEveryTraceThatSaysSomethingOfTheImplementation(TraceStatus status, int rejections) {
        Trace trace = Traces.ended(status, "because", "worker returns 5");

        assertThat(examined("required", Run.of(trace), against("5")).rejections())
                .hasSize(rejections);
    }

    @Test
    void theEndOfATraceStandsBehindItsLastEvent() {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns 0");

        assertThat(new Rejection(new Objection("the model", -1, "it cannot end here", List.of()), trace).event())
                .isEqualTo(2);
        assertThat(new Rejection(new Objection("the model", 0, "cannot be first", List.of()), trace).event())
                .isZero();
    }
}
