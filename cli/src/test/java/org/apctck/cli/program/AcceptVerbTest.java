package org.apctck.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apctck.cli.Ran;
import org.apctck.kit.Kit;
import org.apctck.spec.format.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code accept}. */
class AcceptVerbTest {
    private static final String HELLO = "../docs/examples/hello-apc.json";

    @TempDir
    private Path folder;

    @Test
    void whatExecPrintsIsAcceptedAsItIs() {
        Path file = write(lines());

        Ran ran = Ran.apctck("accept", file.toString());

        assertThat(ran.out()).isEqualTo(file + ": accepted, 8 events, at most 1 state\n");
        assertThat(ran.status()).isZero();
        assertThat(Ran.apctck("accept", file.toString(), "--program", HELLO).status())
                .isZero();
    }

    @Test
    void aRejectedTraceIsShownWithTheEventAndWhatIsAllowedThere() {
        List<String> lines = lines();
        lines.replaceAll(line -> line.replace("WAIT_IO_COMPLETION", "0"));
        Path file = write(lines);

        Ran ran = Ran.apctck("accept", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith(file
                        + ": rejected for RETURN-SLEEPEX-IOC-1 at event 6 (line 8): `worker returns 0` cannot happen here,"
                        + " as with the fault SLEEPEX-HIDES-APCS\n")
                .contains("<- rejected by the model")
                .endsWith("allowed there: worker returns WAIT_IO_COMPLETION\n");
        Node trace = Ran.apctck("accept", file.toString(), "--format", "json")
                .json()
                .get("traces")
                .items()
                .get(0);
        assertThat(trace.get("result").text()).isEqualTo("rejected");
        assertThat(trace.get("event").integer()).isEqualTo(6);
        assertThat(trace.get("line").integer()).isEqualTo(8);
        assertThat(trace.get("allowed").items()).hasSize(1);
        assertThat(Ran.apctck("accept", file.toString(), "--format", "markdown").out())
                .contains("- allowed there: `worker returns WAIT_IO_COMPLETION`");
    }

    @Test
    void severalTracesAreJudgedOneByOne() {
        List<String> lines = lines();
        lines.addAll(lines().stream()
                .map(line -> line.replace("WAIT_IO_COMPLETION", "0"))
                .toList());
        Path file = write(lines);

        Ran ran = Ran.apctck("accept", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains(file + ", trace 1: accepted")
                .contains(file + ", trace 2: rejected for RETURN-SLEEPEX-IOC-1 at event 6 (line 18)");
    }

    @Test
    void ofARunThatWasCutOffTheBeginningIsJudged() {
        List<String> lines = lines();
        lines.subList(6, lines.size()).clear();
        lines.add("{\"type\":\"trace\",\"status\":\"CRASHED\",\"events\":5}");

        Ran ran = Ran.apctck("accept", write(lines).toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("accepted as far as it goes (CRASHED: its end is not judged), 5 events");
    }

    @Test
    void tooManyStatesAreNeitherAcceptedNorRejected() {
        List<String> lines = lines(
                "{\"threads\":[{\"name\":\"main\"},{\"name\":\"helper\"},{\"name\":\"worker\"}],\"script\":[{\"race\":{"
                        + "\"main\":[\"QueueUserAPC(A, worker, 0)\"],\"helper\":[\"QueueUserAPC(B, worker, 0)\"]}}]}");

        Ran ran = Ran.apctck("accept", write(lines).toString(), "--bound", "1");

        assertThat(ran.status()).isEqualTo(5);
        assertThat(ran.out()).contains("bounded: before event ").contains("nothing can be said");
        assertThat(Ran.apctck("accept", write(lines).toString()).status()).isZero();
    }

    @Test
    void badInputIsNamedWithItsLine() throws IOException {
        List<String> good = lines();
        Path other =
                Files.writeString(folder.resolve("other.json"), "{\"threads\":[{\"name\":\"main\"}],\"script\":[]}");

        assertRefused(List.of(), ": is empty");
        assertRefused(List.of("SleepEx(0, TRUE)"), ":1: malformed");
        assertRefused(List.of("[1]"), ":1: is not a line of a trace");
        assertRefused(List.of("{\"type\":\"result\"}"), ":1: type: unknown value `result`");
        assertRefused(good.subList(0, 5), ":5: is cut off");
        assertRefused(with(good, 8, good.get(8).substring(0, 20)), ":9: malformed");
        assertRefused(with(good.subList(0, 9), 8, good.get(8).substring(0, 20)), ":9: is cut off");
        assertRefused(with(good, 4, good.get(5)), ":5: seq: is out of order: 4 where 3 must be");
        assertRefused(
                with(good, 1, good.get(1).replace("\"main\"", "\"nobody\"")),
                ":2: thread: unknown thread `nobody`; the program has main, worker");
        assertRefused(with(good, 1, good.get(1).replace("QueueUserAPC", "Queue")), ":2: what: ");
        assertRefused(
                with(good, 0, good.get(0).replace(Kit.version(), "0.0.1")),
                ":1: kit: was made by version 0.0.1 of the kit");
        assertRefused(
                with(good, 0, good.get(0).replace(", 42)", ", 43)")),
                ":1: digest: is not that of the program beside it");
        assertRefused(good.subList(1, 10), ":1: there is no line before it that says which program was run");
        assertRefused(with(good, 9, good.get(9).replace("8", "9")), ":10: events: counts 9 events, but there are 8");
        assertRefused(good, ":1: digest: the trace is of another program", "--program", other.toString());
    }

    private void assertRefused(List<String> lines, String problem, String... more) {
        Path file = write(lines);
        List<String> arguments = new ArrayList<>(List.of("accept", file.toString()));
        arguments.addAll(List.of(more));

        Ran ran = Ran.apctck(arguments.toArray(String[]::new));

        assertThat(ran.err()).startsWith("apctck: " + file + problem).hasLineCount(1);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    private static List<String> lines() {
        return new ArrayList<>(Ran.apctck("exec", HELLO).out().lines().toList());
    }

    private List<String> lines(String program) {
        try {
            Path file = Files.writeString(folder.resolve("program.json"), program);
            return Ran.apctck("exec", file.toString()).out().lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(List<String> lines) {
        try {
            return Files.write(folder.resolve("trace.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
