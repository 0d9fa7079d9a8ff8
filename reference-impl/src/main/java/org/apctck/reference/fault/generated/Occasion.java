package org.apctck.reference.fault.generated;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.Wait;
import org.jspecify.annotations.Nullable;

/**
 * Where a decision is made.
 *
 * @param kernel null where the decision is not the kernel's
 * @param thread the thread that it is about: the waiter, the target of an APC, the caller, who has set a timer
 * @param waiting null where it is not about one
 * @param timer null where it is not about one
 */
record Occasion(
        @Nullable Kernel kernel,
        KThread thread,
        @Nullable Wait waiting,
        @Nullable KTimer timer) {
    Occasion(@Nullable Kernel kernel, KThread thread, @Nullable Wait waiting) {
        this(kernel, thread, waiting, null);
    }

    /** How often something has happened to the thread. */
    int times(Count count) {
        return thread.recall(count.ordinal());
    }

    /** How often it has happened in the program. */
    int timesInAll(Count count) {
        return kernel == null
                ? 0
                : kernel.objects()
                        .mapToInt(object -> object.recall(count.ordinal()))
                        .sum();
    }

    /** The first object of the wait; null for none. */
    @Nullable
    DispatcherObject first() {
        return object(0);
    }

    /** The object at a place of the wait; null for none. */
    @Nullable
    DispatcherObject object(int index) {
        return kernel == null || waiting == null || waiting.objects().length <= index
                ? null
                : kernel.object(waiting.objects()[index]);
    }

    /** How many objects are waited for. */
    int objects() {
        return waiting == null ? 0 : waiting.objects().length;
    }
}
