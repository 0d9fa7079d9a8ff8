package org.apctck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.faults.FaultMatrix;
import org.apctck.reference.Reference;
import org.apctck.reference.fault.Faults;
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
            "none and does not say why it stands are findings."
        },
        footer = {"", "Examples:", "  ./apctck faults", "  ./apctck faults --format json --out faults.json"})
final class FaultsVerb implements Callable<Integer> {
    private final Console console;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the matrix to FILE and print only the summary.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    FaultsVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = Suite.load();
        long began = System.nanoTime();
        FaultMatrix matrix = matrix(suite);
        FaultReport report = new FaultReport(suite, matrix, (System.nanoTime() - began) / 1e9);
        List<String> lines = switch (format.format()) {
            case TEXT -> report.lines();
            case JSON -> Json.indented(report.tree()).lines().toList();
            case MARKDOWN -> report.markdown();
        };
        if (out == null) {
            console.print(lines);
        } else {
            write(out, lines);
            console.print(report.summary());
        }
        return (report.findings().isEmpty() ? ExitStatus.OK : ExitStatus.UNEXPECTED).code();
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
