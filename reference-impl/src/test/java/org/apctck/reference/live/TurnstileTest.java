package org.apctck.reference.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnstileTest {
    private static final long SECONDS_TO_1970 = 11_644_473_600L;

    private final Kernel kernel = new Kernel();
    private final Turnstile turnstile = new Turnstile(kernel);
    private final KThread thread = kernel.createThread(false);
    private final KTimer timer = kernel.createTimer(false, false);

    @BeforeEach
    void enter() {
        turnstile.enter();
    }

    private static long utcMicros() {
        Instant now = Instant.now();
        return (now.getEpochSecond() + SECONDS_TO_1970) * 1_000_000 + now.getNano() / 1000;
    }

    private void set(long dueMicros, long periodMicros) {
        kernel.setTimer(timer, new KTimer.Setting(dueMicros, periodMicros, 0, 0, false), thread, Choice.FIRST);
    }

    /** Begins a wait for the timer. */
    private void await(long deadlineMicros) {
        kernel.wait(thread, new int[] {timer.id()}, false, false, deadlineMicros, Choice.FIRST);
    }

    /** What a routine of a timer is told must lie between two times of day that are read around it, however busy the machine is. */
    @Test
    void theKernelIsToldTheTimeOfDayEachTimeAnew() {
        kernel.setUtcMicros(0);

        long before = utcMicros();
        turnstile.passTime();

        assertThat(kernel.utcMicros()).isBetween(before, utcMicros());
    }

    @ParameterizedTest
    @CsvSource({"2000, 1000, false", "1000, 2000, true"})
    void whatIsDueHappensInTheOrderOfTheTimesHoweverLateItIs(long due, long deadline, boolean signaled)
            throws InterruptedException {
        set(due, 0);
        await(deadline);
        Thread.sleep(5);

        turnstile.passTime();

        assertThat(thread.isWaiting()).isFalse();
        assertThat(thread.waitStatus()).isEqualTo(signaled ? NtStatus.WAIT_0 : NtStatus.TIMEOUT);
        assertThat(timer.isSignaled()).isNotEqualTo(signaled);
    }

    @Test
    void aPeriodThatWasMissedIsMadeUpFor() throws InterruptedException {
        set(1000, 1000);
        Thread.sleep(20);

        turnstile.passTime();

        assertThat(timer.dueMicros()).isGreaterThan(kernel.nowMicros() - 1);
    }

    @Test
    void aTimerThatIsDueExpiresInTheStepThatSetsIt() {
        turnstile.passTime();
        set(kernel.nowMicros(), 0);

        turnstile.armed(timer);

        assertThat(timer.isSignaled()).isTrue();
    }

    @Test
    void aTimerThatIsNotDueDoesNot() {
        turnstile.passTime();
        set(kernel.nowMicros() + 60_000_000, 0);

        turnstile.armed(timer);
        turnstile.close();

        assertThat(timer.isSignaled()).isFalse();
    }
}
