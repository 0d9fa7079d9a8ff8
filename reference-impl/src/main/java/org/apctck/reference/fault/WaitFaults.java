package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Wait;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.jspecify.annotations.Nullable;

/** Faults in how a wait begins and ends. */
final class WaitFaults {
    static final List<Fault> ALL = List.of(
            new Fault("PENDING-APC-IGNORED", "an APC that is queued before the wait does not end it", new WaitPolicy() {
                        @Override
                        public int entry(
                                Kernel kernel,
                                KThread thread,
                                Wait wait,
                                boolean satisfiable,
                                boolean apcPending,
                                boolean over,
                                Choice choice) {
                            return super.entry(kernel, thread, wait, satisfiable, false, over, choice);
                        }
                    })
                    .seenIn("xenia-canary/xenia-canary#1183: an APC queued just before the wait is lost"),
            new Fault("BLOCKED-WAIT-NOT-WOKEN", "an APC does not end a wait that has begun to block", new WaitPolicy() {
                        @Override
                        public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                            return wait;
                        }
                    })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml; xenia-canary/xenia-canary#1183")
                    .breaking("DELIVER-WAKE-1"),
            new Fault(
                    "TIMEOUT-BEFORE-APC",
                    "a wait that only polls times out before it looks for APCs",
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
                            return over && !satisfiable
                                    ? NtStatus.TIMEOUT
                                    : super.entry(kernel, thread, wait, satisfiable, apcPending, over, choice);
                        }
                    }),
            new Fault(
                            "APC-ENDS-ANY-WAIT",
                            "an APC ends a wait that is not alertable, and runs in it",
                            new WaitPolicy() {
                                @Override
                                public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                                    return null;
                                }
                            })
                    .breaking("DELIVER-NONALERTWAIT-1"),
            new Fault(
                            "WOKEN-LATE",
                            "a wait that an APC ends goes on until its thread runs again, so that a later signal can end it first",
                            new WaitPolicy() {
                                @Override
                                public @Nullable Wait arrival(Kernel kernel, KThread thread, Wait wait) {
                                    return wait.alertable()
                                            ? new Wait(wait.objects(), wait.all(), true, kernel.nowMicros())
                                            : wait;
                                }

                                @Override
                                public int expiry(Kernel kernel, KThread thread, Wait wait) {
                                    return wait.alertable() && thread.hasUserApc()
                                            ? NtStatus.USER_APC
                                            : super.expiry(kernel, thread, wait);
                                }
                            })
                    .seenIn("Wine 8.0, see docs/wine.md"),
            new Fault("INFINITE-ELAPSES", "a wait without end ends after 50 ms", new ArgumentPolicy() {
                        @Override
                        public long timeoutMillis(KThread caller, long millis) {
                            long documented = super.timeoutMillis(caller, millis);
                            return documented < 0 ? 50 : documented;
                        }
                    })
                    .breaking("DELIVER-EMPTY-BLOCK-1"),
            new Fault("TIME-CUT-SHORT", "a wait lasts a quarter of its time", new ArgumentPolicy() {
                        @Override
                        public long timeoutMillis(KThread caller, long millis) {
                            return super.timeoutMillis(caller, millis) / 4;
                        }
                    })
                    .breaking("DELIVER-EMPTY-BLOCK-1"));

    private WaitFaults() {}
}
