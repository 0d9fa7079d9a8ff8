package org.apctck.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Paragraph;
import org.apctck.cli.console.Style;
import org.apctck.cli.session.TargetResult;
import org.apctck.kit.Histogram;
import org.apctck.kit.diff.Agreement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.AreaTable;
import org.apctck.reports.SideBySide;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Count;

/** The results of a run as text for a terminal. */
final class RunText {
    private static final int LISTED_MAX = 10;

    /** Of so few scenarios known deviations are drawn as well. */
    private static final int DRAWN_MAX = 10;

    private final Style style;
    private final boolean withRaces;

    /**
     * @param withRaces whether the outcomes of every race are printed, and not of those alone that are unexpected
     */
    RunText(boolean colour, boolean withRaces) {
        this.style = new Style(colour);
        this.withRaces = withRaces;
    }

    void print(RunReport report, Console console) {
        report.targets().forEach(target -> print(report, target, console));
        report.leftOut().forEach(console.out()::println);
        if (!report.leftOut().isEmpty()) {
            console.out().println();
        }
        agreement(report.agreement(), console);
        String counts = report.counts().entrySet().stream()
                .map(count -> count.getValue() + " " + style.verdict(count.getKey()))
                .collect(Collectors.joining(", "));
        int scenarios =
                report.counts().values().stream().mapToInt(Integer::intValue).sum();
        console.out().println(Count.of(scenarios, "scenario") + ": " + (counts.isEmpty() ? "none" : counts));
        console.out().println(report.ending());
    }

    /** What the drivers of the reference do not agree on, side by side with the nearest that the model allows. */
    private void agreement(Agreement agreement, Console console) {
        for (Agreement.Disagreement disagreement : agreement.disagreements()) {
            console.out().println(style.verdict(Verdict.ERROR) + " " + disagreement.scenario());
            console.print(Paragraph.lines(disagreement.line(), "       "));
            SideBySide.of(disagreement.divergence(), disagreement.driver().name(), "the model")
                    .forEach(line -> console.out().println("     " + line));
            console.out().println();
        }
        if (!agreement.line().isEmpty()) {
            console.out().println(agreement.line());
        }
    }

    private void print(RunReport report, TargetResult target, Console console) {
        console.out().println(style.strong(title(target)));
        console.out().println();
        if (!target.isStarted()) {
            return;
        }
        AreaTable.of(target.summary()).lines().forEach(line -> console.out().println("  " + line));
        String note = AreaTable.note(target.summary());
        if (!note.isEmpty()) {
            console.out().println("  (" + note + ")");
        }
        console.out().println();
        if (withRaces) {
            races(target, console);
        }
        findings(target, console);
        unexpected(report, target, console);
        known(report, target, console);
        unsettled(target, console);
        again(target, console);
    }

    /** What was measured again: the count tells how far the machine, or an agent that is often silent, can be trusted. */
    private static void again(TargetResult target, Console console) {
        Map<String, Integer> scenarios = target.summary().measuredAgain();
        if (scenarios.isEmpty()) {
            return;
        }
        int times = scenarios.values().stream().mapToInt(Integer::intValue).sum();
        console.out()
                .println("measured again on " + target.name() + ", as nothing had been measured: "
                        + Count.of(times, "time") + " in " + Count.of(scenarios.size(), "scenario"));
        scenarios.entrySet().stream()
                .limit(LISTED_MAX)
                .forEach(again ->
                        console.out().println("  " + Count.of(again.getValue(), "time") + ": " + again.getKey()));
        if (scenarios.size() > LISTED_MAX) {
            console.out().println("  and " + (scenarios.size() - LISTED_MAX) + " more");
        }
        console.out().println();
    }

    /** How often an examiner objects, apart from the verdicts: for rules that a scenario is not about, and for none. */
    private static void findings(TargetResult target, Console console) {
        long findings = target.summary().findings().size();
        long scenarios = target.summary().rules().stream()
                .flatMap(rule -> rule.elsewhere().stream())
                .distinct()
                .count();
        if (scenarios > 0) {
            console.out()
                    .println("objections for other rules than that of the scenario in "
                            + Count.of((int) scenarios, "scenario"));
        }
        if (findings > 0) {
            console.out().println(Count.of((int) findings, "finding") + ": objections that rest on no rule");
        }
        if (scenarios + findings > 0) {
            console.out().println();
        }
    }

    private void races(TargetResult target, Console console) {
        target.summary().scenarios().forEach(result -> {
            Attempt attempt = result.worst();
            Histogram race = attempt == null ? null : attempt.race();
            if (race != null) {
                console.out().println("  " + style.verdict(result.verdict()) + " " + result.scenario());
                console.print(RaceText.lines(race));
                console.out().println();
            }
        });
    }

