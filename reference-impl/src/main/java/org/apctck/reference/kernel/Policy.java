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
 * ({@link DispatcherObject#remember}).
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
}
