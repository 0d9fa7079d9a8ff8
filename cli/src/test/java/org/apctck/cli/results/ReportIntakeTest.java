package org.apctck.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report} does with results that are not whole, or not what they should be. */
class ReportIntakeTest {
    private static final String RULE = "QUEUE-FIFO-1";

    @TempDir
    Path folder;

    private Ran report(String... args) {
        List<String> words = new java.util.ArrayList<>(
                List.of("report", "--out", folder.resolve("site").toString()));
        words.addAll(List.of(args));
        return Ran.apctck(words.toArray(String[]::new));
    }

    private Path results(String... selection) {
        Path out = folder.resolve("out");
        List<String> words =
                new java.util.ArrayList<>(List.of("run", "--target", "reference", "--out", out.toString()));
        words.addAll(List.of(selection));
        assertThat(Ran.apctck(words.toArray(String[]::new)).status()).isZero();
        return out.resolve("reference").resolve("results.ndjson");
    }

    @Test
    void aWholeRunIsReported() {
        Path file = results();

        Ran ran = report(file.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void aRunOfSomeScenariosIsReportedAsIncomplete() {
        Path file = results(RULE);

        Ran ran = report(folder.resolve("out").toString());

        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.err())
                .startsWith("apctck: " + file + ": reference is incomplete: ")
                .contains("not asked for");
    }

    @Test
    void generatedProgramsAreReportedBesideTheRules() {
        results("--generated", "3", "--seed", "7");

        Ran ran = report(folder.resolve("out").toString());

        assertThat(ran.status()).as(ran.err()).isEqualTo(6);
        assertThat(folder.resolve("site/rules/GENERATED.html")).content().contains("generated/7/0");
    }

    @Test
    void aRunThatWasKilledIsReportedAsIncomplete() throws IOException {
        Path file = results(RULE);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.lastIndexOf("{\"type\":\"footer\"") - 5));

        Ran ran = report(file.toString());

        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.err()).contains("reference is incomplete: there is no footer");
    }

    @Test
    void resultsThatCannotBeUsedAreOneLineAndNoReport() throws IOException {
        Path file = results(RULE);
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(1)));

        Ran ran = report(file.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).startsWith("apctck: " + file + ":3: attempt 1 at " + RULE);
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    void aFolderWithoutResultsIsOneLine() {
        Ran ran = report(folder.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err().lines()).hasSize(1);
        assertThat(ran.err()).contains(folder + ": holds no results.ndjson");
    }
}
