package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;

/** Faults in what the waits return. */
final class ResultFaults {
    private static final long FAILED = 0xFFFF_FFFFL;

    static final List<Fault> ALL = List.of(
            new Fault("SLEEPEX-HIDES-APCS", "SleepEx returns 0 although it ran APCs", new ResultPolicy() {
                @Override
                public long answer(KThread caller, ApiFunction function, long value) {
                    return function == ApiFunction.SLEEP_EX && value == NtStatus.USER_APC ? 0 : value;
                }
            }),
            new Fault("SLEEPEX-TIMES-OUT", "SleepEx returns WAIT_TIMEOUT when its time has passed", new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.SLEEP_EX && value == 0 ? NtStatus.TIMEOUT : value;
                        }
                    })
                    .breaking("RETURN-SLEEPEX-TIMEOUT-1"),
            new Fault("LAST-ERROR-CLEARED", "a wait that has run APCs sets the last error to 0", new ResultPolicy() {
                @Override
                public long lastErrorLeft(KThread caller, long before, int status) {
                    return status == NtStatus.USER_APC ? 0 : before;
                }
            }),
            new Fault(
                    "LAST-ERROR-TELLS-OF-APC",
                    "a wait that has run APCs sets the last error to WAIT_IO_COMPLETION as well",
                    new ResultPolicy() {
                        @Override
                        public long lastErrorLeft(KThread caller, long before, int status) {
                            return status == NtStatus.USER_APC ? NtStatus.USER_APC : before;
                        }
                    }),
            new Fault(
                    "WAIT-ONE-HIDES-APCS",
                    "WaitForSingleObjectEx reports its object although APCs ended the wait",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX && value == NtStatus.USER_APC
                                    ? NtStatus.WAIT_0
                                    : value;
                        }
                    }),
            new Fault(
                    "WAIT-ONE-FAILS-FOR-TIME",
                    "WaitForSingleObjectEx fails when its time has passed",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX && value == NtStatus.TIMEOUT
                                    ? FAILED
                                    : value;
                        }
                    }),
            new Fault(
                    "WAIT-ONE-HIDES-OBJECT",
                    "WaitForSingleObjectEx reports a time-out although its object ended the wait",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX && value == NtStatus.WAIT_0
                                    ? NtStatus.TIMEOUT
                                    : value;
                        }
                    }),
            new Fault(
                    "WAIT-SEVERAL-HIDES-APCS",
                    "WaitForMultipleObjectsEx reports its first object although APCs ended the wait",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX && value == NtStatus.USER_APC
                                    ? NtStatus.WAIT_0
                                    : value;
                        }
                    }),
            new Fault(
                    "WAIT-SEVERAL-FAILS-FOR-TIME",
                    "WaitForMultipleObjectsEx fails when its time has passed",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX && value == NtStatus.TIMEOUT
                                    ? FAILED
                                    : value;
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-HIDES-APCS",
                    "SignalObjectAndWait reports its object although APCs ended the wait",
                    new ResultPolicy() {
                        @Override
                        public long answer(KThread caller, ApiFunction function, long value) {
                            return function == ApiFunction.SIGNAL_OBJECT_AND_WAIT && value == NtStatus.USER_APC
                                    ? NtStatus.WAIT_0
                                    : value;
                        }
                    }),
            new Fault(
                            "SIGNALWAIT-HIDES-TIME",
                            "SignalObjectAndWait reports its object although its time has passed",
                            new ResultPolicy() {
                                @Override
                                public long answer(KThread caller, ApiFunction function, long value) {
                                    return function == ApiFunction.SIGNAL_OBJECT_AND_WAIT && value == NtStatus.TIMEOUT
                                            ? NtStatus.WAIT_0
                                            : value;
                                }
                            })
                    .seenIn("Wine 8.0, where it polls for the mutex that it releases, see docs/wine.md")
                    .breaking("SIGNALWAIT-RETURN-1"),
            new Fault(
                            "SIGNALWAIT-FAILS-FOR-TIME",
                            "SignalObjectAndWait fails when its time has passed",
                            new ResultPolicy() {
                                @Override
                                public long answer(KThread caller, ApiFunction function, long value) {
                                    return function == ApiFunction.SIGNAL_OBJECT_AND_WAIT && value == NtStatus.TIMEOUT
                                            ? FAILED
                                            : value;
                                }
                            })
                    .breaking("SIGNALWAIT-RETURN-1"));

    private ResultFaults() {}
}
