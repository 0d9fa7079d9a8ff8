package org.apctck.kit;

/** A target cannot go on: what is left to run on it counts as not run. The message is one line for people. */
public final class TargetLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean protocolBroken;

    /**
     * @param protocolBroken whether the agent broke the protocol; false if it was given up for other reasons, such as too
     *     many crashes
     */
    public TargetLostException(String message, boolean protocolBroken) {
        super(message);
        this.reason = message;
        this.protocolBroken = protocolBroken;
    }

    /** The message, which is never null. */
    public String reason() {
        return reason;
    }

    public boolean isProtocolBroken() {
        return protocolBroken;
    }
}
