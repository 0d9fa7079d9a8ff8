package org.apctck.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.kit.results.Summary;
import org.apctck.spec.Catalogue;
import org.apctck.spec.InputException;

/** Reads what a report is made of. */
public final class ReportReader {
    private final Catalogue catalogue;
    private final Function<Summary, Deviations> expected;

    /**
     * @param expected compares the results of a target with what is known of it
     */
    public ReportReader(Catalogue catalogue, Function<Summary, Deviations> expected) {
        this.catalogue = catalogue;
        this.expected = expected;
    }

    /**
     * Reads results of several targets.
     *
     * @param folders that {@code run} has written: of one target, or of all targets of a run
     * @param faults what each fault of the reference does, by its id
     * @throws InputException for results that cannot be used, for those of other rules than the catalogue's, and for two of
     *     one target
     */
    public Report read(List<Path> folders, Map<String, String> faults) {
        Map<String, TargetReport> targets = new LinkedHashMap<>();
        for (Path folder : folders) {
            ResultsReader.readAll(folder).forEach((file, results) -> {
                TargetReport target = target(file, results);
                TargetReport other = targets.put(target.name(), target);
                if (other != null) {
                    throw new InputException(file + ": a second time results of " + target.name() + ", as in "
                            + other.source() + "; a report takes one of each target");
                }
            });
        }
        return new Report(catalogue, faults, new ArrayList<>(targets.values()));
    }

    private TargetReport target(Path source, ScenarioResults results) {
        if (!results.header().rulesDigest().equals(catalogue.digest())) {
            throw new InputException(source + ": results of "
                    + results.header().target().name() + " are of another version of the rules; run it again");
        }
        Summary summary = Summary.of(results, catalogue.rules());
        return new TargetReport(source, results.header(), summary, expected.apply(summary), results.incompleteness());
    }
}
