package org.apctck.jna;

import org.apctck.spec.stage.Sighting.State;

/** What the file {@code status} says of a task of Linux. */
final class TaskStatus {
    /** The file. */
    static final String FILE = "status";

    private TaskStatus() {}

    /** The state; one that is asleep counts as blocked, in whatever call it is. */
    static State state(String status) {
        return switch (field(status, "State:").charAt(0)) {
            case 'S' -> State.BLOCKED;
            case 'Z', 'X' -> State.ENDED;
            default -> State.RUNNABLE;
        };
    }

    /** How often the task gave up a processor, or had it taken. */
    static long switches(String status) {
        return Long.parseLong(field(status, "\nvoluntary_ctxt_switches:"))
                + Long.parseLong(field(status, "\nnonvoluntary_ctxt_switches:"));
    }

    /** Whether the task runs, waits for a processor, or for what the kernel fetches for it. */
    static boolean isRunning(String status) {
        char state = field(status, "State:").charAt(0);
        return state == 'R' || state == 'D';
    }

    private static String field(String status, String name) {
        int start = status.indexOf(name) + name.length();
        int end = status.indexOf('\n', start);
        return status.substring(start, end < 0 ? status.length() : end).strip();
    }
}
