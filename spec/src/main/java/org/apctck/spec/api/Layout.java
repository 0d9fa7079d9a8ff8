package org.apctck.spec.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The structures of the SDK that programs write as records, with their fields in the order of C. Where a field stands and how large
 * the structure is follows from the types of the fields, by the rules of C on a 64-bit machine.
 */
public enum Layout {
    SECURITY_ATTRIBUTES(
            new Member("nLength", ParameterType.DWORD),
            new Member("lpSecurityDescriptor", ParameterType.POINTER),
            new Member("bInheritHandle", ParameterType.BOOL));

    private final List<Field> fields = new ArrayList<>();
    private final int bytes;

    Layout(Member... members) {
        int end = 0;
        int alignment = 1;
        for (Member member : members) {
            int width = member.type().bytes();
            int offset = aligned(end, width);
            fields.add(new Field(member.name(), member.type(), offset));
            end = offset + width;
            alignment = Math.max(alignment, width);
        }
        bytes = aligned(end, alignment);
    }

    private record Member(String name, ParameterType type) {}

    /**
     * One field.
     *
     * @param offset in bytes from the beginning of the structure
     */
    public record Field(String name, ParameterType type, int offset) {}

    /** The next multiple of {@code alignment}. */
    private static int aligned(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** In the order of C. */
    public List<Field> fields() {
        return List.copyOf(fields);
    }

    /** How large the structure is. */
    public int bytes() {
        return bytes;
    }

    /** What is wrong with a record as one of these, or nothing. */
    String objection(Value.Record given) {
        List<String> seen = new ArrayList<>();
        for (var entry : given.fields()) {
            Field field = fields.stream()
                    .filter(known -> known.name().equals(entry.getKey()))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                return this + " has no field " + entry.getKey() + "; its fields are "
                        + fields.stream().map(Field::name).collect(Collectors.joining(", "));
            }
            if (!field.type().accepts(entry.getValue())) {
                return field.name() + " of " + this + " takes " + field.type().expects() + ", not `" + entry.getValue()
                        + "`";
            }
            if (seen.contains(field.name())) {
                return field.name() + " of " + this + " is given twice";
            }
            seen.add(field.name());
        }
        return "";
    }
}
