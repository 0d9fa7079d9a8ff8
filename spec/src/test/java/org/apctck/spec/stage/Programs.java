package org.apctck.spec.stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;

/** Writes programs in few words: {@code program("main", "worker").call("worker", "Sleep(0)").build()}. */
final class Programs {
    private final List<CastThread> threads = new ArrayList<>();
    private final List<ProgramObject> objects = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<Entry> script = new ArrayList<>();

    static Programs program(String... threads) {
        Programs program = new Programs();
        for (String thread : threads) {
            program.threads.add(new CastThread(thread, false));
        }
        return program;
    }

    Programs suspended(String thread) {
        threads.add(new CastThread(thread, true));
        return this;
    }

    Programs event(String name) {
        objects.add(new ProgramObject(name, Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")));
        return this;
    }

    Programs mutex(String name, String owner) {
        String owned = owner == null ? "FALSE" : "TRUE";
        objects.add(new ProgramObject(name, Call.parse("CreateMutexW(NULL, " + owned + ", NULL)"), owner));
        return this;
    }

    Programs apc(String name, String... body) {
        routines.add(new Routine(name, Routine.Kind.APC, calls(body), 0));
        return this;
    }

    Programs routine(String name, long exitCode, String... body) {
        routines.add(new Routine(name, Routine.Kind.THREAD, calls(body), exitCode));
        return this;
    }

    Programs call(String thread, String call) {
        script.add(new Entry.CallOn(thread, Call.parse(call), false, false));
        return this;
    }

    Programs elapse(int millis) {
        script.add(new Entry.Elapse(millis));
        return this;
    }

    Programs race(Map<String, List<String>> lanes) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        lanes.forEach((thread, lane) -> calls.put(thread, calls(lane.toArray(String[]::new))));
        script.add(new Entry.Race(calls));
        return this;
    }

    Program build() {
        return ProgramCheck.check(new Program(threads, objects, routines, script));
    }

    private static List<Call> calls(String... texts) {
        return List.of(texts).stream().map(Call::parse).toList();
    }
}
