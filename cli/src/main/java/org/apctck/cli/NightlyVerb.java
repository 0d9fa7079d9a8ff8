package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Expectations;
import org.apctck.reports.ResultsDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code nightly}: every implementation of this machine against the reference or a recorded Windows, and what is new. */
@Command(
        name = "nightly",
        description = {
            "Runs every implementation that this machine has, keeps results and recordings in a folder of their own, and",
            "prints the differences that are new since the previous night. The exit status is 1 if there are any."
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
        NamedTarget standard = NamedTarget.of(against);
        List<String> leftOut = new ArrayList<>();
        List<NamedTarget> asked = targets.isEmpty()
                ? Nights.implementations(leftOut)
                : targets.stream().map(NamedTarget::of).toList();
        if (asked.isEmpty()) {
            leftOut.forEach(console::say);
            throw new CommandException(ExitStatus.TARGET, "no implementation can run here; see ./apctck targets");
        }
        Path before = previous == null ? Nights.latest(out) : existing(previous);
        Path night = Nights.begin(out, ZonedDateTime.now(ZoneOffset.UTC));
        Suite suite = Suite.load();
        try (Session session = new Session(suite, Selection.of(suite, List.of(), null), night)) {
            DiffSide left = side(session, standard, night);
            List<DiffReport> reports = new ArrayList<>();
            for (NamedTarget target : asked) {
                DiffSide right = side(session, target, night);
                ResultsDiff diff = ResultsDiff.of(left.scenarios(), right.scenarios());
                reports.add(new DiffReport(left, right, diff, Nights.earlier(before, left, right, session)));
            }
            NightReport report = new NightReport(night, before, reports, leftOut);
            report.write();
            switch (format.format()) {
                case TEXT -> console.print(report.lines());
                case JSON -> Json.print(report.tree(), console);
                case MARKDOWN -> console.print(report.markdown());
            }
            report.problems().forEach(console::say);
            console.flush();
            return session.isInterrupted()
                    ? report.status().and(ExitStatus.NOT_RUN).code()
                    : report.status().code();
        }
    }

    private DiffSide side(Session session, NamedTarget target, Path night) {
        String folder = DiffSide.folderName(target.name());
        TargetResult result = session.run(
                target,
                Map.of(),
                1,
                RaceBounds.DEFAULT,
                Expectations.NONE,
                night.resolve(folder + ".ndjson"),
                Progress.of(console, target.name(), quiet));
        return DiffSide.of(result);
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandException.usage("--previous " + folder + ": there is no such folder");
        }
        return folder;
    }
}
