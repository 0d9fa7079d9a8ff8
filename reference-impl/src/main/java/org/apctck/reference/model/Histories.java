package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives numbers to happenings and to what a thread has done: equal histories have equal numbers.
 *
 * <p>A history is its predecessor and one more happening; a quiescent point is a happening of every thread. All machines of
 * one exploration share one table.
 */
final class Histories {
    /** The history of a thread that has done nothing. */
    static final int NONE = 0;

    private final Map<Happening, Integer> numbers = new HashMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<Long, Integer> successors = new HashMap<>();

    int number(Happening happening) {
        Integer number = numbers.get(happening);
        if (number == null) {
            number = happenings.size();
            happenings.add(happening);
            numbers.put(happening, number);
        }
        return number;
    }

    Happening happening(int number) {
        return happenings.get(number);
    }

    /** The history that goes on from {@code history} with a happening. */
    int append(int history, int happening) {
        Long key = (long) history << 32 | happening;
        Integer next = successors.get(key);
        if (next == null) {
            next = successors.size() + 1;
            successors.put(key, next);
        }
        return next;
    }
}
