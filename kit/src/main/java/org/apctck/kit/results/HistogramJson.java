package org.apctck.kit.results;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apctck.kit.Histogram;
import org.apctck.spec.Racing;
import org.apctck.spec.format.Node;

/** The outcomes of a race as JSON, both ways. */
public final class HistogramJson {
    private HistogramJson() {}

    /** The tree that is written. */
    public static Map<String, Object> tree(Histogram histogram) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("runs", histogram.runs());
        tree.put("met", histogram.met());
        tree.put("undecided", histogram.undecided());
        tree.put("racing", histogram.racing().name());
        tree.put("seed", histogram.seed());
        tree.put(
                "outcomes",
                histogram.outcomes().stream().map(HistogramJson::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Histogram.Outcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcome", outcome.text());
        if (outcome.line() > 0) {
            tree.put("line", outcome.line());
            tree.put("why", outcome.why());
        }
        tree.put("allowed", outcome.allowed());
        tree.put("count", outcome.count());
        return tree;
    }

    static Histogram read(Node node) {
        return new Histogram(
                node.get("runs").integer(0, Integer.MAX_VALUE),
                node.get("met").integer(0, Integer.MAX_VALUE),
                node.get("undecided").integer(0, Integer.MAX_VALUE),
                node.get("racing").constant(Racing.class),
                node.get("seed").integer(),
                node.list("outcomes", HistogramJson::outcome));
    }

    private static Histogram.Outcome outcome(Node node) {
        Node line = node.find("line");
        return new Histogram.Outcome(
                node.get("outcome").text(),
                node.text("why", ""),
                line == null ? 0 : line.integer(0, Integer.MAX_VALUE),
                node.get("allowed").bool(),
                node.get("count").integer(0, Integer.MAX_VALUE));
    }
}
