package org.apctck.kit.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apctck.kit.Case;
import org.apctck.kit.Judgement;
import org.apctck.kit.Kit;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.kit.results.Sample;
import org.apctck.spec.InputException;
import org.apctck.spec.Rule;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a plan on one target. Each case that was asked for ends in exactly one verdict as often as asked for:
 * what could not be run any more is NOT_RUN.
 */
public final class Runner {
    private final RunPlan plan;
    private final Target target;
    private final TargetDescription description;
    private final CaseRun caseRun;
    private final RunListener listener;
    private final Header header;
    private final @Nullable ResultsWriter writer;
    private final long started = System.nanoTime();
    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable Footer footer;
    private @Nullable InputException unwritten;

    /**
     * Prepares a run.
     *
     * @param folder for the file of results, or null to write none
     * @throws org.apctck.spec.InputException if the results cannot be written there; nothing has been run then
     */
    public Runner(RunPlan plan, Target target, @Nullable Path folder, RunListener listener) {
        this.plan = plan;
        this.target = target;
        this.description = target.describe();
        this.caseRun = new CaseRun(target, plan.examiners().apply(description), plan.races());
        this.listener = listener;
        this.header = new Header(
                Kit.version(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.catalogue().digest(),
                host(),
                description,
                plan.options(),
                plan.repeats(),
                plan.cases().stream()
                        .map(scenario -> new Header.Asked(scenario.id(), scenario.rule()))
                        .toList());
        this.writer = folder == null ? null : ResultsWriter.create(folder, header);
    }

    /**
     * Runs every case as often as asked for, and closes the target. If the results cannot be written any more, a full disk
     * say, it goes on without: {@link #unwritten} tells.
     */
    public Results run() {
        String lost = "";
        boolean protocolBroken = false;
        try (target) {
            for (int number = 1; number <= plan.repeats(); number++) {
                for (Case scenario : plan.cases()) {
                    if (!isEnded()) {
                        checkTime();
                        attempt(scenario, number);
                    }
                }
            }
        } catch (TargetLostException e) {
            lost = e.reason();
            protocolBroken = e.isProtocolBroken();
        } catch (OutOfMemoryError e) {
            // What one target makes the kit keep must not cost the results of the next.
            lost = description.name() + ": the kit ran out of memory";
        }
        return end(false, lost, protocolBroken);
    }

    /**
     * Stops a run from another thread, or from a shutdown hook: when it returns, all that was run is on disk with a footer,
     * and what was not counts as NOT_RUN. The attempt in progress is given up.
     */
    public void stop() {
        end(true, "", false);
    }

    /** Why the file of results is not whole; empty if it is, or if there is none. */
    public synchronized Optional<InputException> unwritten() {
        return Optional.ofNullable(unwritten);
    }

    private void checkTime() {
        if (millisSince(started) > plan.time().toMillis()) {
            throw new TargetLostException(
                    description.name() + ": the " + plan.time().toSeconds() + " s for this target are over (--time)",
                    false);
        }
    }

    private void attempt(Case scenario, int number) {
        listener.begins(scenario, attemptsMade(), plan.cases().size() * plan.repeats());
        Optional<Rule> rule = plan.catalogue().rule(scenario.rule());
        Attempt attempt = rule.isPresent()
                ? caseRun.attempt(scenario, rule.get(), number)
                : new Attempt(
                        scenario,
                        Rule.Level.REQUIRED,
                        number,
                        Judgement.of(Verdict.ERROR, "there is no rule " + scenario.rule() + " in the catalogue"),
                        Sample.NONE,
                        0,
                        "");
        if (add(attempt)) {
            listener.ended(attempt);
        }
    }

    private synchronized int attemptsMade() {
        return attempts.size();
    }

    private synchronized boolean isEnded() {
        return footer != null;
    }

    /** Whether the attempt still counts: not after the end. */
    private synchronized boolean add(Attempt attempt) {
        if (footer != null) {
            return false;
        }
        attempts.add(attempt);
        write(results -> results.add(attempt));
        return true;
    }

    /** Writes unless that has failed before: the verdicts are worth more than their file. */
    private void write(Consumer<ResultsWriter> line) {
        if (writer == null || unwritten != null) {
            return;
        }
        try {
            line.accept(writer);
        } catch (InputException e) {
            unwritten = e;
        }
    }

    private synchronized Results end(boolean interrupted, String lost, boolean protocolBroken) {
        if (footer == null) {
            String reason = interrupted ? "interrupted" : lost;
            notMade().forEach(scenario -> add(scenario.notRun(reason)));
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            attempts.forEach(attempt -> verdicts.merge(attempt.verdict(), 1, Integer::sum));
            Footer last = new Footer(verdicts, millisSince(started), interrupted, lost, protocolBroken);
            footer = last;
            write(results -> results.end(last));
        }
        return new Results(header, attempts, footer);
    }

    private record Unmade(Case scenario, Rule.Level level, int number) {
        Attempt notRun(String reason) {
            return Attempt.notRun(scenario, level, number, reason);
        }
    }

    /** What is left of the plan: attempts are made in its order. */
    private List<Unmade> notMade() {
        List<Unmade> unmade = new ArrayList<>();
        int cases = plan.cases().size();
        for (int i = attempts.size(); i < cases * plan.repeats(); i++) {
            Case scenario = plan.cases().get(i % cases);
            Rule.Level level =
                    plan.catalogue().rule(scenario.rule()).map(Rule::level).orElse(Rule.Level.REQUIRED);
            unmade.add(new Unmade(scenario, level, i / cases + 1));
        }
        return unmade;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static String host() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }
}
