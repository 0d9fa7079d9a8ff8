package org.apctck.spec.trace;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;

/** Traces and their events as JSON (schemas in {@code docs/protocol/}), both ways. */
public final class TraceJson {
    private TraceJson() {}

    /** The event as maps and texts, to be put into a larger JSON value. */
    public static Map<String, Object> tree(Event event) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("seq", event.seq());
        tree.put("micros", event.micros());
        if (!event.thread().isEmpty()) {
            tree.put("thread", event.thread());
        }
        tree.put("event", event.kind().word());
        if (!event.what().isEmpty()) {
            tree.put("what", event.what());
        }
        if (event.happening() instanceof Happening.Returns returns) {
            if (returns.lastError() != null) {
                tree.put("lastError", returns.lastError());
            }
            if (!returns.slots().isEmpty()) {
                tree.put("slots", returns.slots());
            }
        }
        if (event.happening() instanceof Happening.Begins begins
                && !begins.slots().isEmpty()) {
            tree.put("slots", begins.slots());
        }
        return tree;
    }

    /** The trace as maps, lists and texts. */
    public static Map<String, Object> tree(Trace trace) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", trace.status().name());
        if (!trace.evidence().isEmpty()) {
            tree.put("evidence", trace.evidence());
        }
        if (trace.schedule() != null) {
            tree.put("schedule", trace.schedule());
        }
        if (!trace.readings().isEmpty()) {
            tree.put("readings", new TreeMap<>(trace.readings()));
        }
        tree.put("events", trace.events().stream().map(TraceJson::tree).toList());
        return tree;
    }

    /**
     * Reads an event. Unknown fields are ignored, as the protocol demands.
     *
     * @throws InputException with file, line and field
     */
    public static Event readEvent(Node node) {
        EventKind kind = node.get("event").constant(EventKind.class);
        Node lastError = node.find("lastError");
        Map<String, String> slots = new LinkedHashMap<>();
        Node slotNode = node.find("slots");
        if (slotNode != null) {
            slotNode.fields().forEach((name, value) -> slots.put(name, value.told()));
        }
        String thread = node.told("thread", "");
        if (thread.isEmpty() != (kind == EventKind.QUIESCENT)) {
            throw node.error(
                    kind == EventKind.QUIESCENT ? "belongs to no thread" : "`thread` is missing in a " + kind.word());
        }
        return new Event(
                node.get("seq").integer(0, Integer.MAX_VALUE),
                node.get("micros").integer(),
                thread,
                Happening.read(kind, node.told("what", ""), lastError == null ? null : lastError.told(), slots));
    }

    /**
     * Reads a trace.
     *
     * @throws InputException with file, line and field
     */
    public static Trace read(Node node) {
        Map<String, String> readings = new LinkedHashMap<>();
        Node readingNode = node.find("readings");
        if (readingNode != null) {
            readingNode.fields().forEach((name, value) -> readings.put(name, value.told()));
        }
        Node schedule = node.find("schedule");
        return new Trace(
                node.list("events", TraceJson::readEvent),
                node.get("status").constant(TraceStatus.class),
                node.told("evidence", ""),
                schedule == null ? null : schedule.told(),
                readings);
    }
}
