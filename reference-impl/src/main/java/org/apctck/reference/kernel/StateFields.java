package org.apctck.reference.kernel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes an object as the numbers of its class and of all its fields, so that no field of a state can be forgotten. Left out are
 * those that {@link NoState} is said of.
 */
@SuppressWarnings("UnusedMethod") // what puts a value is found by its name
final class StateFields extends ClassValue<MethodHandle> {
    private static final StateFields WRITERS = new StateFields();
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final AtomicInteger CLASSES = new AtomicInteger();

    private StateFields() {}

    /** Appends a class and the fields of one of its objects. */
    static void write(StateWriter out, Object holder) {
        try {
            WRITERS.get(holder.getClass()).invokeExact(out, holder);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("nothing that is called throws it", e);
        }
    }

    @Override
    protected MethodHandle computeValue(Class<?> type) {
        try {
            MethodHandle fields = MethodHandles.dropArguments(
                    MethodHandles.insertArguments(put("number", int.class), 1, CLASSES.getAndIncrement()),
                    1,
                    Object.class);
            for (Class<?> part = type; part != null; part = part.getSuperclass()) {
                for (Field field : part.getDeclaredFields()) {
                    boolean isPart =
                            !Modifier.isStatic(field.getModifiers()) && !field.isAnnotationPresent(NoState.class);
                    fields = isPart ? MethodHandles.foldArguments(writer(field), fields) : fields;
                }
            }
            return fields;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the fields of " + type + " cannot be read", e);
        }
    }

    private static MethodHandle writer(Field field) throws ReflectiveOperationException {
        MethodHandle value =
                MethodHandles.privateLookupIn(field.getDeclaringClass(), LOOKUP).unreflectGetter(field);
        MethodHandle put = put(field);
        value = value.asType(MethodType.methodType(put.type().parameterType(1), Object.class));
        return MethodHandles.filterArguments(put, 1, value);
    }

    private static MethodHandle put(Field field) throws ReflectiveOperationException {
        Class<?> type = field.getType();
        if (type == int.class) {
            return put("number", int.class);
        } else if (type == long.class) {
            return put(field.isAnnotationPresent(Time.class) ? "time" : "number", long.class);
        } else if (type == boolean.class) {
            return put("flag", boolean.class);
        } else if (type == int[].class) {
            return put("numbers", int[].class);
        } else if (type == long[].class) {
            return put("numbers", long[].class);
        } else if (type == BitSet.class) {
            return put("bits", BitSet.class);
        } else if (type.isEnum()) {
            return put("constant", Enum.class);
        } else if (Stateful.class.isAssignableFrom(type)) {
            return put("content", Stateful.class);
        } else if (Numbered.class.isAssignableFrom(type)) {
            return put("thing", Numbered.class);
        } else if (type == List.class) {
            return put("things", List.class);
        } else if (type.isArray() && !type.getComponentType().isPrimitive()) {
            return put("parts", Object[].class);
        } else if (type.isRecord()) {
            return put("record", Record.class);
        }
        throw new IllegalStateException(
                field + " cannot be written as numbers: give its type a number, or say why it is no state");
    }

    private static MethodHandle put(String name, Class<?> type) throws ReflectiveOperationException {
        return LOOKUP.findStatic(StateFields.class, name, MethodType.methodType(void.class, StateWriter.class, type));
    }

    private static void number(StateWriter out, int number) {
        out.put(number);
    }

    private static void number(StateWriter out, long number) {
        out.put(number);
    }

    private static void time(StateWriter out, long micros) {
        out.putTime(micros);
    }

    private static void flag(StateWriter out, boolean flag) {
        out.put(flag ? 1 : 0);
    }

    private static void numbers(StateWriter out, int[] numbers) {
        out.put(numbers);
    }

    private static void numbers(StateWriter out, long[] numbers) {
        out.put(numbers.length);
        for (long number : numbers) {
            out.put(number);
        }
    }

    /** Each by its fields, and a part by itself. */
    private static void parts(StateWriter out, Object[] objects) {
        out.put(objects.length);
        out.endPart();
        for (Object object : objects) {
            write(out, object);
            out.endPart();
        }
    }

    private static void bits(StateWriter out, BitSet bits) {
        long[] words = bits.toLongArray();
        out.put(words.length);
        for (long word : words) {
            out.put(word);
        }
    }

    private static void constant(StateWriter out, @Nullable Enum<?> constant) {
        out.put(constant == null ? -1 : constant.ordinal());
    }

    private static void thing(StateWriter out, @Nullable Numbered thing) {
        out.put(thing == null ? -1 : thing.number());
    }

    private static void things(StateWriter out, List<? extends Numbered> things) {
        out.put(things.size());
        things.forEach(thing -> out.put(thing.number()));
    }

    private static void content(StateWriter out, @Nullable Stateful content) {
        if (content == null) {
            out.put(-1);
        } else {
            content.writeTo(out);
        }
    }

    private static void record(StateWriter out, @Nullable Record record) {
        if (record == null) {
            out.put(-1);
        } else {
            write(out, record);
        }
    }
}
