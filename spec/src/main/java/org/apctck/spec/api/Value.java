package org.apctck.spec.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An argument of a {@link Call} as data; {@code toString} writes it in the grammar of calls. */
public sealed interface Value {

    /** A number; {@code text} keeps how it was written. */
    record Int(long value, String text) implements Value {
        public static Int of(long value) {
            return new Int(value, Long.toString(value));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Constants of the SDK, joined by {@code |}. */
    record Constants(List<String> names, long value) implements Value {
        public Constants {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return String.join(" | ", names);
        }
    }

    /** The name of a thread, an object, a routine or an earlier binding. */
    record Name(String name) implements Value {
        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code &name}: an out-parameter, bound to that name. */
    record Slot(String name) implements Value {
        @Override
        public String toString() {
            return "&" + name;
        }
    }

    /** {@code id of worker}: the identifier of a thread. */
    record IdOf(String thread) implements Value {
        @Override
        public String toString() {
            return "id of " + thread;
        }
    }

    /** {@code invalid}: a handle value that was never issued. */
    record Invalid() implements Value {
        @Override
        public String toString() {
            return "invalid";
        }
    }

    /** {@code [E, F]}: an array. */
    record Sequence(List<Value> values) implements Value {
        public Sequence {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.stream().map(Value::toString).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** <code>{Offset: 0, hEvent: E}</code>: a structure, fields in the order written. */
    record Record(List<Map.Entry<String, Value>> fields) implements Value {
        public Record {
            fields = List.copyOf(fields);
        }

        /** What the record gives for a field, or null. */
        public @Nullable Value field(String name) {
            return fields.stream()
                    .filter(field -> field.getKey().equals(name))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public String toString() {
            return fields.stream()
                    .map(field -> field.getKey() + ": " + field.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /** {@code "hello"}: printable ASCII. */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
    }

    /** Whether {@code value} is the constant NULL (or a literal 0 in its place). */
    static boolean isNull(Value value) {
        return value instanceof Constants constants && constants.names().equals(List.of("NULL"))
                || value instanceof Int number && number.value() == 0;
    }

    /**
     * The numeric value of a number or of constants.
     *
     * @throws IllegalArgumentException for any other value; {@link CallParser} admits none in a numeric position
     */
    static long number(Value value) {
        if (value instanceof Int number) {
            return number.value();
        }
        if (value instanceof Constants constants) {
            return constants.value();
        }
        throw new IllegalArgumentException("not a number: " + value);
    }
}
