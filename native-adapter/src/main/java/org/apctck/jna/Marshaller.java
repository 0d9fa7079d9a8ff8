package org.apctck.jna;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Layout;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.OutCell;

/**
 * The arguments of one call in native form: derived from the signature, so that a new function needs no code here.
 *
 * <p>Memory that the function writes to is filled with a pattern before, which tells afterwards whether it was written. All memory
 * is reachable through this object for as long as the call lasts, which may be for ever.
 */
final class Marshaller {
    private static final byte PATTERN = (byte) 0xA5;
    private static final int DWORD_BYTES = 4;
    private static final long DWORD_MASK = 0xFFFF_FFFFL;

    private final List<Written> written = new ArrayList<>();
    private final Object[] natives;
    private final KeptMemory kept;

    private record Written(OutCell cell, Memory memory) {}

    Marshaller(List<Parameter> parameters, List<Argument> arguments, Callbacks callbacks, KeptMemory kept) {
        this.kept = kept;
        natives = new Object[arguments.size()];
        for (int i = 0; i < natives.length; i++) {
            natives[i] = convert(parameters.get(i).type(), arguments.get(i), callbacks);
        }
    }

    /** What is passed: an {@link Integer}, a {@link Long} or memory for each argument. */
    Object[] natives() {
        return natives;
    }

    private Object convert(ParameterType type, Argument argument, Callbacks callbacks) {
        if (argument instanceof Argument.Handles handles) {
            return array(handles.values());
        }
        if (argument instanceof Argument.Structure structure) {
            return memory(structure);
        }
        if (argument instanceof Argument.Out out) {
            Memory memory = new Memory(bytes(type));
            memory.setMemory(0, memory.size(), PATTERN);
            written.add(new Written(out.cell(), memory));
            return memory;
        }
        if (argument instanceof Argument.Name name) {
            return wide(
                    "\\\\.\\pipe\\apctck-" + ProcessHandle.current().pid() + "-" + kept.number() + "-" + name.text());
        }
        if (argument instanceof Argument.Bytes bytes) {
            Memory memory = new Memory(Math.max(1, bytes.content().length));
            memory.write(0, bytes.content(), 0, bytes.content().length);
            return memory;
        }
        if (argument instanceof Argument.Kept remembered) {
            return kept.of(remembered.memory());
        }
        if (argument instanceof Argument.Code code) {
            return callbacks.pointer(code.upcall());
        }
        long value = ((Argument.Scalar) argument).value();
        if (type == ParameterType.DUE_TIME) {
            Memory memory = new Memory(Long.BYTES);
            memory.setLong(0, value);
            return memory;
        }
        return type.bytes() == DWORD_BYTES ? (Object) (int) value : (Object) value;
    }

    /** With room for one more than a wait takes, so that a count that is too high reads NULL instead of past the end. */
    private static Memory array(long[] handles) {
        int count = Math.max(handles.length, Constants.MAXIMUM_WAIT_OBJECTS + 1);
        Memory memory = new Memory((long) count * Long.BYTES);
        memory.clear();
        memory.write(0, handles, 0, handles.length);
        return memory;
    }

    private static Memory memory(Argument.Structure structure) {
        Memory memory = new Memory(structure.layout().bytes());
        memory.clear();
        for (int i = 0; i < structure.fields().length; i++) {
            Layout.Field field = structure.layout().fields().get(i);
            if (field.type().bytes() == DWORD_BYTES) {
                memory.setInt(field.offset(), (int) structure.fields()[i]);
            } else {
                memory.setLong(field.offset(), structure.fields()[i]);
            }
        }
        return memory;
    }

    /** A text as Windows has it, whatever wchar_t is here. */
    private static Memory wide(String text) {
        byte[] units = (text + "\0").getBytes(StandardCharsets.UTF_16LE);
        Memory memory = new Memory(units.length);
        memory.write(0, units, 0, units.length);
        return memory;
    }

    private static int bytes(ParameterType type) {
        return type == ParameterType.OUT_HANDLE ? Long.BYTES : DWORD_BYTES;
    }

    /** Hands the cells what the function wrote. */
    void readBack() {
        for (Written out : written) {
            byte[] content = out.memory().getByteArray(0, (int) out.memory().size());
            boolean untouched = true;
            for (byte b : content) {
                untouched &= b == PATTERN;
            }
            if (!untouched) {
                out.cell()
                        .write(
                                content.length == Long.BYTES
                                        ? out.memory().getLong(0)
                                        : out.memory().getInt(0) & DWORD_MASK);
            }
        }
    }
}
