package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.spec.api.ApiFunction;

/** Faults in what is alertable: calls that run no APC, and calls that run one uninvited. */
final class AlertableFaults {
    static final List<Fault> ALL = List.of(
            new Fault("SLEEPEX-NEVER-ALERTABLE", "SleepEx is never alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && function != ApiFunction.SLEEP_EX;
                        }
                    })
                    .breaking("DELIVER-ALERTSET-1"),
            new Fault("WAIT-ONE-NEVER-ALERTABLE", "WaitForSingleObjectEx is never alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && function != ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;
                        }
                    })
                    .breaking("DELIVER-ALERTSET-1"),
            new Fault(
                            "WAIT-SEVERAL-NEVER-ALERTABLE",
                            "WaitForMultipleObjectsEx is never alertable",
                            new DeliveryPolicy() {
                                @Override
                                public boolean isAlertable(
                                        KThread caller,
                                        ApiFunction function,
                                        boolean asked,
                                        long timeoutMillis,
                                        boolean inRoutine) {
                                    return asked && function != ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX;
                                }
                            })
                    .breaking("DELIVER-ALERTSET-1"),
            new Fault("SIGNALWAIT-NEVER-ALERTABLE", "SignalObjectAndWait is never alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && function != ApiFunction.SIGNAL_OBJECT_AND_WAIT;
                        }
                    })
                    .breaking("DELIVER-ALERTSET-1"),
            new Fault("SLEEP-ALERTABLE", "Sleep is alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked || function == ApiFunction.SLEEP;
                        }
                    })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault("SLEEPEX-ALWAYS-ALERTABLE", "SleepEx is alertable whatever its flag says", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked || function == ApiFunction.SLEEP_EX;
                        }
                    })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault(
                            "WAIT-ONE-ALWAYS-ALERTABLE",
                            "a wait for one object is alertable whatever its flag says",
                            new DeliveryPolicy() {
                                @Override
                                public boolean isAlertable(
                                        KThread caller,
                                        ApiFunction function,
                                        boolean asked,
                                        long timeoutMillis,
                                        boolean inRoutine) {
                                    return asked
                                            || function == ApiFunction.WAIT_FOR_SINGLE_OBJECT
                                            || function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;
                                }
                            })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault(
                            "WAIT-SEVERAL-ALWAYS-ALERTABLE",
                            "a wait for several objects is alertable whatever its flag says",
                            new DeliveryPolicy() {
                                @Override
                                public boolean isAlertable(
                                        KThread caller,
                                        ApiFunction function,
                                        boolean asked,
                                        long timeoutMillis,
                                        boolean inRoutine) {
                                    return asked
                                            || function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS
                                            || function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX;
                                }
                            })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault(
                            "SIGNALWAIT-ALWAYS-ALERTABLE",
                            "SignalObjectAndWait is alertable whatever its flag says",
                            new DeliveryPolicy() {
                                @Override
                                public boolean isAlertable(
                                        KThread caller,
                                        ApiFunction function,
                                        boolean asked,
                                        long timeoutMillis,
                                        boolean inRoutine) {
                                    return asked || function == ApiFunction.SIGNAL_OBJECT_AND_WAIT;
                                }
                            })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault(
                    "STAYS-ALERTABLE",
                    "after a wait that ran APCs the next wait is alertable, too",
                    new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked || caller.waitStatus() == NtStatus.USER_APC;
                        }
                    }),
            new Fault(
                    "SLEEP-OF-ZERO-YIELDS",
                    "SleepEx with no time gives up its time slice and looks at nothing",
                    new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && (function != ApiFunction.SLEEP_EX || timeoutMillis != 0);
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-OF-ZERO-IGNORES-APCS",
                    "SignalObjectAndWait with no time tests the object and looks at nothing else",
                    new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && (function != ApiFunction.SIGNAL_OBJECT_AND_WAIT || timeoutMillis != 0);
                        }
                    }),
            new Fault("ROUTINE-NEVER-ALERTABLE", "a wait inside an APC routine is not alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked && !inRoutine;
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("DELIVER-NESTED-1"),
            new Fault(
                    "ROUTINE-ALWAYS-ALERTABLE", "every wait inside an APC routine is alertable", new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            return asked || inRoutine;
                        }
                    }),
            new Fault(
                    "CALLS-DELIVER",
                    "SetEvent and GetCurrentThreadId run the pending APCs of their thread",
                    new DeliveryPolicy() {
                        @Override
                        public boolean runsApcsBefore(KThread thread, ApiFunction function) {
                            return function == ApiFunction.SET_EVENT || function == ApiFunction.GET_CURRENT_THREAD_ID;
                        }
                    }),
            new Fault(
                            "APC-INTERRUPTS-CODE",
                            "an APC runs at once on a thread that does not wait",
                            new DeliveryPolicy() {
                                @Override
                                public boolean interrupts(KThread thread, boolean inRoutine) {
                                    return !inRoutine;
                                }
                            })
                    .breaking("DELIVER-NOTALERT-1"),
            new Fault(
                    "APC-INTERRUPTS-ROUTINE",
                    "an APC runs at once on a thread that runs another one",
                    new DeliveryPolicy() {
                        @Override
                        public boolean interrupts(KThread thread, boolean inRoutine) {
                            return inRoutine;
                        }
                    }),
            new Fault(
                    "ALERTABLE-ONLY-IF-ONE",
                    "a wait is alertable if its flag is 1 and for no other value",
                    new ArgumentPolicy() {
                        @Override
                        public boolean isTrue(KThread caller, long flag) {
                            return flag == 1;
                        }
                    }),
            new Fault(
                    "START-ROUTINE-NOT-ALERTABLE",
                    "a wait in a routine that runs before the start of its thread is not alertable",
                    new DeliveryPolicy() {
                        @Override
                        public boolean isAlertable(
                                KThread caller,
                                ApiFunction function,
                                boolean asked,
                                long timeoutMillis,
                                boolean inRoutine) {
                            boolean hasNeverWaited = caller.waitStatus() == NtStatus.SUCCESS;
                            return asked && !(inRoutine && hasNeverWaited);
                        }
                    }));

    private AlertableFaults() {}
}
