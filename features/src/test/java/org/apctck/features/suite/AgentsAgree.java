package org.apctck.features.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.Effect;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of the second agent of an implementation: the verdicts that are known, and the outcomes of the first agent.
 *
 * <p>Where a scenario leaves several outcomes open, each agent may show another one. Elsewhere two outcomes may differ in
 * nothing but what {@link #difference} says and what is listed, with the reason, in {@code expectations/<file>.yaml}.
 */
final class AgentsAgree implements SuiteRun.Known, AutoCloseable {
    /** What the first agent showed in a suite of this JVM, by file and scenario: it need not run it again. */
    private static final Map<String, Outcome> SHOWN = new ConcurrentHashMap<>();

    private static final Pattern OF_THE_LOG = Pattern.compile(", last error (203|ERROR_SUCCESS|unchanged)$");

    private final SuiteRun.Known known;
    private final Target other;
    private final String file;
    private final Map<String, String> listed;

    /**
     * @param known what is demanded of the verdicts
     * @param other the implementation behind the first agent
     * @param file of scenarios that may differ
     */
    AgentsAgree(SuiteRun.Known known, Target other, String file) {
        this.known = known;
        this.other = other;
        this.file = file;
        listed = listed(file);
    }

    /** The scenarios whose outcomes the agents may show differently, each with the reason. */
    static Map<String, String> listed(String file) {
        Map<String, String> listed = new LinkedHashMap<>();
        for (Node node : Document.read(KnownDeviations.file(file)).items()) {
            node.only("scenario", "reason");
            listed.put(node.get("scenario").text(), node.get("reason").text());
        }
        return listed;
    }

    @Override
    public void meet(TargetDescription target) {
        known.meet(target);
    }

    @Override
    public String problem(Attempt attempt) {
        String problem = known.problem(attempt);
        Case scenario = attempt.scenario();
        if (!problem.isEmpty()
                || attempt.sample().traces().isEmpty()
                || listed.containsKey(scenario.id())
                || isUpToTime(attempt)) {
            return problem;
        }
        Outcome first = SHOWN.get(key(file, scenario));
        return difference(
                scenario,
                first != null ? first : outcome(other.run(scenario.program()).traces()),
                outcome(attempt.sample().traces()));
    }

    /**
     * Whether a timer is armed and one of the agents need not pass: what it does after the target has gone wrong, or where it is left
     * open, depends on how fast the agent is. One may see the end of a wait that the other, sooner, takes for one without an end.
     */
    private boolean isUpToTime(Attempt attempt) {
        return attempt.scenario().program().does(Effect.ARMS_TIMER)
                && (attempt.judgement().verdict() != Verdict.PASS || known.entry(attempt) != null);
    }

    @Override
    public @Nullable Expectation entry(Attempt attempt) {
        return known.entry(attempt);
    }

    private static String key(String file, Case scenario) {
        return file + ": " + scenario.id();
    }

    private static Outcome outcome(List<Trace> traces) {
        return traces.get(0).outcome();
    }

    /** Demands what {@code known} does of the first agent, and keeps what it shows. */
    static SuiteRun.Known remembering(SuiteRun.Known known, String file) {
        return new SuiteRun.Known() {
            @Override
            public void meet(TargetDescription target) {
                known.meet(target);
            }

            @Override
            public String problem(Attempt attempt) {
                List<Trace> traces = attempt.sample().traces();
                if (!traces.isEmpty()) {
                    SHOWN.put(key(file, attempt.scenario()), outcome(traces));
                }
                return known.problem(attempt);
            }

            @Override
            public @Nullable Expectation entry(Attempt attempt) {
                return known.entry(attempt);
            }

            @Override
            public String problem(List<Attempt> attempts, List<Case> cases) {
                return known.problem(attempts, cases);
            }
        };
    }

    /** How the outcome of the agent in C differs from that of the one in Java; empty if not, or as it may. */
    static String difference(Case scenario, Outcome java, Outcome c) {
        Program program = scenario.program();
        Outcome one = withoutLastErrors(java.comparable(program));
        Outcome other = withoutLastErrors(c.comparable(program));
        boolean same = one.equals(other) || isOpen(scenario) || isCutShort(one, other);
        return same ? "" : "the agents differ:\n  Java: " + java + "\n  C:    " + c;
    }

    /**
     * WinPR fails in places without setting a last error. Its log, which tells of the failure, does: to what is left by the search for
     * variables of the environment when it is set up, which is once in a process.
     */
    private static Outcome withoutLastErrors(Outcome outcome) {
        Map<String, List<String>> threads = new LinkedHashMap<>();
        outcome.texts()
                .forEach((thread, events) -> threads.put(
                        thread,
                        events.stream()
                                .map(event -> OF_THE_LOG.matcher(event).replaceFirst(""))
                                .toList()));
        return Outcome.read(threads, outcome.status());
    }

    /** Whether which of several outcomes comes is up to the implementation's schedule. */
    private static boolean isOpen(Case scenario) {
        return scenario.checks().stream().anyMatch(Check.OneOf.class::isInstance) || RaceSeries.isRace(scenario);
    }

    /**
     * A JVM that is torn down by a crash may lose the events of its last moment; the agent in C writes them first. How much is told
     * once a program is broken off for a call that is not implemented is a matter of microseconds.
     */
    private static boolean isCutShort(Outcome java, Outcome c) {
        if (java.status() != c.status()) {
            return false;
        }
        return switch (java.status()) {
            case CRASHED -> isBeginning(java, c);
            case NOT_IMPLEMENTED -> tellsWhy(java) && isBeginning(java, c) || tellsWhy(c) && isBeginning(c, java);
            default -> false;
        };
    }

    private static boolean tellsWhy(Outcome outcome) {
        return outcome.texts().values().stream()
                .flatMap(List::stream)
                .anyMatch(event -> event.endsWith("last error ERROR_CALL_NOT_IMPLEMENTED"));
    }

    private static boolean isBeginning(Outcome cut, Outcome all) {
        return cut.threads().entrySet().stream()
                .allMatch(thread ->
                        isBeginning(thread.getValue(), all.threads().getOrDefault(thread.getKey(), List.of())));
    }

    private static boolean isBeginning(List<Outcome.Step> steps, List<Outcome.Step> all) {
        return steps.size() <= all.size() && all.subList(0, steps.size()).equals(steps);
    }

    @Override
    public String problem(List<Attempt> attempts, List<Case> cases) {
        List<String> unknown = new ArrayList<>(listed.keySet());
        cases.forEach(scenario -> unknown.remove(scenario.id()));
        return known.problem(attempts, cases) + (unknown.isEmpty() ? "" : "listed, but no scenario: " + unknown);
    }

    @Override
    public void close() {
        other.close();
    }
}
