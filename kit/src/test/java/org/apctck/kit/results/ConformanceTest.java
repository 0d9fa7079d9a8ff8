package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apctck.kit.Cases;
import org.apctck.kit.results.Conformance.State;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConformanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PASS PASS           | true  | CONFORMANT     | conformant",
                "PASS FAIL           | true  | NOT_CONFORMANT | 1 of 2 rules kept",
                "PASS CRASH          | true  | NOT_CONFORMANT | 1 of 2 rules kept",
                "TIMEOUT FAIL        | true  | NOT_CONFORMANT | 0 of 2 rules kept",
                "PASS NOT_APPLICABLE | true  | NOT_CONFORMANT | 1 of 2 rules kept",
                "PASS INCONCLUSIVE   | true  | INCOMPLETE     | incomplete, 1 of 2 rules kept",
                "PASS ERROR          | true  | INCOMPLETE     | incomplete, 1 of 2 rules kept",
                "PASS NOT_RUN        | true  | INCOMPLETE     | incomplete, 1 of 2 rules kept",
                "PASS PASS           | false | INCOMPLETE     | incomplete, 2 of 2 rules kept",
                "FAIL NOT_RUN        | true  | NOT_CONFORMANT | 0 of 2 rules kept, incomplete",
                "NOT_RUN NOT_RUN     | true  | NOT_RUN        | not run",
                "NOT_RUN NOT_RUN     | false | NOT_RUN        | not run",
            })
    void theStateIsTheWorstThatIsKnown(String verdicts, boolean isWhole, State state, String words) {
        Conformance conformance = conformance(isWhole, verdicts.split(" "), "Q-A-1", "Q-B-1");

        assertThat(conformance.state()).isEqualTo(state);
        assertThat(conformance.words()).isEqualTo(words);
    }

    @Test
    void onlyRequiredRulesThatCanBeTestedCount() {
        Conformance conformance = conformance(
                true,
                new String[] {"PASS", "FAIL", "OBSERVED", "UNTESTABLE"},
                "Q-A-1",
                "Q-B-1 recommended",
                "Q-C-1 informative",
                "Q-D-1 required no");

        assertThat(conformance.state()).isEqualTo(State.CONFORMANT);
        assertThat(conformance.required()).isEqualTo(1);
    }

    @Test
    void aFamilyCountsOnceAndIsKeptAsAWhole() {
        Conformance conformance = conformance(
                true,
                new String[] {"PASS", "NOT_APPLICABLE", "PASS"},
                "Q-A-1 required yes Q-FAMILY",
                "Q-B-1 required yes Q-FAMILY",
                "Q-C-1");

        assertThat(conformance.words()).isEqualTo("1 of 2 rules kept");
        assertThat(conformance.lacking()).extracting(Rule::id).containsExactly("Q-B-1");
    }

    private static Conformance conformance(boolean isWhole, String[] verdicts, String... rules) {
        Iterator<Rule> catalogue = Cases.catalogue(rules).rules().iterator();
        List<RuleResult> results = new ArrayList<>();
        for (String verdict : verdicts) {
            results.add(new RuleResult(catalogue.next(), Verdict.valueOf(verdict), List.of(), List.of()));
        }
        return Conformance.of(results, isWhole);
    }
}
