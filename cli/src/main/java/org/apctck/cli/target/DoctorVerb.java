package org.apctck.cli.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.cli.console.Paragraph;
import org.apctck.kit.doctor.Examination;
import org.apctck.kit.doctor.Step;
import org.apctck.reports.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code doctor}: looks an agent over before it is trusted with a run. */
@Command(
        name = "doctor",
        description = "Looks a target over, an agent above all: does it speak the protocol, does it tell what happens?",
        footer = {"", "Example:", "  ./apctck doctor 'agent:./my-agent --verbose'"})
public final class DoctorVerb implements Callable<Integer> {
    private static final String INDENT = " ".repeat(11);

    private final Console console;

    @Parameters(paramLabel = "TARGET", description = "The target, see ./apctck targets.")
    private String target = "";

    @Option(names = "--library", paramLabel = "PATH", description = "The library that a target like winpr loads.")
    private @Nullable String library;

    @Mixin
    private Format.Choice format;

    public DoctorVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        NamedTarget named = NamedTarget.of(target);
        Map<String, String> options = library == null ? Map.of() : Map.of("library", library);
        Examination examination = new Examination(() -> named.open(options));
        List<Step> steps = examination.steps();
        switch (format.format()) {
            case TEXT -> steps.forEach(this::print);
            case JSON ->
                Json.print(
                        Map.of(
                                "target",
                                target,
                                "steps",
                                steps.stream().map(DoctorVerb::tree).toList()),
                        console);
            case MARKDOWN -> {
                TextTable table = new TextTable("step", "", "what to do");
                steps.forEach(step -> table.row(
                        step.what(), step.isOk() ? "ok" : step.state().words() + ": " + step.problem(), step.remedy()));
                console.print(table.markdown());
            }
        }
        return examination.status().code();
    }

    private void print(Step step) {
        console.out().printf("%-9s  %s%n", step.state().words(), step.what());
        if (!step.isOk()) {
            console.print(Paragraph.lines(step.problem(), INDENT));
        }
        if (!step.remedy().isEmpty()) {
            console.print(Paragraph.lines("-> " + step.remedy(), INDENT));
        }
    }

    private static Map<String, Object> tree(Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.what());
        tree.put("ok", step.isOk());
        tree.put("state", step.state().words());
        tree.put("problem", step.problem());
        tree.put("remedy", step.remedy());
        return tree;
    }
}
