package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.spec.api.ApiFunction;

/** Every condition that a generated fault can be narrowed by. */
final class Conditions {
    private static final long LONG_MICROS = 1_000_000;
    /** The id of the first thread: before it the kernel has the process. */
    private static final int FIRST_THREAD = 1;

    private static final Set<Scope> WAITS = Set.of(Scope.WAITING);
    private static final Set<Scope> CALLS = Set.of(Scope.WAITING, Scope.ALERTING, Scope.RETURNING);
    private static final Set<Scope> ANY = Set.of(Scope.values());
    private static final Set<Scope> KERNEL = Set.of(Scope.WAITING, Scope.QUEUEING, Scope.DELIVERING, Scope.CONTROL);
    private static final Set<Scope> OTHERS = Set.of(Scope.QUEUEING, Scope.CONTROL);

    static final List<Condition> ALL = all();

    private Conditions() {}

    private static List<Condition> all() {
        List<Condition> all = new ArrayList<>();
        functions(all);
        kinds(all);
        positions(all);
        spans(all);
        times(all);
        endings(all);
        depths(all);
        threads(all);
        return List.copyOf(all);
    }

    private static void functions(List<Condition> all) {
        for (ApiFunction function : ApiFunction.values()) {
            if (!function.canBlock()) {
                continue;
            }
            String name = function.functionName();
            String id = "in-" + words(name);
            Predicate<Occasion> isIn = occasion -> occasion.thread().call() == function.ordinal();
            all.add(new Condition(Operator.FUNCTION, id, "in " + name, CALLS, isIn));
            if (name.contains("Multiple")) {
                all.add(new Condition(
                        Operator.FUNCTION,
                        id + "-all",
                        "in " + name + " for all objects",
                        WAITS,
                        isIn.and(occasion -> isOf(occasion, Wait::all))));
                all.add(new Condition(
                        Operator.FUNCTION,
                        id + "-any",
                        "in " + name + " for any object",
                        WAITS,
                        isIn.and(occasion -> isOf(occasion, wait -> !wait.all()))));
            }
        }
    }

    private static void kinds(List<Condition> all) {
        kind(
                all,
                "manual-event",
                "a manual-reset event",
                object -> object instanceof KEvent event && !event.isConsumed());
        kind(all, "auto-event", "an auto-reset event", object -> object instanceof KEvent event && event.isConsumed());
        kind(all, "mutex", "a mutex", KMutex.class::isInstance);
        kind(all, "semaphore", "a semaphore", KSemaphore.class::isInstance);
        kind(all, "thread", "a thread", KThread.class::isInstance);
        kind(all, "timer", "a timer", KTimer.class::isInstance);
        timer(all, Operator.KIND, "of-manual-timer", "of a manual-reset timer", KTimer::isManualReset);
        timer(all, Operator.KIND, "of-sync-timer", "of a synchronization timer", timer -> !timer.isManualReset());
        timer(all, Operator.KIND, "with-routine", "of a timer that has a routine", KTimer::hasRoutine);
        timer(all, Operator.KIND, "without-routine", "of a timer that has none", timer -> !timer.hasRoutine());
        timer(all, Operator.FUNCTION, "set-by-ex", "of a timer that SetWaitableTimerEx has set", KTimer::isSetByEx);
        timer(all, Operator.TIME, "periodic", "of a periodic timer", timer -> timer.periodMicros() > 0);
        timer(all, Operator.TIME, "later-expiry", "of a timer that has expired and will again", KTimer::isRepeating);
        timer(all, Operator.TIME, "one-shot", "of a timer without a period", timer -> timer.periodMicros() == 0);
        all.add(new Condition(
                Operator.KIND,
                "for-own-mutex",
                "for a mutex that the waiter owns",
                WAITS,
                occasion -> occasion.first() instanceof KMutex mutex && mutex.isOwnedBy(occasion.thread())));
    }

