package org.apctck.cli.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.results.ReportVerb;
import org.apctck.cli.session.Progress;
import org.apctck.cli.session.Retry;
import org.apctck.cli.session.RunTerms;
import org.apctck.cli.session.Session;
import org.apctck.cli.session.TargetResult;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.diff.Tries;
import org.apctck.kit.night.News;
import org.apctck.kit.night.Nights;
import org.apctck.kit.night.Past;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.RunRecord;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.InputException;
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
public final class NightlyVerb implements Callable<Integer> {
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
                    "The folder of the one night to compare with (default: the last ones in the folder of the nights).")
    private @Nullable Path previous;

    @Option(
            names = "--nights",
            paramLabel = "N",
            description = "With how many nights before it is compared (default: ${DEFAULT-VALUE}).",
            defaultValue = "7")
    private int most = 7;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    public NightlyVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (most < 1) {
            throw CommandException.usage("--nights " + most + ": must be 1 or more");
        }
        List<String> leftOut = new ArrayList<>();
        List<NamedTarget> named = named(leftOut);
        Map<NamedTarget, Function<TargetDescription, Expectations>> expected = new LinkedHashMap<>();
        named.forEach(target -> expected.put(target, target.expectations()));
        List<Path> before = previous == null ? Nights.latestFirst(out) : List.of(existing(previous));
        Path night = Nights.begin(out, ZonedDateTime.now(ZoneOffset.UTC));
        Suite suite = Suite.load();
        try (RunFolder folder = RunFolder.take(night, record(suite, named, leftOut));
                Session session = new Session(suite, Selection.of(suite, List.of(), null, null), folder)) {
            List<NightReport.Night> nights = new ArrayList<>();
            List<String> faults = new ArrayList<>();
            for (Map.Entry<NamedTarget, Function<TargetDescription, Expectations>> asked : expected.entrySet()) {
                NamedTarget target = asked.getKey();
                try {
                    nights.add(night(session, target, asked.getValue(), night, before));
                } catch (InputException e) {
                    throw e; // the night cannot be kept
                } catch (RuntimeException e) {
                    // A fault of the kit in one target must not cost the others their night.
                    faults.add("apctck: " + target.name() + ": fault of the kit: " + e);
                }
            }
            NightReport report = NightReport.of(night, nights, against, leftOut, faults);
            report.write();
            if (folder.isWritten()) {
                ReportVerb.write(suite, List.of(night), night.resolve("site"));
            }
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

    private NightReport.Night night(
            Session session,
            NamedTarget target,
            Function<TargetDescription, Expectations> expected,
            Path night,
            List<Path> before) {
        Progress progress = Progress.of(console, target.name(), quiet);
        // A recording need not be recorded.
        Function<String, Path> recording =
                target.isRecording() ? null : directory -> night.resolve(directory + ".ndjson");
        TargetResult result =
                session.run(target, RunTerms.usual(Map.of(), recording).expecting(expected), progress);
        DiffSide side = result.side(null);
        Past past = Past.of(before, most, side.folder(), side.scenarios(), console::say);
        if (past.nights().isEmpty() && previous != null) {
            console.say("apctck: " + previous + " has no whole results of " + side.name());
        }
        Map<String, Expectation> known = new HashMap<>();
        result.deviations()
                .known()
                .forEach(deviation -> known.put(deviation.result().scenario(), deviation.entry()));
        boolean canBeTried = !target.isRecording() && !target.isModel(Map.of()) && !session.isInterrupted();
        Tries tries =
                canBeTried ? new Retry(target, Map.of(), session.suite(), night.resolve(Past.TRIES), progress) : null;
        return new NightReport.Night(side, News.of(side.scenarios(), past, known, tries));
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
