package org.apctck.spec.stage;

import org.apctck.spec.api.Layout;

/** An argument of a function, resolved: everything that a {@link Platform} needs to pass it. */
public sealed interface Argument {
    /** A number, a handle or a null pointer, as wide as its parameter says. */
    record Scalar(long value) implements Argument {}

    /** An array of handles. */
    record Handles(long[] values) implements Argument {}

    /**
     * A structure in memory.
     *
     * @param fields a value for each field of the layout, in its order, as wide as the field says
     */
    record Structure(Layout layout, long[] fields) implements Argument {}

    /** An out-parameter: receives what the function writes. */
    record Out(OutCell cell) implements Argument {}

    /** A text of the kind that names things. */
    record Name(String text) implements Argument {}

    /** Bytes that are handed over. */
    record Bytes(byte[] content) implements Argument {}

    /** Memory that outlasts the call: an OVERLAPPED, or a buffer to be filled. */
    record Kept(Memory memory) implements Argument {}

    /** A routine that the implementation shall call. */
    record Code(Upcall upcall) implements Argument {}
}
