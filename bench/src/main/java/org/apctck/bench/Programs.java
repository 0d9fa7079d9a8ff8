package org.apctck.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.Call;
import org.apctck.spec.Entry;
import org.apctck.spec.Program;
import org.apctck.spec.Program.CastThread;
import org.apctck.spec.ProgramCheck;

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

    /** Three threads that queue four APCs each to one suspended thread, which then runs them: 34 650 schedules and outcomes. */
    static Program race3x4() {
        Map<String, List<Call>> lanes = new LinkedHashMap<>();
        for (String thread : List.of("main", "helper", "helper2")) {
            lanes.put(
                    thread,
                    List.of(1, 2, 3, 4).stream()
                            .map(i -> Call.parse("QueueUserAPC(" + thread + "s, worker, " + i + ")"))
                            .toList());
        }
        return ProgramCheck.check(new Program(
                List.of(
                        new CastThread("main", false),
                        new CastThread("worker", false),
                        new CastThread("helper", false),
                        new CastThread("helper2", false)),
                List.of(),
                List.of(),
                List.of(
                        new Entry.CallOn("main", Call.parse("SuspendThread(worker)"), false, false),
                        new Entry.Race(lanes),
                        new Entry.CallOn("main", Call.parse("ResumeThread(worker)"), false, false),
                        new Entry.CallOn("worker", Call.parse("SleepEx(INFINITE, TRUE)"), false, false))));
    }
}
