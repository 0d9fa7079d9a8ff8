package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that the model once lost outcomes of, or rejected legal runs of, each with the right value. */
class OpenQuestionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"events-that-differ-in-kind", "semaphores-that-differ-in-maximum"})
    void unlikeStatesAreNotMerged(String name) {
        Set<Outcome> with = outcomes(Explorer.explore(program(name)));
        Set<Outcome> without = outcomes(Explorer.explore(program(name), Long.MAX_VALUE, false));

        assertThat(with).hasSize(2).isEqualTo(without);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads-that-differ-in-routine",
                "lane-that-never-begins",
                "stuck-beside-a-finite-wait",
                "suspended-in-exit-thread",
                "resumed-after-termination",
                "terminated-in-a-race",
                "suspended-waiter",
                "suspended-while-it-runs",
                "stopped-between-signal-and-wait",
                "pulse-for-a-waiter",
                "process-as-an-object"
            })
    void theModelAcceptsEveryTraceOfItsOwn(String name) {
        Program program = program(name);

        assertThat(Explorer.explore(program).traces())
                .isNotEmpty()
                .allSatisfy(
                        trace -> assertThat(new Acceptor(program).accept(trace).refusal())
                                .isNull());
    }

    @Test
    void threadsThatHaveNotBegunAreToldApartByWhatTheyBeginWith() {
        Program program = program("threads-that-differ-in-routine");
        List<String> order = List.of("main", "helper");

        for (String first : order) {
            String second = order.get(1 - order.indexOf(first));
            Sightings seen = new Sightings()
                    .see(call(first), call(second), first + " returns handle", second + " returns handle")
                    .see("thread2 starts " + routine(second), "thread3 starts " + routine(first))
                    .see("thread3 exits", "thread2 exits", "quiescent");

            assertThat(new Acceptor(program).accept(seen.trace()).status()).isEqualTo(Status.ACCEPTED);
        }
    }

    private static String call(String thread) {
        return thread + " calls CreateThread(NULL, 0, " + routine(thread).replace("(0)", "") + ", 0, 0, NULL)";
    }

    private static String routine(String thread) {
        return thread.equals("main") ? "R(0)" : "S(0)";
    }

    @Test
    void anEntryWhoseThreadHasEndedIsStuckBesideAFiniteWait() {
        Program program = new Draft("main", "worker")
                .mutex("M", "worker")
                .call("worker", "ExitThread(0)")
                .call("main", "WaitForSingleObject(main, 60)")
                .call("worker", "ReleaseMutex(M)")
                .program();

        assertThat(new Acceptor(program).accept(Simulation.run(program)).refusal())
                .isNull();
    }

    @Test
    void aRoutineThatQueuesItselfForEverIsNamed() {
        Program program = program("routine-that-queues-itself");

        assertThatThrownBy(() -> Explorer.explore(program))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("main runs B in a cycle");
    }

    @Test
    void aPulseReleasesAWaiterOrMissesIt() {
        assertThat(results("pulse-for-a-waiter", "worker")).containsExactlyInAnyOrder("WAIT_OBJECT_0", "WAIT_TIMEOUT");
        assertThat(results("pulse-for-a-suspended-waiter", "worker")).containsExactlyInAnyOrder("WAIT_OBJECT_0", "");
    }

    @Test
    void whatEndsTheWaitOfASuspendedThreadIsOpen() {
        assertThat(results("suspended-waiter", "worker"))
                .containsExactlyInAnyOrder("WAIT_IO_COMPLETION 0", "WAIT_OBJECT_0 WAIT_IO_COMPLETION");
    }

    @Test
    void aThreadMayActAfterSuspendThreadHasReturned() {
        assertThat(results("suspended-while-it-runs", "main"))
                .contains(
                        "0 WAIT_TIMEOUT WAIT_OBJECT_0 1",
                        "0 WAIT_TIMEOUT WAIT_TIMEOUT 1",
                        "0 WAIT_OBJECT_0 WAIT_OBJECT_0 1");
    }

    @Test
    void anObjectThatStandsTwiceInAWaitForAllFailsItOrCountsOnce() {
        assertThat(results("object-twice-in-a-wait-for-all", "main").stream()
                        .map(result -> result.split(" ")[2])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("WAIT_FAILED", "WAIT_OBJECT_0");
    }

    @Test
    void aProcessIsAnObject() {
        assertThat(results("process-as-an-object", "main"))
                .containsExactly("handle WAIT_TIMEOUT 0 nonzero WAIT_IO_COMPLETION WAIT_TIMEOUT");
    }

    /** What the calls of a thread return, outcome by outcome. */
    private static Set<String> results(String name, String thread) {
        return Explorer.explore(program(name)).traces().stream()
                .map(trace -> trace.on(thread).stream()
                        .filter(event -> event.kind() == EventKind.RETURNS)
                        .map(Event::what)
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }

    private static Set<Outcome> outcomes(Exploration exploration) {
        return exploration.stream().map(Trace::outcome).collect(Collectors.toSet());
    }

    private static Program program(String name) {
        try {
            return ProgramReader.read(
                    Path.of(Objects.requireNonNull(OpenQuestionsTest.class.getResource(name + ".json"), name)
                            .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
