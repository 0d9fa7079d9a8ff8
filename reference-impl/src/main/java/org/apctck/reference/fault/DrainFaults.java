package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;

/** Faults in how a wait runs APCs: how many, until when, and what is made of it. */
final class DrainFaults {
    private static final long SOME_HAVE_RUN = 2;

    static final List<Fault> ALL = List.of(
            new Fault("ONE-APC-PER-WAIT", "a wait runs one APC and leaves the rest", new DeliveryPolicy() {
                        @Override
                        public long left(KThread thread, long quota, long nowMicros) {
                            return 0;
                        }
                    })
                    .breaking("DELIVER-DRAIN-1"),
            new Fault(
                            "SNAPSHOT-DRAIN",
                            "a wait runs only the APCs that were queued when it began to run them",
                            new DeliveryPolicy() {
                                @Override
                                public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                                    return queued;
                                }

                                @Override
                                public long left(KThread thread, long quota, long nowMicros) {
                                    return quota - 1;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                            "TIMEOUT-CUTS-DRAIN",
                            "a wait runs no further APC once its time has passed",
                            new DeliveryPolicy() {
                                @Override
                                public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                                    return nowMicros + 1000 * timeoutMillis + 1;
                                }

                                @Override
                                public long left(KThread thread, long quota, long nowMicros) {
                                    return nowMicros < quota ? quota : 0;
                                }
                            })
                    .seenIn("momo5502/sogen#1022: the time-out was latched before a pending APC"),
            new Fault("WAIT-GOES-ON", "a wait goes on when its APCs have run", new DeliveryPolicy() {
                        @Override
                        public boolean waitsAgain(KThread thread) {
                            return true;
                        }
                    })
                    .breaking("DELIVER-WAKE-1"),
            new Fault(
                            "OBJECT-THEN-APCS",
                            "a wait that its object has ended runs the pending APCs before it returns",
                            new DeliveryPolicy() {
                                @Override
                                public boolean drains(KThread thread, int status) {
                                    return status == NtStatus.WAIT_0 || super.drains(thread, status);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("DELIVER-LATER-1"),
            new Fault(
                            "WOKEN-BY-OBJECT-ALONE",
                            "an APC does not end a wait that has begun to block, and runs when the object has ended it",
                            new WaitPolicy() {
                                @Override
                                public Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                                    return wait;
                                }
                            },
                            new DeliveryPolicy() {
                                @Override
                                public boolean drains(KThread thread, int status) {
                                    return status == NtStatus.WAIT_0 || super.drains(thread, status);
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("DELIVER-WAKE-1"),
            new Fault(
                            "COMPLETED-WAIT-OVERWRITTEN",
                            "a wait that its object has ended runs the pending APCs and reports those",
                            new DeliveryPolicy() {
                                @Override
                                public boolean drains(KThread thread, int status) {
                                    return status == NtStatus.WAIT_0 || super.drains(thread, status);
                                }

                                @Override
                                public long left(KThread thread, long quota, long nowMicros) {
                                    return SOME_HAVE_RUN;
                                }

                                @Override
                                public int drained(KThread thread, int status, int last, long left) {
                                    return left == SOME_HAVE_RUN ? NtStatus.USER_APC : status;
                                }
                            })
                    .seenIn("momo5502/sogen#887: a completed wait was overwritten by STATUS_USER_APC")
                    .breaking("DELIVER-LATER-1"),
            new Fault(
                            "TIMEOUT-THEN-APCS",
                            "a wait that has timed out runs the APCs that come too late and reports the time-out",
                            new DeliveryPolicy() {
                                @Override
                                public boolean drains(KThread thread, int status) {
                                    return status == NtStatus.TIMEOUT || super.drains(thread, status);
                                }
                            })
                    .breaking("DELIVER-TIMEOUT-NOAPC-1"),
            new Fault(
                    "INNER-WAIT-OVERWRITES",
                    "a wait reports how the last wait inside its routines ended",
                    new DeliveryPolicy() {
                        @Override
                        public int drained(KThread thread, int status, int last, long left) {
                            return last;
                        }
                    }),
            new Fault(
                    "INNER-DRAIN-COUNTS",
                    "a wait reports no APC when a wait inside its routine has run some of them",
                    new DeliveryPolicy() {
                        @Override
                        public long quota(KThread thread, int queued, long nowMicros, long timeoutMillis) {
                            return 2L * queued + 1;
                        }

                        @Override
                        public long left(KThread thread, long quota, long nowMicros) {
                            return quota - 2;
                        }

                        @Override
                        public int drained(KThread thread, int status, int last, long left) {
                            return left > 1 ? NtStatus.TIMEOUT : status;
                        }
                    }),
            new Fault(
                    "COMPLETION-LATCHED",
                    "the next alertable wait reports the APCs of the last one again",
                    new WaitPolicy() {
                        @Override
                        public int entry(
                                Kernel kernel,
                                KThread thread,
                                Wait wait,
                                boolean satisfiable,
                                boolean apcPending,
                                boolean over,
                                Choice choice) {
                            return super.entry(
                                    kernel,
                                    thread,
                                    wait,
                                    satisfiable,
                                    apcPending || wait.alertable() && thread.waitStatus() == NtStatus.USER_APC,
                                    over,
                                    choice);
                        }
                    }));

    private DrainFaults() {}
}
