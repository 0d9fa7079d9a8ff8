package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.StateWriter;

/** The handles of the process. A handle is a multiple of four; its value is never issued again. */
final class HandleTable {
    private static final int CLOSED = -1;

    /** Object and access of each handle in turn. The arrays are never changed, only replaced, so copies share them. */
    private int[] objects = {};

    private int[] access = {};

    HandleTable() {}

    HandleTable(HandleTable other) {
        this.objects = other.objects;
        this.access = other.access;
    }

    long open(int object, int granted) {
        objects = Arrays.copyOf(objects, objects.length + 1);
        access = Arrays.copyOf(access, access.length + 1);
        objects[objects.length - 1] = object;
        access[access.length - 1] = granted;
        return 4L * objects.length;
    }

    boolean isOpen(long handle) {
        return handle > 0 && handle % 4 == 0 && handle / 4 <= objects.length && objects[index(handle)] != CLOSED;
    }

    /** The id of the object of an open handle. */
    int object(long handle) {
        return objects[index(handle)];
    }

    /** The access of an open handle. */
    int access(long handle) {
        return access[index(handle)];
    }

    void close(long handle) {
        objects = objects.clone();
        objects[index(handle)] = CLOSED;
    }

    void writeTo(StateWriter out) {
        out.put(objects);
        out.put(access);
    }

    private static int index(long handle) {
        return (int) (handle / 4) - 1;
    }
}
