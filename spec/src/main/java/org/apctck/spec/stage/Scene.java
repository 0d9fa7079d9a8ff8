package org.apctck.spec.stage;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** What all who take part in one performance share. */
final class Scene {
    /** The thread that APCs are credited to which ran on a thread that is none of the program's. */
    private static final String STRANGER = "stranger";

    private final Platform platform;
    private final Program program;
    private final Recorder recorder;
    private final Names names = new Names();
    private final Cast cast = new Cast();
    private final Timers timers = new Timers();
    private final Requests requests = new Requests();
    private final Thread director = Thread.currentThread();
    private final AtomicReference<@Nullable Breakoff> breakoff = new AtomicReference<>();

    Scene(Platform platform, Program program, Recorder recorder) {
        this.platform = platform;
        this.program = program;
        this.recorder = recorder;
    }

    Platform platform() {
        return platform;
    }

    Program program() {
        return program;
    }

    Recorder recorder() {
        return recorder;
    }

    Names names() {
        return names;
    }

    Cast cast() {
        return cast;
    }

    Timers timers() {
        return timers;
    }

    Requests requests() {
        return requests;
    }

    /** The thread that directs the performance and never enters the implementation. */
    Thread director() {
        return director;
    }

    /** The performance cannot go on; the first reason counts. */
    void breakOff(TraceStatus status, String evidence) {
        breakoff.compareAndSet(null, new Breakoff(status, evidence));
        LockSupport.unpark(director);
    }

    /** The code of the stage failed on a thread of the program. */
    void fault(Throwable problem) {
        StackTraceElement[] stack = problem.getStackTrace();
        breakOff(TraceStatus.FAULT, problem + (stack.length == 0 ? "" : " at " + stack[0]));
    }

    void checkBreakoff() throws Breakoff {
        Breakoff reason = breakoff.get();
        if (reason != null) {
            throw reason;
        }
        if (recorder.isOverfull()) {
            throw new Breakoff(
                    TraceStatus.UNSETTLED, "more than " + Trace.EVENTS_MAX + " events: a trace holds no more");
        }
    }

    /** Records something that {@code actor} does itself, after what had to happen for it to do anything. */
    void happens(Actor actor, Happening happening) {
        if (actor.suspensions() > 0) { // otherwise whoever resumes it knows better whether there was anything to resume
            noteResumed(actor);
        }
        recorder.record(actor.name(), happening);
    }

    /** Records that a thread is suspended, if that is not recorded yet: when the call returns, or when it is seen before. */
    void noteSuspended(@Nullable Suspension suspension) {
        if (suspension != null && suspension.take()) {
            recorder.record(suspension.target().name(), Happening.SUSPENDED);
            suspension.target().addSuspension(); // only now, so that whoever resumes the thread tells of it behind this
        }
    }

    /** Records that a thread goes on, if that is not recorded yet: by who resumed it or by itself, who comes first. */
    void noteResumed(Actor actor) {
        actor.resumption().tell(() -> recorder.record(actor.name(), Happening.RESUMED));
    }

    /**
     * Runs {@code work} on the home thread of the platform, which may never come back from it.
     *
     * @return whether it is done
     */
    BooleanSupplier atHome(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        platform.onHomeThread(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error problem) {
                fault(problem);
            }
            done.set(true);
            LockSupport.unpark(director);
        });
        return done::get;
    }

    /** The calling thread enters the stage for the first time as {@code actor}. */
    void appear(Actor actor) {
        actor.appear(platform.identify());
        cast.setCurrent(actor);
        if (platform.has(ApiFunction.GET_CURRENT_THREAD_ID)) {
            names.identify(actor, ownIdentifier());
        }
    }

    /** The thread that runs this, whoever called it: an APC may be the first that is seen of a thread. */
    Actor current() {
        Actor known = cast.current();
        if (known != null) {
            return known;
        }
        Actor actor = newcomer();
        appear(actor);
        return actor;
    }

    private Actor newcomer() {
        if (platform.has(ApiFunction.GET_CURRENT_THREAD_ID)) {
            String name = names.threadIdentifiedBy(ownIdentifier());
            Actor identified = name == null ? null : cast.find(name);
            if (identified != null && identified.phase() == Actor.Phase.UNSTARTED) {
                return identified;
            }
        }
        Actor expected = cast.onlyOneToAppear();
        return expected != null ? expected : cast.add(STRANGER);
    }

    private long ownIdentifier() {
        return platform.call(ApiFunction.GET_CURRENT_THREAD_ID, List.of()).value();
    }
}
