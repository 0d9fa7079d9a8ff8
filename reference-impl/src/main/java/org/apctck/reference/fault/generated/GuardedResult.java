package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;

/** Results are decided otherwise under a condition and as documented elsewhere. */
final class GuardedResult extends ResultPolicy {
    private final ResultPolicy faulty;
    private final Guard guard;

    GuardedResult(ResultPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private ResultPolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public boolean performs(KThread caller, ApiFunction function) {
        return at("performs", caller).performs(caller, function);
    }

    @Override
    public long answer(KThread caller, ApiFunction function, long value) {
        return at("answer", caller).answer(caller, function, value);
    }

    @Override
    public long told(KThread caller, ApiFunction function, long value) {
        return at("told", caller).told(caller, function, value);
    }

    @Override
    public int previousCount(KThread caller, int before, int more) {
        return at("previousCount", caller).previousCount(caller, before, more);
    }

    @Override
    public int exitCodeTold(KThread caller, KThread thread) {
        return at("exitCodeTold", caller).exitCodeTold(caller, thread);
    }

    @Override
    public int lastError(KThread caller, int status) {
        return at("lastError", caller).lastError(caller, status);
    }

    @Override
    public long lastErrorLeft(KThread caller, long before, int status) {
        return at("lastErrorLeft", caller).lastErrorLeft(caller, before, status);
    }
}
