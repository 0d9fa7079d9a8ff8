package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two kernels write the same numbers if and only if they are in the same state; the explorer lives on it. */
class KernelStateTest {
    /** A kernel with an object of each kind. */
    private static final class Fixture {
        final Kernel kernel;

        Fixture() {
            kernel = new Kernel();
            kernel.hold(kernel.createThread(false));
            kernel.hold(kernel.createThread(false));
            kernel.createEvent(true, false);
            kernel.createMutex();
            kernel.createSemaphore(0, 2);
        }

        Fixture(Kernel kernel) {
            this.kernel = kernel;
        }

        KThread thread() {
            return (KThread) kernel.object(0);
        }

        KThread other() {
            return (KThread) kernel.object(1);
        }

        KEvent event() {
            return (KEvent) kernel.object(2);
        }

        KSemaphore semaphore() {
            return (KSemaphore) kernel.object(4);
        }

        void wait(KThread thread, boolean all, boolean alertable, long deadlineMicros, int... objects) {
            kernel.wait(thread, objects, all, alertable, deadlineMicros, Choice.FIRST);
        }

        void queue(long routine, long data) {
            kernel.queueUserApc(thread(), new UserApc(routine, data), Choice.FIRST);
        }

        String state() {
            StateWriter out = new StateWriter();
            kernel.writeTo(out);
            return Arrays.toString(out.toArray());
        }
    }

    /** States that differ in one thing each. */
    private static final Map<String, Consumer<Fixture>> STATES = new LinkedHashMap<>();

    static {
        STATES.put("at the beginning", f -> {});
        STATES.put("event signaled", f -> f.event().setSignaled(true));
        STATES.put("something remembered of an object", f -> f.event().remember(2, 1));
        STATES.put("mutex owned", f -> f.wait(f.thread(), false, false, 0, 3));
        STATES.put("mutex owned by the other", f -> f.wait(f.other(), false, false, 0, 3));
        STATES.put("mutex owned twice", f -> {
            f.wait(f.thread(), false, false, 0, 3);
            f.wait(f.thread(), false, false, 0, 3);
        });
        STATES.put("mutex abandoned", f -> {
            f.wait(f.thread(), false, false, 0, 3);
            f.kernel.end(f.thread(), 0, Choice.FIRST);
        });
        STATES.put("semaphore raised", f -> f.kernel.releaseSemaphore(f.semaphore(), 1, Choice.FIRST));
        STATES.put("APC queued", f -> f.queue(1, 0));
        STATES.put("another APC queued", f -> f.queue(2, 0));
        STATES.put("APC with data", f -> f.queue(1, 7));
        STATES.put("two APCs", f -> {
            f.queue(1, 0);
            f.queue(2, 0);
        });
        STATES.put("two APCs the other way round", f -> {
            f.queue(2, 0);
            f.queue(1, 0);
        });
        STATES.put("suspended", f -> f.kernel.suspend(f.thread(), f.thread(), Choice.FIRST));
        STATES.put("suspended twice", f -> {
            f.kernel.suspend(f.thread(), f.thread(), Choice.FIRST);
            f.kernel.suspend(f.thread(), f.thread(), Choice.FIRST);
        });
        STATES.put("ended", f -> f.kernel.end(f.thread(), 0, Choice.FIRST));
        STATES.put("ended with a code", f -> f.kernel.end(f.thread(), 1, Choice.FIRST));
        STATES.put("ended with the code of one that is active", f -> f.kernel.end(f.thread(), 259, Choice.FIRST));
        STATES.put("timed out", f -> f.wait(f.thread(), false, false, 0, 2));
        STATES.put("in a delay", f -> f.wait(f.thread(), false, false, Deadline.NEVER));
        STATES.put("in a wait", f -> f.wait(f.thread(), false, false, Deadline.NEVER, 2));
        STATES.put("in a wait for something else", f -> f.wait(f.thread(), false, false, Deadline.NEVER, 4));
        STATES.put("in a wait for all", f -> f.wait(f.thread(), true, false, Deadline.NEVER, 2));
        STATES.put("in an alertable wait", f -> f.wait(f.thread(), false, true, Deadline.NEVER, 2));
        STATES.put("in a wait with a deadline", f -> f.wait(f.thread(), false, false, 10, 2));
        STATES.put("nearer to a deadline", f -> {
            f.wait(f.thread(), false, false, 10, 2);
            f.kernel.setNowMicros(5);
        });
        STATES.put("in a wait with a deadline far away", f -> f.wait(f.thread(), false, false, 10 + (1L << 32), 2));
        STATES.put("a manual-reset event more", f -> f.kernel.createEvent(true, false));
        STATES.put("an auto-reset event more", f -> f.kernel.createEvent(false, false));
        STATES.put("a semaphore more", f -> f.kernel.createSemaphore(0, 2));
        STATES.put("a semaphore with another maximum more", f -> f.kernel.createSemaphore(0, 3));
        STATES.put("a mutex more", f -> f.kernel.createMutex());
        STATES.put("a thread more", f -> f.kernel.createThread(false));
        STATES.put("a process more", f -> f.kernel.createProcess());
        STATES.put("suspended, and still running", f -> f.kernel.suspend(f.thread(), f.other(), Choice.FIRST));
        STATES.put("terminated, and still running", f -> f.kernel.terminate(f.thread(), f.other(), 1, Choice.FIRST));
        STATES.put("terminated with another code", f -> f.kernel.terminate(f.thread(), f.other(), 2, Choice.FIRST));
        STATES.put("in a wait for two", f -> f.wait(f.thread(), false, false, Deadline.NEVER, 2, 4));
        STATES.put("in a wait for two in another order", f -> f.wait(f.thread(), false, false, Deadline.NEVER, 4, 2));
        for (int waited : new int[] {2, 4, 5}) {
            STATES.put("both in a wait for " + waited, f -> {
                f.kernel.createThread(false);
                f.wait(f.thread(), false, false, Deadline.NEVER, waited);
                f.wait(f.other(), false, false, Deadline.NEVER, waited);
            });
            STATES.put("both in a wait for " + waited + ", the other first", f -> {
                f.kernel.createThread(false);
                f.wait(f.other(), false, false, Deadline.NEVER, waited);
                f.wait(f.thread(), false, false, Deadline.NEVER, waited);
            });
        }
        STATES.put("both in a wait for an owned mutex", f -> {
            f.wait(f.kernel.createThread(false), false, false, 0, 3);
            f.wait(f.thread(), false, false, Deadline.NEVER, 3);
            f.wait(f.other(), false, false, Deadline.NEVER, 3);
        });
        STATES.put("both in a wait for an owned mutex, the other first", f -> {
            f.wait(f.kernel.createThread(false), false, false, 0, 3);
            f.wait(f.other(), false, false, Deadline.NEVER, 3);
            f.wait(f.thread(), false, false, Deadline.NEVER, 3);
        });
    }

