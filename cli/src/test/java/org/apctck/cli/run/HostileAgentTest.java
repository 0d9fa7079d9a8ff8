package org.apctck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apctck.cli.Ran;
import org.apctck.kit.Targets;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.Verdict;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Agents that do all they can to harm the kit, or to get a good word from it: none gets a green run, none keeps the other target
 * of the run from its results, none writes to the terminal, and none leaves a process behind. The agents are in
 * {@code hostile-agent.py}; {@code bench/hostile} says how long each holds the kit up, and what memory it costs.
 */
@Execution(ExecutionMode.CONCURRENT) // they wait most of the time
class HostileAgentTest {
    private static final Path AGENT = Path.of("src/test/resources/hostile-agent.py");
    private static final Pattern MODES = Pattern.compile("MODE == \"([^\"]+)\"");
    private static final List<String> RULES = List.of("QUEUE-FIFO-1", "RETURN-SLEEPEX-TIMEOUT-1");

    /** With what some of the agents would have a line begin, had they their way. */
    private static final String FORGED = "591 scenarios";

    @TempDir
    private Path folder;

    static Stream<String> modes() throws IOException {
        Matcher mode = MODES.matcher(Files.readString(AGENT, StandardCharsets.UTF_8));
        return mode.results().map(found -> found.group(1)).distinct();
    }

    @BeforeAll
    static void pythonIsThere() {
        assumeThat(Targets.provider("agent:python3").orElseThrow().missing("agent:python3", Map.of()))
                .as("python3 runs the agents")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void itGetsNoGreenRunAndHarmsNobody(String mode) throws InterruptedException {
        String mark = UUID.randomUUID().toString();

        Ran ran = run(mode, mark);

        assertThat(ran.status()).as(ran.out() + ran.err()).isNotZero();
        assertThat(ran.out() + ran.err()).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
        assertThat(ran.out().lines().filter(line -> line.startsWith(FORGED))).isEmpty();
        ScenarioResults reference = ResultsReader.readScenarios(folder.resolve("reference"));
        assertThat(reference.scenarios()).isNotEmpty().allMatch(scenario -> scenario.verdict() == Verdict.PASS);
        ResultsReader.readAll(ResultsReader.files(folder));
        assertThat(leftInTheEnd(mark)).as("processes that are left").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            has no functions | 6 | nothing was tested: it has the functions of none of the programs
            misspells its functions | 6 | QueueUserApc (did you mean QueueUserAPC?), SleepX (did you mean Sleep or SleepEx?)
            has a virtual clock | 3 | its clock is virtual: neither its times nor its races can be checked; give --virtual-clock
            has implemented nothing | 4 | it says NOT_IMPLEMENTED, but every function of the program is in its `apis`
            says that much time went by | 4 | its last event is of
            blames the program | 1 | the target says that the program is in error, but it can be performed
            never answers | 3 | it did not close the traces of 3 of 3 programs in time
            closes its output | 3 | it did not close the traces of 3 of 3 programs in time
            answers late | 3 | it did not close the traces of 3 of 3 programs in time
            floods long events | 3 | a line of more than 65536 bytes
            floods events | 3 | the agent breaks the protocol
            dies at once | 3 | ended before it said welcome, each of 2 times: exit status 3
            runs no APC | 4 | expected `begins A`
            calls itself the live driver | 4 | cannot be all that happened
            """)
    void itIsToldWhatIsWrong(String mode, int status, String told) {
        Ran ran = run(mode, "told");

        assertThat(ran.status()).as(ran.out() + ran.err()).isEqualTo(status);
        assertThat((ran.out() + ran.err()).replaceAll("\\s+", " "))
                .contains(told)
                .doesNotContain("the drivers of");
    }

    private Ran run(String mode, String mark) {
        String agent = "agent:python3 " + AGENT + " '" + mode + "' " + mark;
        List<String> options = List.of("--limit", "300", "--out", folder.toString());
        return Ran.apctck(Stream.of(List.of("run", "--target", agent, "--target", "reference"), options, RULES)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /** What was killed may take a moment to go. */
    private static List<Long> leftInTheEnd(String mark) throws InterruptedException {
        for (int tries = 0; tries < 600 && !left(mark).isEmpty(); tries++) {
            Thread.sleep(100);
        }
        return left(mark);
    }

    /** The processes with that word in their command line. */
    private static List<Long> left(String mark) {
        return ProcessHandle.allProcesses()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .filter(Objects::nonNull)
                        .anyMatch(mark::equals))
                .map(ProcessHandle::pid)
                .toList();
    }
}
