package org.apctck.reference.model;

import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.IoStatus;
import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.reference.win32.SignalWaitPolicy;
import org.apctck.reference.win32.Win32Error;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the steps of the threads of a machine.
 *
 * <p>A step is one act that other threads can notice: the effect of a call, or a look into the APC queue. Where every event
 * is a step of its own ({@link Machine#isFine}), the beginning and the return of a call are steps as well.
 */
final class Interpreter {
    /** WAIT_FAILED as a status, which it is only where a fault makes a wait fail that has begun. */
    private static final int FAILED = -1;
    /** What a routine is told of the time counts 100 ns. */
    private static final long UNITS_PER_MICRO = 10;

    private final Machine machine;
    private final Histories histories;
    private final Choice choice;
    private final DeliveryPolicy delivery;
    private final ResultPolicy results;
    private final SignalWaitPolicy signalWait;
    private final TimerPolicy timers;

    Interpreter(Machine machine, Histories histories, Choice choice) {
        this.machine = machine;
        this.histories = histories;
        this.choice = choice;
        this.delivery = machine.plan().delivery();
        this.results = machine.plan().results();
        this.signalWait = machine.plan().signalWait();
        this.timers = machine.plan().timers();
    }

    /** Whether the next step of a runnable thread is one that no other thread can notice. */
    boolean isUnnoticed(ModelThread thread) {
        Frame top = thread.top;
        if (top instanceof Frame.Waiting) {
            return !delivery.drains(
                    thread.kernelThread, machine.kernelThread(thread).waitStatus());
        }
        return top instanceof Frame.Returning
                || top instanceof Frame.InRoutine routine
                        && routine.next() == routine.routine().body().size()
                        && routine.routine().kind().isQueued();
    }

    /** One step of a runnable thread that is not idle. */
    void step(ModelThread thread) {
        Frame top = thread.top;
        if (top == null) {
            stepAtBottom(thread);
        } else if (top instanceof Frame.InRoutine routine) {
            stepInRoutine(thread, routine);
        } else if (top instanceof Frame.Again again) {
            thread.top = again.below();
            begin(thread, again.call());
        } else if (top instanceof Frame.Begun begun) {
            invoke(thread, begun.call(), begun.below());
        } else if (top instanceof Frame.Between between) {
            proceed(thread, between);
        } else if (top instanceof Frame.Waiting waiting) {
            int status = machine.kernelThread(thread).waitStatus();
            resume(thread, waiting, new Invocation(machine, thread, waiting.call(), choice).reported(status));
        } else if (top instanceof Frame.Draining draining) {
            enter(thread, draining.call());
            drain(thread, draining, delivery.left(thread.kernelThread, draining.quota(), machine.nowMicros()));
        } else if (top instanceof Frame.Returning returning) {
            thread.top = returning.below();
            machine.happens(thread, returning.event());
        } else if (top instanceof Frame.Telling telling) {
            thread.top = telling.below();
            machine.happens(thread, telling.event());
        }
    }

    /** The bottom of the stack: the APCs queued before the thread began, then its start routine, then the script. */
    private void stepAtBottom(ModelThread thread) {
        if (thread.started) {
            PlannedCall call = thread.lane.get(0);
            thread.lane = thread.lane.subList(1, thread.lane.size());
            begin(thread, call);
        } else if (!delivery.startsWithApcs(thread.kernelThread) || !beginApc(thread)) {
            thread.started = true;
            PlannedRoutine routine = thread.startRoutine;
            if (routine == null) {
                tell(thread, histories.number(Happening.STARTS), null);
            } else {
                Frame body = new Frame.InRoutine(routine, thread.startArgument, 0, 0, null);
                tell(thread, histories.number(new Happening.Starts(routine.name(), thread.startArgument)), body);
            }
        }
    }

    /** A thread that goes on in {@code next} tells how it came there: at once, or later where every event is observed. */
    private void tell(ModelThread thread, int event, @Nullable Frame next) {
        if (machine.plan().isObserved()) {
            thread.top = new Frame.Telling(event, next);
        } else {
            thread.top = next;
            machine.happens(thread, event);
        }
    }

    private void stepInRoutine(ModelThread thread, Frame.InRoutine frame) {
        PlannedRoutine routine = frame.routine();
        if (frame.next() < routine.body().size()) {
            thread.top = frame.advanced();
            begin(thread, routine.body().get(frame.next()));
        } else if (!routine.kind().isQueued()) {
            if (delivery.endsWithApcs(thread.kernelThread) && beginApc(thread)) {
                return;
            }
            machine.kernel().end(machine.kernelThread(thread), (int) routine.exitCode(), choice);
            machine.noteEnds();
        } else {
            thread.top = frame.below();
            machine.happens(thread, histories.ends(routine));
        }
    }

    private void begin(ModelThread thread, PlannedCall call) {
        machine.happens(thread, histories.calls(call));
        if (machine.isFine()) {
            thread.top = new Frame.Begun(call, thread.top);
        } else {
            invoke(thread, call, thread.top);
        }
    }

    private void invoke(ModelThread thread, PlannedCall call, @Nullable Frame below) {
        enter(thread, call);
        if (delivery.runsApcsBefore(thread.kernelThread, call.function()) && thread.kernelThread.hasUserApc()) {
            thread.top = new Frame.Begun(call, below);
            beginApc(thread);
            return;
        }
        thread.top = below;
        KThread caller = machine.kernelThread(thread);
        Invocation invocation = new Invocation(machine, thread, call, choice);
        long value = invocation.invoke();
        if (call.function().endsThread()) {
            machine.noteEnds();
            if (caller.hasEnded()) {
                return;
            }
        }
        if (value != Win32Process.BETWEEN) {
            goOn(thread, call, invocation, value);
        } else if (machine.canStandBetween(caller) && choice.choose(ChoicePoint.SIGNAL_AND_WAIT_ATOMIC, 2) == 1) {
            thread.top = new Frame.Between(call, invocation.kept(), below);
        } else {
            goOn(thread, call, invocation, invocation.proceed());
        }
    }

    private void goOn(ModelThread thread, PlannedCall call, Invocation invocation, long value) {
        if (!Invocation.hasReturned(value)) {
            await(thread, call);
            return;
        }
        invocation.bind(value);
        machine.observe(thread.kernelThread, call, value);
        returnWith(thread, call, invocation.returned(value));
        runUninvited(thread, call, invocation);
    }

    /** What the documentation rules out: APCs run on threads that do not wait, as far as the policy wants it. */
    private void runUninvited(ModelThread thread, PlannedCall call, Invocation invocation) {
        if (delivery.runsApcsAfter(thread.kernelThread, call.function())) {
            beginApc(thread);
        }
        if (call.function().effect() == Effect.QUEUES_APC) {
            ModelThread target = invocation.target();
            if (target != null
                    && target.kernelThread.isRunnable()
                    && delivery.interrupts(target.kernelThread, target.isInApcRoutine())) {
                beginApc(target);
            }
        }
    }

    private void proceed(ModelThread thread, Frame.Between between) {
        thread.top = between.below();
        Invocation invocation = new Invocation(machine, thread, between.call(), choice);
        invocation.keep(between.kept());
        goOn(thread, between.call(), invocation, invocation.proceed());
    }

    private void await(ModelThread thread, PlannedCall call) {
        Frame.Waiting frame = new Frame.Waiting(call, thread.top);
        thread.top = frame;
        int status = machine.kernelThread(thread).waitStatus();
        if (status != NtStatus.PENDING && !delivery.drains(thread.kernelThread, status)) {
            resume(thread, frame, status);
        }
    }

    /** A wait has ended: runs the APCs if it ended for them, else returns. */
    private void resume(ModelThread thread, Frame.Waiting frame, int status) {
        if (delivery.drains(thread.kernelThread, status)) {
            Invocation invocation = new Invocation(machine, thread, frame.call(), choice);
            boolean again =
                    Win32Process.actsTwice(frame.call().function()) && signalWait.signalsAgain(thread.kernelThread);
            if (again && !invocation.actAgain()) {
                leaveWait(thread, frame.call(), frame.below(), FAILED);
                return;
            }
            long timeoutMillis = invocation.timeoutMillis();
            long quota = delivery.quota(
                    thread.kernelThread, thread.kernelThread.userApcCount(), machine.nowMicros(), timeoutMillis);
            drain(thread, new Frame.Draining(frame.call(), status, quota, frame.below()), quota);
        } else {
            leaveWait(thread, frame.call(), frame.below(), status);
        }
    }

    /** Runs the next APC if there is one more, else returns; nested waits may have run some of them. */
    private void drain(ModelThread thread, Frame.Draining frame, long left) {
        thread.top = left == frame.quota() ? frame : frame.with(left);
        if (left > 0 && beginApc(thread)) {
            return;
        }
        if (delivery.waitsAgain(thread.kernelThread)) {
            invoke(thread, frame.call(), frame.below());
        } else {
            int last = machine.kernelThread(thread).waitStatus();
            leaveWait(
                    thread,
                    frame.call(),
                    frame.below(),
                    delivery.drained(thread.kernelThread, frame.status(), last, left));
        }
    }

    private void leaveWait(ModelThread thread, PlannedCall call, @Nullable Frame below, int status) {
        thread.top = below;
        long lastError = machine.win32().getLastError(thread.kernelThread);
        long left = results.lastErrorLeft(thread.kernelThread, lastError, status);
        if (left != lastError) {
            machine.win32().setLastError(thread.kernelThread, (int) left);
        }
        Invocation invocation = new Invocation(machine, thread, call, choice);
        long value = invocation.resultOf(status);
        if (call.function().returnType() != ReturnType.VOID) {
            invocation.bind(value);
        }
        returnWith(thread, call, invocation.returned(value));
    }

    /** A call returns, now or, for a thread that has just suspended itself, when it is resumed. */
    private void returnWith(ModelThread thread, PlannedCall call, int event) {
        PlannedCall again = call.again(histories.happening(event));
        if (again != null) {
            thread.top = new Frame.Again(again, thread.top);
        }
        if (machine.isFine() || !thread.kernelThread.isRunnable()) {
            thread.top = new Frame.Returning(call, event, thread.top);
        } else {
            machine.happens(thread, event);
        }
    }

    /** Tells the kernel what the thread does, for policies that ask. */
    private void enter(ModelThread thread, PlannedCall call) {
        machine.kernel().enter(thread.kernelThread, call.function().ordinal(), thread.routines());
    }

    private boolean beginApc(ModelThread thread) {
        UserApc apc = machine.kernel().takeUserApc(machine.kernelThread(thread), choice);
        if (apc == null) {
            return false;
        }
        PlannedRoutine routine = machine.plan().routine(apc.routine());
        machine.limit().begins(thread, routine);
        Frame body = new Frame.InRoutine(routine, apc.data(), 0, thread.routines() + 1, thread.top);
        tell(thread, begins(routine, apc), body);
        return true;
    }

    /** That a routine begins; that of a timer is told the time at which the timer was signaled, or, by a fault, another one. */
    private int begins(PlannedRoutine routine, UserApc apc) {
        if (machine.kernel().find(apc.origin()) instanceof KTimer timer) {
            long signaled = UNITS_PER_MICRO * timer.signaledUtcMicros();
            long told = timers.timeTold(machine.kernel(), timer, signaled);
            if (told != signaled) {
                return histories.begins(routine, apc.data(), told);
            }
        }
        return apc.request() == null
                ? histories.begins(routine, apc.data())
                : histories.number(told(routine, apc.request()));
    }

    /** What a completion routine is told of its request, and what that has filled. */
    private Happening.Begins told(PlannedRoutine routine, IoStatus request) {
        Irp irp = request.irp();
        long error = request.status() == NtStatus.SUCCESS ? 0 : Win32Error.of(request.status());
        List<String> arguments = List.of(
                error == 0 ? "0" : Constants.errorName(error),
                Symbols.number(request.count()),
                "&" + machine.plan().memoryAt(irp.overlapped()));
        return new Happening.Begins(
                routine.name(),
                arguments,
                request.bytes().length == 0
                        ? Map.of()
                        : Map.of(machine.plan().memoryAt(irp.buffer()), text(request.bytes())));
    }

    private static String text(int[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int character : bytes) {
            text.append((char) character);
        }
        return new Value.Text(text.toString()).toString();
    }
}
