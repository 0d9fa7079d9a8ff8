package org.apctck.features.lies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apctck.features.FeatureCompiler;
import org.apctck.kit.Case;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.kit.invariants.Invariants;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.following.Oracle;
import org.apctck.reference.following.Suspect;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.Examiner;
import org.apctck.spec.Run;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Agents that lie get no clean run. The model runs each program of the features in a child process, which tells one lie about it.
 *
 * <p>A lie after which the outcome is still one that the model allows harms nobody: an implementation that did so would
 * conform. Whatever else is told must end as a failure, an error, or without a verdict, or beside a pass as an objection for
 * another rule or as a finding, either of which is unexpected.
 */
class LyingAgentTest {
    private static final List<Case> CASES = FeatureCompiler.compile();
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<Suspect> SUSPECTS = Suspects.of(CATALOGUE);
    private static final HostLimits PATIENT = HostLimits.DEFAULT.withHandshakeMillis(60_000);
    private static final Set<Verdict> CAUGHT =
            EnumSet.of(Verdict.FAIL, Verdict.ERROR, Verdict.INCONCLUSIVE, Verdict.NOT_APPLICABLE);
    private static final int SEED = Integer.getInteger("apctck.lies.seed", 0);
    private static final Map<String, Set<Outcome>> ALLOWED = new ConcurrentHashMap<>();

    private final Map<String, Integer> tally = new TreeMap<>();
    private final List<String> passed = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(value = Lie.class, mode = EnumSource.Mode.EXCLUDE, names = "REPEATS_AN_ANSWER")
    void noLieThatMattersGetsACleanRun(Lie lie) throws TargetUnavailableException {
        try (AgentTarget agent = open(lie)) {
            for (Case scenario : CASES) {
                judge(scenario, agent);
            }
        }

        assertThat(passed).as("passed in spite of the lie; %s", tally).isEmpty();
        assertThat(tally.keySet()).as("that the lie takes effect").anyMatch(what -> what.startsWith("caught"));
    }

    private static AgentTarget open(Lie lie) throws TargetUnavailableException {
        return AgentTarget.open(
                AgentLaunch.of("liar", LyingAgent.command(lie, SEED)).withLimits(PATIENT));
    }

    private void judge(Case scenario, AgentTarget agent) {
        Rule rule = CATALOGUE.rule(scenario.rule()).orElseThrow();
        Run run = agent.run(scenario.program());
        List<Examiner> examiners = List.of(new Invariants(), new Oracle(SUSPECTS));
        Judgement judgement = Judge.judge(scenario, rule, run, agent.describe(), examiners);
        Trace told = run.traces().get(0);
        Trace truth = Simulation.run(scenario.program());
        if (content(told).equals(content(truth)) && judgement.verdict() != Verdict.ERROR) {
            count("no effect");
        } else if (CAUGHT.contains(judgement.verdict())) {
            String by = judgement.difference() != null || judgement.rejections().isEmpty()
                    ? ""
                    : " by " + judgement.rejections().get(0).objection().by();
            count("caught, " + judgement.verdict() + by);
        } else if (isUnexpected(scenario, rule, judgement)) {
            String rules = judgement.rejections().stream()
                    .map(rejection -> rejection.objection().isFinding() ? "a finding" : "another rule")
                    .collect(Collectors.joining(" and "));
            count("caught, " + judgement.verdict() + " with " + rules);
        } else if (judgement.verdict() == Verdict.OBSERVED
                && !judgement.rejections().isEmpty()) {
            count("caught, OBSERVED with an objection");
        } else if (allowed(scenario).contains(outcome(scenario, told))) {
            count("still allowed");
        } else {
            passed.add(judgement.verdict() + " " + scenario.id() + "\n  "
                    + told.events().stream().map(Event::toString).collect(Collectors.joining("\n  ")));
        }
    }

    /**
     * Whether a run that comes to this has an exit status other than 0 where nobody expects it: a pass is worth nothing beside an
     * objection for another rule, or one that rests on none.
     */
    private static boolean isUnexpected(Case scenario, Rule rule, Judgement judgement) {
        Attempt attempt = new Attempt(scenario, rule.level(), 1, judgement, Sample.NONE, 0, "");
        return Expectations.NONE
                        .compare(List.of(ScenarioResult.of(attempt)), CASES)
                        .status()
                != ExitStatus.OK;
    }

    private void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    /** What was told, without numbers and times. */
    private static List<String> content(Trace trace) {
        return trace.events().stream().map(Event::toString).toList();
    }

    private static Set<Outcome> allowed(Case scenario) {
        return ALLOWED.computeIfAbsent(
                scenario.id(),
                id -> Explorer.explore(scenario.program()).traces().stream()
                        .map(trace -> outcome(scenario, trace))
                        .collect(Collectors.toSet()));
    }

    private static Outcome outcome(Case scenario, Trace trace) {
        return trace.outcome().comparable(scenario.program());
    }

    @ParameterizedTest
    @EnumSource(names = "REPEATS_AN_ANSWER")
    void anAgentThatRepeatsAnAnswerIsLostBeforeItsRepetitionCounts(Lie lie) throws TargetUnavailableException {
        try (AgentTarget agent = open(lie)) {
            assertThat(content(agent.run(CASES.get(0).program()).traces().get(0)))
                    .isEqualTo(content(Simulation.run(CASES.get(0).program())));

            assertThatThrownBy(() -> agent.run(CASES.get(1).program()))
                    .isInstanceOf(TargetLostException.class)
                    .hasMessageContaining("a second answer to program 1");
        }
    }
}
