package org.apctck.reference.live;

/**
 * A handle, as opaque as in C: a number that stands for an object, or for nothing.
 *
 * <p>Two handles to one object are not equal, and a closed handle stays closed: its value is not issued again.
 */
public record Handle(long value) {
    /** No handle: what a function that makes one returns when it fails. */
    public static final Handle NULL = new Handle(0);

    /** Whether this is {@link #NULL}. */
    public boolean isNull() {
        return value == 0;
    }

    @Override
    public String toString() {
        return "0x" + Long.toHexString(value);
    }
}