    private static void kind(List<Condition> all, String id, String title, Predicate<DispatcherObject> isOfKind) {
        all.add(new Condition(
                Operator.KIND,
                "for-" + id,
                "in a wait for " + title,
                WAITS,
                occasion -> occasion.first() != null && isOfKind.test(Objects.requireNonNull(occasion.first()))));
        all.add(new Condition(
                Operator.KIND,
                "for-second-" + id,
                "in a wait for several objects, the second of which is " + title,
                WAITS,
                occasion -> occasion.object(1) != null && isOfKind.test(Objects.requireNonNull(occasion.object(1)))));
    }

    private static void timer(List<Condition> all, Operator operator, String id, String title, Predicate<KTimer> fits) {
        all.add(new Condition(
                operator,
                id,
                title,
                Set.of(Scope.TIMING),
                occasion -> occasion.timer() != null && fits.test(Objects.requireNonNull(occasion.timer()))));
    }

    private static void positions(List<Condition> all) {
        size(all, "no-object", "in a delay", objects -> objects == 0);
        size(all, "one-object", "in a wait for one object", objects -> objects == 1);
        size(all, "two-objects", "in a wait for two objects", objects -> objects == 2);
        size(all, "three-objects", "in a wait for three objects or more", objects -> objects >= 3);
        size(all, "most-objects", "in a wait for 63 objects or more", objects -> objects >= 63);
        all.add(new Condition(
                Operator.POSITION,
                "first-of-waiters",
                "while nobody else waits for the object longer",
                WAITS,
                occasion -> waitersBefore(occasion) == 0));
        all.add(new Condition(
                Operator.POSITION,
                "later-of-waiters",
                "while another thread waits for the object longer",
                WAITS,
                occasion -> waitersBefore(occasion) > 0));
    }

    private static void size(List<Condition> all, String id, String title, Predicate<Integer> fits) {
        all.add(new Condition(
                Operator.POSITION,
                id,
                title,
                WAITS,
                occasion -> occasion.waiting() != null && fits.test(occasion.objects())));
    }

    private static int waitersBefore(Occasion occasion) {
        DispatcherObject object = occasion.first();
        if (object == null) {
            return -1;
        }
        return object.waitersBefore(occasion.thread());
    }

    private static void spans(List<Condition> all) {
        all.add(new Condition(
                Operator.SPAN,
                "endless",
                "in a wait without end",
                WAITS,
                occasion -> isOf(occasion, wait -> wait.deadlineMicros() == Deadline.NEVER)));
        all.add(new Condition(
                Operator.SPAN,
                "poll",
                "in a wait that only polls",
                WAITS,
                occasion -> isOf(occasion, wait -> wait.deadlineMicros() <= now(occasion))
                        && !occasion.thread().isWaiting()));
        all.add(new Condition(
                Operator.SPAN,
                "timed",
                "in a wait with an end",
                WAITS,
                occasion -> isOf(
                        occasion,
                        wait -> wait.deadlineMicros() > now(occasion) && wait.deadlineMicros() != Deadline.NEVER)));
        all.add(new Condition(
                Operator.SPAN,
                "long",
                "in a wait that has a second to go, or more",
                WAITS,
                occasion -> isOf(
                        occasion,
                        wait -> wait.deadlineMicros() != Deadline.NEVER
                                && wait.deadlineMicros() - now(occasion) >= LONG_MICROS)));
        all.add(new Condition(
                Operator.SPAN,
                "alertable",
                "in an alertable wait",
                WAITS,
                occasion -> isOf(occasion, Wait::alertable)));
        all.add(new Condition(
                Operator.SPAN,
                "not-alertable",
                "in a wait that is not alertable",
                WAITS,
                occasion -> isOf(occasion, wait -> !wait.alertable())));
    }

    private static long now(Occasion occasion) {
        return Objects.requireNonNull(occasion.kernel()).nowMicros();
    }

