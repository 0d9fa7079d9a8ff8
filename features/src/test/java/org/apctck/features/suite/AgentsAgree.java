package org.apctck.features.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.spec.Document;
import org.apctck.spec.Node;
import org.apctck.spec.Outcome;
import org.apctck.spec.Program;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Trace;
import org.apctck.spec.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is demanded of the second agent of an implementation: the verdicts that are known, and the outcomes of the first agent.
 *
 * <p>Where a scenario leaves several outcomes open, each agent may show another one. Elsewhere two outcomes may differ in
 * nothing but what is listed, with the reason, in {@code expectations/<file>.yaml}.
 */
final class AgentsAgree implements SuiteRun.Known, AutoCloseable {
    /** What the first agent showed in a suite of this JVM, by file and scenario: it need not run it again. */
    private static final Map<String, Outcome> SHOWN = new ConcurrentHashMap<>();

    private static final Set<TraceStatus> CUT_SHORT = Set.of(TraceStatus.CRASHED, TraceStatus.NOT_IMPLEMENTED);

    private final SuiteRun.Known known;
    private final Target other;
    private final String file;
    private final Map<String, String> listed = new LinkedHashMap<>();

    /**
     * @param known what is demanded of the verdicts
     * @param other the implementation behind the first agent
     * @param file of scenarios that may differ
     */
    AgentsAgree(SuiteRun.Known known, Target other, String file) {
        this.known = known;
        this.other = other;
        this.file = file;
        for (Node node :
                Document.read(Path.of("..", "expectations", file + ".yaml")).items()) {
            node.only("scenario", "reason");
            listed.put(node.get("scenario").text(), node.get("reason").text());
        }
    }

    @Override
    public void meet(TargetDescription target) {
        known.meet(target);
    }

    @Override
    public String problem(Attempt attempt) {
        String problem = known.problem(attempt);
        Case scenario = attempt.scenario();
        if (!problem.isEmpty() || attempt.sample().traces().isEmpty() || listed.containsKey(scenario.id())) {
            return problem;
        }
        Outcome first = SHOWN.get(key(file, scenario));
        return difference(
                scenario,
                first != null ? first : outcome(other.run(scenario.program()).traces()),
                outcome(attempt.sample().traces()));
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
        Outcome one = withoutLastErrors(program.comparable(java));
        Outcome other = withoutLastErrors(program.comparable(c));
        boolean same = one.equals(other) || isOpen(scenario) || isCutShort(one, other);
        return same ? "" : "the agents differ:\n  Java: " + java + "\n  C:    " + c;
    }

    /**
     * An implementation that fails without setting a last error leaves what the thread had before: that of a runtime, or of
     * what it did itself when it was first used. Where the code matters, a check demands it of each agent.
     */
    private static Outcome withoutLastErrors(Outcome outcome) {
        Map<String, List<String>> threads = new LinkedHashMap<>();
        outcome.threads()
                .forEach((thread, events) -> threads.put(
                        thread,
                        events.stream()
                                .map(event -> event.replaceFirst(", last error \\w+$", ""))
                                .toList()));
        return new Outcome(threads, outcome.status());
    }

    /** Whether which of several outcomes comes is up to the implementation's schedule. */
    private static boolean isOpen(Case scenario) {
        return scenario.checks().stream().anyMatch(Check.OneOf.class::isInstance) || RaceSeries.isRace(scenario);
    }

    /**
     * What is told of the last moment is a matter of microseconds where the process dies, or is broken off for what the
     * implementation lacks.
     */
    private static boolean isCutShort(Outcome one, Outcome other) {
        return CUT_SHORT.contains(one.status())
                && one.status() == other.status()
                && (isBeginning(one, other) || isBeginning(other, one));
    }

    private static boolean isBeginning(Outcome cut, Outcome all) {
        return cut.threads().entrySet().stream()
                .allMatch(thread ->
                        isBeginning(thread.getValue(), all.threads().getOrDefault(thread.getKey(), List.of())));
    }

    private static boolean isBeginning(List<String> events, List<String> all) {
        return events.size() <= all.size() && all.subList(0, events.size()).equals(events);
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
