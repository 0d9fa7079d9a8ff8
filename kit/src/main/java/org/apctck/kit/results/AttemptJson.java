package org.apctck.kit.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.Check;
import org.apctck.kit.Difference;
import org.apctck.kit.Judgement;
import org.apctck.kit.Rejection;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Node;
import org.apctck.spec.format.Printable;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceJson;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** An attempt as JSON, both ways: a line of a file of results. */
final class AttemptJson {
    private AttemptJson() {}

    static Map<String, Object> tree(Attempt attempt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "attempt");
        tree.put("case", CaseJson.tree(attempt.scenario()));
        tree.put("digest", CaseJson.digest(attempt.scenario()));
        tree.put("level", attempt.level().name());
        tree.put("number", attempt.number());
        tree.put("verdict", attempt.verdict().name());
        tree.put("reason", attempt.judgement().reason());
        tree.put("millis", attempt.millis());
        if (!attempt.stderr().isEmpty()) {
            tree.put("stderr", attempt.stderr());
        }
        if (!attempt.again().isEmpty()) {
            tree.put("again", attempt.again());
        }
        Difference difference = attempt.judgement().difference();
        if (difference != null) {
            tree.put("difference", tree(difference, attempt));
        }
        List<Rejection> rejections = attempt.judgement().rejections();
        if (!rejections.isEmpty()) {
            tree.put(
                    "objections",
                    rejections.stream()
                            .map(rejection -> tree(rejection, attempt.sample()))
                            .toList());
        }
        if (attempt.race() != null) {
            tree.put("race", HistogramJson.tree(attempt.race()));
        }
        Sample sample = attempt.sample();
        tree.put("complete", sample.complete());
        tree.put("outcomeCount", sample.outcomeCount());
        tree.put("outcomes", sample.outcomes().stream().map(AttemptJson::tree).toList());
        tree.put("traceCount", sample.traceCount());
        tree.put("traces", sample.traces().stream().map(TraceJson::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Difference difference, Attempt attempt) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("check", attempt.scenario().checks().indexOf(difference.check()));
        tree.put("line", difference.line());
        Trace trace = difference.trace();
        if (trace != null) {
            // The sample keeps the trace that shows the failure, so it is there.
            tree.put("trace", attempt.sample().traces().indexOf(trace));
            tree.put("event", difference.event());
        }
        tree.put("expected", difference.expected());
        tree.put("actual", difference.actual());
        return tree;
    }

    private static Map<String, Object> tree(Rejection rejection, Sample sample) {
        Objection objection = rejection.objection();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("by", objection.by());
        tree.put("trace", sample.traces().indexOf(rejection.trace()));
        tree.put("event", objection.event());
        tree.put("reason", objection.reason());
        tree.put("allowed", objection.allowed());
        if (!objection.decided()) {
            tree.put("undecided", true);
        }
        if (!objection.rule().isEmpty()) {
            tree.put("rule", objection.rule());
        }
        if (objection.isGuess()) {
            tree.put("guess", true);
        }
        return tree;
    }

    private static Map<String, Object> tree(Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("status", outcome.status().name());
        tree.put("threads", outcome.texts());
        return tree;
    }

    /**
     * Reads an attempt.
     *
     * @param scenario the case, which stands in the line as well
     * @param digest of the case
     */
    static Attempt read(Node node, Case scenario, String digest) {
        if (!node.get("digest").text().equals(digest)) {
            throw node.get("digest").error("is not that of the program and checks; the file was changed by hand");
        }
        List<Trace> traces = node.list("traces", TraceJson::read);
        Node race = node.find("race");
        Node difference = node.find("difference");
        Judgement judgement = new Judgement(
                node.get("verdict").constant(Verdict.class),
                node.get("reason").told(),
                difference == null ? null : difference(difference, scenario.checks(), traces),
                node.list("objections", objection -> rejection(objection, traces)));
        Sample sample = new Sample(
                traces,
                node.get("traceCount").integer(0, Integer.MAX_VALUE),
                node.list("outcomes", AttemptJson::outcome),
                node.get("outcomeCount").integer(0, Integer.MAX_VALUE),
                node.get("complete").bool());
        return new Attempt(
                scenario,
                node.get("level").constant(Rule.Level.class),
                node.get("number").integer(1, Integer.MAX_VALUE),
                judgement,
                sample,
                node.get("millis").integer(),
                Printable.lines(node.text("stderr", "")),
                race == null ? null : HistogramJson.read(race),
                node.list("again", Node::told));
    }

    private static Difference difference(Node node, List<Check> checks, List<Trace> traces) {
        Trace trace = trace(node.find("trace"), traces);
        int event =
                trace == null ? -1 : node.get("event").integer(0, trace.events().size());
        return new Difference(
                checks.get(node.get("check").integer(0, checks.size() - 1)),
                node.get("line").integer(0, Integer.MAX_VALUE),
                trace,
                event,
                node.get("expected").told(),
                node.get("actual").told());
    }

    private static Rejection rejection(Node node, List<Trace> traces) {
        Trace trace = traces.get(node.get("trace").integer(0, traces.size() - 1));
        Objection objection = new Objection(
                node.get("by").told(),
                node.get("event").integer(-1, trace.events().size()),
                node.get("reason").told(),
                node.list("allowed", Node::told),
                !node.flag("undecided"),
                node.text("rule", ""),
                node.flag("guess"));
        return new Rejection(objection, trace);
    }

    private static @Nullable Trace trace(@Nullable Node index, List<Trace> traces) {
        return index == null ? null : traces.get(index.integer(0, traces.size() - 1));
    }

    private static Outcome outcome(Node node) {
        Map<String, List<String>> threads = new LinkedHashMap<>();
        node.get("threads").fields().forEach((thread, events) -> {
            List<String> texts = new ArrayList<>();
            events.items().forEach(event -> texts.add(event.told()));
            threads.put(thread, texts);
        });
        try {
            return Outcome.read(threads, node.get("status").constant(TraceStatus.class));
        } catch (IllegalArgumentException e) {
            throw node.get("threads").error("is no outcome", e);
        }
    }
}
