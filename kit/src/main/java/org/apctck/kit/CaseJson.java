package org.apctck.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.EventKind;
import tools.jackson.databind.json.JsonMapper;

/** Cases and their checks as JSON, both ways. */
public final class CaseJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CaseJson() {}

    /**
     * SHA-256 over program and checks, in hexadecimal: what was expected or recorded for another digest is stale. Where the
     * scenario stands, its name and the reasons of its rows are not part of it.
     */
    public static String digest(Case scenario) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("program", ProgramWriter.tree(scenario.program()));
        tree.put(
                "checks",
                scenario.checks().stream().map(check -> tree(check, false)).toList());
        return Document.digest(MAPPER.writeValueAsString(tree));
    }

    /** The case as maps, lists and texts, to be put into a larger JSON value. */
    public static Map<String, Object> tree(Case scenario) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", scenario.id());
        tree.put("rule", scenario.rule());
        tree.put("name", scenario.name());
        tree.put("feature", scenario.feature());
        tree.put("line", scenario.line());
        tree.put("gherkin", scenario.gherkin());
        tree.put("program", ProgramWriter.tree(scenario.program()));
        tree.put(
                "checks",
                scenario.checks().stream().map(check -> tree(check, true)).toList());
        if (!scenario.stands().isEmpty()) {
            tree.put("stands", scenario.stands());
        }
        return tree;
    }

    private static Map<String, Object> tree(Check check, boolean withPlace) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (check instanceof Check.Exactly exactly) {
            tree.put("exactly", exactly.thread());
            tree.put("events", trees(exactly.events()));
        } else if (check instanceof Check.OneOf oneOf) {
            tree.put(
                    "oneOf",
                    oneOf.rows().stream().map(row -> tree(row, withPlace)).toList());
        } else if (check instanceof Check.Recorded recorded) {
            tree.put("recorded", recorded.thread());
        } else if (check instanceof Check.TookAtLeast took) {
            tree.put("tookAtLeast", took.millis());
            tree.put("thread", took.thread());
            tree.put("function", took.function().functionName());
        } else if (check instanceof Check.AtRest) {
            tree.put("atRest", true);
        }
        if (withPlace) {
            tree.put("line", check.line());
        }
        return tree;
    }

    private static Map<String, Object> tree(Check.Row row, boolean withPlace) {
        Map<String, Object> threads = new LinkedHashMap<>();
        row.threads().forEach((thread, events) -> threads.put(thread, trees(events)));
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("threads", threads);
        if (withPlace) {
            tree.put("why", row.why());
            tree.put("line", row.line());
        }
        return tree;
    }

    private static List<Map<String, String>> trees(List<Expected> events) {
        return events.stream().map(CaseJson::tree).toList();
    }

    private static Map<String, String> tree(Expected event) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("event", event.kind().word());
        if (!event.what().isEmpty()) {
            tree.put("what", event.what());
        }
        return tree;
    }

    /**
     * Reads a case.
     *
     * @throws org.apctck.spec.format.InputException with file, line and field
     */
    public static Case read(Node node) {
        return new Case(
                node.get("id").text(),
                node.get("rule").text(),
                node.get("name").text(),
                node.get("feature").text(),
                node.get("line").integer(0, Integer.MAX_VALUE),
                node.get("gherkin").text(),
                ProgramReader.read(node.get("program")),
                node.list("checks", CaseJson::check),
                node.text("stands", ""));
    }

    private static Check check(Node node) {
        int line = line(node);
        if (node.find("exactly") != null) {
            return new Check.Exactly(node.get("exactly").text(), node.list("events", CaseJson::expected), line);
        }
        if (node.find("oneOf") != null) {
            return new Check.OneOf(node.list("oneOf", CaseJson::row), line);
        }
        if (node.find("recorded") != null) {
            return new Check.Recorded(node.get("recorded").text(), line);
        }
        if (node.find("tookAtLeast") != null) {
            int millis = node.get("tookAtLeast").integer(0, Integer.MAX_VALUE);
            return new Check.TookAtLeast(node.get("thread").text(), function(node.get("function")), millis, line);
        }
        if (node.find("atRest") != null) {
            return new Check.AtRest(line);
        }
        throw node.error("is not a check; known are exactly, oneOf, recorded, tookAtLeast, atRest");
    }

    private static ApiFunction function(Node node) {
        ApiFunction function = ApiFunction.named(node.text());
        if (function == null) {
            throw node.error("unknown function " + node.text());
        }
        return function;
    }

    private static Check.Row row(Node node) {
        Map<String, List<Expected>> threads = new LinkedHashMap<>();
        node.get("threads").fields().forEach((thread, events) -> {
            List<Expected> cell = new ArrayList<>();
            events.items().forEach(event -> cell.add(expected(event)));
            threads.put(thread, cell);
        });
        return new Check.Row(threads, node.text("why", ""), line(node));
    }

    private static Expected expected(Node node) {
        return new Expected(node.get("event").constant(EventKind.class), node.text("what", ""));
    }

    private static int line(Node node) {
        Node line = node.find("line");
        return line == null ? 0 : line.integer(0, Integer.MAX_VALUE);
    }
}
