package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;

/** A program in the making, for tests. */
public final class Draft {
    private final List<CastThread> threads = new ArrayList<>();
    private final List<ProgramObject> objects = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<Entry> script = new ArrayList<>();

    public Draft(String... threads) {
        Stream.of(threads).forEach(thread -> this.threads.add(new CastThread(thread, false)));
    }

    public Draft suspended(String thread) {
        threads.add(new CastThread(thread, true));
        return this;
    }

    public Draft autoResetEvent(String name) {
        objects.add(new ProgramObject(name, Call.parse("CreateEventW(NULL, FALSE, FALSE, NULL)")));
        return this;
    }

    Draft manualResetEvent(String name) {
        objects.add(new ProgramObject(name, Call.parse("CreateEventW(NULL, TRUE, FALSE, NULL)")));
        return this;
    }

    public Draft signaledEvent(String name) {
        objects.add(new ProgramObject(name, Call.parse("CreateEventW(NULL, TRUE, TRUE, NULL)")));
        return this;
    }

    public Draft mutex(String name, String owner) {
        String owned = owner == null ? "FALSE" : "TRUE";
        objects.add(new ProgramObject(name, Call.parse("CreateMutexW(NULL, " + owned + ", NULL)"), owner));
        return this;
    }

    public Draft semaphore(String name, int count, int maximum) {
        objects.add(
                new ProgramObject(name, Call.parse("CreateSemaphoreW(NULL, " + count + ", " + maximum + ", NULL)")));
        return this;
    }

    public Draft timer(String name) {
        objects.add(new ProgramObject(name, Call.parse("CreateWaitableTimerW(NULL, FALSE, NULL)")));
        return this;
    }

    public Draft apc(String name, String... body) {
        routines.add(new Routine(name, Routine.Kind.APC, calls(body), 0));
        return this;
    }

    public Draft timerRoutine(String name, String... body) {
        routines.add(new Routine(name, Routine.Kind.TIMER, calls(body), 0));
        return this;
    }

    public Draft threadRoutine(String name, long exitCode, String... body) {
        routines.add(new Routine(name, Routine.Kind.THREAD, calls(body), exitCode));
        return this;
    }

    public Draft call(String thread, String call) {
        script.add(new Entry.CallOn(thread, Call.parse(call), false, false));
        return this;
    }

    public Draft callAfterReturn(String thread, String call) {
        script.add(new Entry.CallOn(thread, Call.parse(call), false, true));
        return this;
    }

    public Draft elapse(int millis) {
        script.add(new Entry.Elapse(millis));
        return this;
    }

    /** @param lanes a thread and its calls, joined by semicolons, in turn */
    public Draft race(String... lanes) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        for (int i = 0; i < lanes.length; i += 2) {
            calls.put(lanes[i], calls(lanes[i + 1].split("; ")));
        }
        script.add(new Entry.Race(calls));
        return this;
    }

    public Program program() {
        return ProgramCheck.check(new Program(threads, objects, routines, script));
    }

    private static List<Call> calls(String... texts) {
        return Stream.of(texts).map(Call::parse).toList();
    }
}
