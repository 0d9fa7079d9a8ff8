package org.apctck.reports.junit;

import java.util.List;
import java.util.Map;

/**
 * Tests that belong together: those of a rule.
 *
 * @param name as tests are grouped by it: target, area and rule, joined by dots
 * @param properties in their order
 */
record TestSuite(String name, Map<String, String> properties, List<TestCase> tests) {
    long count(TestResult.Kind kind) {
        return tests.stream().filter(test -> test.result().kind() == kind).count();
    }

    long millis() {
        return tests.stream().mapToLong(TestCase::millis).sum();
    }
}
