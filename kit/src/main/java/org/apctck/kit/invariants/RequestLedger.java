package org.apctck.kit.invariants;

import java.util.ArrayList;
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
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening.Begins;
import org.apctck.spec.trace.Trace;

/** The requests that a trace issues with a completion routine, each good for one beginning of it on the thread that has issued it. */
final class RequestLedger {
    private record Issued(String routine, String overlapped, Span by) {}

    private final Program program;
    private final List<Issued> issued = new ArrayList<>();
    private final Map<String, Integer> begun = new HashMap<>();

    private RequestLedger(Program program) {
        this.program = program;
    }

    static RequestLedger of(Program program, Trace trace) {
        RequestLedger ledger = new RequestLedger(program);
        for (Span span : Span.of(trace)) {
            Call call = span.call();
            if (call != null
                    && !span.failed()
                    && call.function().effect() == Effect.ISSUES_REQUEST
                    && call.argument(Role.ROUTINE) instanceof Value.Name routine) {
                ledger.issued.add(
                        new Issued(routine.name(), call.argument(Role.REQUEST).toString(), span));
            }
        }
        return ledger;
    }

    /** Whether that is the beginning of a completion routine. */
    boolean isOfRequest(Event event) {
        return event.happening() instanceof Begins begins
                && program.routine(begins.routine())
                        .filter(routine -> routine.kind() == Routine.Kind.COMPLETION)
                        .isPresent();
    }

    /** What is wrong with a completion routine that begins; empty if nothing. */
    Optional<Breach> begins(int index, Event event) {
        Begins begins = (Begins) event.happening();
        String overlapped = begins.arguments().get(begins.arguments().size() - 1);
        List<Issued> requests = issued.stream()
                .filter(request -> request.by().index() < index
                        && request.routine().equals(begins.routine())
                        && request.overlapped().equals(overlapped))
                .toList();
        if (requests.isEmpty()) {
            return breach(Invariant.APC_ONCE, index, event, "but no request of it was issued");
        }
        long here = requests.stream()
                .filter(request -> request.by().begun().thread().equals(event.thread()))
                .count();
        if (here == 0) {
            return breach(Invariant.APC_OWN_THREAD, index, event, "which has not issued its request");
        }
        String key = event.thread() + " " + begins.routine() + " " + overlapped;
        return begun.merge(key, 1, Integer::sum) > here
                ? breach(Invariant.APC_ONCE, index, event, "once more than its request was issued (" + here + ")")
                : Optional.empty();
    }

    private static Optional<Breach> breach(Invariant invariant, int index, Event event, String reason) {
        return Optional.of(new Breach(invariant, index, event.what() + " begins on " + event.thread() + " " + reason));
    }
}
