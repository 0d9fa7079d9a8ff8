package org.apctck.spec.stage;

import java.util.function.Consumer;
import org.apctck.spec.Steering;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/**
 * Performs programs with real threads on an implementation of the API.
 *
 * <p>It resolves names, lets the cast idle outside the implementation, runs the bodies of routines, records events and sees
 * when the program is quiescent. The implementation behind {@link Platform} only makes calls. Used by one thread at a time,
 * which never enters the implementation.
 */
public final class Stage {
    /** How long a program may go on without coming to rest, in milliseconds, unless the caller knows better. */
    public static final long LIMIT_MILLIS = 2_000;

    private final Platform platform;

    public Stage(Platform platform) {
        this.platform = platform;
    }

    /** Performs {@code program} once, its races as they come. */
    public Performance perform(Program program, long limitMillis, Consumer<Event> sink) {
        return perform(program, Steering.NONE, limitMillis, sink);
    }

    /**
     * Performs {@code program} once.
     *
     * @param program checked by {@link org.apctck.spec.program.ProgramCheck}
     * @param steering who is held back in its races
     * @param limitMillis how long the program may go on without coming to rest; time that it lets pass itself does not count
     * @param sink takes each event as it happens, on the thread on which it happens, from several threads at once; it must
     *     not block. The order is that of the sequence numbers
     */
    public Performance perform(Program program, Steering steering, long limitMillis, Consumer<Event> sink) {
        Recorder recorder = new Recorder(sink);
        Scene scene = new Scene(platform, program, recorder);
        Calls calls = new Calls(scene);
        Watch watch = new Watch(scene, new Allowance(limitMillis));
        TraceStatus status = TraceStatus.COMPLETED;
        String evidence;
        try {
            new SetUp(scene, calls, watch).run();
            recorder.open();
            evidence = new Script(scene, calls, watch, steering).run();
        } catch (Breakoff reason) {
            status = reason.status();
            evidence = reason.evidence();
        }
        recorder.close();
        boolean atRest =
                status == TraceStatus.COMPLETED || status == TraceStatus.STUCK || status == TraceStatus.NOT_IMPLEMENTED;
        return new Performance(Trace.of(recorder.events(), status, evidence), new TearDown(scene, atRest));
    }
}
