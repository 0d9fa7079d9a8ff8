package org.apctck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.cli.Fifo;
import org.apctck.cli.Ran;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsReader;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunVerbTest {
    @TempDir
    private Path folder;

    private Ran run(String... args) {
        List<String> all =
                new ArrayList<>(List.of("run", "--out", folder.resolve("out").toString()));
        all.addAll(List.of(args));
        return Ran.apctck(all.toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theReferenceKeepsEveryRule() {
        Ran ran = run("--target", "reference", "--format", "json");

        Node target = ran.json().get("targets").items().get(0);
        assertThat(ran.status()).isZero();
        assertThat(target.get("name").text()).isEqualTo("reference");
        assertThat(target.get("verdicts").get("PASS").integer()).isGreaterThan(250);
        assertThat(target.get("verdicts").get("FAIL").integer()).isZero();
        assertThat(target.get("verdicts").get("INCONCLUSIVE").integer()).isZero();
        assertThat(target.get("rules").get("QUEUE-FIFO-1").text()).isEqualTo("PASS");
        Node rules = ran.json().get("rules");
        assertThat(rules.get("covered").integer())
                .isEqualTo(rules.get("testable").integer())
                .isLessThan(rules.get("total").integer());
    }

    @Test
    void resultsAreOnDiskWithTheirFooter() {
        run("--target", "reference", "QUEUE-FIFO-1");

        Results results = ResultsReader.read(folder.resolve("out/reference"));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.attempts()).hasSize(Fifo.SCENARIOS);
    }

    @Test
    void aRecordingIsJudgedAndComparedAsItsTarget() throws IOException {
        Path recording = folder.resolve("live.ndjson");
        run("--target", "reference-live", "QUEUE-FIFO-1", "--record", recording.toString());

        Ran played = run("--target", "recording:" + recording, "QUEUE-FIFO-1");
        Ran diff = Ran.apctck("diff", "reference", "recording:" + recording, "QUEUE-FIFO-1");
        Ran more = run("--target", "recording:" + recording, "QUEUE");

        assertThat(played.status()).isZero();
        assertThat(diff.status()).isZero();
        assertThat(more.status()).isEqualTo(3);
        assertThat(more.out() + more.err()).contains("holds no run of", "it is of other programs, or of a selection");
        Files.writeString(recording, Files.readString(recording).substring(0, 900));
        assertThat(run("--target", "recording:" + recording, "QUEUE-FIFO-1").status())
                .isEqualTo(3);
    }

    @Test
    void generatedProgramsAreJudgedByTheModelAlone() {
        Ran ran = run("--target", "reference", "--generated", "25", "--seed", "7", "--format", "json");

        Node verdicts = ran.json().get("targets").items().get(0).get("verdicts");
        assertThat(ran.status()).isZero();
        assertThat(verdicts.get("PASS").integer()).isEqualTo(25);
    }

    @Test
    void whatTheModelRejectsInAGeneratedProgramIsUnexpectedAndCanBeSeenAgain() {
        Ran ran = run("--target", "reference", "--fault", "LIFO-QUEUE", "--generated", "40", "--seed", "7");
        Matcher rejected = Pattern.compile("rejected by the model").matcher(ran.out());
        Matcher again = Pattern.compile("run --target reference --fault LIFO-QUEUE --seed 7 (generated/7/\\d+)")
                .matcher(ran.out());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(rejected.find()).isTrue();
        assertThat(again.find()).isTrue();
        Ran one = run("--target", "reference", "--fault", "LIFO-QUEUE", again.group(1));
        assertThat(one.status()).isEqualTo(1);
        assertThat(one.out()).contains("rejected by the model").contains("1 scenario:");
    }

    @Test
    void generatedProgramsAreNoSelectionOfScenarios() {
        assertThat(run("--target", "reference", "--generated", "5", "QUEUE").status())
                .isEqualTo(2);
        assertThat(run("--target", "reference", "--generated", "-1").status()).isEqualTo(2);
        assertThat(run("--target", "reference", "--from", "3").status()).isEqualTo(2);
    }

    @Test
    void aSelectionIsARuleAnAreaAFileALineOrAScenario() {
        assertThat(scenarios("QUEUE-FIFO-1")).hasSize(Fifo.SCENARIOS);
        assertThat(scenarios("queue-fifo-1")).hasSize(Fifo.SCENARIOS);
        assertThat(scenarios("KERNEL")).hasSizeGreaterThan(1);
        assertThat(scenarios("features/queue/order.feature")).contains("QUEUE-FIFO-1/two-producers-in-turn");
        assertThat(scenarios("features/src/main/resources/features/queue/order.feature:30"))
                .containsExactly("QUEUE-FIFO-1/two-producers-in-turn");
        assertThat(scenarios("QUEUE-FIFO-1/two-producers-in-turn")).hasSize(1);
        assertThat(scenarios("QUEUE-FIFO-1", "--tags", "not required or queue")).hasSize(Fifo.SCENARIOS);
    }

    private List<String> scenarios(String... selection) {
        List<String> args = new ArrayList<>(List.of("--target", "reference"));
        args.addAll(List.of(selection));
        assertThat(run(args.toArray(String[]::new)).status()).isZero();
        return ResultsReader.read(folder.resolve("out/reference")).attempts().stream()
                .map(attempt -> attempt.scenario().id())
                .toList();
    }

    @Test
    void aRuleThatCannotBeTestedSaysWhy() {
        Ran ran = run("--target", "reference", "QUEUE-CROSSPROC-1");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("apctck: QUEUE-CROSSPROC-1 has no scenario: it is not testable");
    }

    @Test
    void aFailureShowsTheRuleTheTraceAndTheCommandThatReproducesIt() {
        Ran ran = run("--target", "forgetful", "QUEUE-FIFO-1/three-apcs-of-one-producer");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("QUEUE-FIFO-1, required\n      APCs queued with QueueUserAPC to one thread MUST run in")
                .contains("nf-processthreadsapi-queueuserapc\n")
                .contains("FAIL QUEUE-FIFO-1/three-apcs-of-one-producer\n      features/queue/order.feature:11\n")
                .contains("> ")
                .contains("<- expected `begins A`\n")
                .contains("worker: expected `begins A`, but `returns WAIT_IO_COMPLETION`\n")
                .contains("      ./apctck run --target forgetful QUEUE-FIFO-1/three-apcs-of-one-producer\n")
                .endsWith("exit 1: 1 unexpected result\n");
    }

    @Test
    void aKnownDeviationIsListedWithItsReason() throws IOException {
        Path known = file("known.yaml", "- rule: QUEUE-FIFO-1\n  verdict: FAIL\n  reason: it forgets them\n");

        Ran ran = run("--target", "forgetful", "QUEUE-FIFO-1", "--expectations", known.toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("known deviations of forgetful\n  FAIL QUEUE-FIFO-1 (%d scenarios)\n       it forgets them\n"
                        .formatted(Fifo.SCENARIOS))
                .doesNotContain("unexpected");
    }

    @Test
    void anUnexpectedPassNamesItsEntry() throws IOException {
        Path known = file("known.yaml", "- rule: QUEUE-FIFO-1\n  verdict: FAIL\n  reason: it forgets them\n");

        Ran ran = run("--target", "reference", "QUEUE-FIFO-1", "--expectations", known.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("PASS QUEUE-FIFO-1/two-producers-in-turn")
                .contains("known.yaml:1");
    }

    @Test
    void anEntryThatMatchesNothingIsUnexpected() throws IOException {
        Path known = file("known.yaml", "- rule: QUEUE-NONE-1\n  verdict: FAIL\n  reason: a typing error\n");

        Ran ran = run("--target", "reference", "QUEUE-FIFO-1", "--expectations", known.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("known.yaml:1: matches nothing: there is no scenario for QUEUE-NONE-1");
    }

    @Test
    void malformedExpectationsNameTheirLine() throws IOException {
        Path known = file("known.yaml", "- rule: QUEUE-FIFO-1\n  verdict: [FAIL\n");

        Ran ran = run("--target", "reference", "QUEUE-FIFO-1", "--expectations", known.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("apctck: " + known + ":").hasLineCount(1);
    }

    @Test
    void aTargetThatCannotStartIsNotRunAndTheOthersAre() {
        Ran ran = run("--target", "absent", "--target", "reference", "QUEUE-FIFO-1");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out())
                .contains("absent: it cannot start, %d scenarios not run".formatted(Fifo.SCENARIOS))
                .contains("%d scenarios: %d NOT_RUN, %d PASS"
                        .formatted(2 * Fifo.SCENARIOS, Fifo.SCENARIOS, Fifo.SCENARIOS));
        assertThat(ran.err()).isEqualTo("apctck: absent: its library is not here; install it\n");
        assertThat(folder.resolve("out/absent")).doesNotExist();
        assertThat(ResultsReader.read(folder.resolve("out/reference")).attempts())
                .hasSize(Fifo.SCENARIOS)
                .allMatch(attempt -> attempt.verdict() == Verdict.PASS);
    }

    @Test
    void anUnavailableTargetIsLeftOutOnDemand() {
        Ran ran = run("--target", "absent", "--target", "reference", "--if-available", "QUEUE-FIFO-1");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("absent is left out: its library is not here; install it")
                .contains("%d scenarios: %d PASS".formatted(Fifo.SCENARIOS, Fifo.SCENARIOS));
    }

    @Test
    void anAgentThatBreaksTheProtocolLosesItsTarget() {
        Ran ran = run("--target", "babbling", "QUEUE-FIFO-1");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out())
                .contains("NOT_RUN on babbling: %d scenarios\n  it said nonsense\n".formatted(Fifo.SCENARIOS));
    }

    @Test
    void theExitStatusTellsFaultsCrashesAndWhatIsInconclusiveApart() {
        assertThat(run("--target", "faulty", "QUEUE-FIFO-1").status()).isEqualTo(4);
        assertThat(run("--target", "crashing", "QUEUE-FIFO-1").status()).isEqualTo(1);
        assertThat(run("--target", "unseen", "QUEUE-FIFO-1").status()).isEqualTo(5);
        assertThat(run("--target", "unseen", "--target", "crashing", "QUEUE-FIFO-1")
                        .status())
                .isEqualTo(1);
        assertThat(run("--target", "faulty", "--target", "absent", "QUEUE-FIFO-1")
                        .status())
                .isEqualTo(4);
    }

    @Test
    void repeatsMakeAHistogram() {
        Ran ran = run("--target", "forgetful", "--repeat", "3", "QUEUE-FIFO-1/two-producers-in-turn");

        assertThat(ran.out()).contains("(3 FAIL)");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidBeforeAnythingRuns() throws IOException {
        Path notAFolder = file("taken", "");

        Ran ran = Ran.apctck("run", "--target", "reference", "--out", notAFolder.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains("results cannot be written")
                .contains("--out")
                .hasLineCount(1);
    }

    @Test
    void markdownHasATableOfAreasAndOneOfWhatIsUnexpected() {
        Ran ran = run("--target", "forgetful", "--format", "markdown", "QUEUE-FIFO-1/two-producers-in-turn");

        assertThat(ran.out())
                .contains("| area | rules | FAIL |\n| --- | ---: | ---: |\n| QUEUE | 1 | 1 |\n")
                .contains("| `QUEUE-FIFO-1/two-producers-in-turn` | FAIL | worker: expected");
    }

    @Test
    void aProfileNarrowsWhatIsSelected() {
        Node target = run("--target", "reference", "--profile", "threads", "--format", "json")
                .json()
                .get("targets")
                .items()
                .get(0);

        assertThat(target.get("rules").fields()).containsKeys("THREAD-SIGNALED-1", "QUEUE-SUSPENDED-1");
        assertThat(target.get("rules").fields()).doesNotContainKeys("QUEUE-FIFO-1", "DELIVER-WAKE-1");
        Ran nothing = run("--target", "reference", "--profile", "threads", "QUEUE-FIFO-1");
        assertThat(nothing.status()).isEqualTo(2);
        assertThat(nothing.err()).contains("no scenario that was selected is of the profile threads");
    }
}
