package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apctck.kit.agent.ServeMain;
import org.junit.jupiter.api.Test;

class DoctorVerbTest {
    @Test
    void anAgentThatKeepsToTheProtocolIsOkInEveryStep() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command =
                "'" + java + "' -cp '" + System.getProperty("java.class.path") + "' " + ServeMain.class.getName();

        Ran ran = Ran.apctck("doctor", "agent:" + command + " reference");

        assertThat(ran.out().lines())
                .hasSize(7)
                .allMatch(line -> line.startsWith("ok  "))
                .contains("ok      it ignores fields that it does not know")
                .contains("ok      it ends within a second of the end of its input");
        assertThat(ran.status()).isZero();
    }

    @Test
    void aTargetThatDoesNotTellWhatHappensIsFoundOut() {
        Ran ran = Ran.apctck("doctor", "forgetful");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("not ok  a small program passes\n        FAIL: worker: expected `begins A(42)`")
                .contains("        -> compare its trace with ./apctck exec docs/examples/hello-apc.json\n")
                .contains("ok      a wrong expectation fails");
    }

    @Test
    void anAgentThatIsNotThereIsNamed() {
        Ran ran = Ran.apctck("doctor", "agent:./no-such-agent");

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out())
                .isEqualTo("not ok  it starts and keeps to the protocol\n"
                        + "        agent:./no-such-agent: there is no program ./no-such-agent; give its path\n"
                        + "        -> see docs/protocol/README.md\n");
    }

    @Test
    void asJsonEachStepSaysWhetherItIsOk() {
        assertThat(Ran.apctck("doctor", "reference", "--format", "json")
                        .json()
                        .get("steps")
                        .items())
                .hasSize(5)
                .allMatch(step -> step.get("ok").bool());
    }
}
