package org.apctck.kit.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apctck.kit.Traces;
import org.apctck.spec.Steering;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class SteersmanTest {
    private static final Program SUSPENDS = FakeRace.SUSPENDS.program();
    private static final Steering NONE = Steering.NONE;

    /**
     * How many of the last 100 of 200 runs meet if main needs {@code leadMicros} longer to its call than helper, and one that
     * is to meet the other waits so long for it.
     */
    private static int meetings(double leadMicros, int accidentsPercent, long awaitMicros) {
        Random noise = new Random(7);
        Steersman steersman = new Steersman(SUSPENDS, 1);
        int meetings = 0;
        for (int i = 0; i < 200; i++) {
            Steering steering = steersman.next();
            double accident = noise.nextInt(100) < accidentsPercent ? 8000 * noise.nextDouble() : 0;
            double main = steering.delayNanos("main") / 1000.0 + leadMicros + noise.nextDouble() + accident;
            double helper = steering.delayNanos("helper") / 1000.0 + noise.nextDouble();
            long await = steering.meets().isEmpty() ? 0 : awaitMicros;
            Trace trace = FakeRace.suspends(1000 + Math.round(main), 1000 + Math.round(helper), await);
            meetings += steersman.observe(trace, steering) && i >= 100 ? 1 : 0;
        }
        return meetings;
    }

    @Test
    void delaysAreCentredOnWhereTheThreadsMeet() {
        for (double lead : List.of(0.0, 137.0, -137.0, 3000.0)) {
            assertThat(meetings(lead, 0, 0)).as("lead %s", lead).isGreaterThan(60);
        }
    }

    @Test
    void threadsThatLoseTheirProcessorNowAndThenDoNotLeadAstray() {
        assertThat(meetings(137, 40, 0)).isGreaterThan(30);
    }

    @Test
    void threadsThatLoseTheirProcessorEachTimeMeetAsTheyAwaitEachOther() {
        assertThat(meetings(137, 100, 0)).isLessThan(5);
        assertThat(meetings(137, 100, 5_000)).isGreaterThan(20);
    }

    @Test
    void whatHappensWhileAThreadAwaitsAnotherOneMeetsNobody() {
        Program twice = FakeRace.race(
                        Map.of("main", FakeRace.QUEUE, "worker", "SleepEx(0, TRUE)", "helper", "SetLastError(1)"))
                .program();
        Steersman steersman = new Steersman(twice, 1);
        Steering meeting = new Steering(Map.of(), Map.of("main", 0, "helper", 0));
        List<Event> events = new ArrayList<>();
        FakeRace.add(events, 100, "main", EventKind.CALLS, FakeRace.QUEUE);
        FakeRace.add(events, 200, "worker", EventKind.CALLS, "SleepEx(0, TRUE)");
        FakeRace.add(events, 203, "worker", EventKind.RETURNS, "0");
        FakeRace.add(events, 5103, "main", EventKind.RETURNS, "nonzero");
        FakeRace.add(events, 5200, "helper", EventKind.CALLS, "SetLastError(1)");

        assertThat(steersman.observe(FakeRace.completed(events), meeting)).isFalse();
        assertThat(steersman.observe(FakeRace.completed(events), NONE)).isTrue();
    }

    @Test
    void aWaitIsMetByWhomItsThreadAwaits() {
        Program waits = FakeRace.race(Map.of("worker", "SleepEx(5, TRUE)", "main", FakeRace.QUEUE))
                .program();
        Steersman steersman = new Steersman(waits, 1);
        Steering meeting = new Steering(Map.of(), Map.of("main", 0, "worker", 0));

        assertThat(steersman.observe(wait(100, 9000, 3000, 3003), NONE)).isFalse();
        assertThat(steersman.observe(wait(100, 9000, 3000, 3003), meeting)).isTrue();
        assertThat(steersman.observe(wait(100, 90_000, 7000, 7003), meeting)).isFalse();
    }

    @Test
    void whoCannotMeetIsNotLetWaitAgainAndAgain() {
        Steersman steersman = new Steersman(SUSPENDS, 1);
        int waits = 0;
        for (int i = 0; i < 100; i++) {
            Steering steering = steersman.next();
            waits += steering.meets().isEmpty() ? 0 : 1;
            steersman.observe(FakeRace.suspends(1000, 5000), steering);
        }

        assertThat(waits).isEqualTo(3);
    }

    @Test
    void inTheFirstRunNobodyIsHeldBackAndInNoneForLong() {
        Steersman steersman = new Steersman(SUSPENDS, 1);

        assertThat(steersman.next()).isEqualTo(NONE);
        steersman.observe(FakeRace.suspends(0, 900_000), NONE);
        for (int i = 0; i < 50; i++) {
            assertThat(steersman.next().delayNanos().values()).allMatch(nanos -> nanos < 1_000_000);
        }
    }

    @Test
    void callsThatDoNotWaitMeetIfEachBeganBeforeTheOtherReturned() {
        Steersman steersman = new Steersman(SUSPENDS, 1);

        assertThat(steersman.observe(FakeRace.suspends(100, 102), NONE)).isTrue();
        assertThat(steersman.observe(FakeRace.suspends(102, 100), NONE)).isTrue();
        assertThat(steersman.observe(FakeRace.suspends(100, 104), NONE)).isFalse();
    }

    @Test
    void aWaitIsMetWhereItBeginsAndWhereItsTimeIsOver() {
        Program waits = FakeRace.race(Map.of("worker", "SleepEx(5, TRUE)", "main", FakeRace.QUEUE))
                .program();
        Steersman steersman = new Steersman(waits, 1);

        assertThat(steersman.windows()).hasSize(2);
        assertThat(steersman.observe(wait(100, 5200, 90, 95), NONE)).isFalse();
        assertThat(steersman.observe(wait(100, 5200, 99, 103), NONE)).isTrue();
        assertThat(steersman.observe(wait(100, 5200, 115, 118), NONE)).isTrue();
        assertThat(steersman.observe(wait(100, 5200, 2000, 2003), NONE)).isFalse();
        assertThat(steersman.observe(wait(100, 5200, 5150, 5153), NONE)).isTrue();
        assertThat(steersman.observe(wait(100, 5200, 5300, 5303), NONE)).isFalse();
    }

    @Test
    void aPollIsACallThatDoesNotWait() {
        Program polls = FakeRace.race(Map.of("worker", "SleepEx(0, TRUE)", "main", FakeRace.QUEUE))
                .program();
        Steersman steersman = new Steersman(polls, 1);

        assertThat(steersman.windows()).hasSize(1);
        assertThat(steersman.observe(wait(100, 102, 103, 110), NONE)).isFalse();
        assertThat(steersman.observe(wait(100, 102, 101, 110), NONE)).isTrue();
    }

    /** Worker waits from and to, main queues from and to. */
    private static Trace wait(long waits, long waited, long queues, long queued) {
        List<Event> events = new ArrayList<>();
        FakeRace.add(events, waits, "worker", EventKind.CALLS, "SleepEx(5, TRUE)");
        FakeRace.add(events, waited, "worker", EventKind.RETURNS, "0");
        FakeRace.add(events, queues, "main", EventKind.CALLS, FakeRace.QUEUE);
        FakeRace.add(events, queued, "main", EventKind.RETURNS, "nonzero");
        return FakeRace.completed(events);
    }

    @Test
    void aLoopIsOneContenderAndKeepsItsNumberHoweverOftenItIsMade() {
        Program program = new Program(
                SUSPENDS.threads(),
                List.of(),
                List.of(),
                List.of(new Entry.Race(Map.of(
                        "worker",
                        List.of(
                                Call.parse("SleepEx(0, TRUE) while it returns WAIT_IO_COMPLETION, at most 3 times"),
                                Call.parse("SetLastError(1)")),
                        "main",
                        List.of(Call.parse(FakeRace.QUEUE))))));
        Trace trace = Traces.of(
                "worker calls SleepEx(0, TRUE)",
                "worker returns WAIT_IO_COMPLETION",
                "worker calls SleepEx(0, TRUE)",
                "worker returns 0",
                "worker calls SetLastError(1)",
                "worker returns void");

        List<Contender> ofWorker = Contender.of(program).stream()
                .filter(contender -> contender.thread().equals("worker"))
                .toList();

        assertThat(ofWorker).extracting(Contender::number).containsExactly(0, 1);
        assertThat(ofWorker)
                .extracting(contender ->
                        Objects.requireNonNull(contender.in(program, trace)).middleMicros())
                .containsExactly(500L, 4500L);
    }
}
