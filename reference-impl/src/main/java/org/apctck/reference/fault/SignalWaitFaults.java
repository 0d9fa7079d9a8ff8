package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;

/** Faults of SignalObjectAndWait. */
final class SignalWaitFaults {
    static final List<Fault> ALL = List.of(
            new Fault(
                    "SIGNALWAIT-SKIPS-SIGNAL",
                    "with an APC pending SignalObjectAndWait runs it and signals nothing",
                    new Win32Policy() {
                        @Override
                        public boolean signals(DispatcherObject object, boolean apcPending) {
                            return !apcPending;
                        }
                    }),
            new Fault("SIGNALWAIT-EVENT-NOT-SET", "SignalObjectAndWait does not set an event", new Win32Policy() {
                        @Override
                        public boolean signals(DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KEvent);
                        }
                    })
                    .breaking("SIGNALWAIT-SIGNALS-FIRST-1"),
            new Fault(
                    "SIGNALWAIT-MUTEX-KEPT",
                    "SignalObjectAndWait does not release a mutex of its caller",
                    new Win32Policy() {
                        @Override
                        public boolean signals(DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KMutex);
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-SEMAPHORE-KEPT", "SignalObjectAndWait does not release a semaphore", new Win32Policy() {
                        @Override
                        public boolean signals(DispatcherObject object, boolean apcPending) {
                            return !(object instanceof KSemaphore);
                        }
                    }),
            new Fault("SIGNALWAIT-RELEASES-TWO", "SignalObjectAndWait raises a semaphore by two", new Win32Policy() {
                        @Override
                        public int unitsToRelease() {
                            return 2;
                        }
                    })
                    .breaking("SIGNALWAIT-SEMAPHORE-ONE-1"),
            new Fault(
                    "SIGNALWAIT-SIGNALS-AGAIN",
                    "SignalObjectAndWait signals its first object once more when an APC has ended its wait, and fails if it cannot",
                    "Wine 8.0, see expectations/wine.yaml",
                    new DeliveryPolicy() {
                        @Override
                        public boolean signalsAgain() {
                            return true;
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-TAKES-ANY-TYPE",
                    "SignalObjectAndWait waits although the first object is of a type that cannot be signaled",
                    "WinPR 2.11.7, see expectations/winpr.yaml",
                    new Win32Policy() {
                        @Override
                        public boolean waitsUnsignaled(DispatcherObject object) {
                            return object instanceof KThread;
                        }
                    }),
            new Fault(
                    "SIGNALWAIT-FULL-SEMAPHORE-WAITS",
                    "SignalObjectAndWait waits although the semaphore is full",
                    new Win32Policy() {
                        @Override
                        public boolean waitsUnsignaled(DispatcherObject object) {
                            return object instanceof KSemaphore;
                        }
                    }),
            new Fault(
                            "SIGNALWAIT-NOT-OWNER-WAITS",
                            "SignalObjectAndWait waits although the mutex is not its caller's",
                            new Win32Policy() {
                                @Override
                                public boolean waitsUnsignaled(DispatcherObject object) {
                                    return object instanceof KMutex;
                                }
                            })
                    .breaking("SIGNALWAIT-MUTEX-OWNER-1"));

    private SignalWaitFaults() {}
}
