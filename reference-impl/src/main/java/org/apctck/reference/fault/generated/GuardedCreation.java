package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.spec.api.ApiFunction;

/** New objects are decided otherwise under a condition and as documented elsewhere. */
final class GuardedCreation extends CreationPolicy {
    private final CreationPolicy faulty;
    private final Guard guard;

    GuardedCreation(CreationPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private CreationPolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public boolean isManualReset(KThread caller, boolean asked) {
        return at("isManualReset", caller).isManualReset(caller, asked);
    }

    @Override
    public boolean isInitiallySignaled(KThread caller, boolean asked) {
        return at("isInitiallySignaled", caller).isInitiallySignaled(caller, asked);
    }

    @Override
    public boolean isManualResetTimer(KThread caller, ApiFunction function, boolean asked) {
        return at("isManualResetTimer", caller).isManualResetTimer(caller, function, asked);
    }

    @Override
    public boolean isInitiallyExpired(KThread caller) {
        return at("isInitiallyExpired", caller).isInitiallyExpired(caller);
    }

    @Override
    public boolean isInitiallyOwned(KThread caller, boolean asked) {
        return at("isInitiallyOwned", caller).isInitiallyOwned(caller, asked);
    }

    @Override
    public int initialCount(KThread caller, int asked) {
        return at("initialCount", caller).initialCount(caller, asked);
    }

    @Override
    public int maximumCount(KThread caller, int asked) {
        return at("maximumCount", caller).maximumCount(caller, asked);
    }

    @Override
    public boolean takesCounts(KThread caller, int count, int maximum) {
        return at("takesCounts", caller).takesCounts(caller, count, maximum);
    }
}
