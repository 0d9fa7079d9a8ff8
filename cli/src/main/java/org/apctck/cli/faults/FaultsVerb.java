package org.apctck.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.cli.console.ProgressBar;
import org.apctck.cli.console.ProgressLine;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.faults.FaultHunt;
import org.apctck.kit.faults.FaultMatrix;
import org.apctck.kit.faults.FaultReasons;
import org.apctck.kit.faults.FaultSearch;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.generated.GeneratedFault;
import org.apctck.reference.fault.generated.GeneratedFaults;
import org.apctck.reference.fault.generated.Operator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code faults}: every fault of the reference against every scenario. */
@Command(
        name = "faults",
        description = {
            "Runs the reference with each of its deliberate faults and shows which scenarios notice it.",
            "A fault that no scenario of its rule catches, a rule without a fault and a scenario that catches",
            "none and does not say why it stands are findings. With --generated it runs the faults that are made of each",
            "decision and each condition, and says of what no scenario catches whether it shows on any program."
        },
        footer = {
            "",
            "Examples:",
            "  ./apctck faults",
            "  ./apctck faults --format json --out faults.json",
            "  ./apctck faults --generated --operator KIND"
        })
public final class FaultsVerb implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the matrix to FILE and print only the summary.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Option(names = "--generated", description = "Run the faults that are generated.")
    private boolean generated;

    @Option(
            names = "--operator",
            paramLabel = "OPERATOR",
            description = "Only the generated faults of an operator: ${COMPLETION-CANDIDATES}.")
    private @Nullable Operator operator;

    @Option(
            names = "--programs",
            paramLabel = "N",
            defaultValue = "500",
            description = "Run what no scenario catches on N generated programs (default ${DEFAULT-VALUE}).")
    private int programs;

    @Mixin
    private Format.Choice format;

    public FaultsVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = Suite.load();
        long began = System.nanoTime();
        if (generated || operator != null) {
            GeneratedFaultReport report = trial(suite, began);
            print(report::lines, report::tree, report::markdown, report::summary);
            return (report.findings().isEmpty() ? ExitStatus.OK : ExitStatus.UNEXPECTED).code();
        }
        FaultMatrix matrix = matrix(suite);
        FaultReport report = new FaultReport(suite, matrix, seconds(began));
        print(report::lines, report::tree, report::markdown, report::summary);
        return (report.findings().isEmpty() ? ExitStatus.OK : ExitStatus.UNEXPECTED).code();
    }

    private void print(
            Supplier<List<String>> text,
            Supplier<Map<String, Object>> json,
            Supplier<List<String>> markdown,
            Supplier<List<String>> summary) {
        List<String> lines = switch (format.format()) {
            case TEXT -> text.get();
            case JSON -> Json.indented(json.get()).lines().toList();
            case MARKDOWN -> markdown.get();
        };
        if (out == null) {
            console.print(lines);
        } else {
            write(out, lines);
            console.print(summary.get());
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    private GeneratedFaultReport trial(Suite suite, long began) {
        List<GeneratedFault> faults = GeneratedFaults.all().stream()
                .filter(fault -> operator == null || fault.operator() == operator)
                .toList();
        ProgressLine progress = new ProgressLine(console, quiet);
        try {
            FaultTrial trial = new FaultTrial(suite, faults, progress);
            FaultHunt hunt = trial.hunt();
            FaultSearch search = trial.search(hunt, programs);
            return new GeneratedFaultReport(faults, hunt, search, FaultReasons.load(), seconds(began));
        } finally {
            progress.end();
        }
    }

    private FaultMatrix matrix(Suite suite) {
        ProgressLine progress = new ProgressLine(console, quiet);
        AtomicInteger done = new AtomicInteger();
        int faults = Faults.ids().size();
        try {
            return FaultMatrix.run(
                    Faults.ids(),
                    id -> Reference.with(Faults.find(id).orElseThrow()),
                    suite.cases(),
                    suite.catalogue(),
                    id -> progress.show(ProgressBar.of("faults", done.incrementAndGet(), faults, 0, id)));
        } finally {
            progress.end();
        }
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw CommandException.usage(file + ": cannot be written (" + e.getMessage() + ")");
        }
    }
}
