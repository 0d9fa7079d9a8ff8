package org.apctck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.reports.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code targets}: what can be run on, and what is missing if it cannot be run here. */
@Command(name = "targets", description = "Lists the targets, whether each can run here, and what is missing if not.")
final class TargetsVerb implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Format.Choice format;

    TargetsVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Targets.Named> all = Targets.all();
        if (format.format() == Format.JSON) {
            Json.print(all.stream().map(TargetsVerb::tree).toList(), console);
            return 0;
        }
        TextTable table = new TextTable("target", "here", "what it is");
        all.forEach(target -> {
            String missing = target.missing(Map.of());
            table.row(
                    target.kind().endsWith(":") ? target.kind() + "..." : target.name(),
                    missing.isEmpty() ? "yes" : "no",
                    target.summary() + (missing.isEmpty() ? "" : "; " + missing));
        });
        console.print(format.format() == Format.MARKDOWN ? table.markdown() : table.lines());
        return 0;
    }

    private static Map<String, Object> tree(Targets.Named target) {
        String missing = target.missing(Map.of());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", target.kind());
        tree.put("summary", target.summary());
        tree.put("available", missing.isEmpty());
        tree.put("missing", missing);
        return tree;
    }
}
