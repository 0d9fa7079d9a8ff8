package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apctck.kit.Targets;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptor;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Target;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/**
 * The model against itself and against the live driver, on programs that nobody chose: with and without deduplication the same
 * outcomes; every trace of its own accepted; every outcome of the live driver among its outcomes, and every trace of it accepted.
 *
 * <p>{@code -Dapctck.programs=N} takes another number of programs, {@code -Dapctck.seed=S} others.
 */
class DifferentialTest {
    private static final long SEED = Long.getLong("apctck.seed", 1);
    private static final int PROGRAMS = Integer.getInteger("apctck.programs", 2_000);
    /** States after which a program is left aside: it is counted, and few are. */
    private static final long STATES_MAX = 3_000;
    /** Schedules that are still taken one by one, without deduplication. */
    private static final long SCHEDULES_MAX = 3_000;
    /** Outcomes of which every trace is followed; of more, the first. */
    private static final int TRACES_MAX = 50;

    private static final Set<TraceStatus> WITHOUT_OUTCOME = Set.of(TraceStatus.UNSETTLED, TraceStatus.NOT_IMPLEMENTED);

    /** What came of one program: what it was good for, and what it found. */
    private record Finding(Set<String> done, List<String> differences) {}

    @Test
    void theModelAgreesWithItselfAndWithTheLiveDriver() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(6); // live programs mostly wait
        List<String> differences = new ArrayList<>();
        Map<String, Integer> done = new TreeMap<>();
        try {
            List<Future<Finding>> findings = new ArrayList<>();
            for (int i = 0; i < PROGRAMS; i++) {
                int number = i;
                findings.add(pool.submit((Callable<Finding>) () -> compare(number)));
            }
            for (Future<Finding> future : findings) {
                Finding finding = future.get();
                finding.done().forEach(what -> done.merge(what, 1, Integer::sum));
                differences.addAll(finding.differences());
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.println(PROGRAMS + " programs of seed " + SEED + ": " + done);

        assertThat(differences).isEmpty();
        assertThat(done.getOrDefault("explored", 0)).as(done.toString()).isGreaterThan(PROGRAMS * 8 / 10);
        assertThat(done.getOrDefault("without deduplication", 0))
                .as(done.toString())
                .isGreaterThan(PROGRAMS / 2);
        assertThat(done.getOrDefault("live", 0)).as(done.toString()).isGreaterThan(PROGRAMS * 7 / 10);
    }

    private static Finding compare(int number) {
        String name = GeneratedPrograms.of(SEED).name(number);
        Program program = GeneratedPrograms.of(SEED).program(number);
        Set<String> done = new java.util.TreeSet<>();
        List<String> differences = new ArrayList<>();
        Exploration exploration;
        try {
            exploration = Explorer.explore(program, STATES_MAX, true);
        } catch (ProgramException e) {
            done.add("in error");
            return new Finding(done, differences);
        }
        if (!exploration.isComplete()) {
            done.add("too large");
            return new Finding(done, differences);
        }
        done.add("explored");
        Set<Outcome> allowed = exploration.stream().map(Trace::outcome).collect(Collectors.toSet());
        if (exploration.schedules() <= SCHEDULES_MAX) {
            done.add("without deduplication");
            Exploration plain = Explorer.explore(program, Long.MAX_VALUE, false);
            if (!plain.stream().map(Trace::outcome).collect(Collectors.toSet()).equals(allowed)) {
                differences.add(
                        name + ": " + allowed.size() + " outcomes with deduplication, " + plain.size() + " without");
            }
        }
        exploration.stream()
                .limit(TRACES_MAX)
                .forEach(trace -> rejected(program, trace)
                        .ifPresent(why -> differences.add(name + " on schedule " + trace.schedule() + ": " + why)));
        Trace live = live(program);
        if (WITHOUT_OUTCOME.contains(live.status())) {
            done.add("live, " + live.status());
            return new Finding(done, differences);
        }
        done.add("live");
        // On a busy machine the time of a wait may be over before the entry that was to end it: then the trace alone is
        // judged.
        if (!program.hasFiniteWait()) {
            done.add("live, compared");
            if (!allowed.contains(live.outcome())) {
                differences.add(name + ": the live driver shows what the model does not allow: "
                        + Divergence.nearest(live.outcome(), allowed) + " in " + live.events());
            }
        }
        rejected(program, live).ifPresent(why -> differences.add(name + " on the live driver: " + why + live.events()));
        return new Finding(done, differences);
    }

    private static Optional<String> rejected(Program program, Trace trace) {
        Acceptance acceptance = new Acceptor(program).accept(trace);
        return acceptance.status() == Acceptance.Status.REJECTED
                ? Optional.of("rejected: " + acceptance.refusal())
                : Optional.empty();
    }

    private static Trace live(Program program) {
        try (Target target = Targets.open("reference-live", Map.of())) {
            return target.run(program).traces().get(0);
        } catch (org.apctck.spec.TargetUnavailableException e) {
            throw new IllegalStateException(e);
        }
    }
}
