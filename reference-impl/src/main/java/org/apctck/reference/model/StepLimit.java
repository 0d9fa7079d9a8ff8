package org.apctck.reference.model;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * Stops a run that need not come to an end, or that no trace can hold.
 *
 * <p>Scripts and bodies are finite, so what goes on for ever runs one APC after the other. Whenever one has begun, the situation
 * is compared with one from before; the one that is kept is replaced after twice as many APCs each time, so that it is one of
 * the cycle sooner or later (Brent). A situation that comes again can come again for ever; one that grows, as that of a thread
 * with a long queue, does not.
 */
final class StepLimit {
    /** APCs before the first situation is kept: most programs run fewer. */
    private static final int APCS_FREE = 128;
    /** Events of a run with a fault that counts, so that no situation comes back: many times what a scenario needs. */
    private static final int EVENTS_WITH_FAULT = 20_000;

    /** Expiries on end by which a fault can keep timers from ever doing anything: many times what a scenario needs. */
    private static final int EXPIRIES_WITH_FAULT = 256;

    private final int eventsMax;
    private final int expiriesMax;

    private int events;
    /** How often a source of the kernel has acted since the last event. */
    private int expiries;

    private int apcs;
    private int nextKept = APCS_FREE;
    private int @Nullable [] kept;
    /** How many APCs were queued in it, and how deep they were nested: what is long is not written again for each APC. */
    private int keptQueued;

    private int keptNested;
    /** What has begun since the situation was kept; replaced, never changed. */
    private Set<String> routines = Set.of();

    private boolean apcBegan;

    StepLimit(Conduct conduct) {
        eventsMax = conduct.isDocumented() ? Trace.EVENTS_MAX : EVENTS_WITH_FAULT;
        expiriesMax = conduct.isDocumented() ? Integer.MAX_VALUE : EXPIRIES_WITH_FAULT;
    }

    StepLimit(StepLimit other) {
        this.eventsMax = other.eventsMax;
        this.expiriesMax = other.expiriesMax;
        this.events = other.events;
        this.expiries = other.expiries;
        this.apcs = other.apcs;
        this.nextKept = other.nextKept;
        this.kept = other.kept;
        this.keptQueued = other.keptQueued;
        this.keptNested = other.keptNested;
        this.routines = other.routines;
    }

    /** @throws ProgramException if a trace cannot hold one more event */
    void event() {
        expiries = 0;
        if (++events > eventsMax) {
            throw new ProgramException(
                    "stopped after " + eventsMax + " events, more than a trace holds; a program must come to an end");
        }
    }

    /** A source of the kernel has acted. */
    void expires() {
        expiries++;
    }

    /** Whether timers have expired so often for nothing that they need not be waited for. */
    boolean isStalled() {
        return expiries >= expiriesMax;
    }

    /** An APC routine begins. */
    void begins(ModelThread thread, PlannedRoutine routine) {
        apcBegan = true;
        if (++apcs > APCS_FREE) {
            String what = thread.name + " runs " + routine.name();
            if (!routines.contains(what)) {
                Set<String> more = new LinkedHashSet<>(routines);
                more.add(what);
                routines = more;
            }
        }
    }

    /**
     * A step is over.
     *
     * @param situation of the machine, to write into
     * @throws ProgramException if it is one that there was before
     */
    void step(Machine machine, StateWriter situation) {
        if (!apcBegan) {
            return;
        }
        apcBegan = false;
        int queued = machine.queuedApcs();
        int nested = machine.nestedRoutines();
        boolean keep = apcs >= nextKept;
        if (!keep && (kept == null || queued != keptQueued || nested != keptNested)) {
            return;
        }
        situation.clear();
        machine.writePlace(situation);
        if (kept != null && Arrays.equals(kept, 0, kept.length, situation.numbers(), 0, situation.size())) {
            throw new ProgramException(
                    "goes on for ever: " + String.join(", ", routines) + " in a cycle; a program must come to an end");
        }
        if (keep) {
            kept = situation.toArray();
            keptQueued = queued;
            keptNested = nested;
            nextKept = 2 * apcs;
            routines = Set.of();
        }
    }
}
