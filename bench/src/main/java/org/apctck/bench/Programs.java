package org.apctck.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;

/** The programs that are measured. */
final class Programs {
    private Programs() {}

    /**
     * A script of {@code 2 * rounds} calls: a thread queues an APC to another, which then waits alertably.
     */
    static Program queueAndWait(int rounds) {
        Entry queue = new Entry.CallOn("main", Call.parse("QueueUserAPC(A, worker, 1)"), false, false);
        Entry wait = new Entry.CallOn("worker", Call.parse("SleepEx(INFINITE, TRUE)"), false, false);
        List<Entry> script = new java.util.ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            script.add(queue);
            script.add(wait);
        }
        return ProgramCheck.check(new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false)), List.of(), List.of(), script));
    }

    /** Threads that queue APCs to one suspended thread, which then runs them: each schedule has an outcome of its own. */
    static Program queue(int threads, int calls) {
        Map<String, List<Call>> lanes =
                lanes(threads, calls, (thread, call) -> "QueueUserAPC(" + thread + "s, worker, " + call + ")");
        return program(
                cast(lanes),
                List.of(),
                new Entry.CallOn("main", Call.parse("SuspendThread(worker)"), false, false),
                new Entry.Race(lanes),
                new Entry.CallOn("main", Call.parse("ResumeThread(worker)"), false, false),
                new Entry.CallOn("worker", Call.parse("SleepEx(INFINITE, TRUE)"), false, false));
    }

    /** Threads that set events of their own: all schedules have one outcome. */
    static Program ownEvents(int threads, int calls) {
        Map<String, List<Call>> lanes = lanes(threads, calls, (thread, call) -> "SetEvent(E_" + thread + ")");
        List<ProgramObject> events = lanes.keySet().stream()
                .<ProgramObject>map(
                        thread -> new ProgramObject("E_" + thread, Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")))
                .toList();
        return program(cast(lanes), events, new Entry.Race(lanes));
    }

    /** Threads that queue APCs to one that waits alertably as often: which wait runs which APC is open. */
    static Program queueAgainstWaits(int threads, int calls) {
        Map<String, List<Call>> lanes =
                lanes(threads, calls, (thread, call) -> "QueueUserAPC(" + thread + "s, worker, " + call + ")");
        lanes.put("worker", Collections.nCopies(calls, Call.parse("SleepEx(0, TRUE)")));
        return program(cast(lanes), List.of(), new Entry.Race(lanes));
    }

    /** Three threads that queue four APCs each: 34 650 schedules and outcomes. */
    static Program race3x4() {
        return queue(3, 4);
    }

    private static Map<String, List<Call>> lanes(int threads, int calls, BiFunction<String, Integer, String> call) {
        Map<String, List<Call>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < threads; i++) {
            String thread = i == 0 ? "main" : i == 1 ? "helper" : "helper" + i;
            lanes.put(
                    thread,
                    IntStream.rangeClosed(1, calls)
                            .mapToObj(number -> Call.parse(call.apply(thread, number)))
                            .toList());
        }
        return lanes;
    }

    /** The threads of a race, and the worker. */
    private static List<CastThread> cast(Map<String, List<Call>> lanes) {
        return Stream.concat(lanes.keySet().stream(), Stream.of("worker"))
                .distinct()
                .map(thread -> new CastThread(thread, false))
                .toList();
    }

    private static Program program(List<CastThread> cast, List<ProgramObject> objects, Entry... script) {
        return ProgramCheck.check(new Program(cast, objects, List.of(), List.of(script)));
    }
}
