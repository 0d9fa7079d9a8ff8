package org.apctck.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CaseJsonTest {
    private static final List<String> SCRIPT =
            List.of("worker: !SleepEx(INFINITE, TRUE)", "20 ms", "main: QueueUserAPC(A, worker, 0)");

    private static final Case CASE = Cases.of(
            SCRIPT,
            Cases.exactly("calls SleepEx", "exits"),
            Cases.oneOf(Cases.row(21, "worker: begins A; ends A", "main:")),
            new Check.Recorded("main", 30),
            new Check.TookAtLeast("worker", ApiFunction.SLEEP_EX, 50, 31),
            new Check.AtRest(32));

    @Test
    void aCaseSurvivesBeingWrittenAndRead() {
        Case read = CaseJson.read(Document.json("case.json", text(CASE)));

        assertThat(text(read)).isEqualTo(text(CASE));
        assertThat(read.checks()).isEqualTo(CASE.checks());
        assertThat(CaseJson.digest(read)).isEqualTo(CaseJson.digest(CASE));
    }

    @Test
    void theDigestCoversProgramAndChecksAndNotTheirPlace() {
        Case moved = new Case(
                "X-Y-1/z",
                "X-Y-1",
                "z",
                "z.feature",
                99,
                "other",
                CASE.program(),
                List.of(new Check.Recorded("main", 1)));
        Case same = Cases.of(SCRIPT, new Check.Recorded("main", 2));
        Case otherCheck = Cases.of(SCRIPT, new Check.Recorded("worker", 2));
        Case otherProgram = Cases.of(List.of("20 ms"), new Check.Recorded("main", 2));

        assertThat(CaseJson.digest(moved)).isEqualTo(CaseJson.digest(same)).matches("[0-9a-f]{64}");
        assertThat(CaseJson.digest(otherCheck)).isNotEqualTo(CaseJson.digest(same));
        assertThat(CaseJson.digest(otherProgram)).isNotEqualTo(CaseJson.digest(same));
    }

    @Test
    void anErrorNamesFileLineAndField() {
        String wrong = text(CASE).replace("\"function\":\"SleepEx\"", "\"function\":\"SleepX\"");

        assertThatThrownBy(() -> CaseJson.read(Document.jsonLine("f.ndjson", 3, wrong)))
                .isInstanceOf(InputException.class)
                .hasMessage("f.ndjson:3: checks[3].function: unknown function SleepX");
    }

    @Test
    void anUnknownKindOfCheckIsNamed() {
        String wrong = text(CASE).replace("\"recorded\":\"main\"", "\"guessed\":\"main\"");

        assertThatThrownBy(() -> CaseJson.read(Document.json("f.json", wrong)))
                .hasMessage(
                        "f.json:1: checks[2]: is not a check; known are exactly, oneOf, recorded, tookAtLeast, atRest");
    }

    private static String text(Case scenario) {
        return JsonMapper.builder().build().writeValueAsString(CaseJson.tree(scenario));
    }
}
