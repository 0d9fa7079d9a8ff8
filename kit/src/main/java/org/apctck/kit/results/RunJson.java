package org.apctck.kit.results;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.kit.DescriptionJson;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Node;

/** Header and footer of a file of results as JSON, both ways. */
final class RunJson {
    private RunJson() {}

    static Map<String, Object> tree(Header header) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "header");
        tree.put("format", Header.FORMAT);
        tree.put("kit", header.kitVersion());
        tree.put("started", header.started());
        tree.put("rules", header.rulesDigest());
        tree.put("host", header.host());
        tree.put("target", DescriptionJson.tree(header.target()));
        tree.put("options", header.options());
        tree.put("repeats", header.repeats());
        Request request = header.request();
        if (!request.run().isEmpty()) {
            tree.put("run", request.run());
        }
        tree.put("given", request.given());
        tree.put("expectations", ExpectationsJson.tree(request.expectations()));
        tree.put("asked", header.asked().stream().map(RunJson::tree).toList());
        return tree;
    }

    static Map<String, String> tree(Header.Asked asked) {
        Map<String, String> tree = new LinkedHashMap<>();
        tree.put("case", asked.scenario());
        tree.put("rule", asked.rule());
        return tree;
    }

    static Header readHeader(Node node) {
        if (!node.text("type", "").equals("header")) {
            throw node.error(
                    "is not the header of a file of results, which `run` writes into a folder for each target");
        }
        long format = node.get("format").integer();
        if (format != Header.FORMAT) {
            throw node.get("format")
                    .error("format " + format + " is not known; this kit reads " + Header.FORMAT
                            + ": run it again with this kit");
        }
        Map<String, String> options = new LinkedHashMap<>();
        node.get("options").fields().forEach((name, value) -> options.put(name, value.text()));
        return new Header(
                node.get("kit").text(),
                node.get("started").text(),
                node.get("rules").text(),
                node.get("host").text(),
                DescriptionJson.read(node.get("target")),
                options,
                node.get("repeats").integer(1, Integer.MAX_VALUE),
                asked(node),
                new Request(
                        node.text("run", ""),
                        node.get("given").text(),
                        ExpectationsJson.read(node.get("expectations"))));
    }

    /** The cases that the field {@code asked} of {@code node} holds. */
    static List<Header.Asked> asked(Node node) {
        Set<String> scenarios = new HashSet<>();
        return node.list("asked", item -> asked(item, scenarios));
    }

    private static Header.Asked asked(Node item, Set<String> before) {
        String scenario = item.get("case").text();
        if (!before.add(scenario)) {
            throw item.get("case").error(scenario + " is asked for twice");
        }
        return new Header.Asked(scenario, item.get("rule").text());
    }

    static Map<String, Object> tree(Footer footer) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "footer");
        tree.put("attempts", footer.attempts());
        tree.put("verdicts", footer.verdicts());
        tree.put("millis", footer.millis());
        if (footer.interrupted()) {
            tree.put("interrupted", true);
        }
        if (!footer.lost().isEmpty()) {
            tree.put("lost", footer.lost());
            tree.put("protocolBroken", footer.protocolBroken());
        }
        return tree;
    }

    static Footer readFooter(Node node) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        node.get("verdicts")
                .fields()
                .forEach((name, count) -> verdicts.put(verdict(name, count), count.integer(0, Integer.MAX_VALUE)));
        return new Footer(
                verdicts,
                node.get("millis").integer(),
                node.flag("interrupted"),
                node.text("lost", ""),
                node.flag("protocolBroken"));
    }

    private static Verdict verdict(String name, Node at) {
        for (Verdict verdict : Verdict.values()) {
            if (verdict.name().equals(name)) {
                return verdict;
            }
        }
        throw at.error("unknown verdict " + name);
    }
}
