package org.apctck.spec.stage;

import java.util.function.Consumer;
import org.apctck.spec.Event;
import org.apctck.spec.Program;

/**
 * Performs programs with real threads on an implementation of the API.
 *
 * <p>It resolves names, lets the cast idle outside the implementation, runs the bodies of routines, records events and sees
 * when the program is quiescent. The implementation behind {@link Platform} only makes calls. Used by one thread at a time.
 */
public final class Stage {
    /** How long a program may go on without being quiescent and without a finite wait, in milliseconds. */
    public static final long LIMIT_MILLIS = 2_000;

    private final Platform platform;
    private final long limitMillis;

    public Stage(Platform platform, long limitMillis) {
        this.platform = platform;
        this.limitMillis = limitMillis;
    }

    /**
     * Performs {@code program} once.
     *
     * @param program checked by {@link org.apctck.spec.ProgramCheck}
     * @param sink takes each event as it happens, on the thread on which it happens, from several threads at once; it must
     *     not block. The order is that of the sequence numbers
     */
    public Performance perform(Program program, Consumer<Event> sink) {
        throw new UnsupportedOperationException(platform + " " + limitMillis);
    }
}
