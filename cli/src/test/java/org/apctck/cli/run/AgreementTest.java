package org.apctck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apctck.cli.Fifo;
import org.apctck.cli.Ran;
import org.apctck.kit.agent.ServeMain;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code run} says of the drivers of the reference when it has several of them. */
class AgreementTest {
    private static final String SERVED = "agent:'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
            + System.getProperty("java.class.path") + "' " + ServeMain.class.getName() + " reference";

    @TempDir
    private Path folder;

    private Ran run(String... args) {
        List<String> all = new ArrayList<>(List.of("run", "QUEUE-FIFO-1", "--out", folder.toString()));
        all.addAll(List.of(args));
        return Ran.apctck(all.toArray(String[]::new));
    }

    @Test
    void driversThatShowWhatTheModelAllowsAgree() {
        Ran ran = run("--target", "reference", "--target", "reference-live");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("the drivers of the reference agree in %d of %d scenarios (reference, reference-live)"
                        .formatted(Fifo.SCENARIOS, Fifo.SCENARIOS));
    }

    @Test
    void anAgentThatCallsItselfADriverIsNone() {
        assertThat(run("--virtual-clock", "--target", "reference", "--target", SERVED)
                        .out())
                .contains("the model 0.1.0")
                .doesNotContain("drivers");
    }

    @Test
    void oneDriverHasNobodyToAgreeWith() {
        assertThat(run("--target", "reference", "--target", "sound").out()).doesNotContain("drivers");
    }

    @Test
    void aDriverThatShowsWhatTheModelDoesNotAllowIsAFaultOfTheKit() {
        Ran ran = run("--target", "reference", "--target", "drifting");

        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.out())
                .contains("ERROR QUEUE-FIFO-1/two-producers-in-turn")
                .contains("drifting shows worker: `returns WAIT_IO_COMPLETION`, the model allows `begins")
                .contains("the drivers of the reference agree in 0 of %d scenarios (reference, drifting)"
                        .formatted(Fifo.SCENARIOS))
                .contains("exit 4: the drivers of the reference disagree");

        Path site = folder.resolve("site");
        Ran report = Ran.apctck("report", folder.toString(), "--out", site.toString(), "--allure-results");

        assertThat(report.out() + report.err())
                .contains(
                        "drifting: the drivers of the reference disagree in QUEUE-FIFO-1/two-producers-in-turn: drifting shows");
        assertThat(site.resolve("junit").resolve("drifting.xml"))
                .content()
                .contains("type=\"DRIVERS_DISAGREE\"")
                .contains("QUEUE-FIFO-1/two-producers-in-turn: drifting shows worker: `returns WAIT_IO_COMPLETION`");
        assertThat(site.resolve("junit").resolve("reference.xml")).content().doesNotContain("DRIVERS_DISAGREE");
        assertThat(site.resolve("summary.json")).content().contains("\"exit\" : 4");
        assertThat(site.resolve("summary.md")).content().contains("the drivers of the reference disagree");
        assertThat(site.resolve("index.html")).content().contains("the drivers of the reference disagree");
    }

    @Test
    void aDriverThatSeesTheEndOfATimeEarlierAgrees() {
        Ran ran = Ran.apctck(
                "run",
                "RETURN-WFSO-TIMEOUT-1",
                "--out",
                folder.toString(),
                "--target",
                "reference",
                "--target",
                "hasty");

        assertThat(ran.out())
                .containsPattern(
                        "the drivers of the reference agree in (\\d+) of \\1 scenarios \\(reference, hasty\\)");
    }

    @Test
    void theFirstEventThatDiffersIsInTheJson() {
        Node agreement = run("--target", "reference", "--target", "drifting", "--format", "json")
                .json()
                .get("agreement");

        assertThat(agreement.get("compared").integer()).isEqualTo(Fifo.SCENARIOS);
        assertThat(agreement.get("agreeing").integer()).isZero();
        Node first = agreement.get("disagreements").items().get(0);
        assertThat(first.get("driver").text()).isEqualTo("drifting");
        assertThat(first.get("thread").text()).isEqualTo("worker");
        assertThat(first.get("shown").text()).isEqualTo("returns WAIT_IO_COMPLETION");
        assertThat(first.get("allowed").text()).startsWith("begins ");
    }

    @Test
    void aModelThatDoesNotDoTheSameTwiceIsAFaultOfTheKit() {
        Ran ran = run("--target", "whimsical");

        assertThat(ran.status()).isEqualTo(4);
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("ERROR on whimsical: %d scenarios".formatted(Fifo.SCENARIOS))
                .contains("fault of the kit: the model is not deterministic: schedule - ends in another outcome");
    }

    @Test
    void theMarkdownHasATableOfThem() {
        assertThat(run("--target", "reference", "--target", "drifting", "--format", "markdown")
                        .out())
                .contains("### The drivers of the reference disagree")
                .contains("agree in 0 of %d scenarios (reference, drifting).".formatted(Fifo.SCENARIOS));
    }
}
