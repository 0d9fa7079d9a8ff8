package org.apctck.cli.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.apctck.cli.console.Console;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.ExpectationsUpdate;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.kit.results.Summary;
import org.apctck.spec.format.Count;
import org.apctck.spec.format.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code expectations}: the files of known deviations. */
@Command(name = "expectations", description = "Keeps the files of known deviations in line with results.")
public final class ExpectationsVerb implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which part of it? see ./apctck expectations --help");
    }

    /** {@code expectations update}: drops what is not needed any more, adds what is missing. */
    @Command(
            name = "update",
            description = {
                "Drops entries that nothing needs, changes verdicts that changed, adds entries for deviations that have none.",
                "The prose of what is kept is not touched."
            },
            footer = {"", "Example:", "  ./apctck expectations update --from out/winpr"})
    public static final class Update implements Callable<Integer> {
        private final Console console;

        @Option(
                names = "--from",
                paramLabel = "RESULTS",
                required = true,
                description = "The results of one target, a folder that run has made.")
        private Path from = Path.of("out");

        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "The file (default: expectations/TARGET.yaml of the kit).")
        private @Nullable Path file;

        public Update(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            ScenarioResults results = ResultsReader.readScenarios(from);
            if (!results.isComplete()) {
                throw new InputException(from + ": " + results.incompleteness() + "; expectations need a whole run");
            }
            Suite suite = Suite.load();
            if (!results.header().rulesDigest().equals(suite.catalogue().digest())) {
                throw new InputException(from + ": is of another version of the rules; run again");
            }
            Path place = file != null
                    ? file
                    : NamedTarget.of(results.header().request().given())
                            .expectationsFile(results.header().target().name());
            String text = text(place);
            List<ScenarioResult> scenarios =
                    Summary.of(results, suite.catalogue().rules()).scenarios();
            Expectations expectations = text.isEmpty()
                    ? Expectations.NONE
                    : Expectations.read(place, place.toString())
                            .on(results.header().target(), LocalDate.now(ZoneOffset.UTC));
            ExpectationsUpdate update =
                    new ExpectationsUpdate(place.toString(), text, expectations, scenarios, suite.cases());
            String updated = update.text();
            if (update.changes().isEmpty()) {
                console.out().println(place + ": nothing to change");
                return 0;
            }
            write(place, updated);
            console.print(update.changes());
            console.out().println(place + ": " + Count.of(update.changes().size(), "change"));
            return 0;
        }

        private static String text(Path place) {
            try {
                return Files.exists(place) ? Files.readString(place) : "";
            } catch (IOException e) {
                throw new InputException(place + ": cannot be read (" + e.getMessage() + ")", e);
            }
        }

        private static void write(Path place, String text) {
            try {
                Files.writeString(place, text);
            } catch (IOException e) {
                throw new InputException(place + ": cannot be written (" + e + ")", e);
            }
        }
    }
}
