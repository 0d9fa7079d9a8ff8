package org.apctck.spec.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Routine;
import org.jspecify.annotations.Nullable;

/**
 * The part that one thread plays in a program, and how far a trace has followed it. Where begins and ends do not nest it is
 * not followed any further: that says nothing of the one who tells.
 */
final class Part {
    /**
     * A call of the script.
     *
     * @param entry its index
     * @param late whether it may begin after its entry: a thread that is suspended comes late to a race
     */
    private record Cue(int entry, Call call, boolean late) {}

    /** A call or a routine in progress. */
    private static final class Doing {
        final String what;
        final @Nullable Call call;
        final List<Call> body;
        /** How often a call was made, with this time. */
        final int made;

        int next;
        boolean seenBlocked;
        /** Of a routine: the call that it has made last, if that has returned what makes a loop go on. */
        @Nullable
        Doing again;

        Doing(String what, @Nullable Call call, int made, List<Call> body) {
            this.what = what;
            this.call = call;
            this.made = made;
            this.body = body;
        }
    }

    private final Program program;
    private final String name;
    private final @Nullable Routine startRoutine;
    private final List<Cue> cues = new ArrayList<>();
    private final Deque<Doing> stack = new ArrayDeque<>();
    private int nextCue;
    /** The same of the script. */
    private @Nullable Doing again;

    private int suspensions;
    private boolean started;
    private boolean lost;

    private Part(Program program, String name, @Nullable Routine startRoutine, boolean started) {
        this.program = program;
        this.name = name;
        this.startRoutine = startRoutine;
        this.started = started;
    }

    static Part ofCast(Program program, Program.CastThread cast) {
        Part part = new Part(program, cast.name(), null, !cast.suspended());
        for (int i = 0; i < program.script().size(); i++) {
            Entry entry = program.script().get(i);
            if (entry instanceof Entry.CallOn on && on.thread().equals(cast.name())) {
                part.cues.add(new Cue(i, on.call(), false));
            } else if (entry instanceof Entry.Race race) {
                for (Call call : race.lanes().getOrDefault(cast.name(), List.of())) {
                    part.cues.add(new Cue(i, call, true));
                }
            }
        }
        return part;
    }

    static Part ofCreated(Program program, Call creation) {
        Routine routine = creation.argument(Role.ROUTINE) instanceof Value.Name name
                ? program.routine(name.name()).orElse(null)
                : null;
        return new Part(program, String.valueOf(creation.binding()), routine, false);
    }

    boolean isInFiniteWait() {
        return stack.stream()
                .anyMatch(doing -> doing.call != null && doing.call.isFiniteWait() && doing.call.timeoutMillis() > 0);
    }

    /** Follows the thread by one event; gives what the program does not have it do. */
    @Nullable
    String take(Event event, int segment) {
        if (lost) {
            return null;
        }
        Happening told = event.happening();
        return switch (told.kind()) {
            case CALLS -> calls(told, segment);
            case RETURNS -> told instanceof Happening.Returns returns ? returns(returns) : lose();
            case BEGINS -> told instanceof Happening.Begins begins ? begins(begins) : lose();
            case ENDS -> ends(told);
            case STARTS -> starts(told);
            case EXITS -> exits();
            case BLOCKED -> blocked(told);
            case SUSPENDED -> suspended(1);
            case RESUMED -> suspended(-1);
            case QUIESCENT -> null;
        };
    }

    private @Nullable String lose() {
        lost = true;
        return null;
    }

    private @Nullable String exits() {
        stack.clear();
        return lose();
    }

    private @Nullable String calls(Happening told, int segment) {
        Doing doing = stack.peek();
        if (doing == null) {
            return callOfScript(told, segment);
        }
        if (doing.call != null) {
            return lose();
        }
        if (doing.again != null) {
            Doing last = doing.again;
            doing.again = null;
            return beginAgain(told, last);
        }
        if (doing.next == doing.body.size()) {
            return doing.what + " makes no further call";
        }
        return begin(told, doing.body.get(doing.next++), 1);
    }

    private @Nullable String callOfScript(Happening told, int segment) {
        if (!started) {
            return name + " has not begun its start routine";
        }
        if (again != null) {
            Doing last = again;
            again = null;
            return beginAgain(told, last);
        }
        if (nextCue == cues.size()) {
            return "the script has no further call for " + name;
        }
        Cue cue = cues.get(nextCue++);
        boolean isDue = cue.late() ? cue.entry() <= segment : cue.entry() == segment;
        return isDue ? begin(told, cue.call(), 1) : "the script has entry " + segment + " here, not " + cue.entry();
    }

