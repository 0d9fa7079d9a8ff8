package org.apctck.kit.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.InputException;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cases of a plan on one target. Each case that was asked for ends in exactly one verdict as often as asked for:
 * what could not be run any more is NOT_RUN.
 *
 * <p>Several instances of a target run cases side by side, which saves time as threads mostly wait. Results are written as they
 * come; {@link Results} of a run are in order of its plan.
 */
public final class Runner {
    private final RunPlan plan;
    private final Instances instances;
    private final TargetDescription description;
    private final RunListener listener;
    private final Header header;
    private final @Nullable ResultsWriter writer;
    private final long started = System.nanoTime();
    private final @Nullable Attempt[] attempts;
    private int made;
    private @Nullable TargetLostException lost;
    private @Nullable Throwable failure;
    private @Nullable Footer footer;
    private @Nullable InputException unwritten;

    /**
     * Prepares a run.
     *
     * @param folder for the file of results, or null to write none
     * @throws org.apctck.spec.format.InputException if the results cannot be written there; nothing has been run then
     */
    public Runner(RunPlan plan, Target target, @Nullable Path folder, RunListener listener) {
        this(plan, Instances.of(target), folder, listener);
    }

    /**
     * Prepares a run.
     *
     * @param instances of the target, which are closed at the end
     * @param folder for the file of results, or null to write none
     * @throws org.apctck.spec.format.InputException if the results cannot be written there; nothing has been run then
     */
    public Runner(RunPlan plan, Instances instances, @Nullable Path folder, RunListener listener) {
        this.plan = plan;
        this.instances = instances;
        this.description = instances.describe();
        this.attempts = new Attempt[Math.multiplyExact(plan.cases().size(), plan.repeats())];
        this.listener = listener;
        this.header = new Header(
                Kit.version(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                plan.catalogue().digest(),
                host(),
                description,
                plan.options(),
                plan.repeats(),
                Header.Asked.of(plan.cases()),
                plan.request());
        this.writer = folder == null ? null : ResultsWriter.create(folder, header);
    }

    /**
     * Runs every case as often as asked for, and closes the target. If the results cannot be written any more, a full disk
     * say, it goes on without: {@link #unwritten} tells.
     */
    public Results run() {
        try {
            Schedule schedule = new Schedule(plan, instances.targets().size());
            List<Target> targets = instances.targets();
            CompletableFuture<?>[] others = targets.stream()
                    .skip(1)
                    .map(other -> CompletableFuture.runAsync(
                            () -> work(other, schedule::next), task -> start(task, targets.indexOf(other))))
                    .toArray(CompletableFuture<?>[]::new);
            work(targets.get(0), schedule::nextOfFirst);
            CompletableFuture.allOf(others).join();
        } finally {
            close();
        }
        return result();
    }

    private static void start(Runnable work, int instance) {
        Thread thread = new Thread(work, "instance " + instance);
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes attempts on one instance until nothing is left, or one of them has lost the target. */
    private void work(Target instance, Supplier<Optional<Schedule.Item>> next) {
        try {
            CaseRun caseRun = new CaseRun(instance, plan.examiners().get(), plan.races());
            for (Optional<Schedule.Item> item = next.get(); item.isPresent() && !isEnded(); item = next.get()) {
                checkTime();
                attempt(caseRun, item.get());
            }
        } catch (TargetLostException e) {
            lose(e);
        } catch (OutOfMemoryError e) {
            // What one target makes the kit keep must not cost the results of the next.
            lose(new TargetLostException(description.name() + ": the kit ran out of memory", false));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    /** Closes the instances; an agent may break the protocol at the very end. */
    private void close() {
        try {
            instances.close();
        } catch (TargetLostException e) {
            lose(e);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Ends the run, or throws what has ended it on whatever thread. */
    private Results result() {
        Throwable thrown = failure();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        return end(false);
    }

    private synchronized @Nullable Throwable failure() {
        return failure;
    }

    /**
     * Stops a run from another thread, or from a shutdown hook: when it returns, all that was run is on disk with a footer,
     * and what was not counts as NOT_RUN. The attempt in progress is given up.
     */
    public void stop() {
        end(true);
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

    private void attempt(CaseRun caseRun, Schedule.Item item) {
        Case scenario = item.scenario();
        int soFar = attemptsMade();
        synchronized (listener) {
            listener.begins(scenario, soFar, attempts.length);
        }
        Optional<Rule> rule = plan.catalogue().rule(scenario.rule());
        Attempt attempt = rule.isPresent()
                ? caseRun.attempt(scenario, rule.get(), item.number())
                : new Attempt(
                        scenario,
                        Rule.Level.REQUIRED,
                        item.number(),
                        Judgement.of(Verdict.ERROR, "there is no rule " + scenario.rule() + " in the catalogue"),
                        Sample.NONE,
                        0,
                        "");
        if (add(item.place(), attempt)) {
            synchronized (listener) {
                listener.ended(attempt);
            }
        }
    }

    private synchronized int attemptsMade() {
        return made;
    }

    private synchronized boolean isEnded() {
        return footer != null || lost != null || failure != null;
    }

    private synchronized void lose(TargetLostException loss) {
        lost = lost == null ? loss : lost;
    }

    private synchronized void fail(Throwable thrown) {
        failure = failure == null ? thrown : failure;
    }

    /** Whether the attempt still counts: not after the end. */
    private synchronized boolean add(int place, Attempt attempt) {
        if (footer != null) {
            return false;
        }
        enter(place, attempt);
        return true;
    }

    private void enter(int place, Attempt attempt) {
        attempts[place] = attempt;
        made++;
        write(results -> results.add(attempt));
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

    private synchronized Results end(boolean interrupted) {
        if (footer == null) {
            String reason = interrupted || lost == null ? "" : lost.reason();
            for (int place = 0; place < attempts.length; place++) {
                if (attempts[place] == null) {
                    enter(place, notRun(place, interrupted ? "interrupted" : reason));
                }
            }
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            entered().forEach(attempt -> verdicts.merge(attempt.verdict(), 1, Integer::sum));
            boolean protocolBroken = !reason.isEmpty() && lost != null && lost.isProtocolBroken();
            Footer last = new Footer(verdicts, millisSince(started), interrupted, reason, protocolBroken);
            footer = last;
            write(results -> results.end(last));
        }
        return new Results(header, entered(), footer);
    }

    private Attempt notRun(int place, String reason) {
        Schedule.Item item = Schedule.item(plan, place);
        Rule.Level level =
                plan.catalogue().rule(item.scenario().rule()).map(Rule::level).orElse(Rule.Level.REQUIRED);
        return Attempt.notRun(item.scenario(), level, item.number(), reason);
    }

    private List<Attempt> entered() {
        return Arrays.stream(attempts).filter(Objects::nonNull).toList();
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    private static String host() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch") + ", Java " + System.getProperty("java.version");
    }
}
