package org.apctck.kit.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Cases;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judgement;
import org.apctck.kit.Traces;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

class RaceSeriesTest {
    private static final RaceBounds BOUNDS = new RaceBounds(50, 1000, 1);
    private static final RaceBounds MANY = new RaceBounds(500, 1000, 1);
    private static final Trace MEET = FakeRace.suspends(100, 102);
    private static final Trace APART = FakeRace.suspends(100, 900);
    private static final Trace FORBIDDEN =
            Traces.of("main calls SuspendThread(worker)", "main returns 7", "helper returns 0");

    private static List<Integer> counts(Histogram histogram) {
        return histogram.outcomes().stream().map(Histogram.Outcome::count).toList();
    }

    @Test
    void oneForbiddenOutcomeAmongManyFailsAndIsTheEvidence() {
        Iterator<Trace> script = List.of(MEET, MEET, APART, FORBIDDEN).iterator();

        RaceSeries.Result result = new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(result.judgement().evidence()).containsExactly(FORBIDDEN);
        assertThat(result.run().traces()).contains(FORBIDDEN).hasSize(4);
        assertThat(result.histogram().runs()).isEqualTo(4);
        assertThat(counts(result.histogram())).containsExactly(3, 0, 1);
        assertThat(result.histogram().outcomes().get(2))
                .isEqualTo(new Histogram.Outcome("main: returns 7 | helper: returns 0", "", 0, false, 1));
    }

