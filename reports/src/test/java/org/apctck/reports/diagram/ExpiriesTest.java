package org.apctck.reports.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reports.Traces;
import org.junit.jupiter.api.Test;

class ExpiriesTest {
    @Test
    void aRoutineIsLedToTheCallThatSetItsTimerWithThisArgument() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 0x7, FALSE)
                worker returns TRUE
                worker calls SetWaitableTimerEx(U, {at: 30}, 0, R, 8, NULL, 0)
                worker returns TRUE
                worker begins R(8, on time)
                worker ends R
                worker begins R(7, another time)
                """);

        assertThat(expiries.expiryFor(4))
                .extracting("by.index", "timer", "due")
                .containsExactly(2, "U", "at call + 30 ms");
        assertThat(expiries.expiryFor(6)).extracting("by.index", "timer", "due").containsExactly(0, "T", "after 20 ms");
    }

    @Test
    void aPeriodicTimerLeadsToEachBeginning() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 10, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker begins R(7, on time)
                worker ends R
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(2)).extracting("by.index", "timer", "due").containsExactly(0, "T", "after 20 ms");
        assertThat(expiries.expiryFor(4)).extracting("by.index", "timer", "due").containsExactly(0, "T", "every 10 ms");
        assertThat(expiries.expiryFor(6)).extracting("by.index", "timer", "due").containsExactly(0, "T", "every 10 ms");
    }

    @Test
    void aTimerWithoutPeriodLeadsToOneBeginning() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker calls SetWaitableTimer(U, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(6)).extracting("by.index").isEqualTo(4);
        assertThat(expiries.expiryFor(8)).isNull();
    }

    @Test
    void aTimerThatIsSetAgainOrCancelledLeadsToNothingMore() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 10, R, 7, FALSE)
                worker returns TRUE
                main calls SetWaitableTimer(T, {after: 30}, 0, NULL, 0, FALSE)
                main returns TRUE
                worker begins R(7, on time)
                worker calls SetWaitableTimer(T, {after: 40}, 10, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                main calls CancelWaitableTimer(T)
                main returns TRUE
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(4)).isNull();
        assertThat(expiries.expiryFor(7)).extracting("by.index", "timer", "due").containsExactly(5, "T", "after 40 ms");
        assertThat(expiries.expiryFor(10)).isNull();
    }

    @Test
    void whatFailedOrIsOfAnotherTimerOrNotYetOverLeavesATimerAsItIs() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 10, R, 7, FALSE)
                worker returns TRUE
                main calls SetWaitableTimer(T, {after: 30}, -1, NULL, 0, FALSE)
                main returns FALSE, last error ERROR_INVALID_PARAMETER
                main calls CancelWaitableTimer(U)
                main returns TRUE
                worker begins R(7, on time)
                worker ends R
                main calls CancelWaitableTimer(T)
                worker begins R(7, on time)
                main returns TRUE
                """);

        assertThat(expiries.expiryFor(6)).extracting("by.index").isEqualTo(0);
        assertThat(expiries.expiryFor(9)).extracting("by.index").isEqualTo(0);
    }

    @Test
    void ofTwoCallsThatOverlapNeitherReplacesTheOther() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                main calls CancelWaitableTimer(T)
                main returns TRUE
                worker returns TRUE
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(4)).extracting("by.index").isEqualTo(0);
    }

    @Test
    void ofTwoTimersThatMayHaveQueuedARoutineNoneIsNamed() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker calls SetWaitableTimer(U, {after: 30}, 0, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(4)).isNull();
        assertThat(expiries.expiryFor(6)).isNull();
    }

    @Test
    void aTimerThatMayHaveQueuedItsRoutineAlreadyIsNotNamed() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker calls SetWaitableTimer(U, {after: 30}, 10, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker calls CancelWaitableTimer(U)
                worker returns TRUE
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(8)).isNull();
    }

    @Test
    void aPeriodicTimerIsNamedOnceItIsTheOnlyOneLeft() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 10, R, 7, FALSE)
                worker returns TRUE
                worker calls SetWaitableTimer(U, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker calls CancelWaitableTimer(U)
                worker returns TRUE
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(8)).extracting("by.index", "timer", "due").containsExactly(0, "T", "every 10 ms");
    }

    @Test
    void eachOfTwoThreadsRunsWhatItHasSetItself() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                main calls SetWaitableTimer(U, {after: 30}, 0, R, 7, FALSE)
                main returns TRUE
                main begins R(7, on time)
                worker begins R(7, on time)
                worker ends R
                worker begins R(7, on time)
                """);

        assertThat(expiries.expiryFor(4)).extracting("by.index").isEqualTo(2);
        assertThat(expiries.expiryFor(5)).extracting("by.index").isEqualTo(0);
        assertThat(expiries.expiryFor(7)).isNull();
    }

    @Test
    void aRoutineOnTheWrongThreadOrWithTheWrongArgumentIsLedToTheOnlyCallThatNamesIt() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, 10, R, 7, FALSE)
                worker returns TRUE
                main begins R(7, on time)
                main ends R
                worker begins R(9, on time)
                """);

        assertThat(expiries.expiryFor(2)).extracting("by.index").isEqualTo(0);
        assertThat(expiries.expiryFor(4)).extracting("by.index").isEqualTo(0);
    }

    @Test
    void aCallThatFailedOrComesLaterOrNamesAnotherRoutineLeadsToNothing() {
        Expiries expiries = expiries("""
                worker calls SetWaitableTimer(T, {after: 20}, -1, R, 7, FALSE)
                worker returns FALSE, last error ERROR_INVALID_PARAMETER
                worker calls SetWaitableTimer(T, {after: 20}, 0, S, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                worker ends R
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                """);

        assertThat(expiries.expiryFor(4)).isNull();
    }

    @Test
    void aDueTimeIsSaidInMillisecondsWhereItCanBe() {
        assertThat(due("{after: 0}")).isEqualTo("after 0 ms");
        assertThat(due("{at: -20}")).isEqualTo("at call - 20 ms");
        assertThat(due("{raw: -200000}")).isEqualTo("after 20 ms");
        assertThat(due("{raw: -15}")).isEqualTo("at {raw: -15}");
        assertThat(due("{raw: 0}")).isEqualTo("at {raw: 0}");
    }

    private static String due(String due) {
        Expiries.Expiry expiry = expiries("""
                worker calls SetWaitableTimer(T, %s, 0, R, 7, FALSE)
                worker returns TRUE
                worker begins R(7, on time)
                """.formatted(due)).expiryFor(2);
        return expiry == null ? "" : expiry.due();
    }

    private static Expiries expiries(String trace) {
        return Expiries.of(Traces.of(trace));
    }
}
