package org.apctck.cli.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apctck.cli.Ran;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportVerbTest {
    @TempDir
    private Path folder;

    private Path results;
    private Path site;

    @BeforeEach
    void runOnTwoTargets() {
        results = folder.resolve("out");
        site = folder.resolve("site");
        run("--target", "forgetful", "--target", "sound");
    }

    private void run(String... targets) {
        List<String> words = new ArrayList<>(List.of("run", "--out", results.toString()));
        words.addAll(List.of(targets));
        words.add("QUEUE-FIFO-1");
        Ran.apctck(words.toArray(String[]::new));
    }

    private Ran report(Path... folders) {
        List<String> words = new ArrayList<>(List.of("report", "--out", site.toString()));
        for (Path from : folders) {
            words.add(from.toString());
        }
        return Ran.apctck(words.toArray(String[]::new));
    }

    @Test
    void everyFormatIsWritten() {
        Ran ran = report(results);

        assertThat(ran.err().lines()).hasSize(2).allMatch(line -> line.endsWith("scenarios were not asked for"));
        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.out()).isEqualTo("report in " + site + System.lineSeparator());
        for (String file : List.of(
                "junit/forgetful.xml",
                "junit/sound.xml",
                "summary.json",
                "summary.md",
                "badges/sound.svg",
                "badges/sound-core.svg")) {
            assertThat(site.resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void theExitStatusInTheSummaryIsThatOfTheRun() throws IOException {
        report(results);

        Node summary = Document.read(site.resolve("summary.json"));
        assertThat(summary.get("exit").integer()).isEqualTo(1);
        assertThat(summary.get("targets").items().get(0).get("unexpected").items())
                .isNotEmpty();
        assertThat(Files.readString(site.resolve("junit/forgetful.xml"))).contains("<failure ");
    }

    @Test
    void incompleteResultsAreNamedAndShownAndSetTheExitStatus() throws IOException {
        Path file = results.resolve("sound/results.ndjson");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, lines.size() - 1));

        Ran ran = report(results);

        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.err()).contains("apctck: " + file + ": sound is incomplete: there is no footer");
        assertThat(Files.readString(site.resolve("summary.md"))).contains("**Incomplete: there is no footer");
        assertThat(Files.readString(site.resolve("junit/sound.xml"))).contains("type=\"INCOMPLETE\"");
    }

    @Test
    void aTargetThatIsGoneDoesNotStay() {
        report(results);

        report(results.resolve("sound"));

        assertThat(site.resolve("junit/sound.xml")).exists();
        assertThat(site.resolve("junit/forgetful.xml")).doesNotExist();
        assertThat(site.resolve("badges/forgetful.svg")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoReportIsLeftAlone() {
        Ran ran = Ran.apctck("report", "--out", results.toString(), results.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("apctck: " + results + ": holds something that is no report; choose another folder with"
                        + " --out, or empty it" + System.lineSeparator());
        assertThat(results.resolve("summary.json")).doesNotExist();
    }

    @Test
    void aFolderWithoutResultsIsNamed() {
        Ran ran = report(folder.resolve("nowhere"));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).hasLineCount(1).startsWith("apctck: " + folder.resolve("nowhere"));
        assertThat(site).doesNotExist();
    }
}
