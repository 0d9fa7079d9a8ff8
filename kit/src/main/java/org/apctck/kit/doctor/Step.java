package org.apctck.kit.doctor;

/**
 * One step of an examination.
 *
 * @param what was looked at
 * @param problem what is wrong, or why it was not made; empty if nothing is
 * @param remedy what to do about it
 */
public record Step(String what, State state, String problem, String remedy) {
    /** How it went. */
    public enum State {
        OK("ok"),
        NOT_OK("not ok"),
        NOT_TRIED("not tried");

        private final String words;

        State(String words) {
            this.words = words;
        }

        /** As it is printed. */
        public String words() {
            return words;
        }
    }

    static Step ok(String what) {
        return new Step(what, State.OK, "", "");
    }

    /** A step that could not be made, which is no fault. */
    static Step notTried(String what, String why) {
        return new Step(what, State.NOT_TRIED, why, "");
    }

    static Step problem(String what, String problem, String remedy) {
        return new Step(what, State.NOT_OK, problem, remedy);
    }

    public boolean isOk() {
        return state == State.OK;
    }
}