    private static void times(List<Condition> all) {
        // Before a wait has begun it is not yet counted.
        nth(all, Count.WAITS, 1, "wait", "wait", Set.of(Scope.WAITING, Scope.RETURNING, Scope.DELIVERING));
        nth(all, Count.WAITS, 0, "wait", "wait", Set.of(Scope.ALERTING));
        nth(all, Count.QUEUED, 0, "apc", "APC", Set.of(Scope.QUEUEING));
        nth(all, Count.RUN, 0, "run", "APC that it runs", Set.of(Scope.DELIVERING, Scope.ALERTING));
        nth(all, Count.ARRIVED, 0, "arrival", "APC that comes during its waits", WAITS);
        nth(all, Count.SUSPENDED, 0, "suspension", "suspension or resume", Set.of(Scope.CONTROL));
        inAll(all, Count.ARRIVED, "arrival-in-all", "APC that comes during a wait", WAITS);
        inAll(all, Count.SATISFIED, "satisfaction-in-all", "wait that an object ends", WAITS);
        inAll(all, Count.EXPIRED, "time-out-in-all", "wait that times out", WAITS);
        inAll(all, Count.QUEUED, "apc-in-all", "APC of the program", Set.of(Scope.QUEUEING));
        all.add(new Condition(
                Operator.TIME,
                "object-fresh",
                "in a wait for an object that has ended no wait before",
                WAITS,
                occasion -> taken(occasion) == 0));
        all.add(new Condition(
                Operator.TIME,
                "object-used",
                "in a wait for an object that has ended a wait before",
                WAITS,
                occasion -> taken(occasion) > 0));
    }

    private static int taken(Occasion occasion) {
        DispatcherObject object = occasion.first();
        return object == null ? -1 : object.recall(Count.TAKEN.ordinal());
    }

    private static void nth(List<Condition> all, Count count, int first, String id, String title, Set<Scope> scopes) {
        all.add(new Condition(
                Operator.TIME,
                "first-" + id,
                "the first " + title + " of the thread",
                scopes,
                occasion -> occasion.times(count) <= first));
        all.add(new Condition(
                Operator.TIME,
                "later-" + id,
                "the second " + title + " of the thread and later ones",
                scopes,
                occasion -> occasion.times(count) > first));
        all.add(new Condition(
                Operator.TIME,
                "third-" + id,
                "the third " + title + " of the thread and later ones",
                scopes,
                occasion -> occasion.times(count) > first + 1));
    }

    private static void inAll(List<Condition> all, Count count, String id, String title, Set<Scope> scopes) {
        all.add(new Condition(
                Operator.TIME,
                "first-" + id,
                "the first " + title,
                scopes,
                occasion -> occasion.timesInAll(count) == 0));
        all.add(new Condition(
                Operator.TIME,
                "later-" + id,
                "the second " + title + " and later ones",
                scopes,
                occasion -> occasion.timesInAll(count) > 0));
    }

    private static void endings(List<Condition> all) {
        endings(all, 1, WAITS); // the present wait is counted already
        endings(all, 0, Set.of(Scope.QUEUEING, Scope.ALERTING, Scope.CONTROL));
    }

    private static void endings(List<Condition> all, int counted, Set<Scope> scopes) {
        all.add(new Condition(
                Operator.ENDING,
                "never-waited",
                "before the thread has waited",
                scopes,
                occasion -> occasion.times(Count.WAITS) <= counted));
        ending(all, "after-object", "after a wait that its object has ended", NtStatus.WAIT_0, counted, scopes);
        ending(all, "after-apc", "after a wait that an APC has ended", NtStatus.USER_APC, counted, scopes);
        ending(all, "after-time-out", "after a wait that has timed out", NtStatus.TIMEOUT, counted, scopes);
        ending(
                all,
                "after-abandonment",
                "after a wait that took an abandoned mutex",
                NtStatus.ABANDONED_WAIT_0,
                counted,
                scopes);
    }

