package org.apctck.reference.fault;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Faults of waits that what ends them does not end: they go on until their own time is over, and then report what should have
 * ended them. Only a wait with a time-out can have them; one without would never end.
 */
final class LateFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                    "SLEEP-WOKEN-LATE",
                    "an APC that comes during a sleep runs when the sleep is over",
                    new ApcAtDeadline((thread, wait) -> wait.objects().length == 0)),
            new Fault(
                    "WAIT-ONE-WOKEN-LATE",
                    "an APC that comes during a wait for one object runs when the time of the wait is over",
                    new ApcAtDeadline((thread, wait) -> wait.objects().length == 1 && !isSignalAndWait(thread))),
            new Fault(
                    "SIGNALWAIT-WOKEN-LATE",
                    "an APC that comes during SignalObjectAndWait runs when the time of the wait is over",
                    new ApcAtDeadline((thread, wait) -> isSignalAndWait(thread))),
            new Fault(
                    "WAIT-ANY-WOKEN-LATE",
                    "an APC that comes during a wait for any object runs when the time of the wait is over",
                    new ApcAtDeadline((thread, wait) -> wait.objects().length > 1 && !wait.all())),
            new Fault(
                    "WAIT-ALL-WOKEN-LATE",
                    "an APC that comes during a wait for all objects runs when the time of the wait is over",
                    new ApcAtDeadline((thread, wait) -> wait.objects().length > 1 && wait.all())),
            new Fault(
                    "PENDING-APC-LATE",
                    "an APC that is pending when a wait begins runs when the time of the wait is over",
                    new ApcAtDeadline((thread, wait) -> true) {
                        @Override
                        public int entry(
                                Kernel kernel,
                                KThread thread,
                                Wait wait,
                                boolean satisfiable,
                                boolean apcPending,
                                boolean over,
                                Choice choice) {
                            int status = super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
                            return status == NtStatus.USER_APC && !over && isTimed(wait) ? NtStatus.PENDING : status;
                        }

                        @Override
                        public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                            return wait.alertable() ? null : wait;
                        }
                    }),
            new Fault(
                    "SIGNALED-OBJECT-LATE",
                    "a wait for an object that is signaled already takes it when the time of the wait is over",
                    new WaitPolicy() {
                        @Override
                        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
                            boolean begins = !thread.isWaiting() && wait.deadlineMicros() > kernel.nowMicros();
                            return !(begins && isTimed(wait)) && super.isSatisfiable(kernel, thread, wait);
                        }

                        @Override
                        public int expiry(Kernel kernel, KThread thread, Wait wait) {
                            return super.isSatisfiable(kernel, thread, wait)
                                    ? satisfy(kernel, thread, wait)
                                    : NtStatus.TIMEOUT;
                        }
                    }),
            late("MANUAL-RESET-EVENT-LATE", "a manual-reset event", object -> isEvent(object, true))
                    .breaking("RETURN-WFSO-OBJECT-1"),
            late("AUTO-RESET-EVENT-LATE", "an auto-reset event", object -> isEvent(object, false)),
            late("MUTEX-LATE", "a mutex", KMutex.class::isInstance).breaking("KERNEL-WAITONE-1"),
            late("SEMAPHORE-LATE", "a semaphore", KSemaphore.class::isInstance),
            late("THREAD-LATE", "a thread", KThread.class::isInstance),
            new Fault(
                    "ANY-LATE",
                    "a wait for any object sees a signal when the time of the wait is over",
                    new SignalAtDeadline((kernel, wait) -> wait.objects().length > 1 && !wait.all())),
            new Fault(
                    "ALL-LATE",
                    "a wait for all objects sees a signal when the time of the wait is over",
                    new SignalAtDeadline((kernel, wait) -> wait.objects().length > 1 && wait.all())));

    private LateFaults() {}

    private static Fault late(String id, String kind, Predicate<DispatcherObject> isOfKind) {
        return new Fault(
                id,
                "a wait for " + kind + " sees its signal when the time of the wait is over",
                new SignalAtDeadline((kernel, wait) ->
                        wait.objects().length == 1 && isOfKind.test(kernel.object(wait.objects()[0]))));
    }

    private static boolean isEvent(DispatcherObject object, boolean manualReset) {
        return object instanceof KEvent event && event.isManualReset() == manualReset;
    }

    private static boolean isSignalAndWait(KThread thread) {
        return thread.call() == ApiFunction.SIGNAL_OBJECT_AND_WAIT.ordinal();
    }

    private static boolean isTimed(Wait wait) {
        return wait.deadlineMicros() != Deadline.NEVER;
    }

    /** An APC leaves some waits as they are, and ends them when their time is over. */
    private static class ApcAtDeadline extends WaitPolicy {
        private final BiPredicate<KThread, Wait> isLate;

        ApcAtDeadline(BiPredicate<KThread, Wait> isLate) {
            this.isLate = isLate;
        }

        @Override
        public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
            return isTimed(wait) && isLate.test(thread, wait) ? wait : super.arrival(kernel, thread, wait);
        }

        @Override
        public int expiry(Kernel kernel, KThread thread, Wait wait) {
            return wait.alertable() && thread.hasUserApc() ? NtStatus.USER_APC : super.expiry(kernel, thread, wait);
        }
    }

    /** A signal leaves some waits that block as they are, and ends them when their time is over. */
    private static final class SignalAtDeadline extends WaitPolicy {
        private final BiPredicate<Kernel, Wait> isLate;

        SignalAtDeadline(BiPredicate<Kernel, Wait> isLate) {
            this.isLate = isLate;
        }

        @Override
        public boolean isSatisfiable(Kernel kernel, KThread thread, Wait wait) {
            boolean blocks = thread.isWaiting() && isTimed(wait);
            return !(blocks && isLate.test(kernel, wait)) && super.isSatisfiable(kernel, thread, wait);
        }

        @Override
        public int expiry(Kernel kernel, KThread thread, Wait wait) {
            return super.isSatisfiable(kernel, thread, wait) ? satisfy(kernel, thread, wait) : NtStatus.TIMEOUT;
        }
    }
}
