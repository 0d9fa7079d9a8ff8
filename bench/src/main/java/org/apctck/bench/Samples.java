package org.apctck.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.bench.AcceptanceBenchmark.Sample;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** Traces that are followed by {@link AcceptanceBenchmark}. */
final class Samples {
    /** Events of a queueAndWait round: two calls, two returns, a routine that begins and ends, two quiescent points. */
    private static final int EVENTS_PER_ROUND = 8;

    private Samples() {}

    /** {@code script-1000}: events; {@code overlap-4x1000}, {@code orders-3x2}: threads x events or calls. */
    static Sample named(String name) {
        String[] parts = name.split("[-x]");
        int first = Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "script" -> script(first / EVENTS_PER_ROUND);
            case "overlap" -> overlap(first, Integer.parseInt(parts[2]) / first / 2);
            case "orders" -> orders(first, Integer.parseInt(parts[2]));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** One call at a time, as the model does it. */
    static Sample script(int rounds) {
        Program program = Programs.queueAndWait(rounds);
        return new Sample(program, Simulation.run(program));
    }

    /** Threads that set an event of their own again and again, all at the same time. */
    private static Sample overlap(int threads, int calls) {
        List<ProgramObject> objects = new ArrayList<>();
        Map<String, List<String>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < threads; i++) {
            objects.add(new ProgramObject("E" + i, Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")));
            lanes.put("t" + i, repeated("SetEvent(E" + i + ")", calls));
        }
        return race(objects, lanes, List.of(), "TRUE");
    }

    /** Threads that queue APCs to one thread that runs no more, all at the same time: each order is another state to the end. */
    private static Sample orders(int threads, int calls) {
        Map<String, List<String>> lanes = new LinkedHashMap<>();
        for (int i = 0; i < threads; i++) {
            List<String> lane = new ArrayList<>();
            for (int j = 0; j < calls; j++) {
                lane.add("QueueUserAPC(A, worker, " + (10 * i + j) + ")");
            }
            lanes.put("t" + i, lane);
        }
        return race(List.of(), lanes, List.of(new CastThread("worker", false)), "nonzero");
    }

    private static List<String> repeated(String call, int times) {
        return java.util.Collections.nCopies(times, call);
    }

    private static Sample race(
            List<ProgramObject> objects, Map<String, List<String>> lanes, List<CastThread> others, String result) {
        List<CastThread> cast = new ArrayList<>(others);
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        lanes.forEach((thread, lane) -> {
            cast.add(new CastThread(thread, false));
            calls.put(thread, lane.stream().map(Call::parse).toList());
        });
        Program program = ProgramCheck.check(new Program(cast, objects, List.of(), List.of(new Entry.Race(calls))));
        List<Event> events = new ArrayList<>();
        int rounds = lanes.values().iterator().next().size();
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<String, List<String>> lane : lanes.entrySet()) {
                add(events, lane.getKey(), EventKind.CALLS, lane.getValue().get(i));
            }
            for (String thread : lanes.keySet()) {
                add(events, thread, EventKind.RETURNS, result);
            }
        }
        add(events, "", EventKind.QUIESCENT, "");
        return new Sample(program, Trace.of(events, TraceStatus.COMPLETED, ""));
    }

    private static void add(List<Event> events, String thread, EventKind kind, String what) {
        events.add(Event.of(events.size(), 10L * events.size(), thread, kind, what));
    }
}
