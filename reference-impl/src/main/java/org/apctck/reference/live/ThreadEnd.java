package org.apctck.reference.live;

/** Unwinds the stack of a thread that has called ExitThread or was terminated. */
final class ThreadEnd extends Error {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    ThreadEnd(int exitCode) {
        super("the thread has ended and runs nothing more: let this pass", null, false, false);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
