package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ReturnType;

/** Faults of handles: what access is asked for, what a wrong handle leads to. */
final class HandleFaults {
    /** What wait functions and those that return a suspend count return when they fail. */
    private static final long FAILED = 0xFFFF_FFFFL;

    static final List<Fault> ALL = List.of(
            new Fault("PROCESS-NO-OBJECT", "the handle of GetCurrentProcess cannot be waited for", new Win32Policy() {
                @Override
                public boolean waitsForProcess() {
                    return false;
                }
            }),
            new Fault(
                    "PROCESS-IS-NULL",
                    "GetCurrentProcess returns NULL, which stands for the process as any other value would",
                    "WinPR 2.11.7, see expectations/winpr.yaml",
                    new DeliveryPolicy() {
                        @Override
                        public long told(ApiFunction function, long value) {
                            return function == ApiFunction.GET_CURRENT_PROCESS ? 0 : value;
                        }
                    }),
            new Fault(
                    "QUEUE-WITHOUT-ACCESS",
                    "QueueUserAPC asks for no access right",
                    "WinPR 2.11.7, see expectations/winpr.yaml",
                    new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return purpose == Purpose.QUEUE_APC ? 0 : super.access(purpose);
                        }
                    }),
            new Fault(
                    "QUEUE-WANTS-MORE-ACCESS",
                    "QueueUserAPC wants THREAD_QUERY_LIMITED_INFORMATION as well",
                    new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return super.access(purpose) | (purpose == Purpose.QUEUE_APC ? Purpose.QUERY.access() : 0);
                        }
                    }),
            new Fault("SUSPEND-WITHOUT-ACCESS", "SuspendThread asks for no access right", new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return purpose == Purpose.SUSPEND ? 0 : super.access(purpose);
                        }
                    })
                    .breaking("THREAD-SUSPENSION-REFUSED-1"),
            new Fault("RESUME-WITHOUT-ACCESS", "ResumeThread asks for no access right", new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return purpose == Purpose.RESUME ? 0 : super.access(purpose);
                        }
                    })
                    .breaking("THREAD-SUSPENSION-REFUSED-1"),
            new Fault("TERMINATE-WITHOUT-ACCESS", "TerminateThread asks for no access right", new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return purpose == Purpose.TERMINATE ? 0 : super.access(purpose);
                        }
                    })
                    .breaking("THREAD-END-RIGHTS-1"),
            new Fault("QUERY-WITHOUT-ACCESS", "GetExitCodeThread asks for no access right", new Win32Policy() {
                        @Override
                        public int access(Purpose purpose) {
                            return purpose == Purpose.QUERY ? 0 : super.access(purpose);
                        }
                    })
                    .breaking("THREAD-END-RIGHTS-1"),
            new Fault(
                            "SIGNAL-WITHOUT-ACCESS",
                            "an event or a semaphore is signaled through a handle that does not permit it",
                            "WinPR 2.11.7, see expectations/winpr.yaml",
                            new Win32Policy() {
                                @Override
                                public int access(Purpose purpose) {
                                    return purpose == Purpose.MODIFY_EVENT || purpose == Purpose.RELEASE_SEMAPHORE
                                            ? 0
                                            : super.access(purpose);
                                }
                            })
                    .breaking("KERNEL-EVENT-RIGHTS-1"),
            new Fault(
                            "WAIT-WITHOUT-ACCESS",
                            "a wait does not ask for SYNCHRONIZE",
                            "WinPR 2.11.7, see expectations/winpr.yaml",
                            new Win32Policy() {
                                @Override
                                public int access(Purpose purpose) {
                                    return purpose == Purpose.WAIT ? 0 : super.access(purpose);
                                }
                            })
                    .breaking("RETURN-WFSO-RIGHTS-1"),
            new Fault(
                    "NEW-THREAD-LACKS-ACCESS",
                    "the handle that CreateThread returns may only be waited for",
                    new Win32Policy() {
                        @Override
                        public int accessOfNewThread() {
                            return Purpose.WAIT.access();
                        }
                    }),
            new Fault(
                    "INVALID-HANDLE-SILENT",
                    "a call that fails for its handle sets the last error to 0",
                    new Win32Policy() {
                        @Override
                        public int lastError(int status) {
                            return isBadHandle(status) ? 0 : super.lastError(status);
                        }
                    }),
            new Fault(
                    "DEAD-THREAD-WRONG-ERROR",
                    "queueing to a thread that has ended reports an invalid handle",
                    new Win32Policy() {
                        @Override
                        public int lastError(int status) {
                            return super.lastError(status == NtStatus.UNSUCCESSFUL ? NtStatus.INVALID_HANDLE : status);
                        }
                    }),
            new Fault("BAD-HANDLE-QUEUES", "QueueUserAPC reports success whatever the handle is", new DeliveryPolicy() {
                @Override
                public long answer(ApiFunction function, long value) {
                    return function == ApiFunction.QUEUE_USER_APC ? 1 : value;
                }
            }),
            new Fault(
                    "BAD-HANDLE-TIMES-OUT",
                    "a wait for one object times out at once on what is no handle",
                    new DeliveryPolicy() {
                        @Override
                        public long answer(ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                    "BAD-HANDLES-TIME-OUT",
                    "a wait for several objects times out at once when one is no handle",
                    new DeliveryPolicy() {
                        @Override
                        public long answer(ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                    "BAD-HANDLE-SIGNALED",
                    "SignalObjectAndWait times out at once when a handle is of no use",
                    new DeliveryPolicy() {
                        @Override
                        public long answer(ApiFunction function, long value) {
                            return value == FAILED && function == ApiFunction.SIGNAL_OBJECT_AND_WAIT
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                            "SUSPENSION-FAILS-WITH-ZERO",
                            "SuspendThread and ResumeThread return 0 when they fail",
                            new DeliveryPolicy() {
                                @Override
                                public long answer(ApiFunction function, long value) {
                                    return value == FAILED && function.returnType() == ReturnType.SUSPEND_COUNT
                                            ? 0
                                            : value;
                                }
                            })
                    .breaking("THREAD-RESUME-COUNT-1"),
            new Fault("HANDLES-UP-TO-63", "a wait takes no more than 63 handles", new Win32Policy() {
                @Override
                public boolean takesHandles(int count) {
                    return count >= 1 && count <= 63;
                }
            }),
            new Fault(
                    "HANDLES-UNCOUNTED",
                    "a wait takes any number of handles, none included",
                    "FreeRDP/FreeRDP#917: no handles at all were accepted",
                    new Win32Policy() {
                        @Override
                        public boolean takesHandles(int count) {
                            return true;
                        }
                    }),
            new Fault(
                    "PSEUDO-HANDLE-MEANS-FIRST-THREAD",
                    "the value of GetCurrentThread stands for the first thread whoever uses it",
                    new Win32Policy() {
                        @Override
                        public KThread current(Kernel kernel, KThread caller) {
                            return kernel.threads().findFirst().orElseThrow();
                        }
                    }),
            new Fault(
                    "DUPLICATE-STAYS-PSEUDO",
                    "a duplicate of the value of GetCurrentThread is the same value",
                    new Win32Policy() {
                        @Override
                        public boolean duplicatesThread() {
                            return false;
                        }
                    }));

    private HandleFaults() {}

    private static boolean isBadHandle(int status) {
        return status == NtStatus.INVALID_HANDLE || status == NtStatus.OBJECT_TYPE_MISMATCH;
    }
}
