package org.apctck.reference.kernel;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Things by their ids, which count from 0 and are never given again. What was removed is forgotten. A copy costs nothing until one
 * of the two changes.
 */
public final class IdTable<T> implements Stateful {
    private static final int ROOM_MIN = 4;

    /** In rising order, each with its thing beside it, or null if that was removed. */
    private int[] ids;

    private @Nullable Object[] things;
    private int size;
    private int removed;
    private int issued;
    /** Whether a copy has one of the arrays as well, so that they are not changed but replaced. */
    private boolean shared;

    public IdTable() {
        ids = new int[0];
        things = new Object[0];
    }

    private IdTable(IdTable<T> other, @Nullable Object[] things) {
        this.ids = other.ids;
        this.things = things;
        this.size = other.size;
        this.removed = other.removed;
        this.issued = other.issued;
        this.shared = true;
        other.shared = true;
    }

    /** The same things under the same ids. */
    public IdTable<T> copy() {
        return new IdTable<>(this, things);
    }

    /** A copy of each thing under the same id. */
    public IdTable<T> copy(UnaryOperator<T> copier) {
        @Nullable Object[] copies = new Object[size];
        for (int i = 0; i < size; i++) {
            T thing = at(i);
            copies[i] = thing == null ? null : copier.apply(thing);
        }
        return new IdTable<>(this, copies);
    }

    /** The id that the next thing will have: all ids so far are below. */
    public int nextId() {
        return issued;
    }

    /** Adds a thing, which gets {@link #nextId}. */
    public int add(T thing) {
        if (shared || size == ids.length) {
            replace();
        }
        ids[size] = issued;
        things[size] = thing;
        size++;
        return issued++;
    }

    /** The thing of that id, or null. */
    public @Nullable T get(long id) {
        int index = index(id);
        return index < 0 ? null : at(index);
    }

    /** Removes the thing of that id, if there is one. */
    public void remove(int id) {
        if (get(id) == null) {
            return;
        }
        if (shared) {
            replace();
        }
        things[index(id)] = null;
        removed++;
        if (removed > size / 2) {
            replace();
        }
    }

    /** How many things there are. */
    public int count() {
        return size - removed;
    }

    /** Hands out every thing in the order of their ids, but for those that are removed or added meanwhile. */
    public void forEach(Consumer<T> action) {
        int[] presentIds = ids;
        @Nullable Object[] present = things;
        int count = size;
        for (int i = 0; i < count; i++) {
            T thing = cast(present[i]);
            boolean isGone = present != things && get(presentIds[i]) == null;
            if (thing != null && !isGone) {
                action.accept(thing);
            }
        }
    }

    /** Every thing in the order of their ids. */
    public Stream<T> stream() {
        Stream.Builder<T> all = Stream.builder();
        forEach(all);
        return all.build();
    }

    /** Writes ids and things, each thing by its fields. */
    @Override
    public void writeTo(StateWriter out) {
        out.put(issued);
        out.put(count());
        for (int i = 0; i < size; i++) {
            T thing = at(i);
            if (thing != null) {
                out.put(ids[i]);
                out.putFields(thing);
            }
        }
    }

    private @Nullable T at(int index) {
        return cast(things[index]);
    }

    @SuppressWarnings("unchecked") // only things of that type are put in
    private @Nullable T cast(@Nullable Object thing) {
        return (T) thing;
    }

    /** Takes arrays of its own without what was removed: with room for one more, or for many where nobody shares them. */
    private void replace() {
        int count = count();
        int room = shared ? count + 1 : 2 * count + ROOM_MIN;
        int[] oldIds = ids;
        @Nullable Object[] oldThings = things;
        ids = new int[room];
        things = new Object[room];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (oldThings[i] != null) {
                ids[next] = oldIds[i];
                things[next] = oldThings[i];
                next++;
            }
        }
        size = next;
        removed = 0;
        shared = false;
    }

    private int index(long id) {
        if (id < 0 || id >= issued) {
            return -1;
        }
        // As long as none was forgotten a thing stands where its id says.
        return id < size && ids[(int) id] == id ? (int) id : Arrays.binarySearch(ids, 0, size, (int) id);
    }
}
