package org.apctck.cli.console;

import org.apctck.kit.ExitStatus;

/** The end of a verb before it has results; the message is one line that says what is wrong and what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    public CommandException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    /** Wrong usage. */
    public static CommandException usage(String message) {
        return new CommandException(ExitStatus.USAGE, message);
    }

    ExitStatus status() {
        return status;
    }
}
