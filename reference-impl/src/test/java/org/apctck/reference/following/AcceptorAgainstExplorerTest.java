package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.live.LiveProvider;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Target;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** Acceptor and explorer ask the same model in opposite directions, so they must agree: on random races. */
class AcceptorAgainstExplorerTest {
    private static final int PROGRAMS = 150;
    private static final int LIVE_PROGRAMS = 40;
    private static final int MIXTURES = 40;
    private static final int STATES_MAX = 20_000;
    private static final String[] CALLS = {
        "QueueUserAPC(A, worker, 1)",
        "QueueUserAPC(B, worker, 2)",
        "QueueUserAPC(C, helper, 3)",
        "QueueUserAPC(N, worker, 4)",
        "SetEvent(E)",
        "ResetEvent(E)",
        "PulseEvent(E)",
        "SleepEx(0, TRUE)",
        "WaitForSingleObject(E, 0)",
        "WaitForSingleObjectEx(E, INFINITE, TRUE)",
        "WaitForMultipleObjectsEx(2, [E, F], FALSE, INFINITE, TRUE)",
        "WaitForMultipleObjectsEx(2, [E, F], TRUE, 0, TRUE)",
        "SignalObjectAndWait(E, F, 0, TRUE)",
        "SignalObjectAndWait(F, E, INFINITE, TRUE)",
        "SuspendThread(worker)",
        "ResumeThread(worker)",
        "TerminateThread(worker, 1)",
        "TerminateThread(helper, 1)",
        "ExitThread(0)",
        "WaitForSingleObject(helper, INFINITE)",
    };
    private static final String[] LOOPS = {
        "SetEvent(E) while it returns TRUE, at most 2 times",
        "QueueUserAPC(N, worker, 5) while it returns nonzero, at most 2 times",
        "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times",
        "WaitForSingleObject(E, 0) while it returns WAIT_TIMEOUT, at most 2 times",
        "WaitForSingleObjectEx(E, INFINITE, TRUE) while it returns WAIT_IO_COMPLETION, at most 2 times",
        "TerminateThread(worker, 1)",
        "SuspendThread(worker)",
        "ResumeThread(worker)",
    };

    @Test
    void whatTheExplorerFindsIsAcceptedAndOfMixturesOnlyWhatItFinds() {
        assertThatTheyAgree(AcceptorAgainstExplorerTest::program);
    }

    @Test
    void theyAgreeOnLoopsToo() {
        assertThatTheyAgree(AcceptorAgainstExplorerTest::loops);
    }

    private static void assertThatTheyAgree(Function<Random, Program> draw) {
        int accepted = 0;
        int rejected = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            Random random = new Random(seed);
            Program program = draw.apply(random);
            Exploration exploration = Explorer.explore(program, STATES_MAX, true);
            if (!exploration.isComplete()) {
                continue;
            }
            List<Trace> traces = exploration.traces();
            Set<Outcome> outcomes = traces.stream().map(Trace::outcome).collect(Collectors.toSet());
            Acceptor acceptor = new Acceptor(program);
            for (Trace trace : traces) {
                assertThat(acceptor.accept(trace).refusal())
                        .as("%d: %s", seed, trace)
                        .isNull();
            }
            for (int i = 0; i < MIXTURES; i++) {
                Trace mixture = mixture(traces, random);
                boolean isAccepted = acceptor.accept(mixture).status() == Status.ACCEPTED;
                accepted += isAccepted ? 1 : 0;
                rejected += isAccepted ? 0 : 1;
                assertThat(!isAccepted || outcomes.contains(mixture.outcome()))
                        .as("%d: %s", seed, mixture.events())
                        .isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(500);
        assertThat(rejected).isGreaterThan(500);
    }

    @Test
    void whatTheLiveDriverDoesIsAccepted() {
        try (Target live = new LiveProvider().open("reference-live", Map.of())) {
            for (int seed = 0; seed < LIVE_PROGRAMS; seed++) {
                Program program = program(new Random(seed));
                Acceptor acceptor = new Acceptor(program);
                for (int i = 0; i < 2; i++) {
                    Trace trace = live.run(program).traces().get(0);
                    Acceptance acceptance = acceptor.accept(trace);
                    assertThat(acceptance.refusal()).as("%d: %s", seed, trace).isNull();
                }
            }
        }
    }

    private static Program program(Random random) {
        return new Draft("main", "worker", "helper")
                .autoResetEvent("E")
                .signaledEvent("F")
                .apc("N", "SleepEx(0, TRUE)")
                .race("main", lane(random, CALLS), "worker", lane(random, CALLS), "helper", lane(random, CALLS))
                .program();
    }

    private static Program loops(Random random) {
        return new Draft("main", "worker")
                .autoResetEvent("E")
                .apc("N", "SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 2 times")
                .race("main", lane(random, LOOPS), "worker", lane(random, Arrays.copyOf(LOOPS, 6)))
                .program();
    }

    private static String lane(Random random, String[] calls) {
        List<String> lane = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            lane.add(calls[random.nextInt(calls.length)]);
        }
        return String.join("; ", lane);
    }

    /** One thread as in one outcome, the others as in another, in a random order between threads. */
    private static Trace mixture(List<Trace> traces, Random random) {
        Trace one = traces.get(random.nextInt(traces.size()));
        Trace other = traces.get(random.nextInt(traces.size()));
        List<String> names = List.of("main", "worker", "helper");
        String odd = names.get(random.nextInt(names.size()));
        Map<String, List<Event>> threads = new LinkedHashMap<>();
        for (String name : names) {
            List<Event> events = (name.equals(odd) ? other : one).on(name);
            threads.put(
                    name,
                    new ArrayList<>(events.stream()
                            .filter(event -> !event.kind().isObservation())
                            .toList()));
        }
        List<Event> mixed = new ArrayList<>();
        while (!threads.isEmpty()) {
            List<String> left = List.copyOf(threads.keySet());
            String name = left.get(random.nextInt(left.size()));
            List<Event> events = threads.get(name);
            if (events.isEmpty()) {
                threads.remove(name);
            } else {
                mixed.add(events.remove(0));
            }
        }
        mixed.add(Event.of(0, 0, "", EventKind.QUIESCENT, ""));
        return Trace.of(mixed, TraceStatus.COMPLETED, "");
    }
}
