package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.RunRecord;
import org.apctck.reports.ResultsDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nightly}: every implementation of this machine against the reference or a recorded Windows, and what is new. */
@Command(
        name = "nightly",
        description = {
            "Runs every implementation that this machine has, and prints the differences that are new since the last nights.",
            "Results and recordings are kept in a folder of their own. The exit status is 1 if there is news."
        },
        footer = {
            "",
            "Examples:",
            "  ./apctck nightly",
            "  ./apctck nightly --against recording:windows.ndjson --previous last-night"
        })
final class NightlyVerb implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            description = "What is run; may be given several times (default: every implementation that can run here).")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "TARGET",
            description = "What each is compared with: a target, such as a recording (default: ${DEFAULT-VALUE}).",
            defaultValue = "reference")
    private String against = "reference";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where each night gets a folder (default: ${DEFAULT-VALUE}).",
            defaultValue = "out/nightly")
    private Path out = Path.of("out", "nightly");

    @Option(
            names = "--previous",
            paramLabel = "DIR",
            description =
                    "The folder of the night to compare with (default: the one before in the folder of the nights).")
    private @Nullable Path previous;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    NightlyVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> leftOut = new ArrayList<>();
        List<NamedTarget> named = named(leftOut);
        List<Path> before = previous == null ? Nights.latestFirst(out) : List.of(existing(previous));
        Path night = Nights.begin(out, ZonedDateTime.now(ZoneOffset.UTC));
        Suite suite = Suite.load();
        try (RunFolder folder = RunFolder.take(night, record(suite, named, leftOut));
                Session session = new Session(suite, Selection.of(suite, List.of(), null, null), folder)) {
            DiffSide left = side(session, named.get(0), night);
            List<NightReport.Comparison> comparisons = new ArrayList<>();
            for (NamedTarget target : named.subList(1, named.size())) {
                comparisons.add(compare(session, left, side(session, target, night), before));
            }
            NightReport report = new NightReport(night, comparisons, leftOut);
            report.write();
            format.print(report, console);
            report.problems().forEach(console::say);
            console.flush();
            return session.isInterrupted()
                    ? report.status().and(ExitStatus.NOT_RUN).code()
                    : report.status().code();
        }
    }

    /** What is compared with, and after it what is. */
    private List<NamedTarget> named(List<String> leftOut) {
        List<String> names = new ArrayList<>(targets.isEmpty() ? Nights.implementations(leftOut) : targets);
        if (targets.isEmpty()) {
            names.remove(against);
        } else if (names.contains(against)) {
            throw CommandException.usage("--target " + against + " is what the others are compared with (--against)");
        }
        if (names.isEmpty()) {
            leftOut.forEach(console::say);
            throw new CommandException(ExitStatus.TARGET, "no implementation can run here; see ./apctck targets");
        }
        names.add(0, against);
        return NamedTarget.all(names);
    }

    private NightReport.Comparison compare(Session session, DiffSide left, DiffSide right, List<Path> before) {
        ResultsDiff diff = ResultsDiff.of(left.scenarios(), right.scenarios());
        Optional<Nights.Earlier> earlier = Nights.earlier(before, left, right, session, console::say);
        if (earlier.isEmpty() && previous != null) {
            console.say("apctck: " + previous + " has no whole results of " + left.name() + " and " + right.name());
        }
        return new NightReport.Comparison(
                new DiffReport(
                        left, right, diff, earlier.map(Nights.Earlier::diff).orElse(null)),
                earlier.map(Nights.Earlier::night).orElse(null));
    }

    private DiffSide side(Session session, NamedTarget target, Path night) {
        // A recording need not be recorded.
        Function<String, Path> recording =
                target.isRecording() ? null : directory -> night.resolve(directory + ".ndjson");
        TargetResult result =
                session.run(target, RunTerms.usual(Map.of(), recording), Progress.of(console, target.name(), quiet));
        return DiffSide.of(target, result);
    }

    private static RunRecord record(Suite suite, List<NamedTarget> targets, List<String> leftOut) {
        return RunRecord.of(
                suite.catalogue().digest(),
                "",
                Header.Asked.of(suite.cases()),
                targets.stream().map(NamedTarget::entry).toList(),
                leftOut);
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage("--previous " + folder + ": there is no such folder");
        }
        return folder;
    }
}
