package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** What the generator promises and only the model can tell: its programs come to an end, soon, and things happen until then. */
final class GeneratedProgramsOnTheReferenceTest {
    private static final GeneratedPrograms PROGRAMS = GeneratedPrograms.of(1);
    private static final int MANY = 2000;
    private static final int STATES_MAX = 20_000;

    @Test
    void everyProgramComesToAnEndOnEverySchedule() {
        List<String> endless = new ArrayList<>();
        int races = 0;
        for (int i = 0; i < MANY; i++) {
            // A program in error would throw: one that goes on for ever, or that calls a thread in a call of finite
            // time.
            Exploration exploration = Explorer.explore(PROGRAMS.program(i), STATES_MAX, true);
            races += exploration.size() > 1 ? 1 : 0;
            if (!exploration.isComplete()) {
                endless.add(PROGRAMS.name(i));
            }
        }

        assertThat(endless).isEmpty();
        assertThat(races).as("programs with several outcomes").isGreaterThan(MANY / 10);
    }

    @Test
    void mostProgramsRunApcsAndGoToTheirEnd() {
        List<Trace> traces = IntStream.range(0, MANY)
                .mapToObj(i -> Simulation.run(PROGRAMS.program(i)))
                .toList();

        assertThat(traces.stream().filter(trace -> has(trace, EventKind.BEGINS)))
                .as("programs in which an APC runs")
                .hasSizeGreaterThan(MANY / 2);
        assertThat(traces.stream().filter(trace -> trace.status() == TraceStatus.STUCK))
                .as("programs that come to an entry which cannot start")
                .hasSizeLessThan(MANY / 5);
    }

    @Test
    void everyWayInWhichAWaitCanEndIsSeenAndEveryErrorThatCallsCanHave() {
        Set<String> returned = new LinkedHashSet<>();
        for (int i = 0; i < MANY; i++) {
            for (Event event : Simulation.run(PROGRAMS.program(i)).events()) {
                if (event.happening() instanceof Happening.Returns returns) {
                    returned.add(returns.value());
                    returned.add(String.valueOf(returns.lastError()));
                    returned.addAll(returns.slots().values());
                }
            }
        }

        assertThat(returned)
                .contains(
                        "WAIT_OBJECT_0",
                        "WAIT_OBJECT_0 + 1",
                        "WAIT_ABANDONED_0",
                        "WAIT_IO_COMPLETION",
                        "WAIT_TIMEOUT",
                        "WAIT_FAILED",
                        "STILL_ACTIVE",
                        "ERROR_ACCESS_DENIED",
                        "ERROR_INVALID_HANDLE",
                        "ERROR_GEN_FAILURE",
                        "ERROR_NOT_OWNER",
                        "ERROR_TOO_MANY_POSTS");
    }

    private static boolean has(Trace trace, EventKind kind) {
        return trace.events().stream().anyMatch(event -> event.kind() == kind);
    }
}
