package org.apctck.reference.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.Time;
import org.apctck.reference.model.Plan.PlannedEntry;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * The place of a machine in its script. Never changed, only replaced, so that copies share it.
 *
 * <p>Time passes only where the script lets it: in a race at any point; while the program waits for an interval, for the
 * return of a call or for its end, only when nothing else can happen.
 */
final class Script {
    private static final String OVER = "nothing happens after it";

    private enum Phase {
        /** The entry is under way. */
        RUNNING,
        /** The next entry waits for its threads: finite waits that are under way may let them take it. */
        AWAITING,
        /** The last entry is done, and waits that are under way run out. */
        FINISHING,
        ENDED
    }

    @NoState("the same for all")
    private final Plan plan;

    private final int index;
    private final Phase phase;

    @Time
    private final long untilMicros;

    @NoState(OVER)
    private final @Nullable TraceStatus status;

    @NoState(OVER)
    private final String evidence;

    /** The place before the first entry. */
    Script(Plan plan) {
        this(plan, -1, Phase.RUNNING, 0, null, "");
    }

    private Script(Plan plan, int index, Phase phase, long untilMicros, @Nullable TraceStatus status, String evidence) {
        this.plan = plan;
        this.index = index;
        this.phase = phase;
        this.untilMicros = untilMicros;
        this.status = status;
        this.evidence = evidence;
    }

    @Nullable
    TraceStatus status() {
        return status;
    }

    String evidence() {
        return evidence;
    }

    /** Whether every event is a step of its own now. */
    boolean isFine() {
        return index >= 0 && plan.entries().get(index).fine();
    }

    /**
     * Whether time may pass to the next deadline.
     *
     * @param threads by their index in the plan
     * @param dueMicros when something of the kernel is due
     * @param nothingElse whether there is nothing else that could happen
     */
    boolean letsTimePass(ModelThread[] threads, Kernel kernel, long dueMicros, boolean nothingElse) {
        return switch (phase) {
            case RUNNING ->
                index >= 0
                        && (plan.entries().get(index).race() && (!nothingElse || lanesTakeTime(threads, kernel))
                                || nothingElse
                                        && plan.entries().get(index).entry() instanceof Entry.Elapse
                                        && dueMicros <= untilMicros);
            case AWAITING ->
                nothingElse
                        && !obstacle(plan.entries().get(index + 1), threads, kernel)
                                .isEmpty()
                        && hasFiniteWait(threads, kernel);
            case FINISHING -> nothingElse && hasFiniteWait(threads, kernel);
            case ENDED -> false;
        };
    }

    /** Whether a race goes on because of one of its threads: for a wait of another thread it does not. */
    private boolean lanesTakeTime(ModelThread[] threads, Kernel kernel) {
        return plan.entries().get(index).lanes().keySet().stream()
                .anyMatch(thread -> kernel.isInFiniteWait(threads[thread].kernelThread));
    }

    /** Where the script goes on now that nothing can happen. */
    Script next(Machine machine) {
        switch (phase) {
            case RUNNING -> {
                if (untilMicros > machine.nowMicros()) {
                    machine.setNowMicros(untilMicros);
                }
                if (index == plan.entries().size() - 1) {
                    machine.reportBlocked();
                    return new Script(plan, index, Phase.FINISHING, 0, null, "");
                }
                if (index >= 0) {
                    machine.quiescent();
                }
                return begin(machine);
            }
            case AWAITING -> {
                return begin(machine);
            }
            case FINISHING -> {
                machine.quiescent();
                return ended(TraceStatus.COMPLETED, "");
            }
            default -> throw new IllegalStateException("the script has ended");
        }
    }

    private Script begin(Machine machine) {
        int next = index + 1;
        PlannedEntry planned = plan.entries().get(next);
        if (planned.entry() instanceof Entry.Elapse elapse) {
            long until = Deadline.after(machine.nowMicros(), elapse.millis());
            return new Script(plan, next, Phase.RUNNING, until, null, "");
        }
        String obstacle = obstacle(planned, machine.threads(), machine.kernel());
        if (!obstacle.isEmpty()) {
            return await(machine, planned, "script[" + next + "]", obstacle);
        }
        for (Map.Entry<Integer, List<PlannedCall>> lane : planned.lanes().entrySet()) {
            ModelThread thread = machine.thread(lane.getKey());
            thread.lane = lane.getValue();
        }
        return new Script(plan, next, Phase.RUNNING, 0, null, "");
    }

    /** An entry cannot begin. As long as a finite wait is under way, its end may change that; a thread that has ended never comes back. */
    private Script await(Machine machine, PlannedEntry planned, String place, String obstacle) {
        boolean goesOn = hasFiniteWait(machine.threads(), machine.kernel()) && !machine.isStalled();
        if (lacksThread(planned, machine.threads()) || !goesOn) {
            return ended(TraceStatus.STUCK, place + " cannot begin: " + obstacle);
        }
        boolean mayAwait = planned.entry() instanceof Entry.CallOn on && on.afterReturn();
        boolean timesOut = planned.lanes().keySet().stream()
                .anyMatch(thread -> machine.kernel().isInFiniteWait(machine.kernelThread(thread)));
        // What a fault makes of a program is no error of the program.
        if (timesOut && !mayAwait && plan.conduct().isDocumented()) {
            throw new ProgramException(place + ": " + obstacle
                    + ", which times out: let time pass first, or make the call after it returns");
        }
        return new Script(plan, index, Phase.AWAITING, 0, null, "");
    }

    /** Whether a thread of an entry has ended. */
    static boolean lacksThread(PlannedEntry entry, ModelThread[] threads) {
        return entry.lanes().keySet().stream().anyMatch(index -> threads[index].kernelThread.hasEnded());
    }

    /** Whether a wait is under way that time can end and after which its thread can go on. */
    static boolean hasFiniteWait(ModelThread[] threads, Kernel kernel) {
        return Arrays.stream(threads).anyMatch(thread -> kernel.isInFiniteWait(thread.kernelThread));
    }

    /** Why an entry cannot begin, in words for people; empty if it can. */
    static String obstacle(PlannedEntry entry, ModelThread[] threads, Kernel kernel) {
        if (entry.entry() instanceof Entry.Completed completed
                && kernel.ioStatus(entry.request()) == NtStatus.PENDING) {
            return "the request " + completed.request() + " is still pending";
        }
        for (int index : entry.lanes().keySet()) {
            String obstacle = obstacle(threads[index], entry.race());
            if (!obstacle.isEmpty()) {
                return obstacle;
            }
        }
        return "";
    }

    /** Why a thread cannot take an entry, or empty. A suspended thread can take part in a race: others may resume it. */
    private static String obstacle(ModelThread thread, boolean race) {
        if (thread.kernelThread.hasEnded()) {
            return thread.name + " has ended";
        }
        PlannedCall call = thread.call();
        if (call != null) {
            return thread.name + " is still in " + call.text();
        }
        if (!thread.kernelThread.isSuspended()) {
            return thread.isIdle() ? "" : thread.name + " is not done with the last one";
        }
        // of a race in which nobody resumed it
        boolean hasWork = !thread.lane.isEmpty() || thread.top instanceof Frame.Again;
        return race && !hasWork ? "" : thread.name + " is suspended";
    }

    private Script ended(TraceStatus how, String why) {
        return new Script(plan, index, Phase.ENDED, 0, how, why);
    }
}
