package org.apctck.reference.kernel;

/**
 * What is decided about one subject where implementations are known to differ: about queues, waits, handles and so on. Each
 * method is one decision as the documentation has it and names the thread it is about; a subclass that decides otherwise makes
 * a reference with one deliberate fault.
 *
 * <p>A subject is a direct subclass with a constant {@code DOCUMENTED}. Who has to decide asks the {@link Conduct} for it; no
 * list of the subjects exists.
 *
 * <p>Policies have no state: copies of a kernel share theirs. What one remembers it leaves at the objects, which are copied
 * ({@link #remember}).
 *
 * <p>Outside this package, objects change only through the {@link Kernel}. The protected methods are the exception: they are
 * steps that faults take and no documented decision does.
 */
public abstract class Policy {
    protected Policy() {}

    /** The class whose methods are the documented decisions. */
    public final Class<?> subject() {
        Class<?> type = getClass();
        while (type.getSuperclass() != Policy.class) {
            type = type.getSuperclass();
        }
        return type;
    }

    /** Whether every decision is the documented one. */
    final boolean isDocumented() {
        return getClass() == subject();
    }

    /** Remembers a number at a place of an object, for {@link DispatcherObject#recall}. */
    protected static void remember(DispatcherObject object, int place, int number) {
        object.remember(place, number);
    }

    /** Adds one to what is remembered at a place of an object. */
    protected static void count(DispatcherObject object, int place) {
        object.remember(place, object.recall(place) + 1);
    }

    /** Whether what a place of an object stands for has happened before; from now on it has. */
    protected static boolean happensAgain(DispatcherObject object, int place) {
        boolean again = object.recall(place) > 0;
        object.remember(place, 1);
        return again;
    }

    /** Puts an APC into a queue at a place, without asking whether it may be queued and without ending a wait. */
    protected static void insertApc(KThread thread, int place, UserApc apc) {
        thread.insert(place, apc);
    }

    /** Takes the oldest APC off a queue, if there is one, and runs it on no thread. */
    protected static void dropOldestApc(KThread thread) {
        thread.takeUserApc();
    }

    /** Takes every APC off a queue and runs none. */
    protected static void dropApcs(KThread thread) {
        while (thread.hasUserApc()) {
            thread.takeUserApc();
        }
    }
}
