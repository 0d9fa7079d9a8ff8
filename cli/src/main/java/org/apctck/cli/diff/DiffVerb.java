package org.apctck.cli.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.session.Progress;
import org.apctck.cli.session.Session;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.diff.ResultsDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code diff}: how two targets, or results kept of them, differ. */
@Command(
        name = "diff",
        description = {
            "Compares two targets, or results of earlier runs: verdicts that differ, then outcomes that do.",
            "The exit status is 1 if there are differences, or new ones with --fail-on new."
        },
        footer = {
            "",
            "Examples:",
            "  ./apctck diff reference winpr QUEUE",
            "  ./apctck diff last-week/winpr out/winpr",
            "  ./apctck diff recording:windows.ndjson wine --fail-on new --baseline last-night"
        })
public final class DiffVerb implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "A target, or a folder with results.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "What it is compared with.")
    private String right = "";

    @Parameters(
            index = "2..*",
            paramLabel = "SELECTION",
            description =
                    "What to compare: ids of rules or scenarios, areas, feature files; everything if there is none.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "DIR",
            description =
                    "Results of both at an earlier time, a folder for each: differences that are new since are marked.")
    private @Nullable Path baseline;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            description =
                    "Which differences set the exit status: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            converter = FailOn.Reader.class,
            defaultValue = "any")
    private FailOn failOn = FailOn.ANY;

    @Option(
            names = "--no-tries",
            description =
                    "Do not run scenarios that differ three times more, on each side that is an implementation, to tell what is chance.")
    private boolean noTries;

    @Option(names = "--library", paramLabel = "PATH", description = "The library that a target like winpr loads.")
    private @Nullable String library;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    public DiffVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (failOn == FailOn.NEW && baseline == null) {
            throw CommandException.usage("--fail-on new needs the --baseline that it is new to");
        }
        // Both are found before either is run: a run takes long, and a typing error should not.
        List<SideSource> sources = SideSource.all(List.of(left, right));
        Suite suite = Suite.load(words);
        Selection selection = Selection.of(suite, words, null, null);
        try (Session session = new Session(suite, selection, null)) {
            DiffSide first = sources.get(0).side(session, library, Progress.of(console, left, quiet));
            DiffSide second = sources.get(1).side(session, library, Progress.of(console, right, quiet));
            if (!noTries && !session.isInterrupted()) {
                List<String> differing = DiffSide.inQuestion(first, second);
                first = first.again(differing);
                second = second.again(differing);
            }
            DiffReport report =
                    new DiffReport(first, second, DiffSide.diff(first, second), earlier(first, second, session));
            format.print(report, console);
            first.problems().forEach(console::say);
            second.problems().forEach(console::say);
            console.flush();
            boolean isDifferent = failOn == FailOn.NEW
                    ? !report.news().isEmpty()
                    : !report.diff().differences().isEmpty();
            return first.status()
                    .and(second.status())
                    .and(isDifferent ? ExitStatus.UNEXPECTED : ExitStatus.OK)
                    .code();
        }
    }

    private @Nullable ResultsDiff earlier(DiffSide left, DiffSide right, Session session) {
        return baseline == null
                ? null
                : DiffSide.diff(
                        SideSource.earlier(left, baseline, session), SideSource.earlier(right, baseline, session));
    }

    /** Which differences set the exit status. */
    enum FailOn {
        ANY,
        NEW;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads it as typed. */
        static final class Reader implements ITypeConverter<FailOn> {
            @Override
            public FailOn convert(String text) {
                return switch (text.toLowerCase(Locale.ROOT)) {
                    case "any" -> ANY;
                    case "new" -> NEW;
                    default -> throw new TypeConversionException(text + " is neither any nor new");
                };
            }
        }
    }
}
