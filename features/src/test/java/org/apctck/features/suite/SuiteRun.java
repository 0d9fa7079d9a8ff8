package org.apctck.features.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apctck.features.Compilation;
import org.apctck.features.FeatureCompiler;
import org.apctck.features.FeatureFiles;
import org.apctck.features.steps.World;
import org.apctck.kit.Case;
import org.apctck.kit.Kit;
import org.apctck.kit.Targets;
import org.apctck.kit.invariants.Invariants;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.run.CaseRun;
import org.apctck.kit.run.Instances;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.following.Oracle;
import org.apctck.reports.allure.AllureEntry;
import org.apctck.reports.allure.Standing;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The scenarios of the suite in progress on its target. Cucumber makes the hooks, so that they can only find it here; suites
 * run one after the other.
 */
final class SuiteRun {
    /** Compiled once for all suites of the JVM. */
    private static final Compilation FEATURES = FeatureCompiler.compileAll(FeatureFiles.shipped());

    private static final Catalogue CATALOGUE = Catalogue.load();

    /** Enough for threads to meet; longer series are for {@code apctck run}. */
    private static final RaceBounds RACES = new RaceBounds(60, 1000, 1);

    private static Optional<SuiteRun> current = Optional.empty();

    /** Why the suite in progress cannot run here; empty if it can. */
    private static String skipped = "";

    private final Instances instances;
    private final BlockingQueue<CaseRun> idle = new LinkedBlockingQueue<>();
    private final Lock racing = new ReentrantLock();
    private final Known known;
    private final Header header;
    private final List<Attempt> attempts = new ArrayList<>();
    private final ThreadLocal<@Nullable AllureEntry> last = new ThreadLocal<>();

    /** What a suite makes of the attempts at its scenarios. */
    interface Known {
        /** Is told what is run, before anything else is asked: entries may hold on some targets alone. */
        default void meet(TargetDescription target) {}

        /** What is wrong with {@code attempt}; empty if it is as it should be. */
        String problem(Attempt attempt);

        /** The entry that accounts for {@code attempt} as a known deviation; null if there is none. */
        default @Nullable Expectation entry(Attempt attempt) {
            return null;
        }

        /** What is wrong when all attempts have been made; empty if nothing is. */
        String problem(List<Attempt> attempts, List<Case> cases);
    }

    private SuiteRun(Instances instances, Known known) {
        this.instances = instances;
        instances
                .targets()
                .forEach(target -> idle.add(
                        new CaseRun(target, List.of(new Invariants(), new Oracle(Suspects.of(CATALOGUE))), RACES)));
        this.known = known;
        TargetDescription description = instances.describe();
        known.meet(description);
        this.header = header(description);
    }

    private static Header header(TargetDescription target) {
        // The command of an agent is a class path of this machine; its last word is what it serves.
        String name = target.name().replaceFirst("^agent:.* ", "agent:");
        return new Header(
                Kit.version(),
                Instant.now().toString(),
                CATALOGUE.digest(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", Java "
                        + System.getProperty("java.version"),
                new TargetDescription(
                        name,
                        target.implementation(),
                        target.version(),
                        target.digest(),
                        target.platform(),
                        target.apis()),
                RACES.stated(),
                1,
                List.of());
    }

    /** Begins a suite. */
    static void begin(String target, Map<String, String> options, Known known) throws TargetUnavailableException {
        assertThat(FEATURES.findings()).isEmpty();
        int count = Targets.provider(target).orElseThrow().instances();
        Instances instances = Instances.open(Targets.open(target, options), count, () -> Targets.open(target, options));
        current = Optional.of(new SuiteRun(instances, known));
    }

    /** Begins a suite of which nothing can be run, for a reason that belongs to the machine and not to the target. */
    static void skip(String reason) {
        skipped = reason;
    }

    /**
     * The suite in progress.
     *
     * @throws TestAbortedException if its target is not on this machine
     */
    static SuiteRun current() {
        if (!skipped.isEmpty()) {
            throw new TestAbortedException(skipped);
        }
        return current.orElseThrow(() -> new IllegalStateException("no suite has begun"));
    }

    /** The result of the scenario that was run last by this thread, once: the next one may fail before it is run. */
    static Optional<AllureEntry> lastResult() {
        return current.map(run -> {
            AllureEntry entry = run.last.get();
            run.last.remove();
            return entry;
        });
    }

    /** Why the suite in progress cannot run here; empty if it can. */
    static String reasonToSkip() {
        return skipped;
    }

    /** Ends the suite, unless it could not begin. */
    static void end() {
        Optional<SuiteRun> ended = current;
        current = Optional.empty();
        skipped = "";
        ended.ifPresent(SuiteRun::close);
    }

    /** Demands that every case has been run: a runner that finds nothing to run is silent about it. */
    private void close() {
        instances.close();
        assertThat(attempts.size())
                .as("scenarios run")
                .isEqualTo(FEATURES.cases().size());
        assertThat(attempts)
                .extracting(attempt -> attempt.scenario().id())
                .containsExactlyInAnyOrderElementsOf(
                        FEATURES.cases().stream().map(Case::id).toList());
        assertThat(known.problem(attempts, FEATURES.cases())).isEmpty();
    }

    /** Runs the case of {@code scenario}, whose steps have drafted {@code world}, on an instance of the target that is free. */
    void run(Scenario scenario, World world) {
        String uri = scenario.getUri().toString();
        String place = uri.substring(uri.indexOf("features/")) + ":" + scenario.getLine();
        Case compiled = FEATURES.places().get(place);
        assertThat(compiled).as("the case of %s", place).isNotNull();
        assertThat(world.program()).isEqualTo(compiled.program());

        Rule rule = CATALOGUE.rule(compiled.rule()).orElseThrow();
        Attempt attempt = RaceSeries.isRace(compiled) ? race(compiled, rule) : attempt(compiled, rule);
        judge(rule, attempt);
    }

    /** Two races at the same time would take the processors from each other. */
    private Attempt race(Case scenario, Rule rule) {
        racing.lock();
        try {
            return attempt(scenario, rule);
        } finally {
            racing.unlock();
        }
    }

    private Attempt attempt(Case scenario, Rule rule) {
        CaseRun caseRun;
        try {
            caseRun = idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestAbortedException("interrupted", e);
        }
        try {
            return caseRun.attempt(scenario, rule, 1);
        } finally {
            idle.add(caseRun);
        }
    }

    private synchronized void judge(Rule rule, Attempt attempt) {
        attempts.add(attempt);
        String problem = known.problem(attempt);
        Standing standing = new Standing(problem.strip(), known.entry(attempt));
        ScenarioResult result = ScenarioResult.of(attempt);
        last.set(new AllureEntry(rule, CATALOGUE.areas().get(rule.area()), header, result, standing));
        if (!problem.isEmpty()) {
            throw new AssertionError(problem + "\n" + FailureText.of(attempt));
        }
    }
}
