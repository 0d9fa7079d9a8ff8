package org.apctck.reports.junit;

/**
 * How a test ended, in the few words that JUnit XML has for it.
 *
 * @param type the kind of a failure or an error, for a program
 * @param message one line; empty for what passed
 * @param text more than one line about it, or empty
 */
record TestResult(Kind kind, String type, String message, String text) {
    static final TestResult PASSED = new TestResult(Kind.PASSED, "", "", "");

    enum Kind {
        PASSED,
        SKIPPED,
        /** The implementation does what it must not do, or otherwise than expected of it. */
        FAILURE,
        /** It died or hung, or there is no result that says anything. */
        ERROR
    }

    static TestResult skipped(String message) {
        return new TestResult(Kind.SKIPPED, "", message, "");
    }

    static TestResult failure(String type, String message, String text) {
        return new TestResult(Kind.FAILURE, type, message, text);
    }

    static TestResult error(String type, String message, String text) {
        return new TestResult(Kind.ERROR, type, message, text);
    }
}
