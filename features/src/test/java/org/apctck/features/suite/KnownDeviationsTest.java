package org.apctck.features.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apctck.kit.CompiledSuite;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.Expectation.Kind;
import org.apctck.kit.results.Expectations;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the suites compare with are in order, which is found out here before a suite runs for minutes. */
class KnownDeviationsTest {
    private static final Set<String> SCENARIOS =
            Set.copyOf(CompiledSuite.shipped().orElseThrow().ids());

    @ParameterizedTest
    @ValueSource(strings = {"winpr", "wine"})
    void eachEntryIsOfARuleOrScenarioThatThereIs(String target) {
        Set<String> known = new HashSet<>(SCENARIOS);
        Catalogue.load().rules().stream().map(Rule::id).forEach(known::add);
        List<Expectation> entries =
                Expectations.read(KnownDeviations.file(target)).entries();

        assertThat(entries)
                .filteredOn(entry -> entry.kind() != Kind.FINDING) // which is the text of a finding
                .isNotEmpty()
                .extracting(Expectation::subject)
                .isSubsetOf(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents-of-winpr", "agents-of-wine"})
    void agentsDifferInScenariosThatThereAre(String file) {
        assertThat(SCENARIOS).containsAll(AgentsAgree.listed(file).keySet());
    }
}
