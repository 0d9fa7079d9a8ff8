package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.SignalWaitPolicy;

/** Faults of SignalObjectAndWait. */
final class SignalWaitFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                    "SIGNALWAIT-SKIPS-SIGNAL",
                    "with an APC pending SignalObjectAndWait runs it and signals nothing",
                    new SignalWaitPolicy() {
                        @Override
                        public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                            return !apcPending;
                        }
                    }),
            new Fault("SIGNALWAIT-EVENT-NOT-SET", "SignalObjectAndWait does not set an event", new SignalWaitPolicy() {
                        @Override
                        public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KEvent);
                        }
                    })
                    .breaking("SIGNALWAIT-SIGNALS-FIRST-1"),
            new Fault(
                    "SIGNALWAIT-MUTEX-KEPT",
                    "SignalObjectAndWait does not release a mutex of its caller",
                    new SignalWaitPolicy() {
                        @Override
                        public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KMutex);
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-SEMAPHORE-KEPT",
                    "SignalObjectAndWait does not release a semaphore",
                    new SignalWaitPolicy() {
                        @Override
                        public boolean signals(KThread caller, DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KSemaphore);
                        }
                    }),
            new Fault(
                            "SIGNALWAIT-RELEASES-TWO",
                            "SignalObjectAndWait raises a semaphore by two",
                            new SignalWaitPolicy() {
                                @Override
                                public int unitsToRelease(KThread caller) {
                                    return 2;
                                }
                            })
                    .breaking("SIGNALWAIT-SEMAPHORE-ONE-1"),
            new Fault(
                            "SIGNALWAIT-SIGNALS-AGAIN",
                            "SignalObjectAndWait signals its first object once more when an APC has ended its wait, and fails if it cannot",
                            new SignalWaitPolicy() {
                                @Override
                                public boolean signalsAgain(KThread caller) {
                                    return true;
                                }
                            })
                    .seenIn("Wine 8.0, see expectations/wine.yaml"),
            new Fault(
                            "SIGNALWAIT-TAKES-ANY-TYPE",
                            "SignalObjectAndWait waits although the first object is of a type that cannot be signaled",
                            new SignalWaitPolicy() {
                                @Override
                                public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
                                    return object instanceof KThread;
                                }
                            })
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml"),
            new Fault(
                    "SIGNALWAIT-FULL-SEMAPHORE-WAITS",
                    "SignalObjectAndWait waits although the semaphore is full",
                    new SignalWaitPolicy() {
                        @Override
                        public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
                            return object instanceof KSemaphore;
                        }
                    }),
            new Fault(
                            "SIGNALWAIT-NOT-OWNER-WAITS",
                            "SignalObjectAndWait waits although the mutex is not its caller's",
                            new SignalWaitPolicy() {
                                @Override
                                public boolean waitsUnsignaled(KThread caller, DispatcherObject object) {
                                    return object instanceof KMutex;
                                }
                            })
                    .breaking("SIGNALWAIT-MUTEX-OWNER-1"));

    private SignalWaitFaults() {}
}
