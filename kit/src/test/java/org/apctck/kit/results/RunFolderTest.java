package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Schemas;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of results says of the run that wrote it, whatever became of that run. */
class RunFolderTest {
    private static final String RULES = "0".repeat(64);
    private static final List<Header.Asked> ASKED = List.of(new Header.Asked("Q-A-1/case", "Q-A-1"));

    @TempDir
    Path folder;

    private static RunRecord.Entry entry(String target) {
        return new RunRecord.Entry(target, target, target);
    }

    private static RunRecord record(String selection, String... targets) {
        return RunRecord.of(
                RULES,
                selection,
                ASKED,
                Stream.of(targets).map(RunFolderTest::entry).toList(),
                List.of("wine is left out"));
    }

    /** Begins the results of a target, and ends them unless the run is killed. */
    private static void run(RunFolder run, String target, boolean ends) {
        Header header = new Header(
                "0.1.0",
                "2026-01-02T03:04:05Z",
                RULES,
                "host",
                new TargetDescription(target, target, "1", "", "", java.util.Set.of()),
                Map.of(),
                1,
                ASKED,
                new Request(run.run(), target, Expectations.NONE));
        ResultsWriter writer = ResultsWriter.create(run.starts(target, target, target), header);
        if (ends) {
            writer.end(new Footer(Map.of(), 1, false, "", false));
        }
        writer.close();
    }

    private Path results(String target) {
        return folder.resolve(target).resolve(ResultsWriter.FILE);
    }

    private static List<String> missing(RunResults results) {
        return results.missing().entrySet().stream()
                .map(missing -> missing.getKey().target().name() + ": " + missing.getValue())
                .toList();
    }

    @Test
    void aRunThatWasKilledBetweenTwoTargetsMissesTheSecond() {
        RunFolder run = RunFolder.take(folder, record("", "reference", "winpr"));
        run(run, "reference", true);
        run.close();

        RunResults results = RunResults.of(folder);

        assertThat(results.files()).containsExactly(results("reference"));
        assertThat(missing(results))
                .containsExactly("winpr: the run ended before this target, or has not come to it yet");
        Header header = results.missing().keySet().iterator().next();
        ScenarioResults scenarios = ScenarioResults.missing(header, "why");
        assertThat(scenarios.scenarios()).extracting(ScenarioResult::verdict).containsExactly(Verdict.NOT_RUN);
        assertThat(scenarios.incompleteness()).isEqualTo("incomplete: why");
    }

    @Test
    void whatTheDriversDisagreeAboutIsKeptAlsoForOneTargetAlone() throws IOException {
        try (RunFolder run = RunFolder.take(folder, record("", "reference", "reference-live"))) {
            run(run, "reference", true);
            run(run, "reference-live", true);
            run.disagrees("reference-live", List.of("it shows what the model does not allow"));
        }
        Path live = results("reference-live");

        assertThat(RunResults.of(folder).disagreements())
                .containsEntry(live, List.of("it shows what the model does not allow"))
                .containsEntry(results("reference"), List.of());
        assertThat(RunResults.of(folder.resolve("reference-live")).disagreements())
                .containsEntry(live, List.of("it shows what the model does not allow"));
        Files.writeString(folder.resolve(RunRecord.FILE), "of another program");
        assertThat(RunResults.of(folder.resolve("reference-live")).disagreements())
                .containsEntry(live, List.of());
    }

    @Test
    void theRecordIsValidByItsSchema() throws IOException {
        try (RunFolder run = RunFolder.take(folder, record("QUEUE --tags x", "reference", "winpr"))) {
            run.absent("winpr", "no library");
            run(run, "reference", true);
            run.disagrees("reference", List.of("it shows what the model does not allow"));
        }

        String record = Files.readString(folder.resolve(RunRecord.FILE));

        assertThat(Schemas.errors("run", record)).as(record).isEmpty();
        assertThat(Schemas.errors("run", record.replace("\"selection\"", "\"words\"")))
                .isNotEmpty();
    }

    @Test
    void resultsOfAnEarlierRunAreNotThoseOfATargetThatThisOneDidNotComeTo() {
        try (RunFolder before = RunFolder.take(folder, record("", "reference", "winpr", "wine"))) {
            run(before, "reference", true);
            run(before, "winpr", true);
            run(before, "wine", true);
        }
        try (RunFolder run = RunFolder.take(folder, record("", "reference", "winpr"))) {
            run(run, "reference", true);
        }

        RunResults results = RunResults.of(folder);

        assertThat(results.files()).containsExactly(results("reference"));
        assertThat(missing(results)).singleElement().asString().startsWith("winpr: ");
        assertThat(results.aside()).containsExactly(results("wine"), results("winpr"));
    }