    private static void ending(
            List<Condition> all, String id, String title, int status, int counted, Set<Scope> scopes) {
        all.add(new Condition(
                Operator.ENDING,
                id,
                title,
                scopes,
                occasion -> occasion.times(Count.WAITS) > counted
                        && occasion.thread().lastWaitStatus() == status));
    }

    private static void depths(List<Condition> all) {
        depth(all, "outside", "outside routines", routines -> routines == 0);
        depth(all, "in-routine", "in a routine", routines -> routines > 0);
        depth(all, "in-nested-routine", "in a routine that runs in a wait of another", routines -> routines > 1);
    }

    private static void depth(List<Condition> all, String id, String title, Predicate<Integer> fits) {
        all.add(new Condition(
                Operator.DEPTH,
                id,
                title,
                ANY,
                occasion -> fits.test(occasion.thread().routines())));
    }

    private static void threads(List<Condition> all) {
        thread(all, KERNEL, "suspended", "while the thread is suspended", KThread::isSuspended);
        thread(all, KERNEL, "not-suspended", "while the thread is not suspended", thread -> !thread.isSuspended());
        thread(all, OTHERS, "not-started", "while the thread has made no call", thread -> thread.call() < 0);
        thread(all, OTHERS, "waiting", "while the thread waits", KThread::isWaiting);
        thread(all, OTHERS, "not-waiting", "while the thread does not wait", thread -> !thread.isWaiting());
        thread(all, OTHERS, "alertable-waiter", "while the thread waits alertably", Conditions::isAlertable);
        thread(
                all,
                OTHERS,
                "deaf-waiter",
                "while the thread waits and is not alertable",
                thread -> thread.isWaiting() && !isAlertable(thread));
        thread(all, KERNEL, "with-apcs", "while the thread has APCs", KThread::hasUserApc);
        thread(all, KERNEL, "without-apcs", "while the thread has no APC", thread -> !thread.hasUserApc());
        thread(
                all,
                KERNEL,
                "with-several-apcs",
                "while the thread has two APCs or more",
                thread -> thread.userApcCount() > 1);
        all.add(new Condition(
                Operator.THREAD, "own", "when the thread does it to itself", OTHERS, occasion -> isOwn(occasion)));
        all.add(new Condition(
                Operator.THREAD, "other", "when another thread does it", OTHERS, occasion -> !isOwn(occasion)));
        all.add(new Condition(
                Operator.THREAD,
                "first-thread",
                "on the first thread of the process",
                ANY,
                occasion -> occasion.thread().id() == FIRST_THREAD));
        all.add(new Condition(
                Operator.THREAD,
                "later-thread",
                "on another thread than the first",
                ANY,
                occasion -> occasion.thread().id() != FIRST_THREAD));
        all.add(new Condition(
                Operator.THREAD,
                "third-thread",
                "on the third thread and later ones",
                KERNEL,
                occasion -> threadsBefore(occasion) >= 2));
    }

    private static int threadsBefore(Occasion occasion) {
        return (int) IntStream.range(0, occasion.thread().id())
                .filter(id -> Objects.requireNonNull(occasion.kernel()).object(id) instanceof KThread)
                .count();
    }

    private static boolean isOwn(Occasion occasion) {
        return occasion.kernel() != null && occasion.kernel().isCaller(occasion.thread());
    }

    private static boolean isAlertable(KThread thread) {
        Wait wait = thread.currentWait();
        return wait != null && wait.alertable();
    }

    private static void thread(List<Condition> all, Set<Scope> scopes, String id, String title, Predicate<KThread> is) {
        all.add(new Condition(Operator.THREAD, id, title, scopes, occasion -> is.test(occasion.thread())));
    }

    private static boolean isOf(Occasion occasion, Predicate<Wait> is) {
        Wait wait = occasion.waiting();
        return wait != null && is.test(wait);
    }

    /** {@code SleepEx} as {@code sleep-ex}. */
    static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
