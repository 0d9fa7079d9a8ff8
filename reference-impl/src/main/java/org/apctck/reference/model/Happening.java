package org.apctck.reference.model;

import java.util.Map;
import org.apctck.spec.trace.EventKind;
import org.jspecify.annotations.Nullable;

/** What an event tells, without when and where: the part of it that belongs to an outcome. */
public record Happening(
        EventKind kind, String what, @Nullable String lastError, Map<String, String> slots) {
    Happening(EventKind kind, String what) {
        this(kind, what, null, Map.of());
    }
}
