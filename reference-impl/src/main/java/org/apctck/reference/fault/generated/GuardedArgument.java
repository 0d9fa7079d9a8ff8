package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.ArgumentPolicy;

/** Arguments are decided otherwise under a condition and as documented elsewhere. */
final class GuardedArgument extends ArgumentPolicy {
    private final ArgumentPolicy faulty;
    private final Guard guard;

    GuardedArgument(ArgumentPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private ArgumentPolicy at(String decision, KThread thread) {
        return guard.isOpen(decision, new Occasion(null, thread, null)) ? faulty : DOCUMENTED;
    }

    @Override
    public KThread receiver(KThread caller, KThread target) {
        return at("receiver", caller).receiver(caller, target);
    }

    @Override
    public UserApc queued(KThread caller, UserApc given) {
        return at("queued", caller).queued(caller, given);
    }

    @Override
    public boolean isTrue(KThread caller, long flag) {
        return at("isTrue", caller).isTrue(caller, flag);
    }

    @Override
    public long timeoutMillis(KThread caller, long millis) {
        return at("timeoutMillis", caller).timeoutMillis(caller, millis);
    }

    @Override
    public boolean isWaitable(KThread caller, DispatcherObject object) {
        return at("isWaitable", caller).isWaitable(caller, object);
    }

    @Override
    public boolean takesPeriod(KThread caller, int millis) {
        return at("takesPeriod", caller).takesPeriod(caller, millis);
    }

    @Override
    public boolean takesResume(KThread caller) {
        return at("takesResume", caller).takesResume(caller);
    }

    @Override
    public long microsToGo(KThread caller, long units, long utcMicros, long delayMillis) {
        return at("microsToGo", caller).microsToGo(caller, units, utcMicros, delayMillis);
    }

    @Override
    public boolean takesHandles(KThread caller, int count) {
        return at("takesHandles", caller).takesHandles(caller, count);
    }

    @Override
    public boolean takesAmongSeveral(KThread caller, DispatcherObject object) {
        return at("takesAmongSeveral", caller).takesAmongSeveral(caller, object);
    }
}
