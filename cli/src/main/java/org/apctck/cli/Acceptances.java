package org.apctck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.cli.AcceptVerb.Accepted;
import org.apctck.kit.record.StoredTrace;
import org.apctck.reference.model.Acceptance;
import org.apctck.reference.model.Refusal;
import org.apctck.reports.ThreadColumns;

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
            lines.add(place(i) + sentence(trace));
            Refusal refusal = trace.acceptance().refusal();
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
            lines.add("**" + place(i) + "**" + sentence(trace));
            Refusal refusal = trace.acceptance().refusal();
            if (refusal != null) {
                lines.add("");
                lines.add("```");
                lines.addAll(columns(trace.stored(), refusal));
                lines.add("```");
                lines.add("");
                refusal.allowed().forEach(allowed -> lines.add("- allowed there: " + allowed));
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
        tree.put("result", acceptance.status().name().toLowerCase(Locale.ROOT));
        tree.put("status", trace.stored().trace().status().name());
        tree.put("endJudged", acceptance.whole());
        tree.put("events", trace.stored().trace().events().size());
        tree.put("eventsFollowed", acceptance.events());
        tree.put("statesMost", acceptance.statesMost());
        tree.put("readings", acceptance.readings().needed());
        Refusal refusal = acceptance.refusal();
        if (refusal != null) {
            tree.put("event", refusal.event());
            tree.put("line", line(trace.stored(), refusal));
            tree.put("reason", refusal.reason());
            tree.put("allowed", refusal.allowed());
        }
        return tree;
    }

    private String place(int index) {
        return name + (traces.size() == 1 ? "" : ", trace " + (index + 1)) + ": ";
    }

    private String sentence(Accepted trace) {
        Acceptance acceptance = trace.acceptance();
        Refusal refusal = acceptance.refusal();
        return switch (acceptance.status()) {
            case ACCEPTED -> accepted(trace);
            case REJECTED ->
                refusal == null || refusal.event() < 0
                        ? "rejected at its end: " + (refusal == null ? "" : refusal.reason())
                        : "rejected at event " + refusal.event() + " (line " + line(trace.stored(), refusal) + "): "
                                + refusal.reason();
            case BOUNDED ->
                "bounded: before event " + acceptance.events() + " the target could be in more than " + bound
                        + " states; nothing can be said";
        };
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
