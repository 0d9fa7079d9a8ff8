package org.apctck.reference.fault.generated;

import java.util.Objects;
import org.apctck.reference.kernel.KThread;
import org.jspecify.annotations.Nullable;

/** Tells what a policy is asked for a thread: first for which thread, then for which decision. */
final class Watch {
    private final Reach reach;
    private @Nullable KThread thread;

    Watch(Reach reach) {
        this.reach = reach;
    }

    void at(KThread asked) {
        thread = asked;
    }

    void asked(String decision) {
        KThread caller =
                Objects.requireNonNull(thread, () -> decision + " is asked of nobody: the policy's `at` is missing");
        reach.note(decision, new Occasion(null, caller, null));
        thread = null;
    }
}
