package org.apctck.cli.console;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows how long work comes along: a bar that is drawn over on a terminal, a line now and then elsewhere.
 *
 * <p>Safe for use by several threads. What is shown goes on while the work stands still, and is cleared when the process is
 * told to end.
 */
public final class ProgressLine {
    static final long TERMINAL_NANOS = 100_000_000L;
    static final long PLAIN_NANOS = 10_000_000_000L;
    /** What a terminal writes when the process is interrupted: {@code ^C}. */
    private static final int ECHO = 2;

    private final Console console;
    private final LongSupplier nanoTime;
    private final boolean withTicks;
    private final long began;
    private final Thread farewell = new Thread(this::end, "progress");

    private @Nullable ProgressBar bar;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable ScheduledFuture<?> ticks;
    private long said;
    private String drawn = "";
    private int width;
    private boolean ended;

    /** Says nothing if {@code quiet}. */
    public ProgressLine(Console console, boolean quiet) {
        this(console, quiet, System::nanoTime, true);
    }

    /** One whose clock is moved by hand, and which looks at it only when told to. */
    public ProgressLine(Console console, boolean quiet, LongSupplier nanoTime, boolean withTicks) {
        this.console = quiet ? console.silent() : console;
        this.nanoTime = nanoTime;
        this.withTicks = withTicks && !quiet;
        this.began = nanoTime.getAsLong();
        this.said = began;
    }

    /** Shows {@code now} when it is time to. */
    public synchronized void show(ProgressBar now) {
        if (ended) {
            return;
        }
        if (bar == null && withTicks) {
            begin();
        }
        bar = now;
        tick();
    }

    private void begin() {
        Runtime.getRuntime().addShutdownHook(farewell);
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        ticks = clock.scheduleAtFixedRate(this::tick, TERMINAL_NANOS, TERMINAL_NANOS, TimeUnit.NANOSECONDS);
    }

    /** Says something if it is time to. */
    synchronized void tick() {
        long now = nanoTime.getAsLong();
        boolean isDue = now - said >= (console.progress() ? TERMINAL_NANOS : PLAIN_NANOS);
        if (bar == null || ended || !isDue) {
            return;
        }
        said = now;
        long elapsedMillis = (now - began) / 1_000_000;
        if (!console.progress()) {
            console.say(bar.plain(elapsedMillis));
            return;
        }
        // A line as wide as the terminal would be broken by what it writes at its end.
        int columns = console.columns() - 1 - ECHO;
        String plain = bar.drawn(columns, elapsedMillis, new Style(false));
        if (!plain.equals(drawn)) {
            String text = bar.drawn(columns, elapsedMillis, console.errStyle());
            console.err().print("\r" + text + " ".repeat(Math.max(0, width - plain.length())));
            console.err().flush();
            width = Math.max(width, plain.length());
            drawn = plain;
        }
    }

    /** Clears the line, so that something else can be written; nothing is shown any more. */
    public synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (!drawn.isEmpty()) {
            console.err().print("\r" + " ".repeat(width + ECHO) + "\r");
            console.err().flush();
        }
        if (ticks != null && clock != null) {
            ticks.cancel(false);
            clock.shutdownNow();
            forgetFarewell();
        }
    }

    private void forgetFarewell() {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The process ends already, and this is the farewell or comes before it.
            drawn = "";
        }
    }
}
