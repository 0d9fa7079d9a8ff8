package org.apctck.cli.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.cli.Ran;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code exec} and {@code explore}. */
class ProgramVerbsTest {
    private static final String EXAMPLES = "../docs/examples/";

    @TempDir
    private Path folder;

    @Test
    void aTraceIsALineForItsProgramALineForEachEventAndAClosingLine() {
        Ran ran = Ran.apctck("exec", EXAMPLES + "hello-apc.json");

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.status()).isZero();
        assertThat(lines.get(0)).startsWith("{\"type\":\"program\",\"kit\":\"").contains("\"program\":{\"threads\"");
        assertThat(lines.get(5))
                .isEqualTo(
                        "{\"type\":\"event\",\"seq\":4,\"micros\":0,\"thread\":\"worker\",\"event\":\"begins\",\"what\":\"Hello(42)\"}");
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("{\"type\":\"trace\",\"status\":\"COMPLETED\",\"schedule\":\"-\",\"events\":8}");
    }

    @Test
    void theDocumentOfTheProtocolExplainsTheTraceOfEveryKindOfEvent() throws IOException {
        String document = Files.readString(Path.of("../docs/protocol/README.md"));
        List<String> trace = Ran.apctck("exec", EXAMPLES + "every-event.json")
                .out()
                .lines()
                .skip(1)
                .toList();

        List<String> shown = document.substring(
                        document.indexOf("### An annotated trace"), document.indexOf("### What a trace must tell"))
                .lines()
                .filter(line -> line.startsWith("{"))
                .toList();
        assertThat(shown).isEqualTo(trace);
        assertThat(EventKind.values())
                .allSatisfy(
                        kind -> assertThat(trace).anyMatch(line -> line.contains("\"event\":\"" + kind.word() + "\"")));
    }

    @Test
    void aThreadThatStaysBlockedIsInTheClosingLine() {
        Ran ran = Ran.apctck("exec", EXAMPLES + "blocked-for-ever.json");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("\"evidence\":\"worker is blocked for ever in WaitForSingleObject\"");
    }

    @Test
    void aLoopWithoutEndIsNamed() {
        Ran ran = Ran.apctck("exec", EXAMPLES + "self-queue-loop.json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("self-queue-loop.json: goes on for ever").contains("worker runs Again");
        assertThat(Ran.apctck("explore", EXAMPLES + "self-queue-loop.json").status())
                .isEqualTo(2);
    }

    @Test
    void aGeneratedProgramIsFoundByItsNameAndPrinted() throws IOException {
        Ran printed = Ran.apctck("exec", "generated/7/12", "--print-program");
        Path file = Files.writeString(folder.resolve("p.json"), printed.out());

        assertThat(printed.status()).isZero();
        assertThat(ProgramReader.read(file)).isEqualTo(GeneratedPrograms.of(7).program(12));
        assertThat(Ran.apctck("exec", "generated/7/12").out())
                .isEqualTo(Ran.apctck("exec", file.toString()).out());
        assertThat(Ran.apctck("explore", "generated/7/12").out()).startsWith("generated/7/12: ");
        assertThat(Ran.apctck("exec", "generated/7").status()).isEqualTo(2);
    }

    @Test
    void anyTargetCanBeAsked() {
        Ran ran = Ran.apctck("exec", EXAMPLES + "hello-apc.json", "--target", "forgetful", "--format", "text");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("SleepEx(INFINITE, TRUE) -> WAIT_IO_COMPLETION")
                .endsWith("COMPLETED\n");
        assertThat(Ran.apctck("exec", EXAMPLES + "hello-apc.json", "--target", "absent")
                        .status())
                .isEqualTo(3);
        assertThat(Ran.apctck("exec", EXAMPLES + "hello-apc.json", "--target", "crashing")
                        .status())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"threads": [ | 1: malformed:
            {"script": []} | 1: `threads` is missing
            {"threads": [{"name": "w"}], "script": [{"thread": "w", "call": "Slep(1)"}]} | Slep
            {"threads": [{"name": "w"}], "script": [{"thread": "w", "call": "Sleep()"}]} | Sleep
            {"threads": [{"name": "w"}], "script": [{"thread": "w", "call": "SetEvent(E)"}]} | E
            {"threads": [{"name": "w"}], "script": [{"thread": "v", "call": "Sleep(0)"}]} | v
            """)
    void aProgramThatCannotBeUsedNamesFileAndLine(String program, String part) throws IOException {
        Path file = Files.writeString(folder.resolve("program.json"), program);

        Ran ran = Ran.apctck("exec", file.toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("apctck: " + file + ":").contains(part).hasLineCount(1);
        assertThat(Ran.apctck("explore", file.toString()).status()).isEqualTo(2);
    }

    @Test
    void everyOutcomeOfARaceHasAScheduleThatReplaysIt() {
        Node json = Ran.apctck("explore", race(), "--format", "json").json();

        assertThat(json.get("complete").bool()).isTrue();
        assertThat(json.get("outcomes").items()).hasSizeGreaterThan(1);
        assertThat(json.get("schedules").integer()).isPositive();
        assertThat(json.get("states").integer()).isPositive();
        for (Node outcome : json.get("outcomes").items()) {
            String schedule = outcome.get("schedule").text();
            Ran replayed = Ran.apctck("exec", race(), "--schedule", schedule);
            List<String> lines = replayed.out().lines().toList();
            assertThat(Document.json("closing line", lines.get(lines.size() - 1))
                            .get("schedule")
                            .text())
                    .isEqualTo(schedule);
        }
    }

    private String race() {
        try {
            return Files.writeString(folder.resolve("race.json"), """
                    {"threads": [{"name": "main"}, {"name": "helper"}, {"name": "worker"}],
                     "script": [{"race": {"main": ["QueueUserAPC(A, worker, 0)"], "helper": ["QueueUserAPC(B, worker, 0)"]}},
                                {"thread": "worker", "call": "SleepEx(0, TRUE)"}]}
                    """).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aSearchThatStoppedAtItsBoundSaysSo() {
        Ran ran = Ran.apctck("explore", EXAMPLES + "race-3x4.json", "--bound", "10");

        assertThat(ran.status()).isEqualTo(5);
        assertThat(ran.out())
                .contains("outcomes so far, bounded: the search stopped and there may be more")
                .contains("schedules so far, 10 branching states")
                .doesNotContain("complete");
        Node json = Ran.apctck("explore", EXAMPLES + "race-3x4.json", "--bound", "10", "--format", "json")
                .json();
        assertThat(json.get("complete").bool()).isFalse();
        assertThat(json.get("bounded").bool()).isTrue();
        assertThat(Ran.apctck("explore", EXAMPLES + "race-3x4.json", "--bound", "10", "--format", "markdown")
                        .out())
                .contains("so far, bounded: ");
    }

    @Test
    void theCommandThatReplaysAnOutcomeIsPrinted() {
        String shown = Ran.apctck("explore", race()).out();

        String command = shown.lines().reduce((first, last) -> last).orElseThrow();
        assertThat(command).startsWith("to replay outcome 2: ./apctck exec ");
        Ran replayed = Ran.apctck(command.replaceFirst(".*apctck ", "").split(" "));
        assertThat(replayed.status()).isZero();
        assertThat(replayed.out()).contains("B(0)").contains("\"schedule\":\"1\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            reference | 1,2 | `1,2` is not a schedule
            reference | 5 | another program
            reference | 1.1.1.1 | another program
            forgetful | 1 | --schedule is for the target reference
            """)
    void aScheduleThatCannotBeReplayedIsRefusedInOneLine(String target, String schedule, String part) {
        Ran ran = Ran.apctck("exec", race(), "--target", target, "--schedule", schedule);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("apctck: ").contains(part).hasLineCount(1);
    }

    @Test
    void theOutcomesAreTheSameWithoutDeduplication() {
        String with = Ran.apctck("explore", race(), "--all").out();
        String without = Ran.apctck("explore", race(), "--all", "--no-dedup").out();

        assertThat(without.substring(without.indexOf('\n'))).isEqualTo(with.substring(with.indexOf('\n')));
    }

    @Test
    void onlyTheFirstOutcomesArePrintedAsText() {
        Ran ran = Ran.apctck("explore", EXAMPLES + "race-3x4.json");

        assertThat(ran.out())
                .startsWith(EXAMPLES + "race-3x4.json: 34650 outcomes; 34650 schedules")
                .contains("outcome 20, schedule ")
                .doesNotContain("outcome 21, ")
                .contains("and 34630 more outcomes (--all prints them)\n\nto replay outcome 20: ./apctck exec ");
    }
}
