package org.apctck.kit.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Difference;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judgement;
import org.apctck.kit.Traces;
import org.apctck.kit.diff.Tries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night is believed: it tells what is new, and nothing else. */
class NewsTest {
    private static final Case SCENARIO = Cases.of(
            List.of("main: QueueUserAPC(A, worker, 0)", "worker: SleepEx(0, TRUE)"),
            Cases.exactly("calls SleepEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    /** The scenario as it was when it had another program. */
    private static final Case OTHER_PROGRAM = Cases.of(
            List.of("worker: SleepEx(0, TRUE)"),
            Cases.exactly("calls SleepEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    @TempDir
    private Path folder;

    private final List<Path> nights = new ArrayList<>();
    private int tried;

    private static Attempt attempt(Verdict verdict) {
        return attempt(verdict, null, null);
    }

    /** An attempt whose trace ends after so many events, and so differs from what is demanded in its own way. */
    private static Attempt failing(int events) {
        List<Event> some = Traces.events(
                        "main calls QueueUserAPC(A, worker, 0)",
                        "main returns nonzero",
                        "worker calls SleepEx(0, TRUE)",
                        "worker begins A(0)")
                .subList(0, events);
        return attempt(Verdict.FAIL, Trace.of(some, TraceStatus.COMPLETED, ""), null);
    }

    private static Attempt race(Verdict verdict) {
        return attempt(verdict, null, new Histogram(3, 2, 1, Racing.STEERED, 1, List.of()));
    }

    private static Attempt attempt(Verdict verdict, Trace shown, Histogram race) {
        Difference difference =
                shown == null ? null : new Difference(SCENARIO.checks().get(0), 1, shown, 0, "this", "that");
        Judgement judgement = new Judgement(verdict, "why", difference);
        Sample sample = shown == null ? Sample.NONE : Sample.of(Run.of(shown), List.of(shown));
        return new Attempt(SCENARIO, Rule.Level.REQUIRED, 1, judgement, sample, 1, "", race, List.of());
    }

    private static Attempt of(Case scenario, Attempt like) {
        return new Attempt(scenario, like.level(), 1, like.judgement(), like.sample(), 1, "", like.race(), List.of());
    }

    /** A night before tonight, the next older one. */
    private NewsTest night(Attempt... attempts) throws IOException {
        Path night = Files.createDirectory(folder.resolve("night-" + nights.size()));
        write(night.resolve("winpr"), attempts[0]);
        for (Attempt again : List.of(attempts).subList(1, attempts.length)) {
            write(night.resolve("aside/winpr"), again);
        }
        nights.add(night);
        return this;
    }

    private static void write(Path place, Attempt attempt) {
        Header header = new Header(
                "0",
                "2026-01-02T03:04:05Z",
                "0".repeat(64),
                "host",
                new TargetDescription("winpr", "WinPR", "1", "", "", Set.of()),
                Map.of(),
                1,
                Header.Asked.of(List.of(SCENARIO)));
        try (ResultsWriter writer = ResultsWriter.create(place, header)) {
            writer.add(attempt);
            writer.end(new Footer(Map.of(attempt.verdict(), 1), 1, false, "", false));
        }
    }

    private News tonight(Attempt attempt, Attempt... tries) {
        return tonight(attempt, Map.of(), tries);
    }

    private News tonight(Attempt attempt, int times, Attempt... tries) {
        return tonight(attempt, Map.of(), times, tries);
    }

    private News tonight(Attempt attempt, Map<String, Expectation> known, Attempt... tries) {
        return tonight(attempt, known, nights.size() < 7 ? 12 : 3, tries);
    }

    private News tonight(Attempt attempt, Map<String, Expectation> known, int expected, Attempt... tries) {
        List<ScenarioResult> present = List.of(ScenarioResult.of(attempt));
        Past past = Past.of(nights, 7, "winpr", present, line -> {
            throw new AssertionError(line);
        });
        return News.of(present, past, known, (scenarios, times) -> {
            tried++;
            assertThat(times).isEqualTo(expected);
            assertThat(scenarios).containsExactly(SCENARIO.id());
            return List.of(tries);
        });
    }

    private static void assertQuiet(News news) {
        assertThat(news.items()).isEmpty();
        assertThat(news.once()).isEmpty();
        assertThat(news.better()).isEmpty();
    }

    @Test
    void aVerdictThatNoNightHadAndThatShowsAgainIsNew() throws IOException {
        News news = night(attempt(Verdict.PASS))
                .tonight(attempt(Verdict.FAIL), attempt(Verdict.FAIL), attempt(Verdict.FAIL), attempt(Verdict.FAIL));

        assertThat(news.items()).extracting(News.Item::line).containsExactly(SCENARIO.id() + ": FAIL, was PASS");
        assertThat(news.summary()).isEqualTo("1 new, 0 better since night-0");
    }

    @Test
    void whatShowsBesideWhatWasSeenBeforeIsNewOnlyWhenEnoughNightsAreKnown() throws IOException {
        Attempt[] tries = {attempt(Verdict.FAIL), attempt(Verdict.PASS), attempt(Verdict.FAIL)};
        night(attempt(Verdict.PASS));
        assertThat(tonight(attempt(Verdict.FAIL), tries).items()).isEmpty();
        assertThat(tonight(attempt(Verdict.FAIL), tries).once()).hasSize(1);

        for (int i = 0; i < 6; i++) {
            night(attempt(Verdict.PASS));
        }
        assertThat(tonight(attempt(Verdict.FAIL), tries).items()).hasSize(1);
    }

    @Test
    void whatDoesNotShowAgainIsToldApart() throws IOException {
        News news = night(attempt(Verdict.PASS))
                .tonight(attempt(Verdict.CRASH), attempt(Verdict.PASS), attempt(Verdict.CRASH), attempt(Verdict.PASS));

        assertThat(news.items()).isEmpty();
        assertThat(news.once()).extracting(News.Item::line).containsExactly(SCENARIO.id() + ": CRASH, was PASS");
        assertThat(news.summary()).isEqualTo("0 new, 0 better, 1 that may be chance since night-0");
    }

    @Test
    void whatAnyOfTheNightsHadIsNoNewsNorIsWhatOneHasTried() throws IOException {
        night(attempt(Verdict.PASS)).night(attempt(Verdict.PASS)).night(attempt(Verdict.FAIL));
        assertQuiet(tonight(attempt(Verdict.FAIL)));

        nights.clear();
        assertThat(folder.resolve("night-0")
                        .toFile()
                        .renameTo(folder.resolve("old").toFile()))
                .isTrue();
        night(attempt(Verdict.PASS), attempt(Verdict.FAIL));
        assertQuiet(tonight(attempt(Verdict.FAIL)));
        assertThat(tried).isZero();
    }

    @Test
    void whatSaysNothingOfTheTargetIsNoNews() throws IOException {
        night(attempt(Verdict.PASS));

        assertQuiet(tonight(attempt(Verdict.INCONCLUSIVE)));
        assertQuiet(tonight(attempt(Verdict.NOT_RUN)));
        assertQuiet(tonight(attempt(Verdict.ERROR)));
        assertThat(tried).isZero();
    }

    @Test
    void aFunctionThatIsGoneIsNewsAndThatItIsStillGoneIsNot() throws IOException {
        night(attempt(Verdict.PASS));
        News news = tonight(
                attempt(Verdict.NOT_APPLICABLE), attempt(Verdict.NOT_APPLICABLE), attempt(Verdict.NOT_APPLICABLE));
        assertThat(news.items()).hasSize(1);

        night(attempt(Verdict.NOT_APPLICABLE));
        assertQuiet(tonight(attempt(Verdict.NOT_APPLICABLE)));
    }

    @Test
    void whatItKeepsNowIsBetterAndFailsNothing() throws IOException {
        News news = night(attempt(Verdict.FAIL)).night(attempt(Verdict.CRASH)).tonight(attempt(Verdict.PASS));

        assertThat(news.items()).isEmpty();
        assertThat(news.better())
                .extracting(News.Item::line)
                .containsExactly(SCENARIO.id() + ": PASS, was CRASH or FAIL");
        night(attempt(Verdict.PASS));
        assertQuiet(tonight(attempt(Verdict.PASS)));
    }

    @Test
    void anotherForbiddenOutcomeIsNewUnlessTheOldOnesShowAsWell() throws IOException {
        night(failing(2));

        assertQuiet(tonight(failing(2)));
        assertThat(tonight(failing(3), failing(3), failing(3), failing(3)).items())
                .extracting(News.Item::line)
                .containsExactly(SCENARIO.id() + ": FAIL, with an outcome that was not seen before");
        assertThat(tonight(failing(3), failing(3), failing(2), failing(3)).items())
                .isEmpty();
        assertThat(tonight(failing(3), failing(3), failing(2), failing(3)).once())
                .hasSize(1);
    }

    @Test
    void aKnownDeviationIsNoNews() throws IOException {
        assertQuiet(
                night(attempt(Verdict.PASS)).tonight(attempt(Verdict.FAIL), Map.of(SCENARIO.id(), known("", "FAIL"))));
    }

    @Test
    void anotherOutcomeOfAKnownDeviationIsNoNewsIfTheEntrySaysWhatItShowsOrThatItComesAndGoes() throws IOException {
        night(failing(2));

        assertQuiet(tonight(failing(3), Map.of(SCENARIO.id(), known("\n  shows: why", "FAIL"))));
        assertQuiet(tonight(failing(3), Map.of(SCENARIO.id(), known("", "[FAIL, PASS]"))));
        assertThat(tonight(failing(3), Map.of(SCENARIO.id(), known("", "FAIL")), failing(3), failing(3))
                        .items())
                .hasSize(1);
    }

    private Expectation known(String shows, String verdict) throws IOException {
        Path file = folder.resolve("known.yaml");
        Files.writeString(
                file, "- scenario: " + SCENARIO.id() + "\n  verdict: " + verdict + shows + "\n  reason: It is so.\n");
        return Expectations.read(file).entries().get(0);
    }

    @Test
    void triesThatHaveMeasuredNothingAreNone() throws IOException {
        night(attempt(Verdict.PASS));

        assertThat(tonight(attempt(Verdict.CRASH)).items()).hasSize(1);
        assertThat(tonight(attempt(Verdict.CRASH), attempt(Verdict.INCONCLUSIVE), attempt(Verdict.NOT_RUN))
                        .items())
                .hasSize(1);
        assertThat(tonight(race(Verdict.FAIL)).once()).hasSize(1);
    }

    @Test
    void whatCannotBeTriedAgainIsNewUnlessItIsARace() throws IOException {
        night(attempt(Verdict.PASS));
        List<ScenarioResult> race = List.of(ScenarioResult.of(race(Verdict.FAIL)));
        List<ScenarioResult> other = List.of(ScenarioResult.of(attempt(Verdict.FAIL)));
        Past past = Past.of(nights, 7, "winpr", race, line -> {});

        assertThat(News.of(race, past, Map.of(), null).once()).hasSize(1);
        assertThat(News.of(other, past, Map.of(), null).items()).hasSize(1);
    }

    @Test
    void soMuchAsIsNoChanceIsNotTriedAgain() throws IOException {
        night(attempt(Verdict.PASS));
        List<ScenarioResult> present =
                Collections.nCopies(Tries.SCENARIOS_MAX + 1, ScenarioResult.of(attempt(Verdict.FAIL)));
        Past past = Past.of(nights, 7, "winpr", present, line -> {});

        News news = News.of(present, past, Map.of(), (scenarios, times) -> {
            throw new AssertionError("tries " + scenarios.size());
        });

        assertThat(news.items()).hasSize(Tries.SCENARIOS_MAX + 1);
        assertThat(news.once()).isEmpty();
    }

    /** Seven nights are known, of which all but the last have seen another program under the name of the scenario. */
    @Test
    void nightsAreCountedForTheScenarioAsItIsNow() throws IOException {
        night(attempt(Verdict.PASS));
        for (int i = 0; i < 6; i++) {
            night(of(OTHER_PROGRAM, attempt(Verdict.PASS)));
        }

        News news =
                tonight(attempt(Verdict.FAIL), 12, attempt(Verdict.FAIL), attempt(Verdict.FAIL), attempt(Verdict.PASS));

        assertThat(news.items()).isEmpty();
        assertThat(news.once()).hasSize(1);
    }

    @Test
    void aNewScenarioHasNothingToBeNewTo() {
        News news = tonight(attempt(Verdict.FAIL));

        assertQuiet(news);
        assertThat(news.summary()).isEqualTo("no earlier night to compare with");
    }

    @Test
    void noMoreNightsAreReadThanAreAskedFor() throws IOException {
        night(attempt(Verdict.PASS)).night(attempt(Verdict.FAIL));
        List<ScenarioResult> present = List.of(ScenarioResult.of(attempt(Verdict.FAIL)));

        Past one = Past.of(nights, 1, "winpr", present, line -> {});
        Past both = Past.of(nights, 2, "winpr", present, line -> {});

        assertThat(Stream.of(one, both).map(past -> past.nights().size())).containsExactly(1, 2);
        assertThat(News.of(present, one, Map.of(), null).items()).hasSize(1);
        assertQuiet(News.of(present, both, Map.of(), null));
    }
}
