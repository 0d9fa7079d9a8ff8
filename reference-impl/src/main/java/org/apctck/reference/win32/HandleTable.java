package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.StateWriter;

/** The handles of the process. A handle is a multiple of four; its value is never issued again, and one that is closed is forgotten. */
final class HandleTable {
    private static final int CLOSED = -1;
    private static final int ROOM_MIN = 4;

    /** The number of each handle, in their order: its value is four times as much. Then its object, or that it is closed; its access. */
    private int[] numbers = {};

    private int[] objects = {};
    private int[] access = {};
    private int size;
    private int closed;
    private int issued;
    /** Whether a copy has the same arrays, which then are not changed but replaced. */
    private boolean shared;

    HandleTable() {}

    HandleTable(HandleTable other) {
        this.numbers = other.numbers;
        this.objects = other.objects;
        this.access = other.access;
        this.size = other.size;
        this.closed = other.closed;
        this.issued = other.issued;
        this.shared = true;
        other.shared = true;
    }

    long open(int object, int granted) {
        if (shared || size == numbers.length) {
            replace();
        }
        issued++;
        numbers[size] = issued;
        objects[size] = object;
        access[size] = granted;
        size++;
        return 4L * issued;
    }

    boolean isOpen(long handle) {
        return handle > 0 && handle % 4 == 0 && handle / 4 <= issued && index(handle) >= 0;
    }

    /** The id of the object of an open handle. */
    int object(long handle) {
        return objects[index(handle)];
    }

    /** The access of an open handle. */
    int access(long handle) {
        return access[index(handle)];
    }

    /** Closes an open handle. */
    void close(long handle) {
        if (shared) {
            replace();
        }
        objects[index(handle)] = CLOSED;
        closed++;
    }

    void writeTo(StateWriter out) {
        out.put(issued);
        out.put(size - closed);
        for (int i = 0; i < size; i++) {
            if (objects[i] != CLOSED) {
                out.put(numbers[i]);
                out.put(objects[i]);
                out.put(access[i]);
            }
        }
    }

    /** Takes arrays of its own, with room for one more and without what is closed; for many more where nobody shares them. */
    private void replace() {
        int open = size - closed;
        int room = shared ? open + 1 : 2 * open + ROOM_MIN;
        int[] oldNumbers = numbers;
        int[] oldObjects = objects;
        int[] oldAccess = access;
        numbers = new int[room];
        objects = new int[room];
        access = new int[room];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (oldObjects[i] != CLOSED) {
                numbers[next] = oldNumbers[i];
                objects[next] = oldObjects[i];
                access[next] = oldAccess[i];
                next++;
            }
        }
        size = next;
        closed = 0;
        shared = false;
    }

    /** Where an open handle stands; negative for one that is not open. */
    private int index(long handle) {
        int number = (int) (handle / 4);
        // As long as none was forgotten it stands where its number says.
        int index = number <= size && numbers[number - 1] == number
                ? number - 1
                : Arrays.binarySearch(numbers, 0, size, number);
        return index >= 0 && objects[index] != CLOSED ? index : -1;
    }
}