    @Test
    void aWindowThatIsNeverHitIsInconclusive() {
        RaceSeries.Result result = new FakeRace(steering -> APART).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.judgement().reason())
                .isEqualTo("the window was never hit: in none of 200 runs did two threads meet "
                        + "(they were steered to meet)");
        assertThat(result.histogram().met()).isZero();
        assertThat(result.again()).hasSize(Judgement.AGAIN_MAX);
    }

    @Test
    void aSeriesInWhichNobodyMetIsMeasuredAgain() {
        Iterator<Trace> script = Stream.concat(Stream.generate(() -> APART).limit(70), Stream.generate(() -> MEET))
                .iterator();

        RaceSeries.Result result = new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement())
                .isEqualTo(Judgement.of(
                        Verdict.PASS, "1 of 2 allowed outcomes seen in 100 runs, in 30 of which the threads met"));
        assertThat(result.again())
                .containsExactly("the window was never hit: in none of 50 runs did two threads meet "
                        + "(they were steered to meet)");
    }

    @Test
    void whoHasSeenTwoOutcomesHasSeenThatTheOrderWasOpen() {
        Trace other = FakeRace.suspends(900, 100);
        Iterator<Trace> script =
                Stream.iterate(0, i -> i + 1).map(i -> i == 7 ? other : APART).iterator();

        RaceSeries.Result result = new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement())
                .isEqualTo(Judgement.of(
                        Verdict.PASS, "2 of 2 allowed outcomes seen in 50 runs, in 0 of which the threads met"));
        assertThat(result.again()).isEmpty();
    }

    @Test
    void aTargetWithoutSteeringIsNamedAsSuch() {
        RaceSeries.Result result =
                new FakeRace(Racing.UNSTEERED, 1, steering -> APART).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().reason()).endsWith("(the target has no steering, which would let them meet)");
    }

    @Test
    void aRunThatWasNotClosedIsLeftOutAndCounted() {
        Iterator<Trace> script = Stream.iterate(0, i -> i + 1)
                .map(i -> i == 3 || i == 9 ? FakeRace.ended(TraceStatus.UNSETTLED) : MEET)
                .iterator();

        RaceSeries.Result result = new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.judgement().reason()).endsWith("2 of them undecided");
        assertThat(result.again()).containsExactly("because", "because");
    }

    @Test
    void aFourthRunThatWasNotClosedEndsTheSeries() {
        FakeRace race = new FakeRace(steering -> FakeRace.ended(TraceStatus.UNSETTLED));

        RaceSeries.Result result = race.series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement()).isEqualTo(Judgement.of(Verdict.INCONCLUSIVE, "because"));
        assertThat(race.steerings).hasSize(4);
    }

    @Test
    void aRecordedRunThatWasNotClosedIsFollowedByThoseThatWere() {
        Iterator<Trace> script = Stream.iterate(0, i -> i + 1)
                .map(i -> i < 5 ? FakeRace.ended(TraceStatus.UNSETTLED) : MEET)
                .iterator();

        RaceSeries.Result result =
                new FakeRace(steering -> script.next()).recorded(8).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.histogram().runs()).isEqualTo(8);
    }

    @Test
    void nobodyNeedsToMeetWhereAModelChooses() {
        RaceSeries.Result result = new FakeRace(Racing.CHOSEN, 1, steering -> APART).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void anAllowedOutcomeThatIsNeverSeenIsCountedAndFailsNothing() {
        RaceSeries.Result result = new FakeRace(steering -> MEET).series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.judgement())
                .isEqualTo(Judgement.of(
                        Verdict.PASS, "1 of 2 allowed outcomes seen in 50 runs, in 50 of which the threads met"));
        assertThat(result.histogram().outcomes())
                .containsExactly(
                        new Histogram.Outcome("main: returns 0 | helper: returns 1", "because", 31, true, 50),
                        new Histogram.Outcome("main: returns 1 | helper: returns 0", "because", 32, true, 0));
    }

    @Test
    void theNumberOfRunsIsABound() {
        FakeRace race = new FakeRace(steering -> MEET);

        assertThat(race.series(FakeRace.SUSPENDS, new RaceBounds(3, 1000, 1))
                        .histogram()
                        .runs())
                .isEqualTo(3);
        assertThat(race.steerings).hasSize(3);
    }

    @Test
    void whatWasRecordedIsPlayedWholeAndNoFurther() {
        FakeRace recording = new FakeRace(Racing.STEERED, 400_000_000, steering -> MEET).recorded(60);

        RaceSeries.Result result = recording.series(FakeRace.SUSPENDS, BOUNDS);

        assertThat(result.histogram().runs()).isEqualTo(60);
    }

    @Test
    void timeIsABound() {
        FakeRace race = new FakeRace(Racing.STEERED, 10_000_000, steering -> MEET);

        assertThat(race.series(FakeRace.SUSPENDS, MANY).histogram().runs()).isEqualTo(100);
    }

    @Test
    void asLongAsNobodyHasMetThereIsThreeTimesTheTime() {
        FakeRace race = new FakeRace(Racing.STEERED, 10_000_000, steering -> APART);

        assertThat(race.series(FakeRace.SUSPENDS, MANY).histogram().runs()).isEqualTo(300 * (1 + Judgement.AGAIN_MAX));
    }

    @Test
    void asLongAsThereAreTooFewRunsThereIsThreeTimesTheTime() {
        FakeRace slow = new FakeRace(Racing.STEERED, 25_000_000, steering -> MEET);
        FakeRace slower = new FakeRace(Racing.STEERED, 100_000_000, steering -> MEET);

        assertThat(slow.series(FakeRace.SUSPENDS, MANY).histogram().runs()).isEqualTo(50);
        assertThat(slower.series(FakeRace.SUSPENDS, MANY).histogram().runs()).isEqualTo(30);
    }

    @Test
    void aRunThatIsLongerThanTheTimeIsStillMade() {
        FakeRace race = new FakeRace(Racing.STEERED, 5_000_000_000L, steering -> MEET);

        assertThat(race.series(FakeRace.SUSPENDS, BOUNDS).histogram().runs()).isEqualTo(1);
    }

    @Test
    void aCrashOrAHangEndsTheSeries() {
        for (TraceStatus status : List.of(TraceStatus.CRASHED, TraceStatus.TIMEOUT)) {
            Iterator<Trace> script = List.of(MEET, FakeRace.ended(status)).iterator();

            RaceSeries.Result result = new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, BOUNDS);

            assertThat(result.judgement().reason()).startsWith("because");
            assertThat(result.judgement().verdict()).isNotEqualTo(Verdict.PASS);
        }
    }

    @Test
    void anInformativeRaceIsObservedWithWhateverWasSeen() {
        Iterator<Trace> script = Stream.iterate(0, i -> i + 1)
                .map(i -> i % 2 == 0 ? MEET : FORBIDDEN)
                .iterator();

        RaceSeries.Result result =
                new FakeRace(steering -> script.next()).series(FakeRace.SUSPENDS, "informative", BOUNDS);

        assertThat(result.judgement().verdict()).isEqualTo(Verdict.OBSERVED);
        assertThat(counts(result.histogram())).containsExactly(25, 0, 25);
    }

    @Test
    void aTargetThatShowsEveryOutcomeAtOnceIsRunOnce() {
        Run model = new Run(List.of(Traces.scheduled("s1"), Traces.scheduled("s2")), true);
        RaceSeries.Result result = new RaceSeries(
                        FakeRace.SUSPENDS,
                        new Model(model),
                        run -> Judgement.of(Verdict.PASS, run.traces().size() + " traces"),
                        BOUNDS)
                .run();

        assertThat(result)
                .isEqualTo(new RaceSeries.Result(Judgement.of(Verdict.PASS, "2 traces"), model, null, List.of()));
    }

    @Test
    void theSameSeedSteersTheSameWay() {
        List<List<Steering>> steerings = Stream.of(1L, 1L, 2L)
                .map(seed -> {
                    FakeRace race = new FakeRace(steering -> MEET);
                    race.series(FakeRace.SUSPENDS, new RaceBounds(20, 1000, seed));
                    return race.steerings;
                })
                .toList();

        assertThat(steerings.get(1)).isEqualTo(steerings.get(0));
        assertThat(steerings.get(2)).isNotEqualTo(steerings.get(0));
    }

    private record Model(Run run) implements Target {
        @Override
        public TargetDescription describe() {
            return Cases.target();
        }

        @Override
        public Run run(Program program) {
            return run;
        }

        @Override
        public void close() {}
    }
}