    static String title(TargetResult target) {
        String scenarios = Count.of(target.summary().scenarios().size(), "scenario");
        if (!target.isStarted()) {
            String why = target.absent().isEmpty() ? "interrupted" : "it cannot start";
            return target.name() + ": " + why + ", " + scenarios + " not run";
        }
        TargetDescription about = target.summary().target();
        return String.format(
                Locale.ROOT,
                "%s: %s, %s in %.1f s",
                target.name(),
                (about.implementation() + " " + about.version()).strip(),
                scenarios,
                target.seconds());
    }

    /** A reason that begins with the name of the target, for a place where that name stands already. */
    private static String withoutName(String reason, String name) {
        return reason.startsWith(name + ": ") ? reason.substring(name.length() + 2) : reason;
    }

    private void unexpected(RunReport report, TargetResult target, Console console) {
        Map<String, List<Deviation>> byRule = new LinkedHashMap<>();
        for (Deviation deviation : target.deviations().unexpected()) {
            if (deviation.result() != null) {
                byRule.computeIfAbsent(deviation.rule(), rule -> new java.util.ArrayList<>())
                        .add(deviation);
            }
        }
        List<String> entries = target.deviations().unexpected().stream()
                .filter(deviation ->
                        deviation.result() == null || !deviation.line().startsWith("unexpected"))
                .map(Deviation::line)
                .toList();
        if (byRule.isEmpty() && entries.isEmpty()) {
            return;
        }
        console.out().println(style.strong("unexpected on " + target.name()));
        console.out().println();
        FailureText failure = new FailureText(report, target, style);
        byRule.forEach((rule, deviations) -> console.print(failure.lines(rule, deviations)));
        if (!entries.isEmpty()) {
            entries.forEach(line -> console.out().println("  " + line));
            console.out().println();
        }
    }

    private void known(RunReport report, TargetResult target, Console console) {
        Map<Expectation, Integer> known = new LinkedHashMap<>();
        target.deviations().known().forEach(entry -> known.merge(entry.entry(), 1, Integer::sum));
        target.deviations().objections().forEach(entry -> known.merge(entry.entry(), 1, Integer::sum));
        if (known.isEmpty()) {
            return;
        }
        console.out().println("known deviations of " + target.name());
        known.forEach((entry, count) -> {
            String scenarios = entry.isOfScenario() ? "" : " (" + Count.of(count, "scenario") + ")";
            String verdicts = entry.verdicts().stream().map(style::verdict).collect(Collectors.joining(" or "));
            console.out().println("  " + verdicts + " " + entry.title() + scenarios);
            console.print(Paragraph.lines(entry.reason(), "       "));
            if (!entry.bug().isEmpty()) {
                console.out().println("       " + entry.bug());
            }
        });
        console.out().println();
        // Who runs one scenario again wants to see it, known or not.
        if (target.summary().scenarios().size() <= DRAWN_MAX) {
            FailureText failure = new FailureText(report, target, style);
            target.deviations().known().forEach(deviation -> console.print(failure.lines(deviation.result())));
        }
    }

    /** Results without a verdict that anyone could expect: the first few, and how many there are. */
    private void unsettled(TargetResult target, Console console) {
        Map<Verdict, List<ScenarioResult>> byVerdict = target.unsettled().stream()
                .collect(Collectors.groupingBy(ScenarioResult::verdict, LinkedHashMap::new, Collectors.toList()));
        byVerdict.forEach((verdict, results) -> {
            console.out()
                    .println(style.verdict(verdict) + " on " + target.name() + ": "
                            + Count.of(results.size(), "scenario"));
            boolean isAll = results.size() == target.summary().scenarios().size();
            int shown = isAll && verdict == Verdict.NOT_RUN ? 0 : Math.min(results.size(), LISTED_MAX);
            for (ScenarioResult result : results.subList(0, shown)) {
                console.out().println("  " + result.scenario());
                if (verdict != Verdict.NOT_RUN) {
                    console.print(Paragraph.lines(result.reason(), "       "));
                }
                Attempt attempt = result.worst();
                if (attempt != null && attempt.race() != null) {
                    console.print(RaceText.lines(attempt.race()));
                }
            }
            if (verdict == Verdict.NOT_RUN) {
                console.print(Paragraph.lines(withoutName(results.get(0).reason(), target.name()), "  "));
            }
            if (shown > 0 && shown < results.size()) {
                console.out().println("  and " + (results.size() - shown) + " more");
            }
            console.out().println();
        });
    }
}
