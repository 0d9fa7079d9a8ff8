package org.apctck.cli.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apctck.cli.console.ProgressBar;
import org.apctck.cli.console.ProgressLine;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.faults.FaultHunt;
import org.apctck.kit.faults.FaultSearch;
import org.apctck.kit.faults.FaultSearch.Subject;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.generated.GeneratedFault;
import org.apctck.reference.fault.generated.Reach;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptor;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Trace;

/** Tries generated faults: against the scenarios, and what none of them catches on many programs. */
final class FaultTrial {
    /** Programs with more branching states take too long to be run a thousand times. */
    private static final long STATES_MAX = 300;

    private static final long SEED = 1;

    private final Suite suite;
    private final Map<String, GeneratedFault> faults = new LinkedHashMap<>();
    private final ProgressLine progress;
    private final Map<String, Reach> reaches = new ConcurrentHashMap<>();

    FaultTrial(Suite suite, List<GeneratedFault> faults, ProgressLine progress) {
        this.suite = suite;
        this.progress = progress;
        faults.forEach(fault -> this.faults.put(fault.id(), fault));
    }

    /** Which scenario catches which fault. */
    FaultHunt hunt() {
        return FaultHunt.run(
                faults.keySet(),
                this::target,
                suite.cases(),
                suite.catalogue(),
                (id, scenario) -> reach(scenario.id(), scenario.program()).reaches(fault(id)),
                progress("faults", faults.size()));
    }

    /**
     * On which program those faults show that no scenario catches.
     *
     * @param generated how many generated programs there are beside those of the scenarios
     */
    FaultSearch search(FaultHunt hunt, int generated) {
        List<Subject> subjects = new ArrayList<>();
        suite.cases().forEach(scenario -> add(subjects, scenario.id(), scenario.program()));
        GeneratedPrograms programs = GeneratedPrograms.of(SEED);
        for (int i = 0; i < generated; i++) {
            add(subjects, programs.name(i), programs.program(i));
        }
        List<String> uncaught = hunt.uncaught();
        return FaultSearch.run(
                uncaught,
                this::target,
                subjects,
                (id, subject) -> reach(subject.name(), subject.program()).reaches(fault(id)),
                FaultTrial::isAccepted,
                progress("uncaught", uncaught.size()));
    }

    private static void add(List<Subject> subjects, String name, Program program) {
        try {
            Exploration exploration = Explorer.explore(program, STATES_MAX, true);
            if (exploration.isComplete()) {
                subjects.add(Subject.of(name, program, new Run(exploration.traces(), true)));
            }
        } catch (ProgramException e) {
            // In error without any fault: it tells nothing of one.
        }
    }

    private static boolean isAccepted(Program program, Trace trace) {
        return new Acceptor(program).accept(trace).status() != Acceptance.Status.REJECTED;
    }

    private Target target(String id) {
        return Reference.with(fault(id).fault());
    }

    private GeneratedFault fault(String id) {
        return Objects.requireNonNull(faults.get(id));
    }

    private Reach reach(String name, Program program) {
        return reaches.computeIfAbsent(name, any -> Reach.of(program));
    }

    private Consumer<String> progress(String what, int all) {
        AtomicInteger done = new AtomicInteger();
        return id -> progress.show(ProgressBar.of(what, done.incrementAndGet(), all, 0, id));
    }
}
