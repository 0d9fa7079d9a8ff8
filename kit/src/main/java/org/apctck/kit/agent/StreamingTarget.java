package org.apctck.kit.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/**
 * A target that tells events as they happen. Served by {@link Serve}, a crash of its process then leaves the events that came
 * before it.
 */
public interface StreamingTarget extends Target {
    /** How long a program may run when nobody says otherwise. */
    int LIMIT_MILLIS = 5000;

    /**
     * How a run ended.
     *
     * @param evidence why the status is what it is, for people; empty for {@link TraceStatus#COMPLETED}
     * @param exhausted whether this process must not run another program: it holds blocked or ended threads
     */
    record Ending(TraceStatus status, String evidence, boolean exhausted) {}

    /**
     * Runs {@code program} once.
     *
     * @param limitMillis when this much time has passed, the run ends in the state it is in
     * @param events takes each event at once; what comes after the return is left out
     * @throws org.apctck.spec.program.ProgramException if the program itself is in error
     */
    Ending run(Program program, int limitMillis, EventSink events);

    /**
     * Runs {@code program} once, steered where its threads race; as it comes, unless this is overridden.
     *
     * @throws org.apctck.spec.program.ProgramException as {@link #run(Program, int, EventSink)}
     */
    default Ending run(Program program, Steering steering, int limitMillis, EventSink events) {
        return run(program, limitMillis, events);
    }

    @Override
    default Run run(Program program) {
        return run(program, Steering.NONE);
    }

    @Override
    default Run run(Program program, Steering steering) {
        Queue<Event> told = new ConcurrentLinkedQueue<>();
        Ending ending = run(program, steering, LIMIT_MILLIS, told::add);
        List<Event> events = new ArrayList<>(told);
        events.sort(Comparator.comparingInt(Event::seq));
        return Run.of(Trace.of(events, ending.status(), ending.evidence()));
    }
}
