package org.apctck.cli.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.cli.console.Printed;
import org.apctck.cli.program.AcceptVerb.Accepted;
import org.apctck.kit.record.StoredTrace;
import org.apctck.reference.following.Acceptance;
import org.apctck.reference.following.Acceptance.Status;
import org.apctck.reference.following.Refusal;
import org.apctck.reports.ThreadColumns;
import org.apctck.reports.summary.MarkdownText;
import org.apctck.spec.format.Count;

/**
 * What {@code accept} prints.
 *
 * @param name of the file
 * @param bound the number of states after which it gave up
 */
record Acceptances(String name, List<Accepted> traces, int bound) implements Printed {
    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Accepted trace = traces.get(i);
            for (Refusal passed : trace.passed()) {
                lines.add(place(i) + "passed over: " + sentence(trace.stored(), passed));
            }
            lines.add(place(i) + sentence(trace));
            Refusal refusal = trace.refusal();
            if (refusal != null) {
                lines.add("");
                lines.addAll(columns(trace.stored(), refusal));
                lines.add("");
                refusal.allowed().forEach(allowed -> lines.add("  allowed there: " + allowed));
            }
        }
        return lines;
    }

    @Override
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < traces.size(); i++) {
            Accepted trace = traces.get(i);
            lines.add("**" + MarkdownText.plain(place(i).strip()) + "** " + MarkdownText.plain(sentence(trace)));
            if (!trace.passed().isEmpty()) {
                lines.add("");
                trace.passed()
                        .forEach(passed ->
                                lines.add("- passed over: " + MarkdownText.plain(sentence(trace.stored(), passed))));
            }
            Refusal refusal = trace.refusal();
            if (refusal != null) {
                lines.add("");
                lines.add("```");
                lines.addAll(columns(trace.stored(), refusal));
                lines.add("```");
                lines.add("");
                refusal.allowed().forEach(allowed -> lines.add("- allowed there: " + MarkdownText.code(allowed)));
            }
            lines.add("");
        }
        return lines;
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", name);
        tree.put("traces", traces.stream().map(Acceptances::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Accepted trace) {
        Acceptance acceptance = trace.acceptance();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("result", result(trace).name().toLowerCase(Locale.ROOT));
        tree.put("status", trace.stored().trace().status().name());
        tree.put("endJudged", acceptance.whole());
        tree.put("events", trace.stored().trace().events().size());
        tree.put("eventsFollowed", acceptance.events());
        tree.put("statesMost", acceptance.statesMost());
        tree.put("readings", acceptance.readings().needed());
        if (!trace.passed().isEmpty()) {
            tree.put(
                    "passed",
                    trace.passed().stream()
                            .map(passed -> tree(trace.stored(), passed))
                            .toList());
        }
        if (trace.isCutShort()) {
            tree.put("cutShort", true);
        }
        Refusal refusal = trace.refusal();
        if (refusal != null) {
            tree.putAll(tree(trace.stored(), refusal));
        }
        return tree;
    }

    private static Map<String, Object> tree(StoredTrace stored, Refusal refusal) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("event", refusal.event());
        tree.put("line", line(stored, refusal));
        tree.put("reason", refusal.reason());
        if (!refusal.rule().isEmpty()) {
            tree.put("rule", refusal.rule());
        }
        if (!refusal.fault().isEmpty()) {
            tree.put("fault", refusal.fault());
        }
        tree.put("allowed", refusal.allowed());
        return tree;
    }

    private static Status result(Accepted trace) {
        return switch (trace.exit()) {
            case OK -> Status.ACCEPTED;
            case INCONCLUSIVE -> Status.BOUNDED;
            default -> Status.REJECTED;
        };
    }

    private String place(int index) {
        return name + (traces.size() == 1 ? "" : ", trace " + (index + 1)) + ": ";
    }

    private String sentence(Accepted trace) {
        if (trace.acceptance().status() == Status.BOUNDED) {
            return "bounded: before event " + trace.acceptance().events() + " the target could be in more than " + bound
                    + " states; nothing can be said";
        }
        Refusal refusal = trace.refusal();
        if (refusal != null) {
            return sentence(trace.stored(), refusal);
        }
        int passed = trace.passed().size();
        if (trace.isCutShort()) {
            return "nothing is said of what comes behind " + (passed == 1 ? "it" : "them")
                    + ": no rule is known that a model could break to go on";
        }
        return passed == 0
                ? accepted(trace)
                : "accepted past " + Count.of(passed, "objection") + ", "
                        + trace.stored().trace().events().size() + " events";
    }

    private static String sentence(StoredTrace stored, Refusal refusal) {
        String rule = refusal.rule().isEmpty() ? "" : " for " + refusal.rule();
        return refusal.event() < 0
                ? "rejected" + rule + " at its end: " + refusal.text()
                : "rejected" + rule + " at event " + refusal.event() + " (line " + line(stored, refusal) + "): "
                        + refusal.text();
    }

    private static String accepted(Accepted trace) {
        Acceptance acceptance = trace.acceptance();
        int most = acceptance.statesMost();
        String end = acceptance.whole()
                ? ""
                : " as far as it goes (" + trace.stored().trace().status() + ": its end is not judged)";
        String readings = acceptance.readings().toString();
        return "accepted" + end + ", " + acceptance.events() + " events, at most " + most
                + (most == 1 ? " state" : " states") + (readings.isEmpty() ? "" : ", under " + readings);
    }

    /** The line of the file that the refused event stands in; that of the closing line for the end. */
    private static int line(StoredTrace stored, Refusal refusal) {
        return stored.firstLine()
                + (refusal.event() < 0 ? stored.trace().events().size() : refusal.event());
    }

    private static List<String> columns(StoredTrace stored, Refusal refusal) {
        int event = refusal.event() < 0 ? stored.trace().events().size() : refusal.event();
        return ThreadColumns.marked(stored.trace(), event, "rejected by the model");
    }
}
