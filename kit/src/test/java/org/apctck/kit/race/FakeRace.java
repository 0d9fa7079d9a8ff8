package org.apctck.kit.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Check;
import org.apctck.kit.Judge;
import org.apctck.kit.RecordedRuns;
import org.apctck.kit.Traces;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** A target whose runs of a race a test makes up, and a clock that advances with each run. */
public class FakeRace implements Target {
    static final String QUEUE = "QueueUserAPC(A, worker, 0)";
    static final String SUSPEND = "SuspendThread(worker)";

    /** Main and helper both suspend worker: the one that came first is told 0, the other one 1. */
    public static final Case SUSPENDS = race(
            Map.of("main", SUSPEND, "helper", SUSPEND),
            Cases.oneOf(
                    Cases.row(31, "main: returns 0", "helper: returns 1"),
                    Cases.row(32, "main: returns 1", "helper: returns 0")));

    private final Function<Steering, Trace> runs;
    private final Racing racing;
    private final long nanosPerRun;
    final List<Steering> steerings = new ArrayList<>();
    private long nanos;

    FakeRace(Racing racing, long nanosPerRun, Function<Steering, Trace> runs) {
        this.racing = racing;
        this.nanosPerRun = nanosPerRun;
        this.runs = runs;
    }

    FakeRace(Function<Steering, Trace> runs) {
        this(Racing.STEERED, 1, runs);
    }

    /** Plays so many runs and no more, as a recording does. */
    FakeRace recorded(int count) {
        return new Recorded(this, count);
    }

    private static final class Recorded extends FakeRace implements RecordedRuns {
        private final int count;

        Recorded(FakeRace race, int count) {
            super(race.racing, race.nanosPerRun, race.runs);
            this.count = count;
        }

        @Override
        public int runsLeft(Program program) {
            return count - steerings.size();
        }
    }

    static Case race(Map<String, String> lanes, Check... checks) {
        Case plain = Cases.of(List.of(), checks);
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        lanes.keySet().stream().sorted().forEach(thread -> calls.put(thread, List.of(Call.parse(lanes.get(thread)))));
        List<Program.CastThread> threads = List.of(
                new Program.CastThread("main", false),
                new Program.CastThread("worker", false),
                new Program.CastThread("helper", false));
        Program program = new Program(threads, List.of(), List.of(), List.of(new Entry.Race(calls)));
        return new Case(
                plain.id(), plain.rule(), plain.name(), plain.feature(), 7, plain.gherkin(), program, plain.checks());
    }

    /** Main begins at so many microseconds and helper at so many; each call takes 3. Who begins first is told 0. */
    static Trace suspends(long mainMicros, long helperMicros) {
        return suspends(mainMicros, helperMicros, 0);
    }

    /** The same; who comes first awaits the other one in its call, but no longer than that. */
    static Trace suspends(long mainMicros, long helperMicros, long awaitMicros) {
        boolean mainFirst = mainMicros <= helperMicros;
        long mainMade = Math.max(mainMicros, Math.min(helperMicros, mainMicros + awaitMicros));
        long helperMade = Math.max(helperMicros, Math.min(mainMicros, helperMicros + awaitMicros));
        List<Event> events = new ArrayList<>();
        add(events, mainMicros, "main", EventKind.CALLS, SUSPEND);
        add(events, mainMade + 3, "main", EventKind.RETURNS, mainFirst ? "0" : "1");
        add(events, helperMicros, "helper", EventKind.CALLS, SUSPEND);
        add(events, helperMade + 3, "helper", EventKind.RETURNS, mainFirst ? "1" : "0");
        return completed(events);
    }

    static void add(List<Event> events, long micros, String thread, EventKind kind, String what) {
        events.add(Event.of(0, micros, thread, kind, what));
    }

    /** The events in the order of their times. */
    static Trace completed(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(java.util.Comparator.comparingLong(Event::micros));
        List<Event> numbered = new ArrayList<>();
        for (Event event : sorted) {
            numbered.add(Event.of(numbered.size(), event.micros(), event.thread(), event.kind(), event.what()));
        }
        return Trace.of(numbered, TraceStatus.COMPLETED, "");
    }

    static Trace ended(TraceStatus status) {
        return Traces.ended(status, "because", "main calls " + SUSPEND);
    }

    RaceSeries.Result series(Case scenario, RaceBounds bounds) {
        return series(scenario, "required", bounds);
    }

    RaceSeries.Result series(Case scenario, String level, RaceBounds bounds) {
        LongSupplier clock = () -> nanos;
        return new RaceSeries(
                        scenario, this, run -> Judge.judge(scenario, Cases.rule(level), run, describe()), bounds, clock)
                .run();
    }

    @Override
    public TargetDescription describe() {
        return Cases.target();
    }

    @Override
    public Run run(Program program) {
        throw new AssertionError("a race is run with a steering");
    }

    @Override
    public Run run(Program program, Steering steering) {
        steerings.add(steering);
        nanos += nanosPerRun;
        return Run.of(runs.apply(steering));
    }

    @Override
    public Racing racing() {
        return racing;
    }

    @Override
    public void close() {}
}
