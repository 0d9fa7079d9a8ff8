package org.apctck.reference.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The user APCs of a thread, oldest first. A copy costs nothing until one of the two changes. */
final class ApcQueue implements Stateful {
    private static final UserApc[] EMPTY = {};
    /** How much room stays when the queue has become empty. */
    private static final int ROOM_KEPT = 64;

    /** From {@link #first} to before {@link #end}. */
    private UserApc[] apcs = EMPTY;

    private int first;
    private int end;
    /** Whether a copy has the same array, which then is not changed but replaced. */
    private boolean shared;

    ApcQueue() {}

    private ApcQueue(ApcQueue other) {
        this.apcs = other.apcs;
        this.first = other.first;
        this.end = other.end;
        this.shared = true;
        other.shared = true;
    }

    ApcQueue copy() {
        return new ApcQueue(this);
    }

    int count() {
        return end - first;
    }

    /** Takes the oldest, or null if there is none. */
    @Nullable
    UserApc take() {
        if (first == end) {
            return null;
        }
        UserApc oldest = apcs[first];
        if (!shared) {
            apcs[first] = UserApc.NONE;
        }
        first++;
        if (first == end && apcs.length > ROOM_KEPT) {
            apcs = EMPTY;
            first = 0;
            end = 0;
        }
        return oldest;
    }

    /** Puts an APC before the one that {@code place} others stand before, or behind the last. */
    void insert(int place, UserApc apc) {
        int count = count();
        if (shared || end == apcs.length) {
            // Twice as many where nobody shares them, so that it is not done again for each; a state of many needs no
            // room.
            int room = shared ? count + 1 : 2 * count + 1;
            apcs = Arrays.copyOfRange(apcs, first, first + room);
            Arrays.fill(apcs, count, room, UserApc.NONE);
            first = 0;
            end = count;
            shared = false;
        }
        int at = first + place;
        System.arraycopy(apcs, at, apcs, at + 1, end - at);
        apcs[at] = apc;
        end++;
    }

    /** Whether there is an equal one. */
    boolean contains(UserApc apc) {
        return Arrays.asList(apcs).subList(first, end).contains(apc);
    }

    /** Whether there is one of that origin. */
    boolean contains(int origin) {
        for (int i = first; i < end; i++) {
            if (apcs[i].origin() == origin) {
                return true;
            }
        }
        return false;
    }

    /** Removes those of that origin. */
    void remove(int origin) {
        if (contains(origin)) {
            apcs = Arrays.stream(apcs, first, end)
                    .filter(apc -> apc.origin() != origin)
                    .toArray(UserApc[]::new);
            first = 0;
            end = apcs.length;
            shared = false;
        }
    }

    @Override
    public void writeTo(StateWriter out) {
        out.put(count());
        for (int i = first; i < end; i++) {
            out.putFields(apcs[i]);
        }
    }
}
