package org.apctck.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.EventKind;

/** Cases, rules and targets for tests. */
public final class Cases {
    private static final String RULE = """
            - id: %s
              title: T
              level: %s
              levelWhy: L
              statement: S
              sources: [{page: P}]
              apis: [SleepEx]
              testable: '%s'
            """;

    private Cases() {}

    /** A catalogue of the area Q with these rules: {@code Q-A-1}, {@code Q-B-1 informative}, {@code Q-C-1 required no}. */
    public static Catalogue catalogue(String... rules) {
        StringBuilder yaml = new StringBuilder("area: Q\ntitle: T\nrules:\n");
        for (String rule : rules) {
            String[] words = rule.split(" ");
            String testable = words.length > 2 ? words[2] : "yes";
            yaml.append(RULE.formatted(words[0], words.length > 1 ? words[1] : "required", testable));
            if (!testable.equals("yes")) {
                yaml.append("  why: W\n");
            }
            if (words.length > 3) {
                yaml.append("  family: ").append(words[3]).append('\n');
            }
        }
        return Catalogue.read(Map.of("q.yaml", yaml.toString()));
    }

    public static Rule rule(String level) {
        return catalogue("Q-A-1 " + level).rules().iterator().next();
    }

    /** A case of Q-A-1 in which main and worker exist and {@code entries} are made: {@code worker: SleepEx(0, TRUE)}. */
    public static Case of(List<String> entries, Check... checks) {
        return named("Q-A-1/case", entries, checks);
    }

    public static Case named(String id, List<String> entries, Check... checks) {
        List<Program.CastThread> threads =
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false));
        Program program = new Program(
                threads,
                List.of(),
                List.of(),
                entries.stream().map(Cases::entry).toList());
        String rule = id.substring(0, id.indexOf('/'));
        String name = id.substring(id.indexOf('/') + 1);
        return new Case(id, rule, name, "q.feature", 7, "Scenario: " + name, program, Arrays.asList(checks));
    }

    /** {@code worker: call}, with {@code !} before a call that must block; {@code 20 ms} passes. */
    private static Entry entry(String text) {
        if (text.endsWith(" ms")) {
            return new Entry.Elapse(Integer.parseInt(text.substring(0, text.length() - 3)));
        }
        String[] parts = text.split(": ", 2);
        boolean mustBlock = parts[1].startsWith("!");
        return new Entry.CallOn(parts[0], Call.parse(mustBlock ? parts[1].substring(1) : parts[1]), mustBlock, false);
    }

    /** What is to happen on worker, exactly: {@code begins A}. */
    public static Check.Exactly exactly(String... events) {
        return new Check.Exactly("worker", expected(events), 10);
    }

    public static Check.OneOf oneOf(Check.Row... rows) {
        return new Check.OneOf(List.of(rows), 20);
    }

    /** A row: {@code worker: begins A; ends A}, {@code main: }. */
    public static Check.Row row(int line, String... cells) {
        Map<String, List<Expected>> threads = new LinkedHashMap<>();
        for (String cell : cells) {
            String[] parts = cell.split(":", 2);
            String[] events = Stream.of(parts[1].split(";"))
                    .map(String::strip)
                    .filter(event -> !event.isEmpty())
                    .toArray(String[]::new);
            threads.put(parts[0], expected(events));
        }
        return new Check.Row(threads, "because", line);
    }

    public static List<Expected> expected(String... events) {
        List<Expected> expected = new ArrayList<>();
        for (String event : events) {
            String[] words = event.split(" ", 2);
            expected.add(new Expected(EventKind.of(words[0]), words.length > 1 ? words[1] : ""));
        }
        return expected;
    }

    /** A target that has every function. */
    public static TargetDescription target() {
        return target(ApiFunction.values());
    }

    public static TargetDescription target(ApiFunction... functions) {
        TreeSet<String> apis = new TreeSet<>();
        Stream.of(functions).forEach(function -> apis.add(function.functionName()));
        return new TargetDescription("fake", "Fake", "1", "", "test", apis);
    }
}
