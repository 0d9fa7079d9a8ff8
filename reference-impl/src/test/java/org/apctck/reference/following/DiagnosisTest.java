package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apctck.reference.fault.Suspects;
import org.apctck.spec.program.Program;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.trace.Trace;
import org.junit.jupiter.api.Test;

/** Which rule a refusal rests on, and how the model goes on behind it. */
class DiagnosisTest {
    private static final List<Suspect> SUSPECTS = Suspects.of(Catalogue.load());

    private static final Program TWO = new Draft("main", "worker")
            .call("main", "SuspendThread(worker)")
            .call("main", "ResumeThread(worker)")
            .call("main", "QueueUserAPC(A, worker, 1)")
            .call("main", "QueueUserAPC(B, worker, 2)")
            .call("worker", "SleepEx(INFINITE, TRUE)")
            .program();

    /** A thread is resumed, and its APCs run in the wrong order. */
    private static Trace lifo(String resumed) {
        return new Sightings()
                .see("main calls SuspendThread(worker)", "main returns 0", "worker suspended", "quiescent")
                .see("main calls ResumeThread(worker)", "main returns " + resumed, "worker resumed", "quiescent")
                .see("main calls QueueUserAPC(A, worker, 1)", "main returns nonzero", "quiescent")
                .see("main calls QueueUserAPC(B, worker, 2)", "main returns nonzero", "quiescent")
                .see("worker calls SleepEx(INFINITE, TRUE)", "worker begins B(2)", "worker ends B")
                .see("worker begins A(1)", "worker ends A", "worker returns WAIT_IO_COMPLETION", "quiescent")
                .trace();
    }

    private static final Trace LIFO = lifo("1");
    private static final Trace LIFO_AND_MISCOUNTED = lifo("0");
    private static final Trace LIFO_AND_UNHEARD_OF = lifo("77");

    private static Diagnosis.Finding of(Program program, Trace trace, String rule) {
        return new Diagnosis(program, SUSPECTS, Acceptor.STATES_MAX).of(trace, rule, 10);
    }

    @Test
    void whatAModelWithAFaultDoesIsHeldAgainstTheRuleOfTheFault() {
        Diagnosis.Finding finding = of(TWO, LIFO, "");

        assertThat(finding.refusals()).extracting(Refusal::rule).containsExactly("QUEUE-FIFO-1");
        assertThat(finding.refusals()).extracting(Refusal::fault).containsExactly("LIFO-QUEUE");
        assertThat(finding.refusals()).extracting(Refusal::event).containsExactly(15);
        assertThat(finding.isFollowed()).isTrue();
    }

    @Test
    void theRuleOfTheScenarioIsToBlameIfItIsBrokenAsWell() {
        assertThat(of(TWO, LIFO, "QUEUE-FIFO-MULTI-1").refusals())
                .extracting(Refusal::rule)
                .containsExactly("QUEUE-FIFO-MULTI-1");
        assertThat(of(TWO, LIFO, "QUEUE-DATA-1").refusals())
                .extracting(Refusal::rule)
                .containsExactly("QUEUE-FIFO-1");
    }

    @Test
    void aFaultOfThatRuleWhichTheRestOfTheTraceSpeaksAgainstIsNotTheReason() {
        Program program = new Draft("main")
                .suspended("worker")
                .call("main", "ResumeThread(worker)")
                .program();
        Trace begun = new Sightings()
                .see("main calls ResumeThread(worker)", "main returns 0", "worker starts", "quiescent")
                .trace();

        assertThat(of(program, begun, "THREAD-SUSPENDED-NORUN-1").refusals())
                .extracting(Refusal::fault)
                .containsExactly("RESUME-TELLS-ZERO");
    }

    @Test
    void behindARefusalTheModelGoesOnWithTheFaultAndSaysWhatElseIsWrong() {
        Diagnosis.Finding finding = of(TWO, LIFO_AND_MISCOUNTED, "");

        assertThat(finding.refusals())
                .extracting(Refusal::rule)
                .containsExactly("THREAD-RESUME-COUNT-1", "QUEUE-FIFO-1");
        assertThat(finding.isFollowed()).isTrue();
    }

    @Test
    void whatNoFaultExplainsNamesNoRuleAndNeitherDoesWhatComesBehind() {
        Diagnosis.Finding finding = of(TWO, LIFO_AND_UNHEARD_OF, "");

        assertThat(finding.refusals()).extracting(Refusal::rule).containsExactly("", "");
        assertThat(finding.isFollowed()).isFalse();
    }

    @Test
    void whatCannotBePassedEndsTheTrace() {
        Trace early = new Sightings().see("worker begins B(2)", "worker ends B").trace();

        Diagnosis.Finding finding = of(TWO, early, "");

        assertThat(finding.refusals()).extracting(Refusal::rule).containsExactly("");
        assertThat(finding.isFollowed()).isFalse();
    }

    @Test
    void noMoreIsSaidThanWasAskedFor() {
        assertThat(new Diagnosis(TWO, SUSPECTS, Acceptor.STATES_MAX)
                        .of(LIFO_AND_MISCOUNTED, "", 1)
                        .refusals())
                .hasSize(1);
        assertThat(new Diagnosis(TWO, List.of(), Acceptor.STATES_MAX)
                        .of(LIFO, "", 10)
                        .refusals())
                .extracting(Refusal::rule)
                .containsExactly("");
    }

    @Test
    void aCodeThatThePagesNameNeedsNoFault() {
        Program program = new Draft("main", "worker")
                .mutex("M", null)
                .autoResetEvent("E")
                .call("worker", "SignalObjectAndWait(M, E, 0, FALSE)")
                .program();
        Trace trace = new Sightings()
                .see("worker calls SignalObjectAndWait(M, E, 0, FALSE)")
                .see("worker returns WAIT_FAILED, last error ERROR_SUCCESS", "quiescent")
                .trace();

        assertThat(of(program, trace, "").refusals())
                .extracting(Refusal::rule, Refusal::fault)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("SIGNALWAIT-MUTEX-OWNER-1", ""));
    }
}
