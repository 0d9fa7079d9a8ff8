package org.apctck.kit.invariants;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.Examiner;
import org.apctck.spec.Objection;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;

/**
 * A second opinion on each trace, independent of the checks and of the model.
 *
 * <p>It claims only what program and trace prove: nothing about an APC whose handle could stand for several threads, and no
 * order between calls that overlap.
 */
public final class Invariants implements Examiner {
    /** The name of this examiner. */
    public static final String NAME = "the invariants";

    @Override
    public String name() {
        return NAME;
    }

    /** {@inheritDoc} It stops at the first breach, for others may follow from it, and knows no rules. */
    @Override
    public List<Objection> examine(String scenario, String rule, Program program, Trace trace) {
        return breaches(program, trace).stream()
                .limit(1)
                .map(breach -> new Objection(
                        NAME,
                        breach.event(),
                        breach.toString(),
                        List.of(breach.invariant().statement())))
                .toList();
    }

    /** Every event of {@code trace} that an invariant forbids, in order; a thread whose nesting is broken is left alone. */
    public static List<Breach> breaches(Program program, Trace trace) {
        Map<String, ThreadLife> threads = new LinkedHashMap<>();
        program.threads().forEach(cast -> threads.put(cast.name(), new ThreadLife(cast.name(), !cast.suspended())));
        List<Breach> breaches = new ArrayList<>();
        ApcLedger ledger = ApcLedger.of(program, trace);
        RequestLedger requests = RequestLedger.of(program, trace);
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            if (event.kind() != EventKind.QUIESCENT) {
                threads.computeIfAbsent(event.thread(), name -> new ThreadLife(name, false))
                        .take(i, event)
                        .ifPresent(breaches::add);
            }
            if (requests.isOfRequest(event)) {
                requests.begins(i, event).ifPresent(breaches::add);
            } else if (event.kind() == EventKind.BEGINS) {
                ledger.begins(i, event).ifPresent(breaches::add);
            }
        }
        return breaches;
    }
}
