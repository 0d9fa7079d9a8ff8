package org.apctck.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.cli.session.TargetResult;
import org.apctck.kit.diff.Agreement;
import org.apctck.kit.diff.Allowed;
import org.apctck.kit.results.Attempt;
import org.apctck.reference.Reference;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;

/** The drivers of the reference among the targets of a run. */
final class Drivers {
    private Drivers() {}

    /** Whether they agree. */
    static Agreement agreement(List<TargetResult> targets) {
        Map<Agreement.Driver, List<Attempt>> attempts = new LinkedHashMap<>();
        targets.stream()
                .filter(Drivers::isDriver)
                .forEach(driver -> attempts.put(
                        new Agreement.Driver(driver.target().given(), driver.name()),
                        driver.results().attempts()));
        return Agreement.of(attempts, Drivers::allowed);
    }

    /** Not by its word alone: any agent can call itself so. */
    private static boolean isDriver(TargetResult target) {
        return Reference.isDriver(target.summary().target())
                && target.target().provider().drivesReference();
    }

    private static Optional<Allowed> allowed(Program program) {
        Exploration exploration = Explorer.explore(program);
        return exploration.isComplete()
                ? Optional.of(new Allowed(
                        program, exploration.stream().map(Trace::outcome).collect(Collectors.toSet())))
                : Optional.empty();
    }
}
