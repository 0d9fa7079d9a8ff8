package org.apctck.reference.kernel;

/** A container that writes what it holds, and nothing of how it holds it. */
public interface Stateful {
    void writeTo(StateWriter out);
}
