package org.apctck.reference.fault.generated;

/** Lets a deviation show, or not. */
@FunctionalInterface
interface Guard {
    /** @param decision the name of the method that makes it; empty where it is not known */
    boolean isOpen(String decision, Occasion occasion);

    /** A guard that lets it show whenever {@code condition} holds. */
    static Guard of(Condition condition) {
        return (decision, occasion) -> condition.holds(occasion);
    }
}
