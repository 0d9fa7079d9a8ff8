package org.apctck.features;

import java.util.Map;
import org.apctck.kit.Case;

/** A feature of one rule, for tests that care for its steps only. */
final class ScenarioDraft {
    static final String FILE = "features/f.feature";

    private static final String HEAD = """
            Feature: F
              @QUEUE-X-1
              Rule: QUEUE-X-1 It holds
            """;

    private ScenarioDraft() {}

    /** The feature whose only rule has {@code scenarios}; they begin on line 4. */
    static FeatureFiles rule(String scenarios) {
        return FeatureFiles.of(Map.of(FILE, (HEAD + scenarios.indent(4)).replaceAll(" +\n", "\n")));
    }

    /** The feature whose only scenario has {@code steps}; they begin on line 5. */
    static FeatureFiles steps(String steps) {
        return rule("Scenario: S\n" + steps.indent(2));
    }

    /** The case that {@code steps} compile to. */
    static Case compile(String steps) {
        return FeatureCompiler.compile(steps(steps)).get(0);
    }
}
