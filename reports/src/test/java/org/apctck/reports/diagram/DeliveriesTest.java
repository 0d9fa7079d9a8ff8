package org.apctck.reports.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.reports.Traces;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    @Test
    void anApcIsLedToTheCallThatQueuedItWithThisArgument() {
        Trace trace = Traces.of("""
                main calls QueueUserAPC(A, worker, 0x1)
                main returns nonzero
                main calls QueueUserAPC(A, worker, 2)
                main returns nonzero
                worker begins A(2)
                worker begins A(1)
                """);

        Deliveries deliveries = Deliveries.of(trace);

        assertThat(deliveries.queuedFor(4)).extracting("by.index").isEqualTo(2);
        assertThat(deliveries.queuedFor(5)).extracting("by.index").isEqualTo(0);
        assertThat(deliveries.pending()).isEmpty();
    }

    @Test
    void equalApcsRunInTheOrderInWhichTheyWereQueued() {
        Trace trace = Traces.of("""
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                helper calls QueueUserAPC(A, worker, 0)
                helper returns nonzero
                worker begins A(0)
                """);

        Deliveries deliveries = Deliveries.of(trace);

        assertThat(deliveries.queuedFor(4)).extracting("by.index").isEqualTo(0);
        assertThat(deliveries.pending()).extracting("by.index").containsExactly(2);
    }

    @Test
    void whatIsQueuedThroughAnotherHandleIsLedToWhereverItRan() {
        Trace trace = Traces.of("""
                main calls QueueUserAPC(A, h, 0)
                main returns nonzero
                worker begins A(0)
                """);

        assertThat(Deliveries.of(trace).queuedFor(2)).isNotNull();
    }

    @Test
    void anApcThatRanOnTheWrongThreadOrWithTheWrongArgumentIsLedToItsCall() {
        Trace trace = Traces.of("""
                main calls QueueUserAPC(A, worker, 1)
                main returns nonzero
                main begins A(1)
                main calls QueueUserAPC(A, worker, 2)
                main returns nonzero
                worker begins A(9)
                """);

        Deliveries deliveries = Deliveries.of(trace);

        assertThat(deliveries.queuedFor(2)).extracting("by.index").isEqualTo(0);
        assertThat(deliveries.queuedFor(5)).extracting("by.index").isEqualTo(3);
    }

    @Test
    void aCallThatFailedOrDidNotReturnLeavesNothingInTheQueue() {
        Trace trace = Traces.of("""
                worker calls SleepEx(0, TRUE)
                main calls QueueUserAPC(A, worker, 0)
                main returns 0
                helper calls QueueUserAPC(A, worker, 0)
                """);

        assertThat(Deliveries.of(trace).pending()).isEqualTo(List.of());
    }

    @Test
    void whatIsNoCallQueuesNothing() {
        Trace trace = Traces.of("""
                main calls QueueUserAPC(((
                worker begins A(0)
                """);

        assertThat(Deliveries.of(trace).queuedFor(1)).isNull();
    }
}
