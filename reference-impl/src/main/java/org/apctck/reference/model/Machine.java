package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.Win32Layer;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.EventKind;
import org.apctck.spec.ProgramException;
import org.apctck.spec.ReturnType;
import org.apctck.spec.Routine;
import org.apctck.spec.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * A program in the middle of its run on the model: kernel, Win32 layer, threads as stacks of frames, the place in the script.
 *
 * <p>A machine can be copied at any time. {@link #moves} says what can happen next, {@link #perform} lets one of it happen;
 * when there is no move the machine is quiescent and {@link #settle} goes on in the script.
 *
 * <p>A step of a thread is one act that other threads can notice, with all that nobody can notice after it. Where a program
 * suspends or terminates threads that run, every event is a step of its own.
 */
final class Machine {
    /** Lets time pass until the next deadline. Other moves are the index of a thread, or {@code -2 - index} to end its wait. */
    static final int CLOCK = -1;

    private static final int[] NO_MOVES = {};

    /** Steps of one run after which a program counts as looping. */
    private static final int STEPS_MAX = 20_000;

    private final Plan plan;
    private final Histories histories;
    private final Kernel kernel;
    private final Win32Layer win32;
    private final long[] variables;
    private ModelThread[] threads;
    /** The option of each reading by {@link ChoicePoint}, -1 where it was not asked yet. */
    private final int[] readings;

    private Script script;
    private int steps;
    /** What ran shortly before the limit of steps, to name the cycle. */
    private final Set<String> lastRoutines = new LinkedHashSet<>();

    private Choice driver = Choice.FIRST;
    private Recorder recorder = Recorder.NONE;
    private final Choice choice = this::choose;

    /** A machine before the first entry of the script, with the cast and the objects set up. */
    Machine(Plan plan, Histories histories) {
        this.plan = plan;
        this.histories = histories;
        this.kernel = new Kernel();
        this.win32 = new Win32Layer(kernel);
        this.variables = new long[plan.variableCount()];
        this.readings = new int[ChoicePoint.values().length];
        Arrays.fill(readings, -1);
        this.threads = new ModelThread[0];
        this.script = new Script(plan);
        new SetUp(this, plan.program()).run();
    }

    private Machine(Machine other) {
        this.plan = other.plan;
        this.histories = other.histories;
        this.kernel = other.kernel.copy();
        this.win32 = new Win32Layer(other.win32, kernel);
        this.variables = other.variables.clone();
        this.readings = other.readings.clone();
        this.threads = new ModelThread[other.threads.length];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = other.threads[i].copy();
        }
        this.script = other.script;
        this.steps = other.steps;
    }

    /** A machine in the same state that goes on by itself. */
    Machine copy() {
        return new Machine(this);
    }

    /** Sets who makes the choices and who is told the events; copies have neither. */
    Machine with(Choice choice, Recorder events) {
        this.driver = choice;
        this.recorder = events;
        return this;
    }

    /** Everything that what happens from now on depends on, and all that has happened so far. */
    int[] state() {
        StateWriter out = new StateWriter();
        kernel.writeTo(out);
        win32.writeTo(out);
        for (long variable : variables) {
            out.put(variable);
        }
        out.put(readings);
        script.writeTo(out);
        for (ModelThread thread : threads) {
            thread.writeTo(out);
        }
        return out.toArray();
    }

    /** What has happened, thread by thread, and how it ended: equal for equal outcomes. */
    int[] outcome() {
        int[] outcome = new int[threads.length + 1];
        for (int i = 0; i < threads.length; i++) {
            outcome[i] = threads[i].history;
        }
        TraceStatus status = script.status();
        outcome[threads.length] = status == null ? -1 : status.ordinal();
        return outcome;
    }

    /** How the run ended, or null while it goes on. */
    @Nullable
    TraceStatus status() {
        return script.status();
    }

    String evidence() {
        return script.evidence();
    }

    int[] readings() {
        return readings;
    }

    // Moves

    /** What can happen next; empty when the machine is quiescent. */
    int[] moves() {
        int[] moves = NO_MOVES;
        long now = kernel.nowMicros();
        long next = Deadline.NEVER;
        for (int i = 0; i < threads.length; i++) {
            KThread thread = kernelThread(i);
            if (thread.isWaiting()) {
                if (thread.deadlineMicros() <= now) {
                    moves = with(moves, -2 - i);
                } else {
                    next = Math.min(next, thread.deadlineMicros());
                }
            } else if (thread.isRunnable() && !threads[i].isIdle()) {
                moves = with(moves, i);
            }
        }
        boolean timeMayPass = next != Deadline.NEVER && script.letsTimePass(next, moves.length == 0);
        return timeMayPass ? with(moves, CLOCK) : moves;
    }

    private static int[] with(int[] moves, int move) {
        int[] more = Arrays.copyOf(moves, moves.length + 1);
        more[moves.length] = move;
        return more;
    }

    /** Lets one of {@link #moves} happen. */
    void perform(int move) {
        if (++steps > STEPS_MAX) {
            throw new ProgramException(
                    "stopped after " + STEPS_MAX + " steps: " + cycle() + "; a program must come to an end");
        }
        if (move == CLOCK) {
            kernel.setNowMicros(nextDeadline());
        } else if (move < CLOCK) {
            kernel.expire(kernelThread(-2 - move));
        } else {
            step(move);
        }
        if (!script.isFine()) {
            finishUnnoticed();
        }
    }

    private long nextDeadline() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < threads.length; i++) {
            long deadline = kernelThread(i).deadlineMicros();
            next = deadline > kernel.nowMicros() ? Math.min(next, deadline) : next;
        }
        return next;
    }

    /** Lets every thread do what no other thread can notice: it makes no difference when. */
    private void finishUnnoticed() {
        for (int i = 0; i < threads.length; i++) {
            while (kernelThread(i).isRunnable() && isUnnoticed(i)) {
                step(i);
            }
        }
    }

    private boolean isUnnoticed(int index) {
        Frame top = threads[index].top;
        if (top instanceof Frame.Waiting) {
            return kernelThread(index).waitStatus() != NtStatus.USER_APC;
        }
        return top instanceof Frame.Returning
                || top instanceof Frame.InRoutine routine
                        && routine.next() == routine.routine().body().size()
                        && routine.routine().kind() == Routine.Kind.APC;
    }

    /** One step of a runnable thread that is not idle. */
    private void step(int index) {
        ModelThread thread = threads[index];
        Frame top = thread.top;
        if (top == null) {
            stepAtBottom(thread);
        } else if (top instanceof Frame.InRoutine routine) {
            stepInRoutine(thread, routine);
        } else if (top instanceof Frame.Begun begun) {
            invoke(thread, begun.call(), begun.below());
        } else if (top instanceof Frame.Signaled signaled) {
            beginSecondWait(thread, signaled.call(), signaled.below());
        } else if (top instanceof Frame.Waiting waiting) {
            resume(thread, waiting);
        } else if (top instanceof Frame.Draining draining) {
            drain(thread, draining.call(), draining.below());
        } else if (top instanceof Frame.Returning returning) {
            thread.top = returning.below();
            happens(thread, returning.event());
        }
    }

    /** The bottom of the stack: the APCs queued before the thread began, then its start routine, then the script. */
    private void stepAtBottom(ModelThread thread) {
        if (thread.started) {
            begin(thread, thread.lane.get(thread.lanePosition++));
        } else if (!beginApc(thread)) {
            thread.started = true;
            PlannedRoutine routine = thread.startRoutine;
            if (routine == null) {
                happens(thread, EventKind.STARTS, "");
            } else {
                happens(thread, EventKind.STARTS, routine.name() + "(" + thread.startArgument + ")");
                thread.top = new Frame.InRoutine(routine, thread.startArgument, 0, null);
            }
        }
    }

    private void stepInRoutine(ModelThread thread, Frame.InRoutine frame) {
        PlannedRoutine routine = frame.routine();
        if (frame.next() < routine.body().size()) {
            thread.top = frame.advanced();
            begin(thread, routine.body().get(frame.next()));
        } else if (routine.kind() == Routine.Kind.THREAD) {
            kernel.end(kernelThread(thread), (int) routine.exitCode(), choice);
            noteEnds();
        } else {
            thread.top = frame.below();
            happens(thread, histories.ends(routine));
        }
    }

    private void begin(ModelThread thread, PlannedCall call) {
        happens(thread, histories.calls(call));
        if (script.isFine()) {
            thread.top = new Frame.Begun(call, thread.top);
        } else {
            invoke(thread, call, thread.top);
        }
    }

    private void invoke(ModelThread thread, PlannedCall call, @Nullable Frame below) {
        thread.top = below;
        KThread caller = kernelThread(thread);
        Invocation invocation = new Invocation(this, caller, call, choice);
        long value = invocation.invoke();
        if (call.function().endsThread()) {
            noteEnds();
            if (caller.hasEnded()) {
                return;
            }
        }
        if (value != Win32Layer.WAITING) {
            invocation.bind(value);
            observe(call, value);
            returnWith(thread, call, invocation.returned(value));
        } else if (!Invocation.isSignalAndWait(call)) {
            await(thread, call);
        } else if (othersAreRunnable(caller) && choose(ChoicePoint.SIGNAL_AND_WAIT_ATOMIC, 2) == 1) {
            thread.top = new Frame.Signaled(call, below);
        } else {
            beginSecondWait(thread, call, below);
        }
    }

    private void beginSecondWait(ModelThread thread, PlannedCall call, @Nullable Frame below) {
        thread.top = below;
        new Invocation(this, kernelThread(thread), call, choice).waitAfterSignal();
        await(thread, call);
    }

    private void await(ModelThread thread, PlannedCall call) {
        Frame.Waiting frame = new Frame.Waiting(call, thread.top);
        thread.top = frame;
        int status = kernelThread(thread).waitStatus();
        if (status != NtStatus.PENDING && status != NtStatus.USER_APC) {
            resume(thread, frame);
        }
    }

    /** A wait has ended: runs the APCs if it ended for them, else returns. */
    private void resume(ModelThread thread, Frame.Waiting frame) {
        int status = kernelThread(thread).waitStatus();
        if (status == NtStatus.USER_APC) {
            thread.top = new Frame.Draining(frame.call(), frame.below());
            drain(thread, frame.call(), frame.below());
        } else {
            leaveWait(thread, frame.call(), frame.below(), status);
        }
    }

    /** Runs the next APC if there is one more, else returns; nested waits may have run some of them. */
    private void drain(ModelThread thread, PlannedCall call, @Nullable Frame below) {
        if (!beginApc(thread)) {
            leaveWait(thread, call, below, NtStatus.USER_APC);
        }
    }

    private void leaveWait(ModelThread thread, PlannedCall call, @Nullable Frame below, int status) {
        thread.top = below;
        Invocation invocation = new Invocation(this, kernelThread(thread), call, choice);
        long value = invocation.resultOf(status);
        if (call.function().returnType() != ReturnType.VOID) {
            invocation.bind(value);
        }
        returnWith(thread, call, invocation.returned(value));
    }

    private void returnWith(ModelThread thread, PlannedCall call, int event) {
        if (script.isFine()) {
            thread.top = new Frame.Returning(call, event, thread.top);
        } else {
            happens(thread, event);
        }
    }

    private boolean beginApc(ModelThread thread) {
        UserApc apc = kernelThread(thread).takeUserApc();
        if (apc == null) {
            return false;
        }
        PlannedRoutine routine = plan.routine(apc.routine());
        if (steps > STEPS_MAX - 100) {
            lastRoutines.add(thread.name + " runs " + routine.name());
        }
        happens(thread, histories.begins(routine, apc.data()));
        thread.top = new Frame.InRoutine(routine, apc.data(), 0, thread.top);
        return true;
    }

    private boolean othersAreRunnable(KThread caller) {
        for (int i = 0; i < threads.length; i++) {
            KThread thread = kernelThread(i);
            if (thread != caller && thread.isRunnable() && !threads[i].isIdle()) {
                return true;
            }
        }
        return false;
    }

    private int choose(ChoicePoint point, int options) {
        if (!point.isReading()) {
            return driver.choose(point, options);
        }
        int fixed = readings[point.ordinal()];
        if (fixed < 0) {
            fixed = driver.choose(point, options);
            readings[point.ordinal()] = fixed;
        }
        return fixed;
    }

    // Script

    /** Goes on in the script now that nothing can happen; false if the run is over. */
    boolean settle() {
        script = script.next(this);
        return script.status() == null;
    }

    void quiescent() {
        int number = histories.number(new Happening(EventKind.QUIESCENT, ""));
        for (int i = 0; i < threads.length; i++) {
            ModelThread thread = threads[i];
            PlannedCall call = thread.call();
            if (call != null && kernelThread(i).isWaiting()) {
                recorder.record(
                        kernel.nowMicros(),
                        thread.name,
                        EventKind.BLOCKED,
                        call.function().functionName());
            }
            thread.history = histories.append(thread.history, number);
        }
        recorder.record(kernel.nowMicros(), "", EventKind.QUIESCENT, "");
    }

    long nowMicros() {
        return kernel.nowMicros();
    }

    void setNowMicros(long micros) {
        kernel.setNowMicros(micros);
    }

    ModelThread thread(int index) {
        return threads[index];
    }

    KThread kernelThread(int index) {
        return (KThread) kernel.object(threads[index].kernelId);
    }

    private KThread kernelThread(ModelThread thread) {
        return (KThread) kernel.object(thread.kernelId);
    }

    // For set-up and invocations

    Win32Layer win32() {
        return win32;
    }

    Kernel kernel() {
        return kernel;
    }

    Plan plan() {
        return plan;
    }

    long variable(int index) {
        return variables[index];
    }

    void setVariable(int index, long value) {
        variables[index] = value;
    }

    void addThread(ModelThread thread) {
        threads = Arrays.copyOf(threads, threads.length + 1);
        threads[threads.length - 1] = thread;
    }

    /** Adds a thread that a program has created; one whose handle is not bound is named after its number. */
    void addThread(String name, KThread thread, long routine, long argument) {
        String shown = name.isEmpty() ? "thread" + threads.length : name;
        addThread(new ModelThread(shown, thread.id(), plan.routine(routine), argument, false));
    }

    String threadIdText(long threadId) {
        for (ModelThread thread : threads) {
            if (Win32Layer.threadId(kernelThread(thread)) == threadId) {
                return "id of " + thread.name;
            }
        }
        return Long.toString(threadId);
    }

    int returned(ReturnType type, long value) {
        return histories.returns(type, value);
    }

    int returned(String what, @Nullable String lastError, Map<String, String> slots) {
        return histories.number(new Happening(EventKind.RETURNS, what, lastError, slots));
    }

    private void happens(ModelThread thread, EventKind kind, String what) {
        happens(thread, histories.number(new Happening(kind, what)));
    }

    private void happens(ModelThread thread, int number) {
        thread.history = histories.append(thread.history, number);
        if (recorder != Recorder.NONE) {
            recorder.record(kernel.nowMicros(), thread.name, histories.happening(number));
        }
    }

    /** Clears the stacks of threads that a call has ended. */
    private void noteEnds() {
        for (ModelThread thread : threads) {
            if (thread.lanePosition >= 0 && kernelThread(thread).hasEnded()) {
                thread.top = null;
                thread.lane = List.of();
                thread.lanePosition = -1;
                happens(thread, EventKind.EXITS, "");
            }
        }
    }

    /** Tells the recorder of suspensions, which nobody but the caller notices. */
    private void observe(PlannedCall call, long value) {
        boolean suspends = call.function() == ApiFunction.SUSPEND_THREAD;
        boolean resumes = call.function() == ApiFunction.RESUME_THREAD;
        if ((suspends || resumes)
                && !call.function().returnType().isFailure(value)
                && call.operands().get(0) instanceof Operand.Variable variable) {
            int kernelId = win32.thread(variables[variable.index()]).id();
            for (ModelThread thread : threads) {
                if (thread.kernelId == kernelId) {
                    recorder.record(
                            kernel.nowMicros(), thread.name, suspends ? EventKind.SUSPENDED : EventKind.RESUMED, "");
                }
            }
        }
    }

    private String cycle() {
        return lastRoutines.isEmpty() ? "the threads go on for ever" : String.join(", ", lastRoutines) + " in a cycle";
    }
}
