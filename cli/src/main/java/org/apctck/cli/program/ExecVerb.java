package org.apctck.cli.program;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.record.StoredTrace;
import org.apctck.reference.search.Simulation;
import org.apctck.reports.ThreadColumns;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code exec}: one program on one target, its trace printed and not judged. */
@Command(
        name = "exec",
        description = {
            "Runs one program on a target and prints its trace.",
            "As json, a line for the program, a line for each event and a closing line with the status: what accept reads."
        })
public final class ExecVerb implements Callable<Integer> {
    private static final String MODEL = "reference";

    private final Console console;

    @Parameters(
            paramLabel = "PROGRAM",
            description = "A program file (JSON), the id of a scenario, or generated/SEED/NUMBER.")
    private String program = "";

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "The target to run on (default: ${DEFAULT-VALUE}, along one schedule).",
            defaultValue = MODEL)
    private String target = MODEL;

    @Option(
            names = "--schedule",
            paramLabel = "TOKEN",
            description = "The schedule to replay on the reference, as explore prints it; - is the default one.")
    private @Nullable String schedule;

    @Option(names = "--print-program", description = "Print the program as JSON, and do not run it.")
    private boolean printsProgram;

    @Option(names = "--library", paramLabel = "PATH", description = "The library that a target like winpr loads.")
    private @Nullable String library;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How the trace is printed: text, json, markdown (default: ${DEFAULT-VALUE}).",
            defaultValue = "json",
            converter = Format.Reader.class)
    private Format format = Format.JSON;

    public ExecVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws TargetUnavailableException {
        NamedTarget named = NamedTarget.of(target);
        if (schedule != null && !named.address().equals(MODEL)) {
            throw CommandException.usage("--schedule is for the target " + MODEL + "; " + target + " decides itself");
        }
        ProgramSource source = ProgramSource.of(program);
        if (printsProgram) {
            Json.print(ProgramWriter.tree(source.program()), console);
            return ExitStatus.OK.code();
        }
        ExitStatus status = ExitStatus.OK;
        for (Trace trace : traces(named, source)) {
            print(source, trace);
            status = status.and(status(trace));
        }
        return status.code();
    }

    private List<Trace> traces(NamedTarget named, ProgramSource source) throws TargetUnavailableException {
        try {
            if (named.address().equals(MODEL)) {
                return List.of(Simulation.run(source.program(), schedule == null ? "-" : schedule));
            }
            try (Target opened = named.open(library == null ? Map.of() : Map.of("library", library))) {
                return opened.run(source.program()).traces();
            }
        } catch (ProgramException e) {
            throw source.inError(e);
        }
    }

    private void print(ProgramSource source, Trace trace) {
        switch (format) {
            case JSON -> {
                StoredTrace.lines(source.program(), target, trace)
                        .forEach(line -> console.out().println(Json.line(line)));
            }
            case TEXT -> {
                console.print(ThreadColumns.of(trace));
                console.out().println();
                console.out().println(ending(trace));
            }
            case MARKDOWN -> {
                console.out().println("```");
                console.print(ThreadColumns.of(trace));
                console.out().println("```");
                console.out().println();
                console.out().println(ending(trace));
            }
        }
    }

    private static String ending(Trace trace) {
        return trace.status()
                + (trace.evidence().isEmpty() ? "" : ": " + trace.evidence())
                + (trace.schedule() == null ? "" : " (schedule " + trace.schedule() + ")");
    }

    /** A trace is not judged, so only what no program asks for is more than a remark. */
    private static ExitStatus status(Trace trace) {
        return switch (trace.status()) {
            case COMPLETED, STUCK, NOT_IMPLEMENTED -> ExitStatus.OK;
            case CRASHED, TIMEOUT -> ExitStatus.UNEXPECTED;
            case UNSETTLED -> ExitStatus.INCONCLUSIVE;
            case FAULT -> ExitStatus.FAULT;
        };
    }
}
