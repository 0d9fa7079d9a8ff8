package org.apctck.spec.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Files that the build puts among the classes.
 *
 * <p>A name is looked for beside a class, or, with a slash before it, from the root of all classes.
 */
public final class Resource {
    private Resource() {}

    /**
     * The content of a file beside {@code owner}.
     *
     * @throws IllegalStateException if there is none, so that the kit was not built whole
     */
    public static byte[] bytes(Class<?> owner, String name) {
        return find(owner, name).orElseThrow(() -> new IllegalStateException(name + " is not in the build"));
    }

    /**
     * The text of a file beside {@code owner}.
     *
     * @throws IllegalStateException if there is none, so that the kit was not built whole
     */
    public static String text(Class<?> owner, String name) {
        return new String(bytes(owner, name), StandardCharsets.UTF_8);
    }

    /** The content of a file beside {@code owner}; empty if the build has not made it. */
    public static Optional<byte[]> find(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new InputException(name + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }
}
