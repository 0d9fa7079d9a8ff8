package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;

/**
 * Takes down what happens between the beginning and the end of the script.
 *
 * <p>Without locks: a thread that is terminated while it records must not hold up the others.
 */
final class Recorder {
    private final Consumer<Event> sink;
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();
    private volatile long startNanos;
    private volatile boolean open;
    private volatile boolean closed;

    Recorder(Consumer<Event> sink) {
        this.sink = sink;
    }

    /** The script begins. */
    void open() {
        startNanos = System.nanoTime();
        open = true;
    }

    /** The script is over; what still happens belongs to no trace. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    void record(String thread, Happening happening) {
        if (open && !closed) {
            long micros = micros();
            take(new Event(next.getAndIncrement(), micros, thread, happening));
        }
    }

    /**
     * Takes down what was seen when there were {@code events} events, unless it may have become untrue: there have been others
     * since, or it is {@code still} so no more. A thread that goes on is not seen by its event at once: it may have to wait for
     * a processor before it tells.
     *
     * @param still looks again; what holds before and after the moment that the event bears holds in it
     * @return whether it was taken down
     */
    boolean recordIfNext(int events, String thread, Happening happening, BooleanSupplier still) {
        if (!open || closed) {
            return true;
        }
        long micros = micros();
        boolean isNext = still.getAsBoolean() && next.compareAndSet(events, events + 1);
        if (isNext) {
            take(new Event(events, micros, thread, happening));
        }
        return isNext;
    }

    private long micros() {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - startNanos);
    }

    private void take(Event event) {
        if (event.seq() < Trace.EVENTS_MAX) {
            events.add(event);
            sink.accept(event);
        }
    }

    /** How many events there were, those beyond the bound included. */
    int count() {
        return next.get();
    }

    boolean isOverfull() {
        return next.get() > Trace.EVENTS_MAX;
    }

    /**
     * The events in order. A thread that was terminated while it recorded leaves a gap, which is closed, so that the
     * sequence number is the position.
     */
    List<Event> events() {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(Comparator.comparingInt(Event::seq));
        for (int i = 0; i < sorted.size(); i++) {
            sorted.set(i, sorted.get(i).at(i));
        }
        return sorted;
    }
}
