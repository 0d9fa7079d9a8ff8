package org.apctck.kit.results;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Node;
import org.jspecify.annotations.Nullable;

/**
 * Known deviations as JSON, both ways: those that held where and when results were compared with them, so that nobody who
 * reads the results needs the file they came from.
 */
final class ExpectationsJson {
    private ExpectationsJson() {}

    static Map<String, Object> tree(Expectations expectations) {
        Map<String, Object> tree = new LinkedHashMap<>();
        LocalDate today = expectations.today();
        if (today != null) {
            tree.put("day", today.toString());
        }
        tree.put(
                "entries",
                expectations.entries().stream().map(ExpectationsJson::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Expectation entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", entry.kind());
        tree.put("subject", entry.subject());
        text(tree, "in", entry.in());
        tree.put("verdicts", entry.verdicts());
        text(tree, "shows", entry.shows());
        tree.put("reason", entry.reason());
        text(tree, "bug", entry.bug());
        text(tree, "review", entry.review());
        text(tree, "digest", entry.digest());
        tree.put("place", entry.place());
        return tree;
    }

    private static void text(Map<String, Object> tree, String field, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            tree.put(field, value.toString());
        }
    }

    static Expectations read(Node node) {
        List<Expectation> entries = node.list("entries", ExpectationsJson::entry);
        return Expectations.of(entries, day(node, "day"));
    }

    private static Expectation entry(Node node) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        verdicts.addAll(node.list("verdicts", verdict -> verdict.constant(Verdict.class)));
        if (verdicts.isEmpty()) {
            throw node.get("verdicts").error("needs a verdict");
        }
        return new Expectation(
                node.get("kind").constant(Expectation.Kind.class),
                node.get("subject").text(),
                node.text("in", ""),
                Condition.ALWAYS,
                verdicts,
                node.text("shows", ""),
                node.get("reason").text(),
                node.text("bug", ""),
                day(node, "review"),
                node.find("digest") == null ? null : node.get("digest").text(),
                node.get("place").text());
    }

    private static @Nullable LocalDate day(Node node, String field) {
        Node day = node.find(field);
        return day == null ? null : Expectations.day(day);
    }
}
