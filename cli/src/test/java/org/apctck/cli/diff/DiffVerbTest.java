package org.apctck.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.cli.Fifo;
import org.apctck.cli.Ran;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffVerbTest {
    @TempDir
    private Path folder;

    private String results(String target, String... selection) {
        String out = folder.resolve("out").toString();
        String[] args = new String[5 + selection.length];
        System.arraycopy(new String[] {"run", "--out", out, "--target", target}, 0, args, 0, 5);
        System.arraycopy(selection, 0, args, 5, selection.length);
        Ran.apctck(args);
        return folder.resolve("out").resolve(target).toString();
    }

    @Test
    void aTargetDoesNotDifferFromItsOwnResults() {
        Ran ran = Ran.apctck("diff", "reference", results("reference"));

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("0 with another verdict, 0 with another outcome");
    }

    @Test
    void anImplementationThatShowsOneOfTheAllowedOutcomesDoesNotDiffer() {
        Ran ran = Ran.apctck("diff", "reference", "sound");

        assertThat(ran.out()).contains("0 with another verdict, 0 with another outcome");
        assertThat(ran.status()).isZero();
    }

    @Test
    void theFirstEventThatDiffersIsShownSideBySide() {
        Ran ran = Ran.apctck("diff", results("reference", "QUEUE-FIFO-1"), results("forgetful", "QUEUE-FIFO-1"));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("QUEUE-FIFO-1/three-apcs-of-one-producer: ")
                .contains("rules with another verdict: 1\n")
                .containsPattern("> reference +\\| begins A\\(0\\)\n")
                .containsPattern("> forgetful +\\| returns WAIT_IO_COMPLETION\n")
                .contains("%d scenarios compared, %d with another verdict".formatted(Fifo.SCENARIOS, Fifo.SCENARIOS));
    }

    @Test
    void onlyWhatIsNewSinceTheBaselineCounts() throws IOException {
        String reference = results("reference", "QUEUE-FIFO-1");
        String forgetful = results("forgetful", "QUEUE-FIFO-1");
        String baseline = folder.resolve("out").toString();

        Ran same = Ran.apctck("diff", reference, forgetful, "--baseline", baseline, "--fail-on", "new");
        Files.move(Path.of(forgetful), folder.resolve("forgetful"));
        Files.move(Path.of(results("sound", "QUEUE-FIFO-1")), Path.of(forgetful));
        Ran worse = Ran.apctck(
                "diff", reference, folder.resolve("forgetful").toString(), "--baseline", baseline, "--fail-on", "new");

        assertThat(same.status()).isZero();
        assertThat(same.out())
                .contains("%d with another verdict".formatted(Fifo.SCENARIOS), "; 0 new, 0 gone")
                .doesNotContain("new: ");
        assertThat(worse.status()).isEqualTo(1);
        assertThat(worse.out())
                .contains(
                        "new: QUEUE-FIFO-1/three-apcs-of-one-producer: ", "; %d new, 0 gone".formatted(Fifo.SCENARIOS));
    }

    @Test
    void aBaselineWithoutOneOfTheSidesIsAnError() {
        String reference = results("reference", "QUEUE-FIFO-1");

        Ran ran = Ran.apctck(
                "diff",
                reference,
                "sound",
                "QUEUE-FIFO-1",
                "--baseline",
                folder.resolve("out").toString());
        Ran without = Ran.apctck("diff", reference, "sound", "--fail-on", "new");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("has no results of sound", "out/sound").hasLineCount(1);
        assertThat(without.status()).isEqualTo(2);
        assertThat(without.err()).contains("--baseline");
    }

    @Test
    void aSelectionNarrowsBothSides() {
        Ran ran = Ran.apctck("diff", results("reference"), "forgetful", "QUEUE-FIFO-1/two-producers-in-turn");

        assertThat(ran.out()).contains("1 scenario compared, 1 with another verdict, 0 with another outcome");
        assertThat(ran.out()).doesNotContain("only in");
    }

    @Test
    void asJsonEachDifferenceHasItsRuleAndFirstEvent() {
        String left = results("reference", "QUEUE-FIFO-1");
        Node json = Ran.apctck("diff", left, results("forgetful", "QUEUE-FIFO-1"), "--format", "json")
                .json();

        List<Node> differences = json.get("differences").items();
        assertThat(json.get("left").text()).isEqualTo(left);
        assertThat(differences).hasSize(Fifo.SCENARIOS);
        assertThat(differences.get(0).get("rule").text()).isEqualTo("QUEUE-FIFO-1");
        assertThat(differences.get(0).get("left").text()).isEqualTo("PASS");
        assertThat(differences.get(0).get("right").text()).isEqualTo("FAIL");
        assertThat(differences.get(0).get("firstDifference").get("thread").text())
                .isEqualTo("worker");
        assertThat(differences.get(0).get("firstDifference").get("right").text())
                .isEqualTo("returns WAIT_IO_COMPLETION");
    }

    @Test
    void resultsWithoutTheirFooterAreSaidToBeIncomplete() throws IOException {
        Path results = Path.of(results("reference", "QUEUE-FIFO-1"), "results.ndjson");
        List<String> lines = Files.readAllLines(results);
        Files.write(results, lines.subList(0, lines.size() - 1));

        Ran ran = Ran.apctck("diff", results.getParent().toString(), results.toString());

        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.err()).contains("incomplete: there is no footer");
    }

    @Test
    void aFolderOfSeveralTargetsMustBeNamedFurther() {
        Path out = folder.resolve("out");
        Ran.apctck("run", "--target", "forgetful", "--target", "reference", "QUEUE-FIFO-1", "--out", out.toString());

        Ran ran = Ran.apctck("diff", "reference", out.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("holds the results of forgetful, reference; name one of them");
    }
}
