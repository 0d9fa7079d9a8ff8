package org.apctck.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.cli.catalogue.RuleText;
import org.apctck.cli.console.Paragraph;
import org.apctck.cli.console.Style;
import org.apctck.cli.session.TargetResult;
import org.apctck.kit.Difference;
import org.apctck.kit.Rejection;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.TracePicture;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;

/** An unexpected result as text: the rule, where it comes from, what happened, and how to see it again. */
final class FailureText {
    private static final String INDENT = "      ";
    private static final int STDERR_LINES_MAX = 5;
    private static final int ALLOWED_MAX = 10;

    private final RunReport report;
    private final TargetResult target;
    private final Style style;

    FailureText(RunReport report, TargetResult target, Style style) {
        this.report = report;
        this.target = target;
        this.style = style;
    }

    /** The lines for all unexpected results that are held against a rule, or are findings. */
    List<String> lines(String rule, List<Deviation> deviations) {
        List<String> lines = new ArrayList<>();
        Optional<Rule> known = report.suite().catalogue().rule(rule);
        lines.add("  " + style.strong(rule.isEmpty() ? "findings: the model objects, and no rule is known" : rule)
                + known.map(found -> ", " + found.level().name().toLowerCase(java.util.Locale.ROOT))
                        .orElse(""));
        known.ifPresent(found -> {
            lines.addAll(Paragraph.lines(found.statement(), INDENT));
            found.sources().forEach(source -> RuleText.source(source).forEach(line -> lines.add("  " + line)));
        });
        lines.add("");
        deviations.forEach(deviation -> lines.addAll(lines(deviation)));
        return lines;
    }

    private List<String> lines(Deviation deviation) {
        ScenarioResult result = Objects.requireNonNull(deviation.result());
        Rejection rejection = deviation.rejection();
        return rejection == null ? lines(result) : lines(result, rejection);
    }

    /** An objection that is not held against the scenario in which it is made. */
    private List<String> lines(ScenarioResult result, Rejection rejection) {
        List<String> lines = new ArrayList<>();
        lines.add("  in " + result.scenario() + ", which is " + style.verdict(result.verdict()));
        lines.add("");
        TracePicture.of(rejection).forEach(row -> lines.add(INDENT + style.mark(row)));
        lines.add("");
        lines.addAll(Paragraph.lines(rejection.objection().toString(), INDENT));
        lines.addAll(allowed(rejection));
        report.commands(target.target(), result).forEach(command -> lines.add(INDENT + command));
        lines.add("");
        return lines;
    }

    List<String> lines(ScenarioResult result) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + style.verdict(result.verdict()) + " " + result.scenario());
        Attempt attempt = result.worst();
        if (attempt != null) {
            Difference difference = attempt.judgement().difference();
            int line = difference == null ? attempt.scenario().line() : difference.line();
            String place = attempt.scenario().feature() + (line == 0 ? "" : ":" + line);
            lines.add(INDENT + place + histogram(result));
            lines.add("");
            TracePicture.of(attempt).forEach(row -> lines.add(INDENT + style.mark(row)));
            lines.add("");
            attempt.stderr().lines().limit(STDERR_LINES_MAX).forEach(row -> lines.add(INDENT + "stderr: " + row));
        }
        lines.addAll(Paragraph.lines(
                result.verdict() == Verdict.PASS ? "passes although a deviation is expected" : result.reason(),
                INDENT));
        if (attempt != null && attempt.race() != null) {
            lines.addAll(RaceText.lines(attempt.race()));
        }
        if (attempt != null) {
            attempt.judgement().rejections().forEach(rejection -> lines.addAll(lines(rejection, result.reason())));
        }
        report.commands(target.target(), result).forEach(command -> lines.add(INDENT + command));
        lines.add("");
        return lines;
    }

    /** What an examiner has against a trace, the event it is about, and what was allowed there. */
    private static List<String> lines(Rejection rejection, String reason) {
        Trace trace = rejection.trace();
        String event = rejection.event() < trace.events().size()
                ? "at `" + trace.events().get(rejection.event()) + "`"
                : "at its end";
        boolean isReason = reason.startsWith(rejection.objection().toString());
        List<String> lines =
                new ArrayList<>(isReason ? List.of() : Paragraph.lines(rejection.objection() + ", " + event, INDENT));
        lines.addAll(allowed(rejection));
        return lines;
    }

    private static List<String> allowed(Rejection rejection) {
        List<String> lines = new ArrayList<>();
        List<String> allowed = rejection.objection().allowed();
        allowed.stream().limit(ALLOWED_MAX).forEach(line -> lines.add(INDENT + "  allowed there: " + line));
        if (allowed.size() > ALLOWED_MAX) {
            lines.add(INDENT + "  and " + (allowed.size() - ALLOWED_MAX) + " more");
        }
        return lines;
    }

    private static String histogram(ScenarioResult result) {
        return result.histogram().values().stream().mapToInt(Integer::intValue).sum() == 1
                ? ""
                : result.histogram().entrySet().stream()
                        .map((Map.Entry<Verdict, Integer> count) -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
