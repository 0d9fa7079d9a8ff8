package org.apctck.cli.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Judgement;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.diff.ResultsDiff;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** A difference of every kind, as it is printed, compared with files that somebody has looked at. */
class DiffReportTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final String QUEUED = "main calls QueueUserAPC(A, worker, 0)\nmain returns nonzero\nquiescent\n";
    private static final String WAIT = QUEUED + "worker calls SleepEx(INFINITE, TRUE)\n";
    private static final String DELIVERED =
            WAIT + "worker begins A(0)\nworker ends A\nworker returns WAIT_IO_COMPLETION";
    private static final String HOSTILE = "</code><script>|``` `\u001b[2J";

    private static TargetDescription target(String implementation, String version) {
        return new TargetDescription("t", implementation, version, "", "", Set.of());
    }

    private static DiffReport report(boolean withEarlier) {
        List<ScenarioResult> left = List.of(
                result("QUEUE-FIFO-1/kept-by-both", Verdict.PASS, "", DELIVERED),
                result("QUEUE-LAST-1/another-last-error", Verdict.PASS, "", QUEUED + "main returns 0"),
                result("QUEUE-NOTE-1/what-is-recorded", Verdict.OBSERVED, "", DELIVERED),
                result("QUEUE-LOST-1/an-apc-is-lost", Verdict.PASS, "", DELIVERED),
                result("QUEUE-LOST-1/a-crash", Verdict.PASS, "", DELIVERED),
                result("QUEUE-LOST-1/a-function-that-is-missing", Verdict.PASS, "", DELIVERED),
                result("QUEUE-LOST-1/only-here", Verdict.PASS, "", DELIVERED));
        List<ScenarioResult> right = List.of(
                result("QUEUE-FIFO-1/kept-by-both", Verdict.PASS, "", DELIVERED),
                result("QUEUE-LAST-1/another-last-error", Verdict.PASS, "", QUEUED + "main returns " + HOSTILE),
                result("QUEUE-NOTE-1/what-is-recorded", Verdict.OBSERVED, "", WAIT + "worker returns 0"),
                result("QUEUE-LOST-1/an-apc-is-lost", Verdict.FAIL, "worker: wrong", WAIT + "worker returns 0"),
                result("QUEUE-LOST-1/a-crash", Verdict.CRASH, "the process ended with SIGSEGV", QUEUED),
                result("QUEUE-LOST-1/a-function-that-is-missing", Verdict.NOT_APPLICABLE, "there is no SleepEx", ""));
        DiffSide one = new DiffSide(
                "reference",
                "reference",
                target("the model", "0.1.0"),
                left,
                List.of(),
                null,
                List.of(),
                ExitStatus.OK);
        DiffSide other = new DiffSide(
                "out/winpr", "winpr", target("WinPR", "2.10.0"), right, List.of(), null, List.of(), ExitStatus.OK);
        ResultsDiff before = ResultsDiff.of(left, right.subList(0, 4));
        return new DiffReport(one, other, ResultsDiff.of(left, right), withEarlier ? before : null);
    }

    private static ScenarioResult result(String id, Verdict verdict, String reason, String events) {
        Program program = new Program(
                List.of(new Program.CastThread("main", false), new Program.CastThread("worker", false)),
                List.of(),
                List.of(),
                List.of(new Entry.CallOn("main", Call.parse("QueueUserAPC(A, worker, 0)"), false, false)));
        Case scenario = new Case(
                id,
                id.substring(0, id.indexOf('/')),
                "a name",
                "a.feature",
                1,
                "",
                program,
                List.of(new Check.Recorded("worker", 2)));
        Sample sample = events.isEmpty() ? Sample.NONE : Sample.of(Run.of(trace(events)), List.of());
        return ScenarioResult.of(
                new Attempt(scenario, Rule.Level.REQUIRED, 1, Judgement.of(verdict, reason), sample, 1, ""));
    }

    private static Trace trace(String text) {
        List<Event> events = new ArrayList<>();
        for (String line : text.strip().split("\n")) {
            String[] words = line.split(" ", 3);
            boolean isPoint = words.length == 1;
            events.add(Event.of(
                    events.size(),
                    events.size(),
                    isPoint ? "" : words[0],
                    EventKind.of(isPoint ? words[0] : words[1]),
                    isPoint ? "" : words[2]));
        }
        return Trace.of(events, TraceStatus.COMPLETED, "");
    }

    private static void compare(String name, List<String> lines) throws IOException {
        Path file = GOLDEN.resolve(name);
        String text = String.join("\n", lines) + "\n";
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void asText() throws IOException {
        compare("diff.txt", report(false).lines());
    }

    @Test
    void asMarkdownForAPullRequest() throws IOException {
        compare("diff.md", report(false).markdown());
    }

    @Test
    void whatIsNewIsMarked() throws IOException {
        compare("diff-new.txt", report(true).lines());
        assertThat(report(true).markdown()).anyMatch(line -> line.startsWith("| **new** `QUEUE-LOST-1/a-crash` |"));
    }

    @Test
    void whatATargetSaysIsNoMarkup() {
        List<String> markdown = report(false).markdown();

        assertThat(report(false).lines()).noneMatch(line -> line.contains("\u001b"));
        assertThat(markdown).noneMatch(line -> line.contains("\u001b"));
        assertThat(markdown)
                .filteredOn(line -> line.contains("<script>"))
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "\\| `QUEUE-LAST-1.*```` .*<script>.* ```` \\|| +> winpr .*<script>.*|> winpr .*<script>.*"));
        assertThat(markdown).contains("````text", "````");
    }
}