    private @Nullable String beginAgain(Happening told, Doing last) {
        return begin(told, Objects.requireNonNull(last.call), last.made + 1);
    }

    private @Nullable String begin(Happening told, Call call, int made) {
        stack.push(new Doing(call.text(), call, made, List.of()));
        return told.equals(new Happening.Calls(call)) ? null : "the program calls " + call.text() + " here";
    }

    private @Nullable String returns(Happening.Returns told) {
        Doing doing = stack.peek();
        if (doing == null || doing.call == null) {
            return lose();
        }
        stack.pop();
        if (doing.call.isMadeAgain(told.value(), doing.made)) {
            Doing below = stack.peek();
            if (below == null) {
                again = doing;
            } else {
                below.again = doing;
            }
        }
        ReturnType type = doing.call.function().returnType();
        if (!type.isWritten(told.value())) {
            return doing.call.function() + " cannot return that";
        }
        if ((told.lastError() != null) != type.isWrittenFailure(told.value())) {
            return told.lastError() != null
                    ? "it has a last error, but is no failure"
                    : "it is a failure, but has no last error";
        }
        List<Value> arguments = doing.call.arguments();
        return told.slots().keySet().stream()
                .filter(slot -> !arguments.contains(new Value.Slot(slot)))
                .findFirst()
                .map(slot -> "the call has no out-parameter &" + slot)
                .orElse(null);
    }

    private @Nullable String begins(Happening.Begins told) {
        Routine routine = program.routine(told.routine())
                .filter(known -> known.kind().isQueued())
                .orElse(null);
        if (routine == null) {
            return "the program has no APC routine " + told.routine();
        }
        stack.push(new Doing(routine.name(), null, 0, routine.body()));
        int given = told.arguments().size();
        int taken = routine.kind().parameters().size();
        return given == taken ? null : "the routine takes " + Count.of(taken, "argument") + ", not " + given;
    }

    private @Nullable String ends(Happening told) {
        Doing doing = stack.peek();
        if (doing == null || doing.call != null || !told.equals(new Happening.Ends(doing.what))) {
            return lose();
        }
        stack.pop();
        if (doing.again != null) {
            return doing.what + " ends before it calls " + doing.again.what + " again";
        }
        return doing.next == doing.body.size()
                ? null
                : doing.what + " ends before it calls " + doing.body.get(doing.next);
    }

    private @Nullable String starts(Happening told) {
        if (started || !stack.isEmpty() || told instanceof Happening.Malformed) {
            return lose();
        }
        started = true;
        if (startRoutine != null) {
            stack.push(new Doing(startRoutine.name(), null, 0, startRoutine.body()));
        }
        String routine = told instanceof Happening.Starts starts ? starts.routine() : null;
        String wanted = startRoutine == null ? null : startRoutine.name();
        return Objects.equals(routine, wanted) ? null : name + " has another start routine";
    }

    private @Nullable String blocked(Happening told) {
        Doing doing = stack.peek();
        if (doing == null || doing.call == null || !told.equals(new Happening.Blocked(doing.call.function()))) {
            return name + " is in no call of that function";
        }
        doing.seenBlocked = true;
        return doing.call.function().canBlock() ? null : told.what() + " does not wait";
    }

    private @Nullable String suspended(int by) {
        suspensions = Math.max(0, suspensions + by);
        return null;
    }

    /**
     * Why the program cannot be quiescent while the thread is where it is.
     *
     * @param timed whether a wait may have ended by itself since the threads were seen
     */
    @Nullable
    String unrest(int segment, boolean timed) {
        if (lost || timed || !started || suspensions > 0) {
            return null;
        }
        Doing doing = stack.peek();
        if (doing != null) {
            return doing.seenBlocked ? null : name + " is still in " + doing.what + " and was not seen blocked";
        }
        if (again != null) {
            return name + " has not come to call " + again.what + " again";
        }
        return nextCue < cues.size() && cues.get(nextCue).entry() <= segment
                ? name + " has not come to call " + cues.get(nextCue).call().text()
                : null;
    }
}
