package org.apctck.spec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON or YAML file that knows its file, line and field, so that whoever reads it can say where it is wrong.
 *
 * <p>Every accessor throws {@link InputException} if the value is not of that form.
 */
public final class Node {
    static final Object NOTHING = new Object();

    private final String file;
    private final int line;
    private final String field;
    private final Object value;

    Node(String file, int line, String field, Object value) {
        this.file = file;
        this.line = line;
        this.field = field;
        this.value = value;
    }

    /** The line in the file, counted from 1. */
    public int line() {
        return line;
    }

    /** An error at this value. */
    public InputException error(String problem) {
        return new InputException(file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
    }

    /** An error at this value, with its cause. */
    public InputException error(String problem, Throwable cause) {
        return new InputException(file + ":" + line + ": " + (field.isEmpty() ? "" : field + ": ") + problem, cause);
    }

    /** Whether this is a list. */
    public boolean isList() {
        return value instanceof List;
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    /** Demands that this object has no other fields than {@code known}. */
    public Node only(String... known) {
        for (Map.Entry<String, Node> entry : fields().entrySet()) {
            if (!Set.of(known).contains(entry.getKey())) {
                throw entry.getValue()
                        .error("unknown field; known are " + String.join(", ", new TreeSet<>(Set.of(known))));
            }
        }
        return this;
    }

    /** The fields of this object, in the order of the file. */
    @SuppressWarnings("unchecked")
    public Map<String, Node> fields() {
        if (value instanceof Map) {
            return (Map<String, Node>) value;
        }
        throw error("must be an object");
    }

    /** A field that must be there. */
    public Node get(String name) {
        Node node = find(name);
        if (node == null) {
            throw error("`" + name + "` is missing");
        }
        return node;
    }

    /** A field, or null if it is absent or null. */
    public @Nullable Node find(String name) {
        Node node = fields().get(name);
        return node == null || node.value == NOTHING ? null : node;
    }

    /** The items of this array. */
    @SuppressWarnings("unchecked")
    public List<Node> items() {
        if (value instanceof List) {
            return (List<Node>) value;
        }
        throw error("must be a list");
    }

    /** The items of the array under {@code name}, each read by {@code reader}; empty if the field is absent. */
    public <T> List<T> list(String name, Function<Node, T> reader) {
        Node node = find(name);
        if (node == null) {
            return List.of();
        }
        List<T> list = new ArrayList<>();
        node.items().forEach(item -> list.add(reader.apply(item)));
        return list;
    }

    public String text() {
        if (value instanceof String text) {
            return text;
        }
        throw error("must be a text");
    }

    /** The text under {@code name}, or {@code absent}. */
    public String text(String name, String absent) {
        Node node = find(name);
        return node == null ? absent : node.text();
    }

    /** The text made fit to be shown, in one line: for what is told by whoever is under test. */
    public String told() {
        return Printable.line(text());
    }

    /** The text under {@code name}, made fit to be shown in one line, or {@code absent}. */
    public String told(String name, String absent) {
        Node node = find(name);
        return node == null ? absent : node.told();
    }

    public long integer() {
        if (value instanceof Long number) {
            return number;
        }
        throw error("must be a whole number");
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(int least, int most) {
        long number = integer();
        if (number < least || number > most) {
            throw error("must be from " + least + " to " + most + ", not " + number);
        }
        return (int) number;
    }

    public boolean bool() {
        if (value instanceof Boolean bool) {
            return bool;
        }
        throw error("must be true or false");
    }

    /** The truth value under {@code name}; false if the field is absent. */
    public boolean flag(String name) {
        Node node = find(name);
        return node != null && node.bool();
    }

    /** The constant of {@code type} that this text names, in any case, with - for _. */
    public <E extends Enum<E>> E constant(Class<E> type) {
        String name = text().toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            known.add(constant.name());
        }
        throw error("unknown value `" + text() + "`; known are " + String.join(", ", known));
    }
}
