package org.apctck.reference.fault.generated;

import java.util.List;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.jspecify.annotations.Nullable;

/** Timers are decided otherwise under a condition and as documented elsewhere, and where no thread is known any more. */
final class GuardedTimer extends TimerPolicy {
    private final TimerPolicy faulty;
    private final Guard guard;

    GuardedTimer(TimerPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private TimerPolicy at(String decision, Kernel kernel, @Nullable KThread thread, KTimer timer) {
        return thread != null && guard.isOpen(decision, new Occasion(kernel, thread, null, timer))
                ? faulty
                : DOCUMENTED;
    }

    private TimerPolicy bySetter(String decision, Kernel kernel, KTimer timer) {
        return at(decision, kernel, kernel.setterOf(timer), timer);
    }

    @Override
    public KTimer.@Nullable Setting set(Kernel kernel, KTimer timer, KThread by, KTimer.Setting asked) {
        return at("set", kernel, by, timer).set(kernel, timer, by, asked);
    }

    @Override
    public boolean settingRemovesApc(Kernel kernel, KTimer timer, KThread by, KTimer.Setting setting) {
        return at("settingRemovesApc", kernel, by, timer).settingRemovesApc(kernel, timer, by, setting);
    }

    @Override
    public boolean isSignaledWhenSet(Kernel kernel, KTimer timer, KThread by) {
        return at("isSignaledWhenSet", kernel, by, timer).isSignaledWhenSet(kernel, timer, by);
    }

    @Override
    public long nextDueMicros(Kernel kernel, KTimer timer, long dueMicros) {
        return bySetter("nextDueMicros", kernel, timer).nextDueMicros(kernel, timer, dueMicros);
    }

    @Override
    public boolean isSignaledByExpiry(Kernel kernel, KTimer timer) {
        return bySetter("isSignaledByExpiry", kernel, timer).isSignaledByExpiry(kernel, timer);
    }

    @Override
    public boolean isSignaledAfterExpiry(Kernel kernel, KTimer timer, boolean released, boolean signaled) {
        return bySetter("isSignaledAfterExpiry", kernel, timer)
                .isSignaledAfterExpiry(kernel, timer, released, signaled);
    }

    @Override
    public List<KThread> receivers(Kernel kernel, KTimer timer, @Nullable KThread setter) {
        return at("receivers", kernel, setter, timer).receivers(kernel, timer, setter);
    }

    @Override
    public UserApc apc(Kernel kernel, KTimer timer, UserApc apc) {
        return bySetter("apc", kernel, timer).apc(kernel, timer, apc);
    }

    @Override
    public long timeTold(Kernel kernel, KTimer timer, long signaled) {
        return bySetter("timeTold", kernel, timer).timeTold(kernel, timer, signaled);
    }

    @Override
    public boolean isSignaledWhenRoutineBegins(Kernel kernel, KTimer timer, boolean before) {
        return bySetter("isSignaledWhenRoutineBegins", kernel, timer)
                .isSignaledWhenRoutineBegins(kernel, timer, before);
    }

    @Override
    public boolean isSignaledAfterWait(Kernel kernel, KTimer timer, KThread waiter, boolean signaled) {
        return at("isSignaledAfterWait", kernel, waiter, timer).isSignaledAfterWait(kernel, timer, waiter, signaled);
    }

    @Override
    public int cancellation(Kernel kernel, KTimer timer, KThread by) {
        return at("cancellation", kernel, by, timer).cancellation(kernel, timer, by);
    }

    @Override
    public boolean cancelRemovesApc(Kernel kernel, KTimer timer, KThread by) {
        return at("cancelRemovesApc", kernel, by, timer).cancelRemovesApc(kernel, timer, by);
    }

    @Override
    public boolean cancelDisarms(Kernel kernel, KTimer timer, KThread by) {
        return at("cancelDisarms", kernel, by, timer).cancelDisarms(kernel, timer, by);
    }

    @Override
    public boolean isSignaledWhenCancelled(Kernel kernel, KTimer timer, KThread by, boolean before) {
        return at("isSignaledWhenCancelled", kernel, by, timer).isSignaledWhenCancelled(kernel, timer, by, before);
    }

    @Override
    public boolean endsWithSetter(Kernel kernel, KTimer timer, KThread setter, boolean terminated) {
        return at("endsWithSetter", kernel, setter, timer).endsWithSetter(kernel, timer, setter, terminated);
    }

    @Override
    public boolean isSignaledWithoutSetter(Kernel kernel, KTimer timer, KThread setter, boolean before) {
        return at("isSignaledWithoutSetter", kernel, setter, timer)
                .isSignaledWithoutSetter(kernel, timer, setter, before);
    }

    @Override
    public boolean closingEnds(Kernel kernel, KTimer timer) {
        return bySetter("closingEnds", kernel, timer).closingEnds(kernel, timer);
    }
}
