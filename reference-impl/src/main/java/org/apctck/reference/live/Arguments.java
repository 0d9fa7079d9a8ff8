package org.apctck.reference.live;

import java.util.Arrays;
import java.util.List;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.Upcall;
import org.jspecify.annotations.Nullable;

/** The arguments of one call by their position, as {@link Win32} takes them. */
record Arguments(List<Argument> values) {
    /** An integer as wide as a pointer. */
    long number(int index) {
        return values.get(index) instanceof Argument.Scalar scalar ? scalar.value() : 0;
    }

    int integer(int index) {
        return (int) number(index);
    }

    boolean flag(int index) {
        return integer(index) != 0;
    }

    Handle handle(int index) {
        return new Handle(number(index));
    }

    /** How many handles an array is said to have; 0 where there is none. */
    int count(int index, int arrayIndex) {
        return values.get(arrayIndex) instanceof Argument.Handles ? integer(index) : 0;
    }

    /** An array of at least {@code count} handles: where C would read past the end there is nothing valid to read. */
    Handle[] handles(int index, int count) {
        long[] listed = values.get(index) instanceof Argument.Handles handles ? handles.values() : new long[0];
        int needed = Math.min(Math.max(count, listed.length), Win32.MAXIMUM_WAIT_OBJECTS);
        return Arrays.stream(Arrays.copyOf(listed, needed))
                .mapToObj(Handle::new)
                .toArray(Handle[]::new);
    }

    ThreadRoutine threadRoutine(int index) {
        Upcall upcall = upcall(index);
        return parameter -> (int) run(upcall, parameter);
    }

    /** The routine, or null for NULL. */
    @Nullable
    ApcRoutine apcRoutine(int index) {
        if (!(values.get(index) instanceof Argument.Code)) {
            return null;
        }
        Upcall upcall = upcall(index);
        return data -> run(upcall, data);
    }

    /** Hands on what a function wrote, and the result of the function. */
    long written(int index, Out<Integer> variable, long result) {
        if (variable.isSet() && values.get(index) instanceof Argument.Out out) {
            out.cell().write(Integer.toUnsignedLong(variable.get()));
        }
        return result;
    }

    /** Hands on the handle that a function wrote, and the result of the function. */
    long writtenHandle(int index, Out<Handle> variable, long result) {
        if (variable.isSet() && values.get(index) instanceof Argument.Out out) {
            out.cell().write(variable.get().value());
        }
        return result;
    }

    private Upcall upcall(int index) {
        if (values.get(index) instanceof Argument.Code code) {
            return code.upcall();
        }
        throw new IllegalArgumentException("no routine");
    }

    private static long run(Upcall upcall, long argument) {
        try {
            return upcall.run(argument);
        } catch (ThreadEnd end) {
            throw end;
        } catch (Throwable problem) {
            upcall.failed(problem);
            return 0;
        }
    }
}
