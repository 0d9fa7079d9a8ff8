package org.apctck.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apctck.kit.record.Recorder;
import org.apctck.kit.record.RecordingTarget;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Results;
import org.apctck.kit.run.Instances;
import org.apctck.kit.run.RunPlan;
import org.apctck.kit.run.Runner;
import org.apctck.spec.Racing;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan on one target after the other. When the process is told to end, what was run is put on disk, what was not
 * counts as not run, and the process stays for as long as it takes to say so.
 */
final class Session implements AutoCloseable {
    private static final long FAREWELL_SECONDS = 3;
    private static final String INTERRUPTED = "interrupted";

    /** The option of a target by which times and races of an agent are taken on trust. */
    static final String VIRTUAL_CLOCK = "virtualClock";

    private final Suite suite;
    private final Function<TargetDescription, Selection> selections;
    private final @Nullable Path out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean interrupted;
    private @Nullable Runner runner;

    /**
     * @param out the folder for the results of all targets, or null to write none
     */
    Session(Suite suite, Selection selection, @Nullable Path out) {
        this(suite, target -> selection, out);
    }

    /**
     * @param selections what is run on a target: not the same for each if it depends on the functions that it has
     * @param out the folder for the results of all targets, or null to write none
     */
    Session(Suite suite, Function<TargetDescription, Selection> selections, @Nullable Path out) {
        this.suite = suite;
        this.selections = selections;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interrupt"));
    }

    /** Whether a scenario is among those that were selected; of everything, those that the kit no longer has are, too. */
    boolean isAsked(TargetDescription target, String scenario) {
        Selection selection = selections.apply(target);
        return selection.cases().size() == suite.cases().size()
                || selection.cases().stream().anyMatch(asked -> asked.id().equals(scenario));
    }

    Suite suite() {
        return suite;
    }

    /** Runs every case on a target. If it cannot start, each of them counts as not run. */
    TargetResult run(NamedTarget named, RunTerms terms, Expectations expectations, Progress progress) {
        progress.starts();
        try {
            return runShown(named, terms, expectations, progress);
        } finally {
            progress.end();
        }
    }

    private TargetResult runShown(NamedTarget named, RunTerms terms, Expectations expectations, Progress progress) {
        String absent = "";
        Opened opened;
        try {
            opened = isInterrupted() ? absent(named, INTERRUPTED) : openAll(named, terms);
        } catch (TargetUnavailableException e) {
            absent = isInterrupted() ? INTERRUPTED : String.valueOf(e.getMessage());
            opened = absent(named, absent);
        }
        Selection selection = opened.selection();
        RunPlan plan = terms.plan(named, selection.cases(), suite.catalogue());
        Runner prepared = prepare(named, opened.instances(), plan, progress);
        begin(prepared);
        try {
            Results results = prepared.run();
            String unwritten = prepared.unwritten().map(Throwable::getMessage).orElse("");
            return TargetResult.of(named.name(), absent, unwritten, results, suite, selection, expectations);
        } finally {
            begin(null);
        }
    }

    /** A target that stands ready, with what is to be run on it. */
    private record Opened(Instances instances, Selection selection) {}

    private Opened absent(NamedTarget named, String reason) {
        Target target = new AbsentTarget(named.name(), reason);
        return new Opened(Instances.of(target), selections.apply(target.describe()));
    }

    /** Opens the instances of a target, of which a recording is made if that is asked for. */
    private Opened openAll(NamedTarget named, RunTerms terms) throws TargetUnavailableException {
        Target first = open(named, terms.options());
        Selection selection;
        try {
            selection = selections.apply(first.describe());
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
        Path recording = terms.recording();
        if (recording != null) {
            Target recorder = Recorder.of(first, recording, suite.catalogue().digest());
            return new Opened(Instances.of(recorder), selection);
        }
        int count =
                Math.min(terms.instances(named), Math.max(1, selection.cases().size() * terms.repeats()));
        return new Opened(Instances.open(first, count, () -> open(named, terms.options())), selection);
    }

    /** Opens a target; of a recording it is known at once whether it holds what is asked for. */
    private Target open(NamedTarget named, Map<String, String> options) throws TargetUnavailableException {
        Target target = named.open(options);
        if (named.isAgent() && target.racing() == Racing.CHOSEN && !options.containsKey(VIRTUAL_CLOCK)) {
            target.close();
            throw new TargetUnavailableException(
                    named.name() + ": the agent says that its clock is virtual: neither its times"
                            + " nor its races can be checked; give --virtual-clock to take them on trust");
        }
        if (target instanceof RecordingTarget recorded) {
            String refusal = recorded.refusal(
                    selections.apply(target.describe()).cases(),
                    suite.catalogue().digest());
            if (!refusal.isEmpty()) {
                throw new TargetUnavailableException(named.name() + ": " + refusal);
            }
        }
        return target;
    }

    private Runner prepare(NamedTarget named, Instances instances, RunPlan plan, Progress progress) {
        try {
            return new Runner(plan, instances, out == null ? null : out.resolve(named.folder()), progress);
        } catch (RuntimeException e) {
            instances.close();
            throw e;
        }
    }

    private synchronized void begin(@Nullable Runner prepared) {
        runner = prepared;
    }

    /** Whether the process was told to end. */
    synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** Runs while the process ends; the agents are killed by the kit meanwhile. */
    private void interrupt() {
        Runner running;
        synchronized (this) {
            interrupted = true;
            running = runner;
        }
        if (running != null) {
            running.stop();
        }
        try {
            if (!ended.await(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("apctck: interrupted; the case in progress did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says that everything has been printed. */
    @Override
    public void close() {
        ended.countDown();
    }
}
