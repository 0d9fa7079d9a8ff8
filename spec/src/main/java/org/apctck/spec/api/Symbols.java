package org.apctck.spec.api;

import java.util.List;
import java.util.Locale;

/** How values stand in a trace: the same on every target, so that traces can be compared as text. */
public final class Symbols {
    /** The time that a timer's routine is given, if it is one at which the timer can have been signaled. */
    public static final String ON_TIME = "on time";

    /** Any other time but 0: no two runs tell the same. */
    public static final String ANOTHER_TIME = "another time";

    private static final long DECIMAL_MAX = 0xFFFF;

    private Symbols() {}

    /** A number without a name: decimal up to 65535, above that hexadecimal, unsigned. */
    public static String number(long value) {
        return value >= 0 && value <= DECIMAL_MAX
                ? Long.toString(value)
                : "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /** A routine with what it was given: {@code A(0)}. */
    public static String routine(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    /** The exit code of a thread. */
    public static String exitCode(long code) {
        return code == Constants.STILL_ACTIVE ? "STILL_ACTIVE" : number(code);
    }

    /** The identifier of a thread of the program. */
    public static String idOf(String thread) {
        return "id of " + thread;
    }
}
