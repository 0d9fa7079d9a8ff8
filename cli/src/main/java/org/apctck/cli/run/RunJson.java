package org.apctck.cli.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.cli.session.TargetResult;
import org.apctck.kit.Rejection;
import org.apctck.kit.diff.Agreement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.HistogramJson;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;

/** The results of a run as one JSON object. */
final class RunJson {
    private RunJson() {}

    static Map<String, Object> tree(RunReport report) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("targets", report.targets().stream().map(RunJson::target).toList());
        tree.put("rules", report.suite().counts());
        tree.put("leftOut", report.leftOut());
        if (!report.agreement().drivers().isEmpty()) {
            tree.put("agreement", agreement(report.agreement()));
        }
        tree.put("out", report.out().isWritten() ? report.out().path().toString() : null);
        tree.put("interrupted", report.interrupted());
        tree.put("exit", report.status().code());
        return tree;
    }

    private static Map<String, Object> agreement(Agreement agreement) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("drivers", agreement.drivers());
        tree.put("compared", agreement.compared());
        tree.put("agreeing", agreement.agreeing());
        tree.put(
                "disagreements",
                agreement.disagreements().stream().map(RunJson::disagreement).toList());
        return tree;
    }

    private static Map<String, Object> disagreement(Agreement.Disagreement disagreement) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scenario", disagreement.scenario());
        tree.put("driver", disagreement.driver().name());
        tree.put("thread", disagreement.divergence().thread());
        tree.put("shown", disagreement.divergence().leftEvent());
        tree.put("allowed", disagreement.divergence().rightEvent());
        return tree;
    }

    private static Map<String, Object> target(TargetResult target) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", target.name());
        tree.put("version", target.summary().target().version());
        tree.put("implementation", target.summary().target().implementation());
        tree.put("seconds", target.seconds());
        tree.put("available", target.absent().isEmpty());
        if (!target.footer().lost().isEmpty()) {
            tree.put("lost", target.footer().lost());
        }
        tree.put("exit", target.status().code());
        tree.put("verdicts", counts(target));
        Map<String, String> rules = new LinkedHashMap<>();
        target.summary()
                .rules()
                .forEach(rule -> rules.put(rule.rule().id(), rule.verdict().name()));
        tree.put("rules", rules);
        tree.put("unexpected", unexpected(target));
        tree.put("objections", objections(target));
        tree.put("findings", target.summary().findings().size());
        tree.put("races", races(target));
        tree.put("measuredAgain", target.summary().measuredAgain());
        tree.put(
                "known",
                target.deviations().known().stream()
                        .map(known -> tree(known.result(), known.entry().reason()))
                        .toList());
        return tree;
    }

    /** The outcomes of every race, of the attempt that decided its verdict. */
    private static List<Map<String, Object>> races(TargetResult target) {
        List<Map<String, Object>> races = new ArrayList<>();
        target.summary().scenarios().forEach(result -> {
            Attempt attempt = result.worst();
            if (attempt != null && attempt.race() != null) {
                Map<String, Object> tree = new LinkedHashMap<>();
                tree.put("scenario", result.scenario());
                tree.put("verdict", result.verdict().name());
                tree.putAll(HistogramJson.tree(attempt.race()));
                races.add(tree);
            }
        });
        return races;
    }

    /** Scenarios by verdict, with those that did not occur. */
    private static Map<String, Integer> counts(TargetResult target) {
        Map<Verdict, Integer> counted = target.summary().scenarioCounts();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.UNTESTABLE) {
                counts.put(verdict.name(), counted.getOrDefault(verdict, 0));
            }
        }
        return counts;
    }

    /** What nobody has accounted for, and what has no verdict that could be expected or not. */
    private static List<Map<String, Object>> unexpected(TargetResult target) {
        List<Map<String, Object>> unexpected = new ArrayList<>();
        target.deviations().unexpected().forEach(deviation -> {
            ScenarioResult result = deviation.result();
            Rejection rejection = deviation.rejection();
            if (rejection != null && result != null) {
                unexpected.add(tree(result, rejection));
            } else {
                unexpected.add(result == null ? Map.of("reason", deviation.line()) : tree(result, result.reason()));
            }
        });
        target.unsettled().forEach(result -> unexpected.add(tree(result, result.reason())));
        return unexpected;
    }

    /** Every objection that is not held against the scenario in which it is made. */
    private static List<Map<String, Object>> objections(TargetResult target) {
        return target.summary().scenarios().stream()
                .flatMap(result -> result.besides().stream().map(rejection -> tree(result, rejection)))
                .toList();
    }

    /** The rule is that of the objection; a finding has none. */
    private static Map<String, Object> tree(ScenarioResult result, Rejection rejection) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scenario", result.scenario());
        tree.put("verdict", result.verdict().name());
        tree.put("by", rejection.objection().by());
        if (!rejection.objection().isFinding()) {
            tree.put("rule", rejection.objection().rule());
        }
        tree.put("event", rejection.objection().event());
        tree.put("reason", rejection.objection().reason());
        tree.put("allowed", rejection.objection().allowed());
        return tree;
    }

    private static Map<String, Object> tree(ScenarioResult result, String reason) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("scenario", result.scenario());
        tree.put("rule", result.rule());
        tree.put("verdict", result.verdict().name());
        tree.put("reason", reason);
        return tree;
    }
}
