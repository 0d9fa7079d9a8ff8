package org.apctck.reports.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reports.diagram.Bar.End;
import org.apctck.reports.diagram.Bar.Kind;
import org.jspecify.annotations.Nullable;

/** What each thread is in the middle of while a trace is told, and the bars and spells that come of it. */
final class Threads {
    private record Begun(Kind kind, int row) {}

    private record Stopped(int row, int depth) {}

    private final Map<Integer, Deque<Begun>> stacks = new HashMap<>();
    private final Map<Integer, Stopped> blocked = new HashMap<>();
    private final Map<Integer, Stopped> suspended = new HashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Spell> spells = new ArrayList<>();

    private Deque<Begun> stack(int lane) {
        return stacks.computeIfAbsent(lane, key -> new ArrayDeque<>());
    }

    /** How many calls and routines the thread is in. */
    int depth(int lane) {
        return stack(lane).size();
    }

    /** The depth of the new bar. */
    int begin(Kind kind, int lane, int row) {
        stack(lane).push(new Begun(kind, row));
        return depth(lane) - 1;
    }

    /** Where the label of the return stands. */
    int endCall(int lane, int row, boolean isEndedByApc) {
        return end(Kind.CALL, lane, row, isEndedByApc);
    }

    /** Where the label of the end stands. */
    int endRoutine(int lane, int row) {
        return end(Kind.APC, lane, row, false);
    }

    /** What began later and was not seen to end has ended too; an end of what did not begin ends nothing. */
    private int end(Kind kind, int lane, int row, boolean isEndedByApc) {
        Deque<Begun> stack = stack(lane);
        if (stack.stream().noneMatch(begun -> begun.kind() == kind)) {
            return depth(lane);
        }
        int depth = depth(lane);
        while (stack.element().kind() != kind) {
            close(lane, row, End.CUT, false);
        }
        close(lane, row, End.DONE, isEndedByApc);
        return Math.min(depth, depth(lane) + 1);
    }

    private void close(int lane, int row, End end, boolean isEndedByApc) {
        Begun begun = stack(lane).pop();
        bars.add(new Bar(begun.kind(), lane, depth(lane), begun.row(), row, end, isEndedByApc));
    }

    /** The thread did something, so it is not blocked any more. */
    void acts(int lane, int row) {
        finish(Spell.Kind.BLOCKED, lane, blocked.remove(lane), row);
    }

    void stop(Spell.Kind kind, int lane, int row) {
        (kind == Spell.Kind.BLOCKED ? blocked : suspended).putIfAbsent(lane, new Stopped(row, depth(lane) - 1));
    }

    void resume(int lane, int row) {
        finish(Spell.Kind.SUSPENDED, lane, suspended.remove(lane), row);
    }

    void exit(int lane, int row) {
        resume(lane, row);
        while (depth(lane) > 0) {
            close(lane, row, End.CUT, false);
        }
    }

    private void finish(Spell.Kind kind, int lane, @Nullable Stopped stopped, int row) {
        if (stopped != null) {
            spells.add(new Spell(kind, lane, stopped.depth(), stopped.row(), row));
        }
    }

    /** The trace has ended; what is still in progress stays so. */
    void end(int rows) {
        blocked.forEach((lane, stopped) -> finish(Spell.Kind.BLOCKED, lane, stopped, rows));
        suspended.forEach((lane, stopped) -> finish(Spell.Kind.SUSPENDED, lane, stopped, rows));
        stacks.keySet().forEach(lane -> {
            while (depth(lane) > 0) {
                close(lane, rows, End.OPEN, false);
            }
        });
    }

    /** Outer bars before inner ones, so that these are drawn on top. */
    List<Bar> bars() {
        return bars.stream()
                .sorted(java.util.Comparator.comparingInt(Bar::depth)
                        .thenComparingInt(Bar::lane)
                        .thenComparingInt(Bar::first))
                .toList();
    }

    List<Spell> spells() {
        return spells.stream()
                .sorted(java.util.Comparator.comparingInt(Spell::first).thenComparingInt(Spell::lane))
                .toList();
    }
}
