package org.apctck.cli.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.diff.Tries;
import org.apctck.kit.doctor.UnknownFunctions;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.Summary;
import org.apctck.reports.TargetReport;
import org.jspecify.annotations.Nullable;

/**
 * What a run on one target came to.
 *
 * @param target as it was given
 * @param absent why the target could not start; empty if it could
 * @param unwritten why its results are not on disk as a whole; empty if they are
 */
public record TargetResult(
        NamedTarget target, String absent, String unwritten, Results results, Summary summary, Deviations deviations) {

    static TargetResult of(
            NamedTarget target, String absent, String unwritten, Results results, Suite suite, Selection selection) {
        boolean isOfGenerated = selection.rules().contains(GeneratedCases.RULE);
        Summary summary = Summary.of(
                results, selection.rules(), isOfGenerated ? suite.catalogue().rules() : List.of());
        return new TargetResult(
                target,
                absent,
                unwritten,
                results,
                summary,
                results.header().request().expectations().compare(summary.scenarios(), suite.cases()));
    }

    /** As it is called. */
    public String name() {
        return summary.target().name();
    }

    /** The name of the folder of its results. */
    String folder() {
        return target.folder(summary.target());
    }

    /** Whether anything could be run at all. */
    public boolean isStarted() {
        return absent.isEmpty();
    }

    /** What there is to say about it beside its results, in one line each. */
    public List<String> problems() {
        return Stream.of(absent.isEmpty() ? footer().lost() : absent, unwritten, unknownFunctions(), untested())
                .filter(problem -> !problem.isEmpty())
                .map(problem -> "apctck: " + problem)
                .toList();
    }

    private String unknownFunctions() {
        return UnknownFunctions.of(summary.target())
                .map(unknown -> name() + ": its agent names functions that this kit does not know: " + unknown)
                .orElse("");
    }

    /** Whether there were results, and none of them says anything about the target. */
    private String untested() {
        return isStarted() && report().isUntested()
                ? name() + ": nothing was tested: it has the functions of none of the programs asked for"
                : "";
    }

    public double seconds() {
        return footer().millis() / 1000.0;
    }

    /** How the run on the target ended. */
    public Footer footer() {
        return Objects.requireNonNull(results.footer(), "a run that has ended has a footer");
    }

    /** The scenarios without a verdict that could be expected or not. */
    public List<ScenarioResult> unsettled() {
        return report().unsettled();
    }

    /** The results as reports show them. */
    public TargetReport report() {
        return new TargetReport(Path.of(name()), results.header(), summary, deviations, results.incompleteness());
    }

    /**
     * The side of a comparison that it is. What deviates is what a comparison is for, and no fault of a side.
     *
     * @param tries runs scenarios of it again; null if that cannot be
     */
    public DiffSide side(@Nullable Tries tries) {
        ExitStatus status = status();
        if (status == ExitStatus.UNEXPECTED) {
            status = report().missing().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_RUN;
        }
        return new DiffSide(
                target.given(),
                folder(),
                summary.target(),
                summary.scenarios(),
                results.attempts(),
                tries,
                problems(),
                status);
    }

    /** What the run on the target came to, as an exit status. */
    public ExitStatus status() {
        ExitStatus status = deviations.status();
        if (!absent.isEmpty() || footer().protocolBroken()) {
            status = status.and(ExitStatus.TARGET);
        }
        return unwritten.isEmpty() ? status : status.and(ExitStatus.USAGE);
    }
}
