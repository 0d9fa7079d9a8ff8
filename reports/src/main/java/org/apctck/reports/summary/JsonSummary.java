package org.apctck.reports.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.kit.Kit;
import org.apctck.kit.results.Conformance;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.TargetReport;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Profile;
import org.apctck.spec.rules.Rule;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code summary.json}: what there is to say without any trace ({@code docs/protocol/summary.schema.json}). */
public final class JsonSummary implements ReportFormat {
    /** The version of the format. */
    static final int FORMAT = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Override
    public void write(Report report, Path out) throws IOException {
        Files.writeString(out.resolve("summary.json"), MAPPER.writeValueAsString(tree(report)) + "\n");
    }

    private static Map<String, Object> tree(Report report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("kit", Kit.version());
        tree.put("exit", report.status().code());
        tree.put("catalogue", tree(report.catalogue()));
        tree.put(
                "targets",
                report.targets().stream()
                        .map(target -> tree(target, report.catalogue().profiles()))
                        .toList());
        tree.put(
                "rules",
                report.catalogue().rules().stream()
                        .map(rule -> tree(rule, report))
                        .toList());
        return tree;
    }

    private static Map<String, Object> tree(Catalogue catalogue) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("digest", catalogue.digest());
        tree.put("rules", catalogue.rules().size());
        tree.put("testable", catalogue.rules().stream().filter(Rule::isTestable).count());
        tree.put(
                "profiles", catalogue.profiles().stream().map(JsonSummary::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Profile profile) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", profile.name());
        tree.put("title", profile.title());
        tree.put("rules", ids(profile.rules()));
        return tree;
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }

    private static Map<String, Object> tree(TargetReport target, List<Profile> profiles) {
        Header header = target.header();
        TargetDescription about = header.target();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", about.name());
        tree.put("implementation", about.implementation());
        tree.put("version", about.version());
        tree.put("digest", about.digest());
        tree.put("platform", about.platform());
        tree.put("kit", header.kitVersion());
        tree.put("host", header.host());
        tree.put("started", header.started());
        tree.put("repeats", header.repeats());
        tree.put("options", header.options());
        tree.put("complete", target.incompleteness().isEmpty());
        tree.put("incompleteness", target.incompleteness());
        tree.put("disagreements", target.disagreements());
        tree.put("exit", target.status().code());
        tree.put("asked", asked(target));
        tree.put("counts", counts(target));
        List<Map<String, Object>> conformance = new ArrayList<>();
        profiles.forEach(profile -> conformance.add(tree(profile, target.conformance(profile))));
        tree.put("profiles", conformance);
        tree.put(
                "unexpected",
                target.deviations().unexpected().stream().map(JsonSummary::tree).toList());
        tree.put("unsettled", target.unsettled().stream().map(JsonSummary::tree).toList());
        tree.put("measuredAgain", target.summary().measuredAgain());
        tree.put(
                "known",
                target.deviations().known().stream().map(JsonSummary::tree).toList());
        return tree;
    }

    private static Map<String, Object> asked(TargetReport target) {
        Header header = target.header();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "rules",
                header.asked().stream().map(Header.Asked::rule).distinct().count());
        tree.put("scenarios", header.asked().size());
        tree.put("unasked", target.unasked().size());
        return tree;
    }

    private static Map<String, Object> counts(TargetReport target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rules", counts(target.summary().ruleCounts()));
        tree.put("families", counts(target.summary().familyCounts()));
        tree.put("scenarios", counts(target.summary().scenarioCounts()));
        return tree;
    }

    /** With those that did not occur, so that nobody has to ask whether there is a count. */
    private static Map<String, Integer> counts(Map<Verdict, Integer> counted) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict.name(), counted.getOrDefault(verdict, 0));
        }
        return counts;
    }

    private static Map<String, Object> tree(Profile profile, Conformance conformance) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("profile", profile.name());
        tree.put("state", conformance.state().name());
        tree.put("kept", conformance.kept());
        tree.put("required", conformance.required());
        tree.put("broken", ids(conformance.broken()));
        tree.put("lacking", ids(conformance.lacking()));
        tree.put("open", ids(conformance.open()));
        return tree;
    }

    private static Map<String, Object> tree(Deviation deviation) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("line", deviation.line());
        if (deviation.result() != null) {
            tree.putAll(tree(deviation.result()));
        }
        return tree;
    }

    private static Map<String, Object> tree(ScenarioResult result) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scenario", result.scenario());
        tree.put("rule", result.rule());
        tree.put("verdict", result.verdict().name());
        tree.put("reason", result.reason());
        return tree;
    }

    private static Map<String, Object> tree(Known known) {
        Expectation expectation = known.entry();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("place", expectation.place());
        entry.put("reason", expectation.reason());
        if (!expectation.bug().isEmpty()) {
            entry.put("bug", expectation.bug());
        }
        if (expectation.review() != null) {
            entry.put("review", expectation.review().toString());
        }
        Map<String, Object> tree = tree(known.result());
        tree.put("entry", entry);
        return tree;
    }

    private static Map<String, Object> tree(Rule rule, Report report) {
        Map<String, Object> verdicts = new LinkedHashMap<>();
        report.targets()
                .forEach(target -> target.summary().rules().stream()
                        .filter(result -> result.rule().id().equals(rule.id()))
                        .forEach(result ->
                                verdicts.put(target.name(), result.verdict().name())));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", rule.id());
        tree.put("area", rule.area());
        tree.put("family", rule.family());
        tree.put("title", rule.title());
        tree.put("level", rule.level().name().toLowerCase(Locale.ROOT));
        tree.put("testable", rule.testable().name().toLowerCase(Locale.ROOT));
        tree.put("verdicts", verdicts);
        return tree;
    }
}
