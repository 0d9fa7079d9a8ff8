package org.apctck.cli.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.features.Compilation;
import org.apctck.features.FeatureCompiler;
import org.apctck.features.FeatureFiles;
import org.apctck.features.Finding;
import org.apctck.features.Lint;
import org.apctck.kit.Case;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.faults.FaultNames;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.Suspects;
import org.apctck.reference.search.Exploration;
import org.apctck.reference.search.Explorer;
import org.apctck.reports.TextTable;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.trace.TraceStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lint}: what is wrong with features and catalogue. */
@Command(
        name = "lint",
        description = {
            "Checks features and catalogue: rules without scenarios, unknown ids, vocabulary, format, programs.",
            "A program that gets stuck on the reference, or is in error, is a finding."
        })
public final class LintVerb implements Callable<Integer> {
    private final Console console;

    @Mixin
    private Format.Choice format;

    public LintVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = Catalogue.load();
        Compilation compilation = FeatureCompiler.compileAll(FeatureFiles.shipped());
        List<Finding> findings = new ArrayList<>(Lint.check(catalogue, compilation));
        FaultNames.check(catalogue, Faults.ids())
                .forEach(problem -> findings.add(new Finding("spec/rules", 0, problem)));
        Suspects.check(catalogue).forEach(problem -> findings.add(new Finding("spec/rules", 0, problem)));
        compilation.cases().forEach(scenario -> findings.addAll(onReference(scenario)));
        Collections.sort(findings);
        String checked = Count.of(catalogue.rules().size(), "rule") + ", "
                + Count.of(compilation.cases().size(), "scenario");
        switch (format.format()) {
            case TEXT -> {
                findings.forEach(console.out()::println);
                console.out().println(Count.of(findings.size(), "finding") + " in " + checked);
            }
            case JSON ->
                Json.print(
                        Map.of("findings", findings.stream().map(LintVerb::tree).toList()), console);
            case MARKDOWN -> {
                TextTable table = new TextTable("place", "finding");
                findings.forEach(finding -> table.row(finding.file() + ":" + finding.line(), finding.problem()));
                console.print(table.markdown());
            }
        }
        return (findings.isEmpty() ? ExitStatus.OK : ExitStatus.UNEXPECTED).code();
    }

    /** Every program of a scenario comes to its end, on every schedule. */
    private static List<Finding> onReference(Case scenario) {
        try {
            Exploration exploration = Explorer.explore(scenario.program());
            if (!exploration.isComplete()) {
                return List.of(finding(scenario, "has more schedules than the search has time for; race fewer calls"));
            }
            return exploration.traces().stream()
                    .filter(trace -> trace.status() == TraceStatus.STUCK)
                    .limit(1)
                    .map(trace -> finding(scenario, "gets stuck on the reference: " + trace.evidence()))
                    .toList();
        } catch (ProgramException e) {
            return List.of(finding(scenario, "is in error on the reference: " + e.getMessage()));
        }
    }

    private static Finding finding(Case scenario, String problem) {
        return new Finding(scenario.feature(), scenario.line(), problem);
    }

    private static Map<String, Object> tree(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", finding.file());
        tree.put("line", finding.line());
        tree.put("problem", finding.problem());
        return tree;
    }
}