    static Iterable<String> states() {
        return STATES.keySet();
    }

    private static Fixture in(String state) {
        Fixture fixture = new Fixture();
        STATES.get(state).accept(fixture);
        return fixture;
    }

    @Test
    void differentStatesWriteDifferentNumbers() {
        Map<String, String> names = new LinkedHashMap<>();

        for (String state : STATES.keySet()) {
            assertThat(names.put(in(state).state(), state)).as(state).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void theSameStateWritesTheSameNumbers(String state) {
        assertThat(in(state).state()).isEqualTo(in(state).state());
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCopyIsInTheSameState(String state) {
        Fixture original = in(state);

        assertThat(new Fixture(original.kernel.copy()).state()).isEqualTo(original.state());
    }

    @ParameterizedTest
    @MethodSource("states")
    void aCopyGoesOnByItself(String state) {
        Fixture original = new Fixture();
        Fixture copy = new Fixture(original.kernel.copy());
        String before = original.state();

        STATES.get(state).accept(copy);

        assertThat(original.state()).isEqualTo(before);
        assertThat(copy.state()).isEqualTo(in(state).state());
    }

    @Test
    void aCopyThatWasWaitingIsWokenByItsOwnObjects() {
        Fixture original = in("both in a wait for 2");
        Fixture copy = new Fixture(original.kernel.copy());

        copy.kernel.setEvent(copy.event(), Choice.FIRST);

        assertThat(copy.thread().waitStatus()).isEqualTo(NtStatus.WAIT_0);
        assertThat(original.thread().isWaiting()).isTrue();
        assertThat(original.event().isSignaled()).isFalse();
    }

    @Test
    void twoThatShareAQueueChangeItEachByItself() {
        Fixture original = new Fixture();
        for (int i = 1; i <= 4; i++) {
            original.queue(i, 0); // of the array there is room left
        }
        Fixture copy = new Fixture(original.kernel.copy());

        assertThat(original.kernel.takeUserApc(original.thread(), Choice.FIRST)).isEqualTo(new UserApc(1, 0));
        copy.queue(5, 0);
        original.queue(6, 0);
        original.kernel.takeUserApc(original.thread(), Choice.FIRST);

        assertThat(drain(copy)).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(drain(original)).containsExactly(3L, 4L, 6L);
    }

    private static List<Long> drain(Fixture fixture) {
        List<Long> routines = new ArrayList<>();
        while (fixture.thread().hasUserApc()) {
            routines.add(
                    fixture.kernel.takeUserApc(fixture.thread(), Choice.FIRST).routine());
        }
        return routines;
    }

    @Test
    void theTimeOfDayIsNoPartOfTheState() {
        Fixture early = in("in a wait with a deadline");
        Fixture late = new Fixture();
        late.kernel.setNowMicros(5L << 32);
        late.wait(late.thread(), false, false, 10 + (5L << 32), 2);

        assertThat(late.state()).isEqualTo(early.state());
    }

    @Test
    void aCopyKeepsWhatItsObjectsAre() {
        Fixture original = new Fixture();
        Fixture copy = new Fixture(original.kernel.copy());

        copy.kernel.setEvent(copy.event(), Choice.FIRST);
        copy.wait(copy.thread(), false, false, 0, 2);

        assertThat(copy.event().isSignaled()).isTrue();
        assertThat(copy.kernel.releaseSemaphore(copy.semaphore(), 3, Choice.FIRST))
                .isEqualTo(NtStatus.SEMAPHORE_LIMIT_EXCEEDED);
        assertThat(copy.kernel.releaseSemaphore(copy.semaphore(), 2, Choice.FIRST))
                .isEqualTo(NtStatus.SUCCESS);
    }

    @Test
    void anApcThatWasTakenIsNoPartOfTheState() {
        Fixture taken = in("two APCs");
        taken.thread().takeUserApc();
        Fixture fresh = in("another APC queued");

        assertThat(taken.state()).isEqualTo(fresh.state());
    }
}
