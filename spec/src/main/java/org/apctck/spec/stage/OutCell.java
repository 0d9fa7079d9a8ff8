package org.apctck.spec.stage;

/** What a function wrote through a pointer, if it wrote anything. Used by one thread. */
public final class OutCell {
    private long value;
    private boolean written;

    /** Takes the value that the function wrote, zero-extended. */
    public void write(long newValue) {
        value = newValue;
        written = true;
    }

    /** Whether the function wrote anything. */
    public boolean isWritten() {
        return written;
    }

    /** What the function wrote; 0 if it wrote nothing. */
    public long value() {
        return value;
    }
}
