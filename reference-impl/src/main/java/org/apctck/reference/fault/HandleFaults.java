package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.HandlePolicy.Purpose;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ReturnType;

/** Faults of handles: what access is asked for, what a wrong handle leads to. */
final class HandleFaults {
    /** What wait functions and those that return a suspend count return when they fail. */
    private static final long FAILED = 0xFFFF_FFFFL;

    static final List<Fault> ALL = List.of(
            new Fault("PROCESS-NO-OBJECT", "the handle of GetCurrentProcess cannot be waited for", new HandlePolicy() {
                @Override
                public boolean waitsForProcess(KThread caller) {
                    return false;
                }
            }),
            new Fault(
                            "PROCESS-IS-NULL",
                            "GetCurrentProcess returns NULL, which stands for the process as any other value would",
                            new ResultPolicy() {
                                @Override
                                public long told(KThread caller, ApiFunction function, long value) {
                                    return function == ApiFunction.GET_CURRENT_PROCESS ? 0 : value;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault("QUEUE-WITHOUT-ACCESS", "QueueUserAPC asks for no access right", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.QUEUE_APC ? 0 : super.access(caller, purpose);
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                    "QUEUE-WANTS-MORE-ACCESS",
                    "QueueUserAPC wants THREAD_QUERY_LIMITED_INFORMATION as well",
                    new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return super.access(caller, purpose)
                                    | (purpose == Purpose.QUEUE_APC ? Purpose.QUERY.access() : 0);
                        }
                    }),
            new Fault("SUSPEND-WITHOUT-ACCESS", "SuspendThread asks for no access right", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.SUSPEND ? 0 : super.access(caller, purpose);
                        }
                    })
                    .breaking("THREAD-SUSPENSION-REFUSED-1"),
            new Fault("RESUME-WITHOUT-ACCESS", "ResumeThread asks for no access right", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.RESUME ? 0 : super.access(caller, purpose);
                        }
                    })
                    .breaking("THREAD-SUSPENSION-REFUSED-1"),
            new Fault("TERMINATE-WITHOUT-ACCESS", "TerminateThread asks for no access right", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.TERMINATE ? 0 : super.access(caller, purpose);
                        }
                    })
                    .breaking("THREAD-END-RIGHTS-1"),
            new Fault("QUERY-WITHOUT-ACCESS", "GetExitCodeThread asks for no access right", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.QUERY ? 0 : super.access(caller, purpose);
                        }
                    })
                    .breaking("THREAD-END-RIGHTS-1"),
            new Fault(
                            "SIGNAL-WITHOUT-ACCESS",
                            "an event or a semaphore is signaled through a handle that does not permit it",
                            new HandlePolicy() {
                                @Override
                                public int access(KThread caller, Purpose purpose) {
                                    return purpose == Purpose.MODIFY_EVENT || purpose == Purpose.RELEASE_SEMAPHORE
                                            ? 0
                                            : super.access(caller, purpose);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("KERNEL-EVENT-RIGHTS-1"),
            new Fault("WAIT-WITHOUT-ACCESS", "a wait does not ask for SYNCHRONIZE", new HandlePolicy() {
                        @Override
                        public int access(KThread caller, Purpose purpose) {
                            return purpose == Purpose.WAIT ? 0 : super.access(caller, purpose);
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("RETURN-WFSO-RIGHTS-1"),
            new Fault(
                    "NEW-THREAD-LACKS-ACCESS",
                    "the handle that CreateThread returns may only be waited for",
                    new HandlePolicy() {
                        @Override
                        public int accessOfNewThread(KThread caller) {
                            return Purpose.WAIT.access();
                        }
                    }),
            new Fault(
                    "INVALID-HANDLE-SILENT",
                    "a call that fails for its handle sets the last error to 0",
                    new ResultPolicy() {
                        @Override
                        public int lastError(KThread caller, int status) {
                            return isBadHandle(status) ? 0 : super.lastError(caller, status);
                        }
                    }),
            new Fault(
                    "DEAD-THREAD-WRONG-ERROR",
                    "queueing to a thread that has ended reports an invalid handle",
                    new ResultPolicy() {
                        @Override
                        public int lastError(KThread caller, int status) {
                            return super.lastError(
                                    caller, status == NtStatus.UNSUCCESSFUL ? NtStatus.INVALID_HANDLE : status);
                        }
                    }),
            new Fault("BAD-HANDLE-QUEUES", "QueueUserAPC reports success whatever the handle is", new ResultPolicy() {
                @Override
                public long answer(KThread caller, ApiFunction function, long value) {
                    return function == ApiFunction.QUEUE_USER_APC ? 1 : value;
                }
            }),
            new Fault(
                    "BAD-HANDLE-TIMES-OUT",
                    "a wait for one object times out at once on what is no handle",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                    "BAD-HANDLES-TIME-OUT",
                    "a wait for several objects times out at once when one is no handle",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                    "BAD-HANDLE-SIGNALED",
                    "SignalObjectAndWait times out at once when a handle is of no use",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.SIGNAL_OBJECT_AND_WAIT
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                            "SUSPENSION-FAILS-WITH-ZERO",
                            "SuspendThread and ResumeThread return 0 when they fail",
                            new ResultPolicy() {
                                @Override
                                public long answer(KThread caller, ApiFunction function, long value) {
                                    return value == FAILED && function.returnType() == ReturnType.SUSPEND_COUNT
                                            ? 0
                                            : value;
                                }
                            })
                    .breaking("THREAD-RESUME-COUNT-1"),
            new Fault("HANDLES-UP-TO-63", "a wait takes no more than 63 handles", new ArgumentPolicy() {
                @Override
                public boolean takesHandles(KThread caller, int count) {
                    return count >= 1 && count <= 63;
                }
            }),
            new Fault("HANDLES-UNCOUNTED", "a wait takes any number of handles, none included", new ArgumentPolicy() {
                        @Override
                        public boolean takesHandles(KThread caller, int count) {
                            return true;
                        }
                    })
                    .seenIn("FreeRDP/FreeRDP#917: no handles at all were accepted"),
            new Fault(
                    "PSEUDO-HANDLE-MEANS-FIRST-THREAD",
                    "the value of GetCurrentThread stands for the first thread whoever uses it",
                    new HandlePolicy() {
                        @Override
                        public KThread current(Kernel kernel, KThread caller) {
                            return kernel.threads().findFirst().orElseThrow();
                        }
                    }),
            new Fault(
                    "DUPLICATE-STAYS-PSEUDO",
                    "a duplicate of the value of GetCurrentThread is the same value",
                    new HandlePolicy() {
                        @Override
                        public boolean duplicatesThread(KThread caller) {
                            return false;
                        }
                    }));

    private HandleFaults() {}

    private static boolean isBadHandle(int status) {
        return status == NtStatus.INVALID_HANDLE || status == NtStatus.OBJECT_TYPE_MISMATCH;
    }
}
