package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.trace.Happening;

/**
 * Gives numbers to happenings and to what a thread has done: equal histories have equal numbers.
 *
 * <p>A history is its predecessor at a quiescent point and what has happened since. All machines of one exploration share one
 * table. What happens often is looked up by number, without being made again.
 */
public final class Histories {
    private final Map<Happening, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    /** Each a history and what came after it. */
    private final IntLists successors = new IntLists();

    private int[] successor = new int[64];
    private final StateWriter scratch = new StateWriter();
    private final LongIntMap begins = new LongIntMap();
    private final LongIntMap returns = new LongIntMap();
    private final LongIntMap calls = new LongIntMap();
    private final LongIntMap ends = new LongIntMap();

    /** For a state that is looked at and forgotten. */
    StateWriter scratch() {
        return scratch;
    }

    /** The number of the name of a thread. */
    int name(String thread) {
        return names.computeIfAbsent(thread, any -> names.size());
    }

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

    /** A call begins. */
    int calls(PlannedCall call) {
        int number = calls.get(call.index());
        return number != LongIntMap.ABSENT ? number : calls.put(call.index(), number(call.event()));
    }

    /** A call returns a value that tells everything: no last error, no out-parameters, no thread id. */
    int returns(ReturnType type, long value) {
        long key = value << 4 | type.ordinal();
        int number = returns.get(key);
        return number != LongIntMap.ABSENT
                ? number
                : returns.put(key, number(new Happening.Returns(type.write(value))));
    }

    /** An APC routine begins. */
    int begins(PlannedRoutine routine, long data) {
        if (data != (int) data) {
            return number(Happening.Begins.of(routine.kind(), routine.name(), data));
        }
        long key = routine.address() << 32 | data & 0xFFFF_FFFFL;
        int number = begins.get(key);
        return number != LongIntMap.ABSENT
                ? number
                : begins.put(key, number(Happening.Begins.of(routine.kind(), routine.name(), data)));
    }

    /** The routine of a timer begins that is told a time at which the timer was not signaled. */
    int begins(PlannedRoutine routine, long data, long time) {
        return number(new Happening.Begins(routine.name(), List.of(Symbols.number(data), Symbols.number(time))));
    }

    /** An APC routine ends. */
    int ends(PlannedRoutine routine) {
        int number = ends.get(routine.address());
        return number != LongIntMap.ABSENT
                ? number
                : ends.put(routine.address(), number(new Happening.Ends(routine.name())));
    }

    /** The history that goes on from {@code history} with the first {@code count} of {@code more}. */
    int append(int history, int[] more, int count) {
        if (count >= successor.length) {
            successor = new int[2 * (count + 1)];
        }
        successor[0] = history;
        System.arraycopy(more, 0, successor, 1, count);
        return successors.add(successor, 0, count + 1) + 1;
    }
}
