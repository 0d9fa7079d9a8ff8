package org.apctck.reports.junit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.Difference;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Shell;
import org.apctck.reports.TargetReport;
import org.apctck.reports.TracePicture;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How scenarios come out as tests: red is what {@code run} has an exit status other than 0 for, and nothing else.
 *
 * <p>So a known deviation is skipped, with its reason, and a deviation that is unexpected is not, be it a pass. INCONCLUSIVE
 * and NOT_RUN are errors: no result may be taken for a good one, and what is skipped is not looked at.
 */
final class Judged {
    private static final int ERROR_LINES_MAX = 200;

    private final Header header;
    private final Map<String, String> unexpected = new HashMap<>();
    private final Map<String, Known> known = new HashMap<>();

    Judged(TargetReport target) {
        this.header = target.header();
        for (Deviation deviation : target.deviations().unexpected()) {
            ScenarioResult result = deviation.result();
            if (result != null) {
                unexpected.merge(result.scenario(), deviation.line(), (one, other) -> one + "; " + other);
            }
        }
        target.deviations().known().forEach(entry -> known.put(entry.result().scenario(), entry));
    }

    /** The test that a scenario makes. */
    TestCase test(ScenarioResult scenario) {
        Attempt attempt = scenario.worst();
        return new TestCase(
                scenario.scenario().substring(scenario.rule().length() + 1),
                attempt == null ? 0 : attempt.millis(),
                result(scenario),
                output(scenario),
                attempt == null
                        ? ""
                        : attempt.stderr().lines().limit(ERROR_LINES_MAX).collect(Collectors.joining("\n")));
    }

    private TestResult result(ScenarioResult scenario) {
        Verdict verdict = scenario.verdict();
        String line = unexpected.get(scenario.scenario());
        Known entry = known.get(scenario.scenario());
        if (entry != null && verdict != Verdict.PASS && line != null) {
            return TestResult.failure("UNEXPECTED", line, text(scenario));
        }
        if (entry != null && verdict != Verdict.PASS) {
            return TestResult.skipped("known deviation: " + said(scenario) + " ("
                    + entry.entry().place() + ": " + entry.entry().reason() + ")");
        }
        return switch (verdict) {
            case PASS, OBSERVED ->
                line == null ? TestResult.PASSED : TestResult.failure("UNEXPECTED_" + verdict, line, text(scenario));
            case NOT_APPLICABLE, UNTESTABLE ->
                line == null
                        ? TestResult.skipped(said(scenario))
                        : TestResult.failure("UNEXPECTED_" + verdict, line, text(scenario));
            case FAIL -> TestResult.failure("FAIL", message(scenario, line), text(scenario));
            case CRASH, TIMEOUT, ERROR, NOT_RUN, INCONCLUSIVE ->
                TestResult.error(verdict.name(), message(scenario, line), text(scenario));
        };
    }

    private static String said(ScenarioResult scenario) {
        return scenario.reason().isEmpty() ? scenario.verdict().name() : scenario.verdict() + ": " + scenario.reason();
    }

    /** What is unexpected about it, unless that is the verdict and its reason alone. */
    private static String message(ScenarioResult scenario, @Nullable String line) {
        return line == null || line.startsWith("unexpected") ? said(scenario) : line;
    }

    private String text(ScenarioResult scenario) {
        List<String> lines = new ArrayList<>();
        Attempt attempt = scenario.worst();
        if (attempt != null) {
            Difference difference = attempt.judgement().difference();
            int line = difference == null ? attempt.scenario().line() : difference.line();
            lines.add(attempt.scenario().feature() + ":" + line);
        }
        lines.add(said(scenario));
        List<String> picture = attempt == null ? List.of() : TracePicture.of(attempt);
        if (!picture.isEmpty()) {
            lines.add("");
            lines.addAll(picture);
        }
        lines.add("");
        lines.add(Shell.again(header, scenario.scenario()));
        return "\n" + String.join("\n", lines) + "\n";
    }

    private String output(ScenarioResult scenario) {
        Known entry = known.get(scenario.scenario());
        if (entry != null && scenario.verdict() == Verdict.PASS) {
            return "passes, as it may (" + entry.entry().place() + ": "
                    + entry.entry().reason() + ")";
        }
        boolean isTold = scenario.verdict() == Verdict.OBSERVED || scenario.verdict() == Verdict.PASS;
        return isTold && !scenario.reason().isEmpty() ? said(scenario) : "";
    }
}
