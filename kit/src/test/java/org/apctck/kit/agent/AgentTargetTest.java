package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Cases;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.Targets;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host of agents against agents that misbehave. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgentTargetTest {
    private static final Program PROGRAM =
            Cases.of(List.of("worker: SleepEx(0, TRUE)")).program();

    private static final Program ENDS_A_THREAD =
            Cases.of(List.of("worker: ExitThread(0)")).program();

    private static AgentLaunch launch(String mode) {
        return AgentLaunch.of("fake", FakeAgent.command(mode));
    }

    private static AgentTarget open(String mode) throws TargetUnavailableException {
        return AgentTarget.open(launch(mode));
    }

    private static Trace run(AgentTarget target) {
        return target.run(PROGRAM).traces().get(0);
    }

    @Test
    void anAgentDescribesItself() throws TargetUnavailableException {
        try (AgentTarget target = open("works")) {
            assertThat(target.describe().name()).isEqualTo("fake");
            assertThat(target.describe().implementation()).isEqualTo("Fake");
            assertThat(target.describe().apis()).containsExactly("CreateThread", "SleepEx");
        }
    }

    @Test
    void oneProcessServesManyPrograms() throws TargetUnavailableException {
        try (AgentTarget target = open("works")) {
            assertThat(run(target).evidence()).isEqualTo(run(target).evidence()).startsWith("process ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dies at once | ended before it said welcome, each of 2 times: exit status 3; stderr: cannot find the library",
                "prints nothing | did not answer hello within 1500 ms",
                "greets with garbage | does not speak the protocol: `Welcome to MyWin 1.0!` is no message (its output:1:"
                        + " malformed: ",
                "speaks another version | speaks protocol 1, this kit speaks 2; docs/protocol/README.md says under Versions what is different",
                "refuses | refuses: no licence",
            })
    void anAgentThatCannotStartIsUnavailableAndSaysWhy(String mode, String problem) {
        // Too short a limit is harmless for the others: they answer or die before it, or are reported as silent.
        HostLimits limits = mode.equals("prints nothing")
                ? HostLimits.DEFAULT.withHandshakeMillis(1500)
                : HostLimits.DEFAULT.withHandshakeMillis(60_000);

        assertThatThrownBy(() -> AgentTarget.open(launch(mode).withLimits(limits)))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageStartingWith("fake: the agent " + problem);
    }

    @Test
    void anAgentThatFailsToStartOnceIsStartedOnceMore(@TempDir Path folder) throws TargetUnavailableException {
        List<String> command = FakeAgent.command(
                "dies at its first start", folder.resolve("started").toString());

        try (AgentTarget target = AgentTarget.open(AgentLaunch.of("fake", command))) {
            assertThat(target.describe().implementation()).isEqualTo("Fake");
        }
    }

    @Test
    void aProgramThatIsNotThereCannotBeStarted() {
        assertThatThrownBy(() -> AgentTarget.open(AgentLaunch.of("fake", List.of("/no/such/agent"))))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageStartingWith("fake: ")
                .hasMessageContaining("/no/such/agent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prints garbage | `Segmentation fault (not really)` is no message",
                "sends an unknown type | `{\"type\":\"progress\",\"id\":1}` is no message",
                "answers another | it sent an answer to what was not asked, program 99",
                "miscounts | it says that it sent 3 events, but 0 came",
                "numbers an event twice | it sent two events with the number 0",
                "floods a line | a line of more than 100000 bytes",
                "floods events | it sent more than 1000 events for one program",
            })
    void anAgentThatBreaksTheProtocolIsLost(String mode, String problem) throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withLineBytes(100_000).withEvents(1000);
        try (AgentTarget target = AgentTarget.open(launch(mode).withLimits(limits))) {
            assertThatThrownBy(() -> run(target))
                    .isInstanceOfSatisfying(
                            TargetLostException.class,
                            lost -> assertThat(lost.isProtocolBroken()).isTrue())
                    .hasMessageStartingWith("fake: the agent breaks the protocol: " + problem);
        }
    }

    @Test
    void whatAnAgentSaysAboutOneProgramMustFitInMemory() throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withLimitMillis(60_000).withLineBytes(4 << 20);
        try (AgentTarget target = AgentTarget.open(launch("floods long events").withLimits(limits))) {
            assertThatThrownBy(() -> run(target))
                    .isInstanceOf(TargetLostException.class)
                    .hasMessageEndingWith("more than 16777216 characters for one program");
        }
    }

    @Test
    void aSecondAnswerIsNoticedAtTheNextProgram() throws TargetUnavailableException {
        try (AgentTarget target = open("answers twice in a batch")) {
            run(target);

            assertThatThrownBy(() -> run(target))
                    .isInstanceOf(TargetLostException.class)
                    .hasMessageContaining("a second answer to program 1");
        }
    }

    @Test
    void aSecondAnswerToTheLastProgramIsNoticedAtTheEnd() throws TargetUnavailableException {
        AgentTarget target = open("answers twice");
        run(target);

        assertThatThrownBy(target::close)
                .isInstanceOf(TargetLostException.class)
                .hasMessageContaining("unasked");
    }

    @Test
    void eventsAreSortedByTheirNumbers() throws TargetUnavailableException {
        try (AgentTarget target = open("sends events out of order")) {
            assertThat(run(target).events()).extracting(Event::seq).containsExactly(0, 1);
        }
    }

    @Test
    void aCrashKeepsWhatCameBeforeAndIsFoundToBeReproducible() throws TargetUnavailableException {
        try (AgentTarget target = open("dies in the middle")) {
            Trace trace = run(target);

            assertThat(trace.status()).isEqualTo(TraceStatus.CRASHED);
            assertThat(trace.events()).hasSize(1);
            assertThat(trace.evidence())
                    .isEqualTo("the process died: exit status 7; stderr: about to die;"
                            + " the last event was `worker exits`; reproducible alone");
        }
    }

    @Test
    void aCrashOfTheBatchIsToldFromOneOfTheCaseAndTheRunGoesOn() throws TargetUnavailableException {
        try (AgentTarget target = open("dies in its second program")) {
            assertThat(run(target).status()).isEqualTo(TraceStatus.STUCK);
            Trace second = run(target);

            assertThat(second.status()).isEqualTo(TraceStatus.CRASHED);
            assertThat(second.evidence()).contains("exit status 0").endsWith("; only in the batch, not alone");
            assertThat(run(target).status()).isEqualTo(TraceStatus.STUCK);
        }
    }

    @Test
    void anAgentIsGivenUpWhenItsRestartsAreSpent() throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withRestarts(2);
        try (AgentTarget target = AgentTarget.open(launch("dies in the middle").withLimits(limits))) {
            assertThat(crash(target, 1)).endsWith("reproducible alone");
            assertThat(crash(target, 2)).endsWith("reproducible alone");
            assertThat(crash(target, 3)).endsWith("no restarts are left");

            assertThatThrownBy(() -> run(target))
                    .isInstanceOfSatisfying(
                            TargetLostException.class,
                            lost -> assertThat(lost.isProtocolBroken()).isFalse())
                    .hasMessage("fake: given up after 2 restarts of the agent; the last time it crashed");
        }
    }

    @Test
    void anAgentThatDiesInEveryProgramIsGivenUpSoon() throws TargetUnavailableException {
        try (AgentTarget target = AgentTarget.open(launch("dies in the middle"))) {
            for (int millis = 1; millis <= 4; millis++) {
                assertThat(crash(target, millis)).contains("the process died");
            }

            assertThatThrownBy(() -> run(target))
                    .isInstanceOf(TargetLostException.class)
                    .hasMessage(
                            "fake: given up after 4 programs: the agent died in each, and dies even in one without calls");
        }
    }

    @Test
    void anAgentThatDiesOfItsCallsIsAskedForAllOfThem() throws TargetUnavailableException {
        try (AgentTarget target = open("dies of a call")) {
            for (int millis = 1; millis <= 5; millis++) {
                assertThat(crash(target, millis)).endsWith("reproducible alone");
            }
        }
    }

    private static String crash(AgentTarget target, int millis) {
        Program program = Cases.of(List.of("worker: Sleep(" + millis + ")")).program();
        return target.run(program).traces().get(0).evidence();
    }

    @Test
    void aProgramThatIsKnownToCrashCountsOnce() throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withRestarts(1);
        try (AgentTarget target = AgentTarget.open(launch("dies in the middle").withLimits(limits))) {
            for (int i = 0; i < 4; i++) {
                assertThat(run(target).evidence()).endsWith("; reproducible alone");
            }
        }
    }

    @Test
    void anAgentThatNeverAnswersIsKilledAndTheTraceIsUnsettled() throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withLimitMillis(100);
        try (AgentTarget target = AgentTarget.open(launch("never answers").withLimits(limits))) {
            Trace trace = run(target);

            assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
            assertThat(trace.evidence())
                    .isEqualTo("the agent did not close the trace within 1200 ms and was killed"
                            + " (it was to do so at 100 ms, see --limit);"
                            + " the last event was `worker exits`");
        }
    }

    @Test
    void anExhaustedProcessIsReplacedAndThatCountsForNoRestart() throws TargetUnavailableException {
        HostLimits limits = HostLimits.DEFAULT.withRestarts(0);
        try (AgentTarget target = AgentTarget.open(launch("is exhausted").withLimits(limits))) {
            List<String> processes = List.of(
                    run(target).evidence(), run(target).evidence(), run(target).evidence());

            assertThat(processes).doesNotHaveDuplicates();
        }
    }

    @Test
    void aProgramThatEndsThreadsRunsInADisposableChild() throws TargetUnavailableException {
        AgentLaunch launch = launch("works").withDisposable(FakeAgent.command("works"));
        try (AgentTarget target = AgentTarget.open(launch)) {
            String shared = run(target).evidence();
            String first = target.run(ENDS_A_THREAD).traces().get(0).evidence();
            String second = target.run(ENDS_A_THREAD).traces().get(0).evidence();

            assertThat(List.of(shared, first, second)).doesNotHaveDuplicates();
            assertThat(run(target).evidence()).isEqualTo(shared);
        }
    }

    @Test
    void anErrorOfTheProgramIsOneOfTheProgram() throws TargetUnavailableException {
        try (AgentTarget target = open("blames the program")) {
            assertThatThrownBy(() -> run(target))
                    .isInstanceOf(ProgramException.class)
                    .hasMessage("worker is in a call");
        }
    }

    @Test
    void anAgentAtFaultIsRestarted() throws TargetUnavailableException {
        try (AgentTarget target = open("is at fault")) {
            assertThat(run(target)).isEqualTo(Trace.of(List.of(), TraceStatus.FAULT, "the agent is at fault: bug"));
            assertThat(run(target).status()).isEqualTo(TraceStatus.FAULT);
        }
    }

    @Test
    void theProviderSplitsTheCommandLineAndChecksTheProgram() throws TargetUnavailableException {
        AgentProvider provider = new AgentProvider();
        String command = "'" + String.join("' '", FakeAgent.command("never answers")) + "'";

        assertThat(provider.missing("agent:no-such-program-here --x", Map.of()))
                .isEqualTo("there is no program no-such-program-here; give its path");
        try (var target = provider.open("agent:" + command, Map.of("limitMillis", "50"))) {
            assertThat(target.describe().name()).isEqualTo("Fake");
            assertThat(target.run(PROGRAM).traces().get(0).evidence()).contains("within 1100 ms");
        }
        try (var target = provider.open("agent:" + command, Map.of(Targets.NAME, "toy"))) {
            assertThat(target.describe().name()).isEqualTo("toy");
        }
    }
}
