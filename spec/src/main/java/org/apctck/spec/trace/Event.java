package org.apctck.spec.trace;

import java.util.Map;

/**
 * Something that happened while a program ran.
 *
 * @param seq the position in the trace, from 0
 * @param micros microseconds since the script began; virtual for the model
 * @param thread the name of the thread; empty for {@link EventKind#QUIESCENT}
 */
public record Event(int seq, long micros, String thread, Happening happening) {
    /** The event that stands so in a trace, without last error and out-parameters. */
    public static Event of(int seq, long micros, String thread, EventKind kind, String what) {
        return new Event(seq, micros, thread, Happening.read(kind, what, null, Map.of()));
    }

    public EventKind kind() {
        return happening.kind();
    }

    /** {@link Happening#what}. */
    public String what() {
        return happening.what();
    }

    /** {@link Happening#content}. */
    public String content() {
        return happening.content();
    }

    /** The same at another position. */
    public Event at(int position) {
        return position == seq ? this : new Event(position, micros, thread, happening);
    }

    /** Whether a call fails as if its function were not there. */
    public boolean saysNotImplemented() {
        return happening instanceof Happening.Returns returns
                && "ERROR_CALL_NOT_IMPLEMENTED".equals(returns.lastError());
    }

    @Override
    public String toString() {
        return (thread + " " + happening.text()).strip();
    }
}
