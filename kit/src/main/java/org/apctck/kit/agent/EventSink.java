package org.apctck.kit.agent;

import org.apctck.spec.trace.Event;

/** Takes the events of a run as they happen. */
public interface EventSink {
    /**
     * Tells that {@code event} happened. May be called by any thread, also inside a routine of the implementation: it never
     * blocks, takes no lock that another caller could hold, and never throws.
     */
    void happened(Event event);
}
