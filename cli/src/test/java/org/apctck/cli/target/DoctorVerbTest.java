package org.apctck.cli.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.cli.Ran;
import org.apctck.kit.Targets;
import org.apctck.kit.agent.ServeMain;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;

class DoctorVerbTest {
    private static final Path SKELETON = Path.of("../docs/protocol/skeleton-agent.py");

    @Test
    void anAgentThatKeepsToTheProtocolIsOkInEveryStep() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "'" + java + "' -cp '" + System.getProperty("java.class.path") + "' " + ServeMain.class.getName();

        Ran ran = Ran.apctck("doctor", "agent:" + command + " reference");

        assertThat(ran.out().lines())
                .hasSize(12)
                .allMatch(line -> line.startsWith("ok  "))
                .contains(
                        "ok         it ignores fields that it does not know",
                        "ok         it ends within a second of the end of its input",
                        "ok         it ends within a second of the end of its input while it hangs",
                        "ok         a crash on purpose: what came before arrives, and its exit status tells");
        assertThat(ran.status()).isZero();
    }

    private static void needsPython() {
        assumeThat(Targets.provider("agent:python3").orElseThrow().missing("agent:python3", Map.of()))
                .as("python3 runs the skeleton")
                .isEmpty();
    }

    @Test
    void theSkeletonPassesAllThatNeedsNoProgram() {
        needsPython();

        Ran ran = Ran.apctck("doctor", "agent:python3 " + SKELETON, "--format", "json");

        Map<String, Boolean> steps = ran.json().get("steps").items().stream()
                .collect(Collectors.toMap(
                        step -> step.get("step").text(), step -> step.get("ok").bool()));
        assertThat(steps)
                .containsEntry("it starts and says what it is: skeleton 0, 0 functions", true)
                .containsEntry("it ignores fields that it does not know", true)
                .containsEntry("a hang on purpose: it says what came before, and then nothing", true)
                .containsEntry("it ends within a second of the end of its input while it hangs", true)
                .containsEntry("a crash on purpose: what came before arrives, and its exit status tells", true)
                .containsEntry("a small program passes", false);
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void theSkeletonSaysOfEveryScenarioThatItIsNotImplemented() throws IOException {
        needsPython();
        assertThat(Files.readAllLines(SKELETON)).hasSizeLessThan(150);

        Ran ran = Ran.apctck("run", "--target", "agent:python3 " + SKELETON, "QUEUE-RETURN-OK-1", "--format", "json");

        Ran examined = Ran.apctck("doctor", "agent:python3 " + SKELETON);
        assertThat(examined.out())
                .contains("ok         it ignores fields that it does not know")
                .contains("-> name in the `apis` of its welcome what the implementation has");
        Node rules = ran.json().get("targets").items().get(0).get("rules");
        assertThat(rules.get("QUEUE-RETURN-OK-1").text()).isEqualTo("NOT_APPLICABLE");
        assertThat(ran.status()).as("nothing was tested").isEqualTo(6);
    }

    @Test
    void aTargetThatDoesNotTellWhatHappensIsFoundOut() {
        Ran ran = Ran.apctck("doctor", "forgetful");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("not ok     a small program passes\n           FAIL: worker: expected `begins A(42)`")
                .contains("           -> compare its trace with ./apctck exec docs/examples/hello-apc.json\n")
                .contains("ok         a wrong expectation fails");
    }

    @Test
    void anAgentThatIsNotThereIsNamed() {
        Ran ran = Ran.apctck("doctor", "agent:./no-such-agent");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out())
                .isEqualTo("not ok     it starts and keeps to the protocol\n"
                        + "           agent:./no-such-agent: there is no program ./no-such-agent; give its path\n"
                        + "           -> see docs/protocol/README.md\n");
    }

    @Test
    void asJsonEachStepSaysWhetherItIsOk() {
        assertThat(Ran.apctck("doctor", "reference", "--format", "json")
                        .json()
                        .get("steps")
                        .items())
                .hasSize(6)
                .allMatch(step -> step.get("ok").bool());
    }
}
