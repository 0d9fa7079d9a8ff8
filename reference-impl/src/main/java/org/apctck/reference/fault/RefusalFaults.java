package org.apctck.reference.fault;

import java.util.List;
import java.util.Locale;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.Win32Policy;
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
            refuses("SIGNALWAIT-REFUSES-EVENTS", Win32Policy.Purpose.MODIFY_EVENT, NtStatus.ACCESS_DENIED)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses("SIGNALWAIT-REFUSES-MUTEXES", Win32Policy.Purpose.RELEASE_MUTEX, NtStatus.MUTANT_NOT_OWNED)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses("SIGNALWAIT-KNOWS-NO-MUTEX", Win32Policy.Purpose.RELEASE_MUTEX, NtStatus.INVALID_HANDLE)
                    .seenIn(WINPR)
                    .breaking("SIGNALWAIT-TYPES-1"),
            refuses(
                            "SIGNALWAIT-REFUSES-SEMAPHORES",
                            Win32Policy.Purpose.RELEASE_SEMAPHORE,
                            NtStatus.SEMAPHORE_LIMIT_EXCEEDED)
                    .seenIn(WINPR)
                    .breaking("SIGNALWAIT-TYPES-1"),
            new Fault(
                            "WAIT-SEVERAL-REFUSES-MUTEXES",
                            "a wait for several objects fails for a mutex among them",
                            WINPR,
                            new Win32Policy() {
                                @Override
                                public boolean takesAmongSeveral(DispatcherObject object) {
                                    return !(object instanceof KMutex);
                                }
                            })
                    .breaking("RETURN-WFMO-OBJECT-1"));

    private RefusalFaults() {}

    private static Fault refuses(String id, ApiFunction function, int status) {
        return new Fault(id, function + " always fails", new Refusing(function, null, status));
    }

    /** SignalObjectAndWait refuses one kind of object to signal. */
    private static Fault refuses(String id, Win32Policy.Purpose purpose, int status) {
        return new Fault(
                id,
                "SignalObjectAndWait fails for every object that it would have to "
                        + purpose.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                new Refusing(ApiFunction.SIGNAL_OBJECT_AND_WAIT, purpose, status));
    }

    /** A function asks for a right that no handle has. */
    private static final class Refusing extends Win32Policy {
        private static final int GRANTED_TO_NOBODY = 1 << 31;

        private final ApiFunction function;
        private final @Nullable Purpose refused;
        private final int status;

        Refusing(ApiFunction function, @Nullable Purpose refused, int status) {
            this.function = function;
            this.refused = refused;
            this.status = status;
        }

        @Override
        public Win32Policy at(KThread caller) {
            return caller.call() == function.ordinal() ? this : DOCUMENTED;
        }

        @Override
        public int access(Purpose purpose) {
            return refused == null || refused == purpose ? GRANTED_TO_NOBODY : super.access(purpose);
        }

        @Override
        public int lastError(int reason) {
            return super.lastError(reason == NtStatus.ACCESS_DENIED ? status : reason);
        }
    }
}
