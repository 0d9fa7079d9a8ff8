package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.Win32Policy;

/** A Win32 layer that decides otherwise under a condition and as documented elsewhere. */
final class GuardedWin32 extends Win32Policy {
    private final Win32Policy faulty;
    private final Guard guard;

    GuardedWin32(Win32Policy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    @Override
    public Win32Policy at(KThread caller) {
        return guard.isOpen("", new Occasion(null, caller, null)) ? faulty : DOCUMENTED;
    }
}
