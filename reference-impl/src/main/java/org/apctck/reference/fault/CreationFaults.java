package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.ObjectPolicy;
import org.apctck.reference.win32.CreationPolicy;

/** Faults of new events, mutexes and semaphores, and of the pulse, which makes an event what it was. */
final class CreationFaults {
    private static final int COUNT_MAX = 0x7FFF;

    static final List<Fault> ALL = List.of(
            new Fault("EVENT-ALWAYS-AUTO-RESET", "every event is an auto-reset one", new CreationPolicy() {
                @Override
                public boolean isManualReset(KThread caller, boolean asked) {
                    return false;
                }
            }),
            new Fault("EVENT-ALWAYS-MANUAL-RESET", "every event is a manual-reset one", new CreationPolicy() {
                @Override
                public boolean isManualReset(KThread caller, boolean asked) {
                    return true;
                }
            }),
            new Fault("EVENT-NEVER-INITIALLY-SET", "no event is signaled at first", new CreationPolicy() {
                @Override
                public boolean isInitiallySignaled(KThread caller, boolean asked) {
                    return false;
                }
            }),
            new Fault("EVENT-ALWAYS-INITIALLY-SET", "every event is signaled at first", new CreationPolicy() {
                @Override
                public boolean isInitiallySignaled(KThread caller, boolean asked) {
                    return true;
                }
            }),
            new Fault("MUTEX-NEVER-INITIALLY-OWNED", "no mutex belongs to its creator", new CreationPolicy() {
                @Override
                public boolean isInitiallyOwned(KThread caller, boolean asked) {
                    return false;
                }
            }),
            new Fault("MUTEX-ALWAYS-INITIALLY-OWNED", "every mutex belongs to its creator", new CreationPolicy() {
                @Override
                public boolean isInitiallyOwned(KThread caller, boolean asked) {
                    return true;
                }
            }),
            new Fault("SEMAPHORE-STARTS-EMPTY", "every semaphore has the count 0 at first", new CreationPolicy() {
                @Override
                public int initialCount(KThread caller, int asked) {
                    return 0;
                }
            }),
            new Fault("SEMAPHORE-STARTS-FULL", "every semaphore has its maximum count at first", new CreationPolicy() {
                @Override
                public int initialCount(KThread caller, int asked) {
                    return Integer.MAX_VALUE;
                }
            }),
            new Fault("SEMAPHORE-OF-16-BITS", "no semaphore counts further than 32767", new CreationPolicy() {
                @Override
                public int maximumCount(KThread caller, int asked) {
                    return Math.min(asked, COUNT_MAX);
                }
            }),
            new Fault("SEMAPHORE-COUNTS-UNCHECKED", "a semaphore can be made with any numbers", new CreationPolicy() {
                @Override
                public boolean takesCounts(KThread caller, int count, int maximum) {
                    return true;
                }
            }),
            new Fault("PULSE-SETS", "PulseEvent leaves the event signaled", new ObjectPolicy() {
                @Override
                public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
                    return true;
                }
            }),
            new Fault("PULSE-KEEPS-STATE", "PulseEvent leaves a signaled event signaled", new ObjectPolicy() {
                @Override
                public boolean isSignaledAfterPulse(Kernel kernel, boolean before) {
                    return before;
                }
            }));

    private CreationFaults() {}
}
