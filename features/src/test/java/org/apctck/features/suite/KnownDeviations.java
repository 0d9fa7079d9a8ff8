package org.apctck.features.suite;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.TargetDescription;
import org.jspecify.annotations.Nullable;

/** What is demanded of an implementation that deviates: exactly the verdicts of its file of expectations. */
final class KnownDeviations implements SuiteRun.Known {
    private Expectations expectations;

    /**
     * The deviations of a target.
     *
     * @throws org.apctck.spec.format.InputException with file, line and field
     */
    static KnownDeviations of(String target) {
        return new KnownDeviations(Expectations.read(file(target)));
    }

    /** A file of this repository's expectations. */
    static Path file(String name) {
        return Path.of("..", "expectations", name + ".yaml");
    }

    KnownDeviations(Expectations expectations) {
        this.expectations = expectations;
    }

    @Override
    public void meet(TargetDescription target) {
        expectations = expectations.on(target, LocalDate.now(ZoneOffset.UTC));
    }

    @Override
    public String problem(Attempt attempt) {
        Deviations deviations = deviations(attempt);
        String unexpected = lines(deviations, true);
        boolean accountedFor = !Expectations.needsEntry(attempt.verdict())
                || !deviations.known().isEmpty();
        return unexpected.isEmpty() && !accountedFor ? "nobody expects " + attempt.verdict() : unexpected;
    }

    @Override
    public @Nullable Expectation entry(Attempt attempt) {
        return deviations(attempt).known().stream()
                .findFirst()
                .map(Known::entry)
                .orElse(null);
    }

    private Deviations deviations(Attempt attempt) {
        return expectations.compare(List.of(ScenarioResult.of(attempt)), List.of(attempt.scenario()));
    }

    @Override
    public String problem(List<Attempt> attempts, List<Case> cases) {
        return lines(
                expectations.compare(attempts.stream().map(ScenarioResult::of).toList(), cases), false);
    }

    /** The unexpected results of scenarios, or the entries that match nothing. */
    private static String lines(Deviations deviations, boolean ofScenarios) {
        return deviations.unexpected().stream()
                .filter(deviation -> (deviation.result() != null) == ofScenarios)
                .map(Deviation::line)
                .collect(Collectors.joining("\n"));
    }
}
