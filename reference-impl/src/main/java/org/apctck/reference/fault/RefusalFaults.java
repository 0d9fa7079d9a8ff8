package org.apctck.reference.fault;

import java.util.List;
import java.util.Locale;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Faults of functions that always fail, most with the very error that some scenario wants of them. Only a call that succeeds in
 * the same scenario tells such a function from one that refuses what it must.
 */
final class RefusalFaults {
    private static final String WINPR = "WinPR 2.11.7, see expectations/winpr.yaml";

    static final List<Fault> ALL = List.of(
            refuses("QUEUEING-DENIED", ApiFunction.QUEUE_USER_APC, NtStatus.ACCESS_DENIED),
            refuses("QUEUEING-FINDS-NO-HANDLE", ApiFunction.QUEUE_USER_APC, NtStatus.INVALID_HANDLE),
            refuses("QUEUEING-FINDS-NO-THREAD", ApiFunction.QUEUE_USER_APC, NtStatus.UNSUCCESSFUL),
            refuses("SUSPENSION-REFUSED", ApiFunction.SUSPEND_THREAD, NtStatus.ACCESS_DENIED),
            refuses("RESUME-REFUSED", ApiFunction.RESUME_THREAD, NtStatus.ACCESS_DENIED),
            refuses("WAIT-ONE-REFUSED", ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX, NtStatus.INVALID_HANDLE),
            refuses("WAIT-SEVERAL-REFUSED", ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX, NtStatus.INVALID_HANDLE),
            refuses("SET-EVENT-REFUSED", ApiFunction.SET_EVENT, NtStatus.ACCESS_DENIED),
            refuses("RESET-EVENT-REFUSED", ApiFunction.RESET_EVENT, NtStatus.ACCESS_DENIED),
            refuses("RELEASE-SEMAPHORE-REFUSED", ApiFunction.RELEASE_SEMAPHORE, NtStatus.SEMAPHORE_LIMIT_EXCEEDED),
            refuses("RELEASE-MUTEX-REFUSED", ApiFunction.RELEASE_MUTEX, NtStatus.MUTANT_NOT_OWNED),
            refuses("SIGNALWAIT-REFUSES-EVENTS", Purpose.MODIFY_EVENT, NtStatus.ACCESS_DENIED)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses("SIGNALWAIT-REFUSES-MUTEXES", Purpose.RELEASE_MUTEX, NtStatus.MUTANT_NOT_OWNED)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses("SIGNALWAIT-KNOWS-NO-MUTEX", Purpose.RELEASE_MUTEX, NtStatus.INVALID_HANDLE)
                    .seenIn(WINPR)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses("SIGNALWAIT-REFUSES-SEMAPHORES", Purpose.RELEASE_SEMAPHORE, NtStatus.SEMAPHORE_LIMIT_EXCEEDED)
                    .seenIn(WINPR)
                    .breaking("SIGNALWAIT-TYPES-1"),
            new Fault(
                            "WAIT-SEVERAL-REFUSES-MUTEXES",
                            "a wait for several objects fails for a mutex among them",
                            new ArgumentPolicy() {
                                @Override
                                public boolean takesAmongSeveral(KThread caller, DispatcherObject object) {
                                    return !(object instanceof KMutex);
                                }
                            })
                    .seenIn(WINPR)
                    .breaking("RETURN-WFMO-OBJECT-1"));

    private RefusalFaults() {}

    private static Fault refuses(String id, ApiFunction function, int status) {
        return new Fault(
                id, function + " always fails", new AsksForMore(function, null), new SaysAnother(function, status));
    }

    /** SignalObjectAndWait refuses one kind of object to signal. */
    private static Fault refuses(String id, Purpose purpose, int status) {
        return new Fault(
                id,
                "SignalObjectAndWait fails for every object that it would have to "
                        + purpose.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                new AsksForMore(ApiFunction.SIGNAL_OBJECT_AND_WAIT, purpose),
                new SaysAnother(ApiFunction.SIGNAL_OBJECT_AND_WAIT, status));
    }

    /** A function asks for a right that no handle has. */
    private static final class AsksForMore extends HandlePolicy {
        private static final int GRANTED_TO_NOBODY = 1 << 31;

        private final ApiFunction function;
        private final @Nullable Purpose refused;

        /** @param refused the only purpose for which it does; null for all */
        AsksForMore(ApiFunction function, @Nullable Purpose refused) {
            this.function = function;
            this.refused = refused;
        }

        @Override
        public int access(KThread caller, Purpose purpose) {
            return caller.call() == function.ordinal() && (refused == null || refused == purpose)
                    ? GRANTED_TO_NOBODY
                    : super.access(caller, purpose);
        }
    }

    /** A function says something else where the right is missing. */
    private static final class SaysAnother extends ResultPolicy {
        private final ApiFunction function;
        private final int status;

        SaysAnother(ApiFunction function, int status) {
            this.function = function;
            this.status = status;
        }

        @Override
        public int lastError(KThread caller, int reason) {
            boolean lacksRight = caller.call() == function.ordinal() && reason == NtStatus.ACCESS_DENIED;
            return super.lastError(caller, lacksRight ? status : reason);
        }
    }
}
