package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apctck.kit.Cases;
import org.apctck.kit.Judgement;
import org.apctck.kit.Traces;
import org.apctck.spec.Run;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Printable;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be the results of one run is told in one line; what is missing makes them incomplete. */
class BadResultsTest {
    private static final String JOINED = "; the file was joined or changed by hand: run it again";
    private static final String MARKUP = "<script>alert(\"&\")</script>]]>\u0000\u2028é";

    @TempDir
    Path folder;

    private Path file;
    private String header;
    private String first;
    private String second;
    private String footer;

    @BeforeEach
    void writeTwoAttempts() throws IOException {
        file = folder.resolve(ResultsWriter.FILE);
        List<Header.Asked> asked = List.of(new Header.Asked("Q-A-1/x", "Q-A-1"), new Header.Asked("Q-B-1/y", "Q-B-1"));
        try (ResultsWriter writer = ResultsWriter.create(folder, ResultsFileTest.header(1, asked))) {
            writer.add(attempt("Q-A-1/x"));
            writer.add(attempt("Q-B-1/y"));
            writer.end(new Footer(Map.of(Verdict.PASS, 2), 12, false, "", false));
        }
        List<String> lines = Files.readAllLines(file);
        header = lines.get(0);
        first = lines.get(1);
        second = lines.get(2);
        footer = lines.get(3);
    }

    private static Attempt attempt(String id) {
        Trace trace = Traces.of("worker calls SleepEx(0, TRUE)", "worker returns " + MARKUP);
        return new Attempt(
                Cases.named(id, List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("calls SleepEx")),
                Rule.Level.REQUIRED,
                1,
                Judgement.of(Verdict.PASS, MARKUP),
                Sample.of(Run.of(trace), List.of()),
                1,
                MARKUP);
    }

    private ScenarioResults read(String... lines) throws IOException {
        Files.write(file, List.of(lines));
        return ResultsReader.readScenarios(folder);
    }

    /** The one line that is said of them, without the name of the file. */
    private AbstractStringAssert<?> reading(String... lines) {
        String message =
                catchThrowableOfType(InputException.class, () -> read(lines)).getMessage();
        assertThat(message).startsWith(file.toString()).doesNotContain("\n");
        return assertThat(message.substring(file.toString().length()));
    }

    @Test
    void theseLinesAreGoodAsTheyAre() throws IOException {
        assertThat(read(header, first, second, footer).isComplete()).isTrue();
    }

    @Test
    void markupInWhatATargetSaysIsDataLikeAnyOther() throws IOException {
        Attempt read = read(header, first, second, footer).scenarios().get(0).worst();

        assertThat(read.verdict()).isEqualTo(attempt("Q-A-1/x").verdict());
        assertThat(read.sample().traces().get(0).events().get(1).what())
                .isEqualTo(Printable.line(MARKUP))
                .contains("<script>");
    }

    @Test
    void aFileMayEndAnywhereButNeverLooksComplete() throws IOException {
        Files.write(file, List.of(header, first, second, footer));
        byte[] whole = Files.readAllBytes(file);
        int headerBytes = header.getBytes(StandardCharsets.UTF_8).length;

        for (int length = 0; length < whole.length - 1; length++) {
            // Reading takes a while, so most places within a line are left out.
            if (length % 41 != 0 && whole[length] != '\n' && whole[length + 1] != '\n' && whole[length] >= 0) {
                continue;
            }
            Files.write(file, Arrays.copyOf(whole, length));
            if (length < headerBytes) {
                assertThatThrownBy(() -> ResultsReader.readScenarios(file)).isInstanceOf(InputException.class);
            } else {
                assertThat(ResultsReader.readScenarios(file).incompleteness()).startsWith("incomplete: ");
            }
        }
    }

    @Test
    void aHeaderAloneIsIncompleteAndEveryScenarioNotRun() throws IOException {
        ScenarioResults results = read(header);

        assertThat(results.incompleteness()).contains("no footer");
        assertThat(results.scenarios()).extracting(ScenarioResult::verdict).containsOnly(Verdict.NOT_RUN);
    }

    @Test
    void anAttemptThatIsMissingAlthoughThereIsAFooterMakesThemIncomplete() throws IOException {
        ScenarioResults results = read(header, first, footer.replace("\"PASS\":2", "\"PASS\":1"));

        assertThat(results.incompleteness()).isEqualTo("incomplete: 1 of the attempts that were asked for are missing");
    }

