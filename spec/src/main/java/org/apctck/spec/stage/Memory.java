package org.apctck.spec.stage;

import java.nio.charset.StandardCharsets;

/**
 * Memory of a program that requests use: an OVERLAPPED, or a buffer that one fills. It lasts as long as the program, and a platform
 * knows it by its key.
 */
public final class Memory {
    private final String name;
    private final long key;
    private volatile byte[] content = {};

    Memory(String name, long key) {
        this.name = name;
        this.key = key;
    }

    /** What the program calls it. */
    public String name() {
        return name;
    }

    /** A number that no other memory of the program has, and not 0. */
    public long key() {
        return key;
    }

    /** To be told by the platform when a request has filled it, before the routine of the request runs. */
    public void fill(byte[] bytes) {
        content = bytes.clone();
    }

    /** The first so many bytes of it as a text. */
    String text(int count) {
        return new String(content, 0, Math.min(count, content.length), StandardCharsets.ISO_8859_1);
    }
}
