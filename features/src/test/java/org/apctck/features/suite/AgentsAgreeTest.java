package org.apctck.features.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

class AgentsAgreeTest {
    @Test
    void anotherReturnIsADifference() {
        assertThat(difference(
                        "Sleep(INFINITE)",
                        outcome(TraceStatus.COMPLETED, "0 calls SleepEx(0, TRUE)", "0 returns 0"),
                        outcome(TraceStatus.COMPLETED, "0 calls SleepEx(0, TRUE)", "0 returns WAIT_IO_COMPLETION")))
                .startsWith("the agents differ:")
                .contains("Java: Outcome", "returns WAIT_IO_COMPLETION");
    }

    @Test
    void anotherPointIsADifferenceUnlessAWaitIsFinite() {
        Outcome early = outcome(TraceStatus.COMPLETED, "0 returns void");
        Outcome late = outcome(TraceStatus.COMPLETED, "1 returns void");

        assertThat(difference("Sleep(INFINITE)", early, late)).isNotEmpty();
        assertThat(difference("Sleep(1)", early, late)).isEmpty();
    }

    @Test
    void theLastErrorThatALogLeavesMayDiffer() {
        assertThat(difference(
                        "Sleep(INFINITE)",
                        outcome(TraceStatus.COMPLETED, "0 returns FALSE, last error 203"),
                        outcome(TraceStatus.COMPLETED, "0 returns FALSE, last error ERROR_SUCCESS")))
                .isEmpty();
        assertThat(difference(
                        "Sleep(INFINITE)",
                        outcome(TraceStatus.COMPLETED, "0 returns FALSE, last error ERROR_NOT_OWNER"),
                        outcome(TraceStatus.COMPLETED, "0 returns FALSE, last error ERROR_SUCCESS")))
                .isNotEmpty();
        assertThat(difference(
                        "Sleep(INFINITE)",
                        outcome(TraceStatus.COMPLETED, "0 returns FALSE, last error 203"),
                        outcome(TraceStatus.COMPLETED, "0 returns TRUE")))
                .isNotEmpty();
    }

    @Test
    void onlyTheAgentInCTellsAllOfACrash() {
        String[] all = {"0 begins A(0)", "0 ends A"};
        Outcome whole = outcome(TraceStatus.CRASHED, all);
        Outcome cut = outcome(TraceStatus.CRASHED, all[0]);

        assertThat(difference("Sleep(INFINITE)", cut, whole)).isEmpty();
        assertThat(difference("Sleep(INFINITE)", whole, cut)).isNotEmpty();
    }

    @Test
    void whatIsBrokenOffMayBeToldFurtherByEither() {
        String call = "0 returns 0xFFFFFFFF, last error ERROR_CALL_NOT_IMPLEMENTED";
        Outcome whole = outcome(TraceStatus.NOT_IMPLEMENTED, "0 begins A(0)", call, "0 ends A");
        Outcome cut = outcome(TraceStatus.NOT_IMPLEMENTED, "0 begins A(0)", call);

        assertThat(difference("Sleep(INFINITE)", whole, cut)).isEmpty();
        assertThat(difference("Sleep(INFINITE)", cut, whole)).isEmpty();
        assertThat(difference("Sleep(INFINITE)", whole, outcome(TraceStatus.NOT_IMPLEMENTED, "0 begins A(0)")))
                .isNotEmpty();
        assertThat(difference("Sleep(INFINITE)", whole, outcome(TraceStatus.NOT_IMPLEMENTED, "0 begins B(0)", call)))
                .isNotEmpty();
    }

    private static Outcome outcome(TraceStatus status, String... events) {
        return Outcome.read(Map.of("worker", List.of(events)), status);
    }

    private static String difference(String call, Outcome java, Outcome c) {
        Program program = ProgramReader.read(Document.json(
                "program",
                "{'threads':[{'name':'worker'}],'script':[{'thread':'worker','call':'%s'}]}"
                        .replace('\'', '"')
                        .formatted(call)));
        Case scenario = new Case("Q-A-1/x", "Q-A-1", "x", "q.feature", 1, "Scenario: x", program, List.of());
        return AgentsAgree.difference(scenario, java, c);
    }
}
