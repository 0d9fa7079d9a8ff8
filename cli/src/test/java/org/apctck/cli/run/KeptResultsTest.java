package org.apctck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.cli.Fifo;
import org.apctck.cli.Ran;
import org.apctck.kit.Targets;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ScenarioResults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays of a run: nothing is lost by looking again, and what a report says is what the run has said. */
class KeptResultsTest {
    private static final String RULE = "QUEUE-FIFO-1";
    private static final String KNOWN = """
            - rule: QUEUE-FIFO-1
              verdict: FAIL
              reason: It forgets them.
            """;
    private static final Path AGENT = Path.of("src/test/resources/hostile-agent.py");

    @TempDir
    private Path folder;

    private Ran run(String... words) {
        List<String> all = new ArrayList<>(List.of("run", "--out", out().toString()));
        all.addAll(List.of(words));
        return Ran.apctck(all.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Ran report(Path... results) {
        List<String> words = new ArrayList<>(
                List.of("report", "--out", folder.resolve("site").toString()));
        Stream.of(results).map(Path::toString).forEach(words::add);
        return Ran.apctck(words.toArray(String[]::new));
    }

    private String junit(String target) throws IOException {
        return Files.readString(folder.resolve("site/junit").resolve(target + ".xml"));
    }

    private static boolean isRed(String xml) {
        return xml.contains("<failure") || xml.contains("<error");
    }

    @Test
    void theCommandThatAFailurePrintsDoesNotReplaceTheResultsOfEverything() {
        assertThat(run("--target", "reference").status()).isZero();
        int scenarios = results("reference").scenarios().size();

        Ran ran = run("--target", "reference", RULE);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .isEqualTo("apctck: " + out() + ": holds results of every scenario, which those of a selection would"
                        + " replace; choose another folder with --out, or leave it out\n");
        assertThat(results("reference").scenarios()).hasSize(scenarios);
        assertThat(scenarios).isGreaterThan(Fifo.SCENARIOS);
    }

    private ScenarioResults results(String target) {
        return ResultsReader.readScenarios(out().resolve(target));
    }

    @Test
    void aTargetThatCannotStartLeavesWhatWasThere() {
        assertThat(run("--target", "reference", RULE).status()).isZero();

        Ran ran = run("--target", "absent", RULE);

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).doesNotContain("results in").contains("exit 3: a target could not start");
        assertThat(report(out()).out()).contains("report in");
        assertThat(folder.resolve("site/junit")).isDirectoryContaining("glob:**/reference.xml");
    }

    @Test
    void aReportNamesATargetThatItsRunHasNoResultsOf() throws IOException {
        assertThat(run("--target", "reference", "--target", "absent", RULE).status())
                .isEqualTo(3);

        Ran ran = report(out());

        assertThat(ran.status()).isEqualTo(6);
        assertThat(ran.err())
                .contains("absent is incomplete: it could not start: absent: its library is not here; install it");
        assertThat(isRed(junit("absent"))).isTrue();
        assertThat(isRed(junit("reference"))).isFalse();
        assertThat(folder.resolve("site/summary.md")).content().contains("absent");
    }

    @Test
    void whatAnotherRunHasLeftComesInOnlyIfItIsNamed() {
        assertThat(run("--target", "sound", RULE).status()).isZero();
        assertThat(run("--target", "reference", RULE).status()).isZero();

        Ran ran = report(out());

        assertThat(ran.err())
                .contains("apctck: " + out().resolve("sound")
                        + ": left out, as it is of another run; name it as well to take it in, or remove it\n");
        assertThat(folder.resolve("site/junit/sound.xml")).doesNotExist();

        assertThat(report(out(), out().resolve("sound")).err()).doesNotContain("left out");
        assertThat(folder.resolve("site/junit/sound.xml")).exists();
    }

    @Test
    void aReportKeepsToTheExpectationsOfTheRun() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), KNOWN);
        assertThat(run("--target", "forgetful", RULE, "--expectations", known.toString())
                        .status())
                .isZero();
        Files.delete(known);

        report(out());

        assertThat(isRed(junit("forgetful"))).isFalse();
        assertThat(junit("forgetful")).contains("It forgets them.");
    }

    /** What the tests of a build say is what the command has said, whatever the target did. */
    @ParameterizedTest
    @CsvSource({
        "reference, 0, QUEUE-FIFO-1",
        "sound, 0, QUEUE-FIFO-1",
        "forgetful, 1, QUEUE-FIFO-1",
        "crashing, 1, QUEUE-FIFO-1",
        "unseen, 5, QUEUE-FIFO-1",
        "faulty, 4, QUEUE-FIFO-1",
        "babbling, 3, QUEUE-FIFO-1",
        "absent, 3, QUEUE-FIFO-1"
    })
    void junitIsRedExactlyWhenTheRunDoesNotEndWell(String target, int status, String rule) throws IOException {
        // The other target makes a record of the run, that of one which cannot start too.
        Ran ran = run("--target", "reference", "--target", target.equals("reference") ? "sound" : target, rule);
        report(out());

        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(status);
        assertThat(isRed(junit(target))).isEqualTo(status != 0);
        assertThat(isRed(junit("reference"))).isFalse();
    }

    @Test
    void ofFewScenariosAKnownDeviationIsDrawn() throws IOException {
        Path known = Files.writeString(folder.resolve("known.yaml"), KNOWN);

        Ran ran =
                run("--target", "forgetful", RULE + "/three-apcs-of-one-producer", "--expectations", known.toString());

        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.out())
                .contains("known deviations of forgetful", "It forgets them.", "QueueUserAPC(A, worker, 0) -> nonzero");
    }

    @Test
    void anAgentIsCalledWhatItSaysThatItIsOrWhatItsUserSays() throws IOException {
        assumeThat(Targets.provider("agent:python3").orElseThrow().missing("agent:python3", Map.of()))
                .isEmpty();
        String agent = "agent:python3 " + AGENT + " 'runs no APC' " + "x".repeat(240);

        Ran ran = run("--target", agent, "--target", "toy=" + agent, RULE);

        assertThat(ran.out()).contains("Hostile: Hostile 1, ", "toy: Hostile 1, ");
        assertThat(ran.out())
                .contains("./apctck run --target 'agent:python3 ", "./apctck run --target 'toy=agent:python3 ");
        assertThat(results("Hostile").header().request().given()).isEqualTo(agent);
        assertThat(results("toy").header().target().name()).isEqualTo("toy");
        report(out());
        assertThat(folder.resolve("site/junit/Hostile.xml")).exists();
        assertThat(folder.resolve("site/badges/toy.svg")).exists();
    }

    @Test
    void aRunThatHasTestedNothingIsRed() throws IOException {
        assumeThat(Targets.provider("agent:python3").orElseThrow().missing("agent:python3", Map.of()))
                .isEmpty();

        Ran ran = run("--target", "toy=agent:python3 " + AGENT + " 'has no functions' mark", RULE);
        report(out());

        assertThat(ran.status()).isEqualTo(6);
        assertThat(isRed(junit("toy"))).isTrue();
    }

    @Test
    void twoAgentsOfOneNameNeedAnother() {
        assumeThat(Targets.provider("agent:python3").orElseThrow().missing("agent:python3", Map.of()))
                .isEmpty();
        String agent = "agent:python3 " + AGENT + " 'has no functions'";

        Ran ran = run("--target", agent + " 1", "--target", agent + " 2", RULE);

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err())
                .contains("apctck: " + agent + " 2: its agent is called Hostile, as another target of this run is;"
                        + " give it a name: --target NAME=" + agent + " 2\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            winpr=agent:x  | --target winpr=agent:x: this name is taken
            aside=agent:x  | --target aside=agent:x: this name is taken
            a b=agent:x    | --target a b=agent:x: the name of a target is a letter or a digit, and up to 39 letters
            =agent:x       | --target =agent:x: the name of a target is
            toy=agent:     | the target agent: needs an address: agent:ADDRESS
            toy=windows:x  | unknown target windows:x
            """)
    void aNameThatCannotBeIsAnError(String target, String told) {
        Ran ran = run("--target", target, RULE);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("apctck: " + told).hasLineCount(1);
    }
}
