package org.apctck.reference.kernel;

import java.util.Arrays;

/**
 * Something a thread can wait for: it is signaled or not, and satisfying a wait may change that.
 *
 * <p>Objects refer to each other by id, so that a {@link Kernel} is copied by copying its objects one by one.
 */
public abstract class DispatcherObject implements Cloneable, Numbered {
    private static final int[] NONE = {};

    private final int id;
    /** The waiting threads by id, oldest first. The array is never changed, only replaced, so copies share it. */
    private int[] waiters = NONE;
    /** What a policy remembers of the object, by the places of its choice: nothing as documented. Shared like the waiters. */
    private int[] memory = NONE;
    /** How many hold on to it, as {@link Kernel#hold} counts. */
    private int references;
    /** How many handles stand for it. */
    private int handles;

    DispatcherObject(int id) {
        this.id = id;
    }

    /** The number of the object in its kernel. */
    public final int id() {
        return id;
    }

    /** Whether a wait of {@code thread} for this object alone would be satisfied. */
    public abstract boolean isSignaledFor(KThread thread);

    /**
     * Lets {@code thread} have the object.
     *
     * @return {@link NtStatus#WAIT_0}, or {@link NtStatus#ABANDONED_WAIT_0} for an abandoned mutex
     */
    abstract int satisfy(KThread thread);

    /** Whether satisfying one wait can keep the next from being satisfied. */
    public abstract boolean isConsumed();

    /** When it does something by itself: the wait of a thread times out, a timer expires. {@link Deadline#NEVER} for never. */
    public long dueMicros() {
        return Deadline.NEVER;
    }

    /** The same object in a copy of its kernel. */
    DispatcherObject copy() {
        try {
            return (DispatcherObject) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every dispatcher object can be cloned", e);
        }
    }

    @Override
    public final int number() {
        return id;
    }

    /** Whether anybody can still come upon the object: by a handle, in a wait or a call, or because it is a thread that has not ended. */
    final boolean isReferenced() {
        return references > 0;
    }

    final void reference() {
        references++;
    }

    final void dereference() {
        references--;
    }

    /** Whether a handle stands for it. */
    final boolean hasHandle() {
        return handles > 0;
    }

    final void countHandles(int more) {
        handles += more;
    }

    /** What a policy has remembered at a place, 0 if nothing: policies have no state, and copies must not share it. */
    public final int recall(int place) {
        return place < memory.length ? memory[place] : 0;
    }

    /** Remembers a number at a place. */
    final void remember(int place, int number) {
        memory = Arrays.copyOf(memory, Math.max(memory.length, place + 1));
        memory[place] = number;
    }

    /** How many threads wait for the object longer than {@code thread}: all, if it does not. */
    public final int waitersBefore(KThread thread) {
        int before = 0;
        while (before < waiters.length && waiters[before] != thread.id()) {
            before++;
        }
        return before;
    }

    final int[] waiters() {
        return waiters;
    }

    final void link(KThread thread) {
        for (int waiter : waiters) {
            if (waiter == thread.id()) {
                return;
            }
        }
        waiters = Arrays.copyOf(waiters, waiters.length + 1);
        waiters[waiters.length - 1] = thread.id();
    }

    final void unlink(KThread thread) {
        waiters = Arrays.stream(waiters).filter(waiter -> waiter != thread.id()).toArray();
    }
}
