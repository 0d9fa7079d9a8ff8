package org.apctck.cli;

/**
 * One step of an examination.
 *
 * @param what was looked at
 * @param problem what is wrong; empty if nothing is
 * @param remedy what to do about it
 */
record Step(String what, String problem, String remedy) {
    static Step ok(String what) {
        return new Step(what, "", "");
    }

    boolean isOk() {
        return problem.isEmpty();
    }
}
