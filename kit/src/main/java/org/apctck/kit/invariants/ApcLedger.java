package org.apctck.kit.invariants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apctck.kit.Span;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening.Begins;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * The APCs that a trace queues, each crossed out by a routine that begins.
 *
 * <p>Calls that queue the same routine with the same argument cannot be told apart. Of those that could have led to a
 * beginning the one that returned first is crossed out, which leaves the most freedom to what is to come.
 */
final class ApcLedger {
    /**
     * An APC that was queued.
     *
     * @param apc the beginning of its routine
     * @param target the thread, or null if that cannot be told
     */
    private record Queued(Begins apc, @Nullable String target, Span by) {
        /** Whether it was in the queue before the call that queued {@code other} began. */
        boolean isBefore(Queued other) {
            return by.end() < other.by.index();
        }
    }

    private final List<Queued> open = new ArrayList<>();
    private final List<Queued> all = new ArrayList<>();
    /** What timers may queue: each once, but for those with a period. */
    private final List<Queued> timers = new ArrayList<>();
    /** How often a thread has run a routine of timers without a period. */
    private final Map<String, Integer> timersRun = new HashMap<>();

    private ApcLedger() {}

    static ApcLedger of(Program program, Trace trace) {
        List<Span> calls = Span.of(trace);
        ThreadHandles handles = ThreadHandles.of(program, calls);
        ApcLedger ledger = new ApcLedger();
        for (Span span : calls) {
            Call call = span.call();
            if (call == null || span.failed()) {
                continue;
            }
            if (call.function().effect() == Effect.QUEUES_APC) {
                Begins apc = Begins.of(call);
                if (apc != null) {
                    ledger.all.add(new Queued(apc, handles.target(call, span), span));
                }
            } else if (call.function().effect() == Effect.ARMS_TIMER) {
                Begins apc = Begins.of(call);
                if (apc != null) {
                    ledger.timers.add(new Queued(apc, span.begun().thread(), span));
                }
            }
        }
        ledger.open.addAll(ledger.all);
        return ledger;
    }

    /** What is wrong with an APC routine that begins; empty if nothing. */
    Optional<Breach> begins(int index, Event event) {
        List<Queued> candidates = open.stream()
                .filter(queued ->
                        queued.apc().equals(event.happening()) && queued.by().index() < index)
                .toList();
        List<Queued> here = candidates.stream()
                .filter(queued -> event.thread().equals(queued.target()))
                .toList();
        Optional<Queued> next = here.stream()
                .filter(queued -> older(queued).isEmpty())
                .min(Comparator.comparingInt(queued -> queued.by().end()))
                .or(() -> candidates.stream()
                        .filter(queued -> queued.target() == null)
                        .findFirst());
        if (next.isPresent()) {
            open.remove(next.get());
            return Optional.empty();
        }
        if (!here.isEmpty()) {
            Queued queued = here.get(0);
            open.remove(queued);
            String older = older(queued).map(first -> first.apc().what()).orElse("");
            return breach(Invariant.APC_OLDEST_FIRST, index, event, "before " + older + ", which was queued earlier");
        }
        if (!candidates.isEmpty()) {
            Queued queued = candidates.get(0);
            open.remove(queued);
            return breach(Invariant.APC_OWN_THREAD, index, event, "but was queued to " + queued.target());
        }
        if (!timersOf(event, index).isEmpty()) {
            return beginsOfTimer(index, event);
        }
        long times = all.stream()
                .filter(queued ->
                        queued.apc().equals(event.happening()) && queued.by().index() < index)
                .count();
        String reason = times == 0 ? "but no call has queued it" : "once more than it was queued (" + times + ")";
        return breach(Invariant.APC_ONCE, index, event, reason);
    }

    /** The settings of timers that may have led to a routine, whatever it was told of the time. */
    private List<Queued> timersOf(Event event, int index) {
        return event.happening() instanceof Begins begins
                ? timers.stream()
                        .filter(timer ->
                                timer.by().index() < index && timer.apc().allows(begins))
                        .toList()
                : List.of();
    }

    private Optional<Breach> beginsOfTimer(int index, Event event) {
        List<Queued> here = timersOf(event, index).stream()
                .filter(timer -> event.thread().equals(timer.target()))
                .toList();
        if (here.isEmpty()) {
            return breach(Invariant.APC_OWN_THREAD, index, event, "which has not set its timer");
        }
        if (here.stream().anyMatch(timer -> hasPeriod(timer.by().call()))) {
            return Optional.empty();
        }
        if (timersRun.merge(event.thread() + " " + event.what(), 1, Integer::sum) > here.size()) {
            return breach(Invariant.APC_ONCE, index, event, "once more than its timer was set (" + here.size() + ")");
        }
        return Optional.empty();
    }

    private static boolean hasPeriod(@Nullable Call call) {
        return call != null && Value.number(call.argument(Role.PERIOD)) != 0;
    }

    private static Optional<Breach> breach(Invariant invariant, int index, Event event, String reason) {
        return Optional.of(new Breach(invariant, index, event.what() + " begins on " + event.thread() + " " + reason));
    }

    /** An APC of the same thread that must run first. */
    private Optional<Queued> older(Queued queued) {
        return open.stream()
                .filter(other -> queued.target() != null
                        && queued.target().equals(other.target())
                        && !other.apc().equals(queued.apc())
                        && other.isBefore(queued))
                .findFirst();
    }
}
