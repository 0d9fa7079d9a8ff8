package org.apctck.reference.model;

import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.Plan.PlannedEntry;
import org.apctck.spec.Entry;
import org.apctck.spec.ProgramException;
import org.apctck.spec.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * The place of a machine in its script. Never changed, only replaced, so that copies share it.
 *
 * <p>Time passes only where the script lets it: in a race at any point; while the program waits for an interval, for the
 * return of a call or for its end, only when nothing else can happen.
 */
final class Script {
    private enum Phase {
        /** The entry is under way. */
        RUNNING,
        /** The next entry waits for its thread to return from an earlier call. */
        AWAITING_RETURN,
        /** The last entry is done, and waits that are under way run out. */
        FINISHING,
        ENDED
    }

    private final Plan plan;
    private final int index;
    private final Phase phase;
    private final long untilMicros;
    private final @Nullable TraceStatus status;
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
     * @param nothingElse whether there is nothing else that could happen
     */
    boolean letsTimePass(long deadlineMicros, boolean nothingElse) {
        return switch (phase) {
            case RUNNING ->
                index >= 0
                        && (plan.entries().get(index).race()
                                || nothingElse
                                        && plan.entries().get(index).entry() instanceof Entry.Elapse
                                        && deadlineMicros <= untilMicros);
            case AWAITING_RETURN, FINISHING -> nothingElse;
            case ENDED -> false;
        };
    }

    void writeTo(StateWriter out) {
        out.put(index);
        out.put(phase.ordinal());
        out.put(untilMicros);
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
                return begin(machine, false);
            }
            case AWAITING_RETURN -> {
                return begin(machine, true);
            }
            case FINISHING -> {
                machine.quiescent();
                return ended(TraceStatus.COMPLETED, "");
            }
            default -> throw new IllegalStateException("the script has ended");
        }
    }

    private Script begin(Machine machine, boolean awaited) {
        int next = index + 1;
        PlannedEntry planned = plan.entries().get(next);
        if (planned.entry() instanceof Entry.Elapse elapse) {
            long until = Deadline.after(machine.nowMicros(), elapse.millis());
            return new Script(plan, next, Phase.RUNNING, until, null, "");
        }
        boolean mayAwait = planned.entry() instanceof Entry.CallOn on && on.afterReturn() && !awaited;
        for (int thread : planned.lanes().keySet()) {
            String obstacle = obstacle(machine, thread, planned.race());
            if (obstacle.isEmpty()) {
                continue;
            }
            if (mayAwait) {
                return new Script(plan, index, Phase.AWAITING_RETURN, 0, null, "");
            }
            // What a fault makes of a program is no error of the program.
            boolean isInError = machine.kernelThread(thread).deadlineMicros() != Deadline.NEVER
                    && plan.conduct().isDocumented();
            if (isInError) {
                throw new ProgramException("script[" + next + "]: " + obstacle
                        + ", which times out: let time pass first, or make the call after it returns");
            }
            return ended(TraceStatus.STUCK, "script[" + next + "] cannot begin: " + obstacle);
        }
        for (Map.Entry<Integer, List<PlannedCall>> lane : planned.lanes().entrySet()) {
            ModelThread thread = machine.thread(lane.getKey());
            thread.lane = lane.getValue();
            thread.lanePosition = 0;
        }
        return new Script(plan, next, Phase.RUNNING, 0, null, "");
    }

    /** Why a thread cannot take an entry, or empty. A suspended thread can take part in a race: others may resume it. */
    private static String obstacle(Machine machine, int index, boolean race) {
        ModelThread thread = machine.thread(index);
        if (machine.kernelThread(index).hasEnded()) {
            return thread.name + " has ended";
        }
        PlannedCall call = thread.call();
        if (call != null) {
            return thread.name + " is still in " + call.text();
        }
        boolean hasWork = thread.lanePosition < thread.lane.size(); // of a race in which nobody resumed it
        return machine.kernelThread(index).isSuspended() && (!race || hasWork) ? thread.name + " is suspended" : "";
    }

    private Script ended(TraceStatus how, String why) {
        return new Script(plan, index, Phase.ENDED, 0, how, why);
    }
}
