package org.apctck.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apctck.kit.TargetLostException;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.search.Explorer;
import org.apctck.reference.search.Simulation;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** Targets that misbehave in ways that the command must tell apart. */
public final class TestTargets implements TargetProvider {
    @Override
    public List<String> names() {
        return List.of(
                "forgetful",
                "absent",
                "crashing",
                "unseen",
                "faulty",
                "babbling",
                "sound",
                "hanging",
                "drifting",
                "hasty",
                "whimsical",
                "narrow");
    }

    @Override
    public String summary(String name) {
        return "a target for tests";
    }

    @Override
    public boolean drivesReference() {
        return true;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        return name.equals("absent") ? "its library is not here; install it" : "";
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        if (name.equals("absent")) {
            throw new TargetUnavailableException("absent: its library is not here; install it");
        }
        return new Misbehaving(name);
    }

    private record Misbehaving(String name) implements Target {
        private static final AtomicInteger RUNS = new AtomicInteger();

        @Override
        public TargetDescription describe() {
            List<String> apis = List.of(ApiFunction.values()).stream()
                    .map(ApiFunction::functionName)
                    .toList();
            String implementation = Set.of("drifting", "hasty").contains(name) ? Reference.LIVE : "Test";
            return new TargetDescription(name, implementation, "1.0", "", "", new java.util.TreeSet<>(apis));
        }

        @Override
        public Run run(Program program) {
            if (name.equals("whimsical")) {
                return new Run(Explorer.explore(program, whim(), 100).traces(), true);
            }
            if (name.equals("narrow")) {
                return new Run(
                        Explorer.explore(
                                        program,
                                        Faults.find("DATA-OF-32-BITS")
                                                .orElseThrow()
                                                .conduct(),
                                        100)
                                .traces(),
                        true);
            }
            Trace trace = Simulation.run(program);
            return Run.of(
                    switch (name) {
                        case "hanging" -> hang(trace);
                        case "sound" -> Trace.of(trace.events(), trace.status(), trace.evidence());
                        case "forgetful", "drifting" -> withoutRoutines(trace);
                        case "hasty" -> early(trace);
                        case "crashing" -> Trace.of(trace.events(), TraceStatus.CRASHED, "signal 11 (SIGSEGV)");
                        case "unseen" -> Trace.of(trace.events(), TraceStatus.UNSETTLED, "worker could not be seen");
                        case "babbling" -> throw new TargetLostException("babbling: it said nonsense", true);
                        default -> throw new IllegalStateException("a bug");
                    });
        }

        /** A model that answers otherwise whenever it is asked. */
        private static Conduct whim() {
            AtomicInteger asked = new AtomicInteger();
            ResultPolicy whimsical = new ResultPolicy() {
                @Override
                public long answer(KThread caller, ApiFunction function, long value) {
                    return asked.getAndIncrement();
                }
            };
            return Conduct.DOCUMENTED.with(whimsical);
        }

        /** An implementation that takes APCs and never calls them. */
        private static Trace withoutRoutines(Trace trace) {
            List<Event> events = trace.events().stream()
                    .filter(event -> event.kind() != EventKind.BEGINS && event.kind() != EventKind.ENDS)
                    .toList();
            return Trace.of(events, trace.status(), trace.evidence());
        }

        /** A driver on a machine so busy that a wait's time is over before anybody has looked at its thread. */
        private static Trace early(Trace trace) {
            List<Event> events = new ArrayList<>(trace.events());
            for (int i = 1; i < events.size(); i++) {
                if (events.get(i).kind() == EventKind.RETURNS
                        && events.get(i - 1).kind() == EventKind.QUIESCENT) {
                    Collections.swap(events, i - 1, i);
                }
            }
            return Trace.of(events, trace.status(), trace.evidence());
        }

        /** An implementation that goes through its first program and never comes back from its second. */
        private static Trace hang(Trace trace) {
            if (RUNS.incrementAndGet() == 1) {
                return Trace.of(trace.events(), trace.status(), trace.evidence());
            }
            System.out.println("hanging");
            while (true) {
                LockSupport.park();
            }
        }

        @Override
        public Racing racing() {
            return Racing.CHOSEN;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
