package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.Plan.PlannedEntry;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A state of the model that the target may be in, as far as its trace has been followed.
 *
 * <p>What a thread does next either is told by an event of the trace or is silent: the effect of a call, a look into the APC
 * queue, the end of a wait. A thread that is suspended or ended while it runs may still tell what has happened to it, until the
 * program is next seen at rest; nothing new happens to it.
 */
public final class Candidate {
    /** No thread acts, but something by itself. */
    private static final int NOBODY = -1;

    private final Machine machine;

    @NoState("the same for all")
    private final Histories histories;
    /** The threads that have been suspended since the program was last seen at rest. */
    private BitSet heldAtRest;
    /** Of the threads that others have ended since then. */
    private LastWords lastWords;
    /** The entry whose threads cannot take it yet, if there is one. */
    private @Nullable PlannedEntry pending;

    /** @param machine to be used by nobody else from now on */
    public Candidate(Machine machine, Histories histories) {
        this(machine, histories, new BitSet(), LastWords.NONE, null);
    }

    private Candidate(
            Machine machine,
            Histories histories,
            BitSet heldAtRest,
            LastWords lastWords,
            @Nullable PlannedEntry pending) {
        this.lastWords = lastWords;
        this.machine = machine;
        this.histories = histories;
        this.heldAtRest = heldAtRest;
        this.pending = pending;
    }

    public Candidate copy() {
        return copy(machine.plan());
    }

    /** The same state of a model that goes on by another plan of the same program. */
    public Candidate copy(Plan plan) {
        return new Candidate(machine.copy(plan), histories, heldAtRest, lastWords, pending);
    }

    /** The option of each reading of the documentation that was taken, by its choice point; -1 where none was. */
    public int[] readings() {
        return machine.readings();
    }

    public int threadCount() {
        return machine.threadCount();
    }

    public String name(int index) {
        return machine.thread(index).name;
    }

    /** Everything that what happens from now on depends on. */
    public StateKey key() {
        StateWriter out = new StateWriter();
        out.putFields(this);
        return new StateKey(out.toArray());
    }

    /** The indices of the threads of that name: a name that is bound twice has two. */
    public List<Integer> threads(String name) {
        List<Integer> threads = new ArrayList<>(1);
        for (int i = 0; i < machine.threadCount(); i++) {
            if (machine.thread(i).name.equals(name)) {
                threads.add(i);
            }
        }
        return threads;
    }

    /** What a thread tells next; null if nothing, or if something silent comes before. */
    @Nullable
    public Happening next(int index) {
        ModelThread thread = machine.thread(index);
        KThread kernelThread = thread.kernelThread;
        if (kernelThread.hasEnded()) {
            int first = lastWords.first(index);
            return first < 0 ? null : histories.happening(first);
        }
        if (kernelThread.isWaiting() || heldAtRest.get(index)) {
            return null;
        }
        Frame top = thread.top;
        if (top == null) {
            boolean hasCall = thread.started && !thread.lane.isEmpty();
            return hasCall ? thread.lane.get(0).event() : null;
        }
        if (top instanceof Frame.Returning returning) {
            return histories.happening(returning.event());
        }
        if (top instanceof Frame.Telling telling) {
            return histories.happening(telling.event());
        }
        if (top instanceof Frame.Again again) {
            return again.call().event();
        }
        return top instanceof Frame.InRoutine routine ? next(routine) : null;
    }

    private static @Nullable Happening next(Frame.InRoutine frame) {
        PlannedRoutine routine = frame.routine();
        if (frame.next() < routine.body().size()) {
            return routine.body().get(frame.next()).event();
        }
        return routine.kind().isQueued() ? new Happening.Ends(routine.name()) : null;
    }

    /** Lets a thread tell what {@link #next} says. */
    public void tell(int index) {
        if (machine.kernelThread(index).hasEnded()) {
            lastWords = lastWords.told(index);
        } else {
            machine.step(index);
            begin();
        }
    }

    /** The thread was seen to be gone: it tells nothing any more. */
    public void fallSilent(int index) {
        lastWords = lastWords.with(index, LastWords.NOTHING);
    }

    /** The states that one silent step leads to, by every choice that there is in it. */
    public List<Candidate> silentSteps(Moment moment) {
        List<Candidate> states = new ArrayList<>();
        for (int index = 0; index < machine.threadCount(); index++) {
            int i = index;
            KThread thread = machine.kernelThread(i);
            if (thread.isDoomed()) {
                act(i, moment, states, next -> next.machine.finish(i));
            }
            if (isSilent(i)) {
                act(i, moment, states, next -> next.machine.step(i));
            }
        }
        Kernel kernel = machine.kernel();
        boolean queuesOnce = machine.readings()[ChoicePoint.MISSED_PERIODS.ordinal()] == 0;
        for (int source : kernel.sources()) {
            if (moment.isPast(kernel.object(source).dueMicros()) && !kernel.firesInVain(source, queuesOnce)) {
                act(NOBODY, moment, states, next -> next.machine.fire(source));
            }
        }
        return states;
    }

    /** Adds the states that an act of a thread, or one upon it, leads to. */
    private void act(int index, Moment moment, List<Candidate> states, Consumer<Candidate> act) {
        Odometer odometer = new Odometer();
        do {
            odometer.rewind();
            Candidate next = copy();
            next.machine.with(odometer, Recorder.NONE);
            // The earliest time at which a wait can have begun; else the state has no clock, so that it does not depend
            // on when.
            next.machine.setNowMicros(index == NOBODY ? 0 : moment.calledMicros(machine.thread(index).name));
            act.accept(next);
            next.machine.setNowMicros(0);
            next.release();
            next.noteEnded(this, index);
            next.begin();
            states.add(next);
        } while (odometer.advance());
    }

