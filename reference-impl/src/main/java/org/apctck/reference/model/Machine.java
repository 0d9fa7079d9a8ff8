package org.apctck.reference.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.Stateful;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * A program in the middle of its run on the model: kernel, Win32 process, threads as stacks of frames, the place in the script.
 *
 * <p>A machine can be copied at any time. {@link #moves} says what can happen next, {@link #perform} lets one of it happen;
 * when there is no move the machine is quiescent and {@link #settle} goes on in the script.
 *
 * <p>A step of a thread is one act that other threads can notice, with all that nobody can notice after it. Where a program
 * suspends or terminates threads that run, every event is a step of its own.
 */
public final class Machine implements Stateful {
    private static final String SAME_FOR_ALL = "the same for all";
    private static final String OF_THE_DRIVER = "who drives the machine, and not the machine";

    @NoState(SAME_FOR_ALL)
    private final Plan plan;

    @NoState(SAME_FOR_ALL)
    private final Histories histories;

    private final Kernel kernel;
    private final Win32Process win32;
    /** By their index in the plan. This array and the next are never changed, only replaced, so copies share them. */
    private long[] variables;

    private ModelThread[] threads;
    /** The option of each reading by {@link ChoicePoint}, -1 where it was not asked yet. */
    private int[] readings;

    @NoState("written by itself: a place is a situation in the script")
    private Script script;

    @NoState("ends a run, and decides nothing before")
    private final StepLimit limit;

    @NoState(OF_THE_DRIVER)
    private Choice driver = Choice.FIRST;

    @NoState(OF_THE_DRIVER)
    private Recorder recorder = Recorder.NONE;

    @NoState("has no state of its own")
    private final Interpreter interpreter;

    /** A machine before the first entry of the script, with the cast and the objects set up. */
    public Machine(Plan plan, Histories histories) {
        this.plan = plan;
        this.histories = histories;
        this.interpreter = new Interpreter(this, histories, this::choose);
        this.kernel = new Kernel(plan.conduct());
        this.win32 = new Win32Process(kernel);
        this.variables = new long[plan.variableCount()];
        this.readings = new int[ChoicePoint.values().length];
        Arrays.fill(readings, -1);
        this.threads = new ModelThread[0];
        this.script = new Script(plan);
        this.limit = new StepLimit(plan.conduct());
        new SetUp(this).run();
    }

    private Machine(Machine other, Plan plan) {
        this.plan = plan;
        this.histories = other.histories;
        this.interpreter = new Interpreter(this, histories, this::choose);
        this.kernel = other.kernel.copy(plan.conduct());
        this.win32 = new Win32Process(other.win32, kernel);
        this.variables = other.variables;
        this.readings = other.readings;
        this.threads = new ModelThread[other.threads.length];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = other.threads[i].copy(kernel);
        }
        this.script = other.script;
        this.limit = new StepLimit(other.limit);
    }

    /** A machine in the same state that goes on by itself. */
    public Machine copy() {
        return copy(plan);
    }

    /** A machine in the same state that goes on by another plan of the same program. */
    public Machine copy(Plan other) {
        return new Machine(this, other);
    }

    /** Sets who makes the choices and who is told the events; copies have neither. */
    public Machine with(Choice choice, Recorder events) {
        this.driver = choice;
        this.recorder = events;
        return this;
    }

    /** Writes everything that what happens from now on depends on, and all that has happened so far. */
    public void writeState(StateWriter out) {
        writePlace(out);
        for (ModelThread thread : threads) {
            thread.past.writeTo(out);
            out.endPart();
        }
    }

    /** Writes everything that what happens from now on depends on. */
    void writePlace(StateWriter out) {
        writeTo(out);
        out.putFields(script);
        out.endPart();
    }

    /** The same without the place in the script. */
    @Override
    public void writeTo(StateWriter out) {
        out.putFields(this);
        out.endPart();
    }

    /** Writes what has happened, thread by thread, and how it ended: equal for equal outcomes. */
    public void writeOutcome(StateWriter out) {
        for (ModelThread thread : threads) {
            out.put(thread.past.history(histories));
        }
        TraceStatus status = script.status();
        out.put(status == null ? -1 : status.ordinal());
    }

    /** How the run ended, or null while it goes on. */
    @Nullable
    public TraceStatus status() {
        return script.status();
    }

    public String evidence() {
        return script.evidence();
    }

    public int[] readings() {
        return readings;
    }

    // Moves

    /** What can happen next, as {@link Moves} numbers it; empty when the machine is quiescent. */
    public int[] moves() {
        boolean queuesOnce = readings[ChoicePoint.MISSED_PERIODS.ordinal()] == 0;
        return Moves.of(threads, kernel, script, queuesOnce, isStalled());
    }

    /** Whether there are only timers left that go on for ever, and a fault keeps them from doing anything. */
    boolean isStalled() {
        return limit.isStalled() && !Moves.hasOnce(kernel);
    }

    /** Lets one of {@link #moves} happen. */
    public void perform(int move) {
        if (move == Moves.CLOCK) {
            kernel.setNowMicros(Moves.nextDueMicros(kernel));
        } else if (move < Moves.CLOCK) {
            limit.expires();
            kernel.fire(Moves.source(move), this::choose);
        } else if (Moves.finishing(move) >= 0) {
            finish(Moves.finishing(move));
        } else if (Moves.stopping(move) >= 0) {
            kernel.stop(kernelThread(Moves.stopping(move)));
        } else {
            interpreter.step(threads[move]);
        }
        if (!script.isFine()) {
            finishUnnoticed();
        }
        kernel.leave();
        limit.step(this, histories.scratch());
    }

    /** The termination of a thread takes effect. */
    void finish(int thread) {
        kernel.finish(kernelThread(thread), this::choose);
        noteEnds();
    }

    /** A source of the kernel acts by itself, for who follows an observed run. */
    void fire(int source) {
        kernel.fire(source, this::choose);
    }

    /** One step of a runnable thread, for who follows an observed run: it counts towards no limit. */
    void step(int thread) {
        interpreter.step(threads[thread]);
        kernel.leave();
    }

    int queuedApcs() {
        int queued = 0;
        for (ModelThread thread : threads) {
            queued += thread.kernelThread.userApcCount();
        }
        return queued;
    }

    int nestedRoutines() {
        int nested = 0;
        for (ModelThread thread : threads) {
            nested += thread.routines();
        }
        return nested;
    }

    /** Lets every thread do what no other thread can notice: it makes no difference when. */
    private void finishUnnoticed() {
        for (int i = 0; i < threads.length; i++) {
            while (kernelThread(i).isRunnable() && interpreter.isUnnoticed(threads[i])) {
                interpreter.step(threads[i]);
            }
        }
    }

    /**
     * Whether anybody could see a thread between two acts of one call: another one that can run now, or whoever comes later, if the
     * thread is stopped there by a suspension or a termination that has yet to take effect.
     */
    boolean canStandBetween(KThread caller) {
        return caller.isSuspended() || caller.isDoomed() || othersAreRunnable(caller);
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
            readings = readings.clone();
            readings[point.ordinal()] = fixed;
        }
        return fixed;
    }

    StepLimit limit() {
        return limit;
    }

    // Script

    /** Whether every event is a step of its own now. */
    boolean isFine() {
        return plan.isObserved() || script.isFine();
    }

    /** Goes on in the script now that nothing can happen; false if the run is over. */
    public boolean settle() {
        script = script.next(this);
        return script.status() == null;
    }

    /** Notes a quiescent point, and who is newly blocked. */
    void quiescent() {
        reportBlocked();
        stopSuspended();
        for (ModelThread thread : threads) {
            thread.past.quiescent(histories);
        }
        recorder.record(kernel.nowMicros(), "", Happening.QUIESCENT);
    }

    /** At rest every suspension has taken effect. */
    void stopSuspended() {
        for (ModelThread thread : threads) {
            kernel.stop(thread.kernelThread);
        }
    }

    /** Records who is seen blocked, once for each call. */
    void reportBlocked() {
        for (int i = 0; i < threads.length; i++) {
            ModelThread thread = threads[i];
            PlannedCall call = thread.call();
            if (call != null && kernelThread(i).isWaiting() && thread.top != thread.reportedBlocked) {
                thread.reportedBlocked = thread.top;
                recorder.record(kernel.nowMicros(), thread.name, new Happening.Blocked(call.function()));
            }
        }
    }

    long nowMicros() {
        return kernel.nowMicros();
    }

    void setNowMicros(long micros) {
        kernel.setNowMicros(micros);
    }

    /** By their index in the plan; not to be changed. */
    ModelThread[] threads() {
        return threads;
    }

    public int threadCount() {
        return threads.length;
    }

    ModelThread thread(int index) {
        return threads[index];
    }

    /** The thread that the kernel knows as {@code kernelThread}. */
    ModelThread thread(KThread kernelThread) {
        for (ModelThread thread : threads) {
            if (thread.kernelThread == kernelThread) {
                return thread;
            }
        }
        throw new IllegalStateException("no thread of the program: " + kernelThread.id());
    }

    KThread kernelThread(int index) {
        return threads[index].kernelThread;
    }

    KThread kernelThread(ModelThread thread) {
        return thread.kernelThread;
    }

    // For set-up and invocations

    Win32Process win32() {
        return win32;
    }

    Kernel kernel() {
        return kernel;
    }

    public Plan plan() {
        return plan;
    }

    long variable(int index) {
        return variables[index];
    }

    void setVariable(int index, long value) {
        variables = variables.clone();
        variables[index] = value;
    }

    /** Adds a thread, which begins with a routine, or awaits entries if it has none. */
    void addThread(String name, KThread thread, @Nullable PlannedRoutine routine, long argument, boolean started) {
        threads = Arrays.copyOf(threads, threads.length + 1);
        threads[threads.length - 1] = new ModelThread(name, histories.name(name), thread, routine, argument, started);
    }

    /** Adds a thread that a program has created; one whose handle is not bound is named after its number. */
    void addThread(String name, KThread thread, long routine, long argument) {
        String shown = name.isEmpty() ? "thread" + threads.length : name;
        addThread(shown, thread, plan.routine(routine), argument, false);
    }

    String threadIdText(long threadId) {
        for (ModelThread thread : threads) {
            if (Win32Process.threadId(kernelThread(thread)) == threadId) {
                return "id of " + thread.name;
            }
        }
        return Symbols.number(threadId);
    }

    int returned(ReturnType type, long value) {
        return histories.returns(type, value);
    }

    int returned(String what, @Nullable String lastError, Map<String, String> slots) {
        return histories.number(new Happening.Returns(what, lastError, slots));
    }

    void happens(ModelThread thread, Happening happening) {
        happens(thread, histories.number(happening));
    }

    /** Appends a happening, by its number, to what the thread has done. */
    void happens(ModelThread thread, int number) {
        if (!plan.isObserved()) {
            limit.event();
            thread.past.append(number);
        }
        if (recorder != Recorder.NONE) {
            recorder.record(kernel.nowMicros(), thread.name, histories.happening(number));
        }
    }

    /** Clears the stacks of threads that a call has ended. */
    void noteEnds() {
        for (ModelThread thread : threads) {
            if (!thread.isOver && kernelThread(thread).hasEnded()) {
                dropKept(thread.top);
                thread.top = null;
                thread.lane = List.of();
                thread.isOver = true;
                happens(thread, Happening.EXITS);
            }
        }
    }

    /** Drops what the second acts of calls would have dropped that do not come any more. */
    private void dropKept(@Nullable Frame top) {
        for (Frame frame = top; frame != null; frame = frame.below()) {
            if (frame instanceof Frame.Between between) {
                kernel.drop(kernel.object(between.kept()));
            }
        }
    }

    /** Tells the recorder of suspensions, which nobody but the caller notices. */
    void observe(KThread caller, PlannedCall call, long value) {
        boolean suspends = call.function().effect() == Effect.SUSPENDS_THREAD;
        boolean resumes = call.function().effect() == Effect.RESUMES_THREAD;
        if ((suspends || resumes)
                && !call.function().returnType().isFailure(value)
                && call.operands().get(call.function().at(Role.THREAD)) instanceof Operand.Variable variable) {
            KThread target = win32.thread(caller, variables[variable.index()]);
            for (ModelThread thread : threads) {
                if (thread.kernelThread == target) {
                    recorder.record(
                            kernel.nowMicros(), thread.name, suspends ? Happening.SUSPENDED : Happening.RESUMED);
                }
            }
        }
    }
}