    @Test
    void countsThatDisagreeWithTheFooterAreAnError() {
        reading(header, first, footer).isEqualTo(":3: counts 2 attempts, but the file has 1" + JOINED);
        reading(header, first, second, footer.replace("\"PASS\":2", "\"PASS\":1,\"FAIL\":1"))
                .isEqualTo(":4: verdicts: counts {FAIL=1, PASS=1}, but the file has {PASS=2}" + JOINED);
    }

    @Test
    void twoFilesThatWereJoinedAreAnError() {
        reading(header, first, second, footer, header, first, second, footer)
                .isEqualTo(":5: text after the footer" + JOINED);
        reading(header, first, header, second, footer).isEqualTo(":3: a second header" + JOINED);
        reading(header, first, first, footer).isEqualTo(":3: attempt 1 at Q-A-1/x for the second time" + JOINED);
        reading(header, first, second, footer, second).isEqualTo(":5: text after the footer" + JOINED);
    }

    @Test
    void anAttemptThatWasNotAskedForIsAnError() {
        reading(header, first.replace("\"id\":\"Q-A-1/x\"", "\"id\":\"Q-A-1/z\""), second, footer)
                .isEqualTo(":2: an attempt at Q-A-1/z, which the header did not ask for" + JOINED);
        reading(header, first.replace("\"number\":1", "\"number\":2"), second, footer)
                .isEqualTo(":2: attempt 2 at Q-A-1/x, but the header asked for 1" + JOINED);
        reading(header, first.replace("\"rule\":\"Q-A-1\"", "\"rule\":\"Q-B-1\""), second, footer)
                .isEqualTo(":2: Q-A-1/x is about Q-B-1 here and about Q-A-1 in the header" + JOINED);
        reading(header.replace("Q-B-1/y", "Q-A-1/x"), first, footer)
                .isEqualTo(":1: asked[1].case: Q-A-1/x is asked for twice");
    }

    @Test
    void anotherVersionOfTheCaseIsNotTakenForTheOneThatWasReadBefore() {
        String twice = header.replace("\"repeats\":1", "\"repeats\":2");
        String again = first.replace("\"number\":1", "\"number\":2");

        reading(twice, first, again.replace("SleepEx(0, TRUE)", "SleepEx(1, TRUE)"), footer)
                .startsWith(":3: digest: is not that of the program and checks");
        reading(twice, first, again.replace("\"digest\":\"", "\"digest\":\"0"), footer)
                .startsWith(":3: digest: is not that of the program and checks");
        reading(twice, first, again.substring(0, again.length() - 1) + ",\"case\":{}}", footer)
                .startsWith(":3: malformed: Duplicate");
    }

    @Test
    void garbageIsNamedWithItsLine() throws IOException {
        reading("hello").startsWith(":1: malformed: Unrecognized token 'hello'");
        reading("[]").startsWith(":1: must be an object");
        reading("{}").startsWith(":1: is not the header of a file of results");
        reading(header, "", first).isEqualTo(":2: is blank" + JOINED);
        reading(header, "[".repeat(100_000), first).startsWith(":2: malformed: ");
        reading(header.replace("\"format\":2", "\"format\":1"))
                .isEqualTo(":1: format: format 1 is not known; this kit reads 2: run it again with this kit");

        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        bytes[0] = (byte) 0xFF;
        Files.write(file, bytes);
        assertThatThrownBy(() -> ResultsReader.readScenarios(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":1: a line that is not UTF-8; is it a file of results?");
    }

    @Test
    void aLineWithoutEndIsAnErrorBeforeItFillsTheMemory() throws IOException {
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) ' ');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 72; i++) {
                out.write(megabyte);
            }
        }

        assertThatThrownBy(() -> ResultsReader.readScenarios(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":2: a line of more than 67108864 bytes; is it a file of results?");
    }

    @Test
    void aFolderWithoutResultsIsAnError() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty/inner")).getParent();

        assertThatThrownBy(() -> ResultsReader.files(empty))
                .hasMessage(empty + ": holds no results.ndjson, and no folder in it does;"
                        + " it must be a folder that run --out was given");
        assertThatThrownBy(() -> ResultsReader.readScenarios(empty))
                .hasMessage(empty.resolve("results.ndjson") + ": no such file");
        Files.createDirectory(empty.resolve("results.ndjson"));
        assertThatThrownBy(() -> ResultsReader.readScenarios(empty))
                .hasMessageStartingWith(empty.resolve("results.ndjson") + ": cannot be read (");
    }
}
