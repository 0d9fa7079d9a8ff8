package org.apctck.kit.agent;

/** What comes from an agent. */
sealed interface Received {
    record Said(Message message) implements Received {}

    /** A line that is no message. Nothing after it is read. */
    record Garbage(String problem) implements Received {}

    /** The end of its output. */
    record Ended() implements Received {}

    /** Nothing came before the deadline. */
    record Silence() implements Received {}
}
