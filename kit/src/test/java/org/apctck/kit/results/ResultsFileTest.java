package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Check;
import org.apctck.kit.Difference;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judgement;
import org.apctck.kit.Rejection;
import org.apctck.kit.Schemas;
import org.apctck.kit.Traces;
import org.apctck.spec.Objection;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    private Attempt attempt;
    private final Footer footer = new Footer(Map.of(Verdict.FAIL, 1), 12, false, "", false);

    @BeforeEach
    void makeAnAttempt() {
        Check.Exactly check = Cases.exactly("calls SleepEx", "returns 0");
        Case scenario = Cases.of(List.of("worker: SleepEx(0, TRUE)"), check);
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "quiescent", "worker returns WAIT_IO_COMPLETION");
        Difference difference = new Difference(check, 10, trace, 2, "`returns 0`", "`returns WAIT_IO_COMPLETION`");
        List<Rejection> rejections = List.of(
                new Rejection(new Objection("the model", -1, "it cannot end here", List.of("returns 0")), trace),
                new Rejection(Objection.undecided("the test", 1, "too many states"), trace),
                new Rejection(Objection.of("OTHER-RULE-1", "the third", 0, "no", List.of()), trace),
                new Rejection(
                        Objection.of("THIRD-RULE-1", "the fourth", 0, "no", List.of())
                                .guessed(),
                        trace));
        attempt = new Attempt(
                scenario,
                Rule.Level.REQUIRED,
                1,
                new Judgement(Verdict.FAIL, "worker: wrong", difference, rejections),
                Sample.of(Run.of(trace), List.of(trace)),
                3,
                "warning: é\n",
                new Histogram(
                        7,
                        2,
                        1,
                        Racing.STEERED,
                        -5,
                        List.of(
                                new Histogram.Outcome("worker: returns 0", "why", 12, true, 0),
                                new Histogram.Outcome("worker: nothing", "", 0, false, 6))),
                List.of("the agent did not close the trace"));
    }

    static Header header(int repeats, List<Header.Asked> asked) {
        return new Header(
                "0.1.0",
                "2026-01-02T03:04:05Z",
                "0".repeat(64),
                "host",
                Cases.target(),
                Map.of("a", "b"),
                repeats,
                asked,
                new Request("8d6e2cf2-f0a5-4a4e-9d37-4e9a3f1c0b11", "toy=agent:./toy", expectations()));
    }

    /** Entries of every kind, as they stand in a file. */
    private static Expectations expectations() {
        String yaml = """
                - rule: Q-A-1
                  when: {version: '>= 1'}
                  verdict: [PASS, FAIL]
                  shows: returns 0
                  reason: why
                  bug: https://example.org/1
                  review: 2027-06-30
                - scenario: Q-A-1/case
                  verdict: CRASH
                  reason: why
                  digest: 0000000000000000000000000000000000000000000000000000000000000000
                - objection: Q-B-1
                  in: Q-A-1/case
                  verdict: FAIL
                  reason: why
                - finding: code = 0
                  verdict: FAIL
                  reason: why
                """;
        Expectations read = Expectations.read("t.yaml", Document.yaml("t.yaml", yaml));
        return read.on(new TargetDescription("t", "T", "2", "", "", Set.of()), LocalDate.of(2026, 1, 2));
    }

    private static Header header() {
        return header(1, List.of(new Header.Asked("Q-A-1/case", "Q-A-1")));
    }

    private Path write(Footer last) {
        try (ResultsWriter writer = ResultsWriter.create(folder, header())) {
            writer.add(attempt);
            writer.end(last);
        }
        return folder.resolve(ResultsWriter.FILE);
    }

    @Test
    void resultsSurviveBeingWrittenAndRead() {
        write(footer);

        Results results = ResultsReader.read(folder);

        assertThat(results).isEqualTo(new Results(header(), List.of(attempt), footer));
        assertThat(results.isComplete()).isTrue();
        assertThat(results.attempts().get(0).judgement().difference().trace())
                .isEqualTo(attempt.sample().traces().get(0));
    }

    @Test
    void attemptsAreRolledUpAsTheyAreRead() {
        Attempt second = new Attempt(
                attempt.scenario(),
                attempt.level(),
                2,
                Judgement.of(Verdict.PASS, ""),
                attempt.sample(),
                3,
                "",
                attempt.race(),
                List.of());
        Header header = header(2, List.of(new Header.Asked("Q-A-1/case", "Q-A-1")));
        try (ResultsWriter writer = ResultsWriter.create(folder, header)) {
            writer.add(attempt);
            writer.add(second);
            writer.end(new Footer(Map.of(Verdict.FAIL, 1, Verdict.PASS, 1), 12, false, "", false));
        }

        ScenarioResults results = ResultsReader.readScenarios(folder);

        assertThat(results).isEqualTo(ScenarioResults.of(ResultsReader.read(folder)));
        ScenarioResult result = results.scenarios().get(0);
        assertThat(result.worst()).isEqualTo(attempt);
        assertThat(result.histogram()).isEqualTo(Map.of(Verdict.FAIL, 1, Verdict.PASS, 1));
        assertThat(result.outcomes())
                .containsExactly(new Seen(attempt.sample().outcomes().get(0), 2));
        assertThat(result.race().runs()).isEqualTo(14);
        assertThat(result.race().outcomes())
                .extracting(Histogram.Outcome::count)
                .containsExactly(0, 12);
    }

    @Test
    void everyLineIsValidByTheSchema() throws IOException {
        Case scenario = Cases.of(
                List.of("20 ms"),
                Cases.oneOf(Cases.row(21, "worker: begins A", "main:")),
                new Check.Recorded("main", 22),
                new Check.TookAtLeast("worker", ApiFunction.SLEEP_EX, 5, 23));
        try (ResultsWriter writer = ResultsWriter.create(folder, header())) {
            writer.add(attempt);
            writer.add(Attempt.notRun(scenario, Rule.Level.INFORMATIVE, 1, "lost"));
            writer.end(new Footer(Map.of(Verdict.FAIL, 1, Verdict.NOT_RUN, 1), 12, true, "gone", true));
        }

        for (String line : Files.readAllLines(folder.resolve(ResultsWriter.FILE))) {
            assertThat(Schemas.errors("results", line)).as(line).isEmpty();
            assertThat(Schemas.errors("results", line.replace("\"type\"", "\"kind\"")))
                    .isNotEmpty();
        }
    }

    @Test
    void aFileWithoutItsFooterIsIncomplete() {
        try (ResultsWriter writer = ResultsWriter.create(folder, header())) {
            writer.add(attempt);
        }

        Results results = ResultsReader.read(folder);

        assertThat(results.attempts()).hasSize(1);
        assertThat(results.isComplete()).isFalse();
        assertThat(results.incompleteness()).contains("no footer");
    }

    @Test
    void everyLineIsOnDiskAsSoonAsItIsAdded() throws IOException {
        try (ResultsWriter writer = ResultsWriter.create(folder, header())) {
            writer.add(attempt);

            assertThat(Files.readAllLines(folder.resolve(ResultsWriter.FILE))).hasSize(2);
        }
    }

    @Test
    void aLastLineThatWasCutOffIsLeftOut() throws IOException {
        Path file = write(footer);
        String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.indexOf("\"difference\"")));

        Results results = ResultsReader.read(file);

        assertThat(results.attempts()).isEmpty();
        assertThat(results.isComplete()).isFalse();
    }

    @Test
    void anInterruptedRunAndALostTargetAreIncompleteAndSayWhy() {
        write(new Footer(Map.of(Verdict.FAIL, 1), 1, true, "", false));
        assertThat(ResultsReader.read(folder).incompleteness()).isEqualTo("incomplete: the run was interrupted");

        write(new Footer(Map.of(Verdict.FAIL, 1), 1, false, "gone", true));
        assertThat(ResultsReader.read(folder).incompleteness()).isEqualTo("incomplete: the target was lost: gone");
    }

    @Test
    void aMalformedLineIsNamedWithItsNumberAndField() throws IOException {
        Path file = write(footer);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));

        rewrite(file, lines.get(0), lines.get(1).replace("\"number\":1", "\"number\":0"), lines.get(2));
        assertThatThrownBy(() -> ResultsReader.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":2: number: must be from 1 to 2147483647, not 0");

        rewrite(file, lines.get(0), "{\"type\":", lines.get(2));
        assertThatThrownBy(() -> ResultsReader.read(file)).hasMessageStartingWith(file + ":2: malformed");

        rewrite(file, lines.get(0), lines.get(2));
        assertThatThrownBy(() -> ResultsReader.read(file))
                .hasMessageStartingWith(file + ":2: counts 1 attempts, but the file has 0;");

        rewrite(file, lines.get(1));
        assertThatThrownBy(() -> ResultsReader.read(file)).hasMessageStartingWith(file + ":1: is not the header");

        rewrite(file, lines.get(0).replace("\"format\":2", "\"format\":9"));
        assertThatThrownBy(() -> ResultsReader.read(file)).hasMessageStartingWith(file + ":1: format: format 9");

        Files.writeString(file, "");
        assertThatThrownBy(() -> ResultsReader.read(file)).hasMessage(file + ": is empty; run it again");
    }

    @Test
    void aCaseChangedByHandIsNoticed() throws IOException {
        Path file = write(footer);
        Files.writeString(file, Files.readString(file).replace("\"what\":\"0\"", "\"what\":\"1\""));

        assertThatThrownBy(() -> ResultsReader.read(file)).hasMessageContaining(":2: digest: is not that of");
    }

    private static void rewrite(Path file, String... lines) throws IOException {
        Files.write(file, List.of(lines));
    }

    @Test
    void theResultsOfEveryTargetOfARunAreRead() {
        for (String target : List.of("b", "a")) {
            try (ResultsWriter writer = ResultsWriter.create(folder.resolve(target), header())) {
                writer.end(new Footer(Map.of(), 1, false, target, false));
            }
        }

        assertThat(ResultsReader.readAll(ResultsReader.files(folder)))
                .extracting(results -> results.footer().lost())
                .containsExactly("a", "b");
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorBeforeAnythingIsRun() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> ResultsWriter.create(file.resolve("x"), header()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.resolve("x") + ": results cannot be written (")
                .hasMessageEndingWith("); choose another folder with --out");
    }

    @Test
    @EnabledIf("hasFullDevice")
    void aFullDiskIsAClearErrorAndEndsTheFile() throws IOException {
        assertThatThrownBy(() -> ResultsWriter.create(FULL, Files.newBufferedWriter(FULL), header()))
                .isInstanceOf(InputException.class)
                .hasMessage(FULL + ": results cannot be written (No space left on device);"
                        + " choose another folder with --out");
    }

    static boolean hasFullDevice() {
        return Files.exists(FULL);
    }

    @Test
    void ofManyTracesTheFirstAreKeptAndTheOneThatFails() {
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            traces.add(Traces.scheduled("s" + i, "worker begins A(" + i % 1500 + ")"));
        }

        Sample sample = Sample.of(new Run(traces, false), List.of(traces.get(999)));

        assertThat(sample.traces()).hasSize(17).endsWith(traces.get(999));
        assertThat(sample.traceCount()).isEqualTo(2000);
        assertThat(sample.outcomes()).hasSize(1000);
        assertThat(sample.outcomeCount()).isEqualTo(1500);
        assertThat(sample.complete()).isFalse();
    }
}
