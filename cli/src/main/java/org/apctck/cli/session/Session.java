package org.apctck.cli.session;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.record.Recorder;
import org.apctck.kit.record.RecordingTarget;
import org.apctck.kit.results.Request;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.RunFolder;
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
public final class Session implements AutoCloseable {
    private static final long FAREWELL_SECONDS = 3;
    private static final String INTERRUPTED = "interrupted";

    /** The option of a target by which times and races of an agent are taken on trust. */
    public static final String VIRTUAL_CLOCK = "virtualClock";

    private final Suite suite;
    private final Function<TargetDescription, Selection> selections;
    private final @Nullable RunFolder out;
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean interrupted;
    private @Nullable Runner runner;

    /**
     * @param out the folder for the results of all targets, or null to write none
     */
    public Session(Suite suite, Selection selection, @Nullable RunFolder out) {
        this(suite, target -> selection, out);
    }

    /**
     * @param selections what is run on a target: not the same for each if it depends on the functions that it has
     * @param out the folder for the results of all targets, or null to write none
     */
    public Session(Suite suite, Function<TargetDescription, Selection> selections, @Nullable RunFolder out) {
        this.suite = suite;
        this.selections = selections;
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::interrupt, "interrupt"));
    }

    /** Whether a scenario is among those that were selected; of everything, those that the kit no longer has are, too. */
    public boolean isAsked(TargetDescription target, String scenario) {
        Selection selection = selections.apply(target);
        return selection.cases().size() == suite.cases().size()
                || selection.cases().stream().anyMatch(asked -> asked.id().equals(scenario));
    }

    public Suite suite() {
        return suite;
    }

    /** Runs every case on a target. If it cannot start, each of them counts as not run. */
    public TargetResult run(NamedTarget named, RunTerms terms, Progress progress) {
        progress.starts();
        try {
            return runShown(named, terms, progress);
        } finally {
            progress.end();
        }
    }

    private TargetResult runShown(NamedTarget named, RunTerms terms, Progress progress) {
        String absent = "";
        Opened opened;
        try {
            opened = isInterrupted() ? absent(named, INTERRUPTED) : openAll(named, terms);
        } catch (TargetUnavailableException e) {
            absent = isInterrupted() ? INTERRUPTED : String.valueOf(e.getMessage());
            opened = absent(named, absent);
        }
        Selection selection = opened.selection();
        RunPlan plan = plan(named, terms, opened);
        Runner prepared = prepare(named, opened.instances(), plan, absent, progress);
        begin(prepared);
        try {
            Results results = prepared.run();
            String unwritten = prepared.unwritten().map(Throwable::getMessage).orElse("");
            return TargetResult.of(named, absent, unwritten, results, suite, selection);
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
            checkName(named, first.describe());
            selection = selections.apply(first.describe());
        } catch (TargetUnavailableException | RuntimeException e) {
            first.close();
            throw e;
        }
        int count =
                Math.min(terms.instances(named), Math.max(1, selection.cases().size() * terms.repeats()));
        if (terms.recording() != null) {
            Path recording = terms.recording().apply(named.folder(first.describe()));
            Recorder recorder = Recorder.of(first, recording, suite.catalogue().digest(), count);
            return new Opened(
                    Instances.open(recorder, count, () -> recorder.beside(open(named, terms.options()))), selection);
        }
        return new Opened(Instances.open(first, count, () -> open(named, terms.options())), selection);
    }

    private void checkName(NamedTarget named, TargetDescription target) throws TargetUnavailableException {
        if (out != null && out.isOfOther(named.folder(target), named.given())) {
            throw new TargetUnavailableException(named.given() + ": its agent is called " + target.name()
                    + ", as another target of this run is; give it a name: --target NAME=" + named.address());
        }
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

    /** What the results answer to is known before anything is written: a broken file of known deviations costs nothing. */
    private RunPlan plan(NamedTarget named, RunTerms terms, Opened opened) {
        try {
            Request request = terms.request(named, opened.instances().describe(), out == null ? "" : out.run());
            return terms.plan(named, opened.selection().cases(), suite.catalogue(), request);
        } catch (RuntimeException e) {
            opened.instances().close();
            throw e;
        }
    }

    private Runner prepare(NamedTarget named, Instances instances, RunPlan plan, String absent, Progress progress) {
        try {
            return new Runner(plan, instances, folder(named, instances.describe(), absent), progress);
        } catch (RuntimeException e) {
            instances.close();
            throw e;
        }
    }

    /** Where the results of a target go; null if they are not written, as those of one that could not start. */
    private @Nullable Path folder(NamedTarget named, TargetDescription target, String absent) {
        if (out == null) {
            return null;
        }
        if (absent.isEmpty()) {
            return out.starts(named.given(), target.name(), named.folder(target));
        }
        out.absent(named.given(), absent);
        return null;
    }

    private synchronized void begin(@Nullable Runner prepared) {
        runner = prepared;
    }

    /** Whether the process was told to end. */
    public synchronized boolean isInterrupted() {
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
