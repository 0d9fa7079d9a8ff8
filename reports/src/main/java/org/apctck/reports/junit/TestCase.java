package org.apctck.reports.junit;

/**
 * One test.
 *
 * @param millis how long it took
 * @param output what is worth to be read of a test that passed, or empty
 * @param errors what the agent wrote to its standard error, or empty
 */
record TestCase(String name, long millis, TestResult result, String output, String errors) {
    /** A test that is no run of a scenario. */
    static TestCase of(String name, TestResult result) {
        return new TestCase(name, 0, result, "", "");
    }
}
