package org.apctck.kit;

/** The exit statuses of the command, declared in the order in which the first that holds is taken. */
public enum ExitStatus {
    /** The kit is at fault. */
    FAULT(4),
    /** Wrong usage, or an input file that cannot be used. */
    USAGE(2),
    /** A target asked for cannot start, or its agent breaks the protocol. */
    TARGET(3),
    /** Unexpected results. */
    UNEXPECTED(1),
    /** Not everything was run. */
    NOT_RUN(6),
    /** Something inconclusive. */
    INCONCLUSIVE(5),
    OK(0);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The one of the two that is taken. */
    public ExitStatus and(ExitStatus other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
