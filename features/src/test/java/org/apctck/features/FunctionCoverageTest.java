package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.api.ApiFunction;
import org.junit.jupiter.api.Test;

/** A function that is mapped and that no scenario calls could be anything. */
class FunctionCoverageTest {
    @Test
    void everyFunctionIsCalledByAScenario() {
        Set<ApiFunction> called = FeatureCompiler.compile().stream()
                .flatMap(scenario -> scenario.program().functions().stream())
                .collect(Collectors.toSet());

        assertThat(ApiFunction.values())
                .allSatisfy(function -> assertThat(called).contains(function));
    }
}
