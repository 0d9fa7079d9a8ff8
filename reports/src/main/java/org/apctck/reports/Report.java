package org.apctck.reports;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.ExitStatus;
import org.apctck.spec.rules.Catalogue;

/**
 * What every format is written from: the rules, and what came of them on one or more targets.
 *
 * @param faults what each fault of the reference does, by its id
 * @param targets in the order in which they are shown; no two of one name
 * @param aside the folders of other runs beside those that were read
 * @param leftOut why a run has left out a target that need not be there, in one line each
 */
public record Report(
        Catalogue catalogue,
        Map<String, String> faults,
        List<TargetReport> targets,
        List<Path> aside,
        List<String> leftOut) {
    public Report {
        leftOut = List.copyOf(leftOut);
        aside = List.copyOf(aside);
        faults = Map.copyOf(faults);
        targets = List.copyOf(targets);
    }

    /** A report of targets alone. */
    public Report(Catalogue catalogue, Map<String, String> faults, List<TargetReport> targets) {
        this(catalogue, faults, targets, List.of(), List.of());
    }

    /**
     * Whether there are results of Windows itself. As long as there are none, that is said beside the others, so that nobody
     * takes the reference for Windows.
     */
    public boolean hasWindows() {
        return targets.stream()
                .anyMatch(target -> target.header().target().implementation().equalsIgnoreCase("Windows"));
    }

    /** What {@code run} exits with for the results of all targets. */
    public ExitStatus status() {
        return targets.stream().map(TargetReport::status).reduce(ExitStatus.OK, ExitStatus::and);
    }
}
