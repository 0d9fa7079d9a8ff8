package org.apctck.cli.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.kit.Targets;
import org.apctck.reports.TextTable;
import org.apctck.spec.TargetProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code targets}: what can be run on, and what is missing if it cannot be run here. */
@Command(name = "targets", description = "Lists the targets, whether each can run here, and what is missing if not.")
public final class TargetsVerb implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Format.Choice format;

    public TargetsVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> names = Targets.names();
        if (format.format() == Format.JSON) {
            Json.print(names.stream().map(TargetsVerb::tree).toList(), console);
            return 0;
        }
        TextTable table = new TextTable("target", "here", "what it is");
        for (String name : names) {
            TargetProvider provider = provider(name);
            String missing = provider.missing(name, Map.of());
            table.row(
                    name.endsWith(":") ? name + "..." : name,
                    missing.isEmpty() ? "yes" : "no",
                    provider.summary(name) + (missing.isEmpty() ? "" : "; " + missing));
        }
        console.print(format.format() == Format.MARKDOWN ? table.markdown() : table.lines());
        return 0;
    }

    private static Map<String, Object> tree(String name) {
        TargetProvider provider = provider(name);
        String missing = provider.missing(name, Map.of());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("summary", provider.summary(name));
        tree.put("available", missing.isEmpty());
        tree.put("missing", missing);
        return tree;
    }

    /** A kind of targets that needs an address is found by any. */
    private static TargetProvider provider(String name) {
        return Targets.provider(name.endsWith(":") ? name + "any" : name).orElseThrow();
    }
}