    /** Takes down what those may still tell whom the step of another thread has ended. */
    private void noteEnded(Candidate before, int stepped) {
        for (int i = 0; i < before.machine.threadCount(); i++) {
            boolean isEnded = machine.kernelThread(i).hasEnded()
                    && !before.machine.kernelThread(i).hasEnded();
            boolean byOther = i != stepped || before.machine.kernelThread(i).isDoomed();
            if (isEnded && byOther && !before.heldAtRest.get(i)) {
                lastWords = lastWords.with(i, LastWords.of(before.machine.thread(i), histories));
            }
        }
    }

    /** Who was resumed and is suspended anew is not at rest. */
    private void release() {
        for (int i = heldAtRest.nextSetBit(0); i >= 0; i = heldAtRest.nextSetBit(i + 1)) {
            if (!machine.kernelThread(i).isSuspended()) {
                heldAtRest = (BitSet) heldAtRest.clone();
                heldAtRest.clear(i);
            }
        }
    }

    private boolean isSilent(int index) {
        return machine.kernelThread(index).isRunnable()
                && !machine.thread(index).isIdle()
                && next(index) == null;
    }

    /** Whether a thread that is suspended can still do something silent. */
    public boolean hasRunningSuspendedThread() {
        for (int i = 0; i < machine.threadCount(); i++) {
            if (machine.kernelThread(i).isSuspended() && isSilent(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing silent can happen but the end of finite waits. */
    public boolean isSettled() {
        for (int i = 0; i < machine.threadCount(); i++) {
            if (isSilent(i)) {
                return false;
            }
        }
        return true;
    }

    public boolean hasEnded(int index) {
        return machine.kernelThread(index).hasEnded();
    }

    /** The function that a thread waits in, or null. */
    public @Nullable ApiFunction blockedIn(int index) {
        PlannedCall call = waitingCall(index);
        return call == null ? null : call.function();
    }

    private @Nullable PlannedCall waitingCall(int index) {
        return machine.kernelThread(index).isWaiting() ? machine.thread(index).call() : null;
    }

    /** How a thread stands that tells nothing by itself, in words for people. */
    public String standing(int index) {
        String name = name(index);
        KThread thread = machine.kernelThread(index);
        if (thread.hasEnded()) {
            return name + " has ended";
        }
        if (thread.isSuspended()) {
            return name + " is suspended";
        }
        PlannedCall call = waitingCall(index);
        if (call == null) {
            return name + " awaits its next entry";
        }
        String until = isInFiniteWait(index) && thread.dueMicros() != Deadline.NEVER
                ? ", not over by time before " + Moment.earliestMicros(thread.dueMicros()) / 1000 + " ms"
                : "";
        return name + " is blocked in " + call.text() + until;
    }

    /** Whether a thread is in a wait that time ends. */
    public boolean isInFiniteWait(int index) {
        return machine.kernel().isInFiniteWait(machine.kernelThread(index));
    }

    /** Whether a thread can run and must, for the program to be at rest. */
    public boolean isAtRest(int index) {
        KThread thread = machine.kernelThread(index);
        boolean standsStill = !thread.isRunnable() || thread.isSuspended();
        return (standsStill || machine.thread(index).isIdle()) && !thread.isDoomed();
    }

    /** The program was seen at rest: who is suspended is so for good, until somebody resumes it; who has ended is silent. */
    public void rest() {
        BitSet held = new BitSet();
        for (int i = 0; i < machine.threadCount(); i++) {
            held.set(i, machine.kernelThread(i).isSuspended());
        }
        machine.stopSuspended();
        heldAtRest = held;
        lastWords = LastWords.NONE;
    }

    /** The next entry of the script, by its index: it begins when its threads can take it. */
    public void post(int entry) {
        pending = machine.plan().entries().get(entry);
        begin();
    }

    private void begin() {
        if (pending != null
                && Script.obstacle(pending, machine.threads(), machine.kernel()).isEmpty()) {
            pending.lanes().forEach((index, calls) -> {
                machine.thread(index).lane = calls;
            });
            pending = null;
        }
    }

    /** Why the entry that was posted last has not begun, in words for people; empty if it has. */
    public String obstacle() {
        return pending == null ? "" : Script.obstacle(pending, machine.threads(), machine.kernel());
    }

    /**
     * When every armed timer has expired, in microseconds; those with a period so often that each expiry may have ended the wait of
     * another thread.
     */
    public long lastExpiryMicros() {
        long last = 0;
        Kernel kernel = machine.kernel();
        for (int source : kernel.sources()) {
            if (kernel.object(source) instanceof KTimer timer) {
                long more = Math.multiplyExact(machine.threadCount(), timer.periodMicros());
                last = Math.max(last, timer.dueMicros() + Math.min(more, Deadline.NEVER - timer.dueMicros()));
            }
        }
        return last;
    }

    /** Whether the entry that was posted last can never begin. */
    public boolean isStuck() {
        return pending != null
                && !machine.kernel().hasUntoldRequest()
                && (Script.lacksThread(pending, machine.threads())
                        || !Script.hasFiniteWait(machine.threads(), machine.kernel()));
    }
}