    @Test
    void aFileThatWasBegunAndHoldsNothingIsNoResultYet() throws IOException {
        try (RunFolder run = RunFolder.take(folder, record("", "reference"))) {
            run(run, "reference", true);
        }
        String header = Files.readAllLines(results("reference")).get(0);

        for (String left : List.of("", header.substring(0, 30), header.substring(0, header.length() - 1))) {
            Files.writeString(results("reference"), left);
            assertThat(RunResults.of(folder).files()).as(left).isEmpty();
        }
        Files.writeString(results("reference"), header + "\n");
        assertThat(RunResults.of(folder).files()).hasSize(1);
    }

    @Test
    void aTargetThatCannotStartWritesNothingAndIsMissing() {
        try (RunFolder before = RunFolder.take(folder, record("", "winpr"))) {
            run(before, "winpr", true);
        }
        try (RunFolder run = RunFolder.take(folder, record("", "winpr"))) {
            run.absent("winpr", "no library");
            assertThat(run.isWritten()).isFalse();
        }
        assertThat(RunResults.of(folder).files()).containsExactly(results("winpr"));

        try (RunFolder run = RunFolder.take(folder, record("", "winpr", "wine", "reference"))) {
            run.absent("winpr", "no library");
            run(run, "reference", true);
            run.absent("wine", "no wine");
            assertThat(run.isWritten()).isTrue();
        }
        assertThat(missing(RunResults.of(folder)))
                .containsExactly("winpr: it could not start: no library", "wine: it could not start: no wine");
    }

    @Test
    void aSelectionDoesNotTakeTheFolderOfEverything() {
        try (RunFolder run = RunFolder.take(folder, record("", "reference"))) {
            run(run, "reference", true);
        }

        assertThatThrownBy(() -> RunFolder.take(folder, record("QUEUE", "reference")))
                .isInstanceOf(InputException.class)
                .hasMessage(folder + ": holds results of every scenario, which those of a selection would replace;"
                        + " choose another folder with --out, or leave it out");
        try (RunFolder other = RunFolder.take(folder.resolve("other"), record("QUEUE", "reference"))) {
            run(other, "reference", true);
        }
        try (RunFolder again = RunFolder.take(folder.resolve("other"), record("WAIT", "reference"))) {
            assertThat(again.isWritten()).isFalse();
        }
    }

    @Test
    void twoRunsDoNotWriteIntoOneFolder() {
        try (RunFolder run = RunFolder.take(folder, record("", "reference"))) {
            assertThatThrownBy(() -> RunFolder.take(folder, record("", "reference")))
                    .isInstanceOf(InputException.class)
                    .hasMessage(folder + ": another run writes there; wait for its end, or choose another folder with"
                            + " --out");
            run(run, "reference", true);
        }
        RunFolder.take(folder, record("", "reference")).close();
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.createSymbolicLink(out.resolve(RunRecord.FILE), precious);
        Files.createDirectory(out.resolve("reference"));
        Files.createSymbolicLink(out.resolve("reference").resolve(ResultsWriter.FILE), precious);
        Files.createSymbolicLink(out.resolve("winpr"), elsewhere);

        Files.delete(out.resolve(RunRecord.FILE)); // it is read first, and is no record
        RunFolder run = RunFolder.take(out, record("", "reference", "winpr"));
        Files.createSymbolicLink(out.resolve(RunRecord.FILE), precious);
        run(run, "reference", true);
        assertThatThrownBy(() -> run(run, "winpr", true))
                .isInstanceOf(InputException.class)
                .hasMessage(out.resolve("winpr") + ": is a symbolic link, which results are not written through;"
                        + " remove it, or choose another folder with --out");
        run.close();

        assertThat(precious).hasContent("mine");
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(RunResults.of(out).files()).hasSize(1);
    }

    @Test
    void aRecordThatLeadsElsewhereIsAnError() throws IOException {
        try (RunFolder run = RunFolder.take(folder, record("", "reference"))) {
            run(run, "reference", true);
        }
        Path file = folder.resolve(RunRecord.FILE);
        String text = Files.readString(file);
        for (String place : List.of("..", "../reference", "/tmp", "a/b")) {
            Files.writeString(file, text.replace("\"folder\":\"reference\"", "\"folder\":\"" + place + "\""));
            assertThatThrownBy(() -> RunResults.of(folder))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("`" + place + "` is not the name of a folder that a run makes");
        }
    }
}
