package org.apctck.reference.fault.generated;

import java.util.List;
import java.util.function.BiFunction;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.ObjectPolicy;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.kernel.QueuePolicy;
import org.apctck.reference.kernel.RequestPolicy;
import org.apctck.reference.kernel.ThreadPolicy;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.WaitPolicy;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.CreationPolicy;
import org.apctck.reference.win32.HandlePolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.reference.win32.SignalWaitPolicy;

/** Conducts with a guard before their decisions. */
final class Guarded {
    static final List<Form<?>> FORMS = List.of(
            new Form<>(QueuePolicy.DOCUMENTED, true, GuardedQueue::new),
            new Form<>(WaitPolicy.DOCUMENTED, true, GuardedWait::new),
            new Form<>(ObjectPolicy.DOCUMENTED, false, GuardedObject::new),
            new Form<>(ThreadPolicy.DOCUMENTED, true, GuardedThread::new),
            new Form<>(TimerPolicy.DOCUMENTED, false, GuardedTimer::new),
            new Form<>(RequestPolicy.DOCUMENTED, false, GuardedRequest::new),
            new Form<>(HandlePolicy.DOCUMENTED, false, GuardedHandle::new),
            new Form<>(CreationPolicy.DOCUMENTED, false, GuardedCreation::new),
            new Form<>(ArgumentPolicy.DOCUMENTED, false, GuardedArgument::new),
            new Form<>(SignalWaitPolicy.DOCUMENTED, false, GuardedSignalWait::new),
            new Form<>(ResultPolicy.DOCUMENTED, false, GuardedResult::new),
            new Form<>(DeliveryPolicy.DOCUMENTED, false, GuardedDelivery::new));

    private Guarded() {}

    /**
     * How the policy of a subject is guarded.
     *
     * @param counts whether the guarded form keeps a count that conditions ask for, and so is needed whatever the fault
     */
    record Form<P extends Policy>(P documented, boolean counts, BiFunction<P, Guard, P> guarded) {
        boolean isDocumented(Conduct conduct) {
            return conduct.insteadOf(documented) == documented;
        }

        P guard(Conduct conduct, Guard guard) {
            return guarded.apply(conduct.insteadOf(documented), guard);
        }
    }

    /** Decides as {@code faulty} where the guard is open, and as documented elsewhere. */
    static Conduct conduct(Conduct faulty, Guard guard) {
        Conduct guarded = Conduct.DOCUMENTED;
        for (Form<?> form : FORMS) {
            if (form.counts() || !form.isDocumented(faulty)) {
                guarded = guarded.with(form.guard(faulty, guard));
            }
        }
        return guarded;
    }

    /** Decides as documented and asks the guard before every decision. */
    static Conduct watched(Guard watch) {
        Conduct watched = Conduct.DOCUMENTED;
        for (Form<?> form : FORMS) {
            watched = watched.with(form.guard(Conduct.DOCUMENTED, watch));
        }
        return watched;
    }
}
