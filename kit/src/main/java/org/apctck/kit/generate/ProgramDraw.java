package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.generate.Place.Part;
import org.apctck.kit.generate.Scope.Named;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramObject;

/** Draws one program: its cast and its objects, handles to them, routines, and then entry by entry what the threads do. */
final class ProgramDraw {
    private static final List<String> CAST = List.of("main", "worker", "helper", "other");
    private static final int EVENTS_MAX = 3;
    private static final int RACES_MAX = 2;

    private final Draw draw;
    private final Repertoire repertoire;
    private final Supply supply = new Supply();
    private final TimedWaits timedWaits = new TimedWaits();
    private final Scope scope = new Scope();
    private final CallDraw calls;
    private final List<CastThread> cast;
    private final List<ProgramObject> objects;
    private final List<Entry> script = new ArrayList<>();
    private Outlook outlook;
    private int races;

    private ProgramDraw(Draw draw) {
        this.draw = draw;
        this.repertoire = new Repertoire(draw);
        this.calls = new CallDraw(draw, repertoire, supply);
        this.cast = cast();
        this.objects = objects();
        cast.forEach(thread -> scope.add(new Named(thread.name(), Kind.THREAD, thread.name(), true, false)));
        this.outlook = new Outlook(cast, objects, scope, Map.of());
    }

    /** The next program of a stream; {@link org.apctck.spec.program.ProgramCheck} has not seen it yet. */
    static Program draw(Draw draw) {
        return new ProgramDraw(draw).program();
    }

    private Program program() {
        openHandles();
        List<ProgramObject> turns = new ArrayList<>();
        new RoutineDraw(draw, repertoire, supply, calls, scope, outlook, timedWaits).draw(turns);
        outlook = new Outlook(cast, objects, scope, bodies());
        int entries = script.size() + draw.between(3, 11);
        while (script.size() < entries && someoneIsIdle()) {
            addEntry();
        }
        if (draw.chance(65)) {
            endWaits();
        }
        if (draw.chance(70)) {
            look();
        }
        if (script.isEmpty()) {
            add("main", "SleepEx(0, TRUE)");
        }
        List<ProgramObject> all = new ArrayList<>(objects);
        all.addAll(turns);
        return Used.of(new Program(
                cast, all, supply.pieces().stream().map(Supply.Piece::routine).toList(), script));
    }

    private Map<String, List<Call>> bodies() {
        Map<String, List<Call>> bodies = new LinkedHashMap<>();
        supply.pieces()
                .forEach(piece ->
                        bodies.put(piece.routine().name(), piece.routine().body()));
        return bodies;
    }

    // What there is before the script

    private List<CastThread> cast() {
        List<CastThread> threads = new ArrayList<>();
        for (String name : CAST.subList(0, 2 + draw.weighted(50, 40, 10))) {
            boolean suspended = !threads.isEmpty() && repertoire.has(ApiFunction.RESUME_THREAD) && draw.chance(15);
            threads.add(new CastThread(name, suspended));
        }
        return threads;
    }

    private List<ProgramObject> objects() {
        List<ProgramObject> all = new ArrayList<>();
        Place before = new Place(Part.ENTRY, "main", scope, new Outlook(cast, List.of(), scope, Map.of()));
        for (ApiFunction maker : Kind.makers()) {
            Kind kind = Kind.madeBy(maker);
            int number = kind.equals(Kind.EVENT) ? draw.between(1, EVENTS_MAX) : 1;
            for (int i = 0; i < number && repertoire.has(maker); i++) {
                String name = supply.name(kind.initial());
                all.add(object(name, Call.parse(calls.making(maker, before, false))));
                scope.add(new Named(name, kind, name, true, false));
            }
        }
        return all;
    }

    /** An object that belongs to who makes it is made by any thread that has begun. */
    private ProgramObject object(String name, Call call) {
        List<String> begun = cast.stream()
                .filter(thread -> !thread.suspended())
                .map(CastThread::name)
                .toList();
        boolean isOwned = Outlook.given(call, "bInitialOwner", 0) != 0;
        return isOwned ? new ProgramObject(name, call, draw.one(begun)) : new ProgramObject(name, call);
    }

    /** Binds handles that routines can use, too: nothing else has begun then. */
    private void openHandles() {
        List<ApiFunction> openers = List.of(
                ApiFunction.GET_CURRENT_THREAD,
                ApiFunction.GET_CURRENT_PROCESS,
                ApiFunction.OPEN_THREAD,
                ApiFunction.DUPLICATE_HANDLE);
        Place place = new Place(Part.ENTRY, "main", scope, outlook);
        for (ApiFunction opener : openers) {
            Call call = repertoire.has(opener) && draw.chance(60) ? calls.of(opener, place) : null;
            if (call != null) {
                script.add(new Entry.CallOn("main", call, false, false));
            }
        }
    }

    // Entries

    private boolean someoneIsIdle() {
        return cast.stream().anyMatch(thread -> outlook.isIdle(thread.name()));
    }

    private List<String> idle() {
        return cast.stream().map(CastThread::name).filter(outlook::isIdle).toList();
    }

    private void addEntry() {
        int elapse = supply.hasMillis() ? outlook.hasArmedTimers() ? 15 : 5 : 0;
        switch (draw.weighted(60, races < RACES_MAX ? 30 : 0, elapse, 5)) {
            case 0 -> addCall();
            case 1 -> addRace();
            case 2 -> {
                script.add(new Entry.Elapse(supply.elapse(draw)));
                outlook.passTime();
            }
            default -> addBurst();
        }
    }

    private void addCall() {
        List<String> idle = idle();
        // Somebody has to act when others wait, so it is seldom the last one that begins to.
        String thread = draw.chance(50) ? idle.get(idle.size() - 1) : draw.one(idle);
        List<String> timed =
                cast.stream().map(CastThread::name).filter(outlook::awaitsTime).toList();
        if (!timed.isEmpty() && draw.chance(25)) {
            thread = draw.one(timed);
            outlook.passTime(); // this entry begins when the thread has returned
        }
        Place place = new Place(Part.ENTRY, thread, scope, outlook);
        add(thread, considerate(place));
    }

    /** A call that seldom leaves nobody to act. */
    private Call considerate(Place place) {
        boolean isLast = idle().equals(List.of(place.caller()));
        Call call = likely(place, isLast);
        for (int i = 0; i < 3 && isLast && isForEver(call, place.caller()); i++) {
            call = likely(place, true);
        }
        return call;
    }

    /** Somebody waits first, then others act on who waits. */
    private Call likely(Place place, boolean isLast) {
        boolean isAwaited = outlook.threads().stream().anyMatch(thread -> outlook.waitOf(thread) != null);
        if (isAwaited && draw.chance(45)) {
            return calls.act(place);
        }
        if (outlook.awaitsRoutine(place.caller()) && draw.chance(35)) {
            return Call.parse("SleepEx(INFINITE, TRUE)");
        }
        boolean waits = outlook.hasArmedTimers() ? draw.chance(40) : !isLast && draw.chance(isAwaited ? 15 : 40);
        return waits ? calls.wait(place) : calls.any(place);
    }

    private boolean isForEver(Call call, String thread) {
        return call.function() == ApiFunction.EXIT_THREAD
                || call.function().canBlock() && !outlook.isEndedByTime(call, thread);
    }

    private void add(String thread, Call call) {
        script.add(new Entry.CallOn(thread, call, false, timedWaits.isTimed(thread)));
        timedWaits.noteEntry(thread, call, scope);
        outlook.note(thread, call);
    }

    private void add(String thread, String call) {
        add(thread, Call.parse(call));
    }

    /** Many APCs, queued one after the other: of a routine that makes no calls, for nobody could explore it with ones that do. */
    private void addBurst() {
        String thread = draw.one(idle());
        Named target = draw.one(new Place(Part.ENTRY, thread, scope, outlook).threads());
        int times = draw.between(3, 9);
        for (int i = 0; i < times && outlook.isIdle(thread); i++) {
            add(thread, "QueueUserAPC(A, " + target.name() + ", " + i + ")");
        }
    }

    /** Threads make calls at the same time: mostly one of them waits, and the others act on it. */
    private void addRace() {
        List<String> ready = new ArrayList<>(cast.stream()
                .map(CastThread::name)
                .filter(thread -> !timedWaits.isTimed(thread))
                .filter(thread -> outlook.isIdle(thread) || draw.chance(40) && outlook.isNotBegun(thread))
                .toList());
        if (ready.size() < 2) {
            return;
        }
        races++;
        int lanes = ready.size() > 2 && draw.chance(30) ? 3 : 2;
        int left = repertoire.has(ApiFunction.SUSPEND_THREAD) || repertoire.has(ApiFunction.TERMINATE_THREAD) ? 4 : 5;
        Map<String, List<Call>> race = new LinkedHashMap<>();
        List<Scope> scopes = new ArrayList<>();
        while (race.size() < lanes) {
            String thread = ready.remove(draw.below(ready.size()));
            Scope inner = scope.inner();
            Place place = new Place(Part.LANE, thread, inner, outlook);
            int most = Math.min(3, left - (lanes - race.size() - 1));
            int length = Math.min(most, 1 + draw.weighted(50, 35, 15));
            left -= length;
            race.put(thread, lane(place, length, race.isEmpty()));
            scopes.add(inner);
        }
        if (!repertoire.has(ApiFunction.SUSPEND_THREAD) && !repertoire.has(ApiFunction.TERMINATE_THREAD)) {
            // A thread that is stopped in the middle of its call has made a handle, and has not bound it.
            scopes.forEach(scope::join);
        }
        script.add(new Entry.Race(race));
    }

    private List<Call> lane(Place place, int length, boolean first) {
        List<Call> lane = new ArrayList<>();
        while (lane.size() < length) {
            boolean waits = first && lane.isEmpty() && draw.chance(65);
            Call call = waits ? calls.wait(place) : considerate(place);
            lane.add(call);
            timedWaits.noteLane(place.caller(), call, place.scope());
            outlook.note(place.caller(), call);
        }
        return lane;
    }

    // The end

    /** Ends the waits that seem to last, so that what comes of them is seen. */
    private void endWaits() {
        for (String waiting : outlook.threads()) {
            List<String> idle = idle();
            if (idle.isEmpty()) {
                return;
            }
            String thread = draw.one(idle);
            if (outlook.isSuspended(waiting) && repertoire.has(ApiFunction.RESUME_THREAD)) {
                add(thread, "ResumeThread(" + waiting + ")");
            }
            Call wait = outlook.waitOf(waiting);
            if (wait != null) {
                endWait(thread, waiting, wait);
            }
        }
    }

    private void endWait(String thread, String waiting, Call wait) {
        if (wait.isAlertable() && draw.chance(60)) {
            add(thread, "QueueUserAPC(A, " + waiting + ", " + draw.below(4) + ")");
        } else {
            for (String object : outlook.waited(wait, waiting)) {
                String end = scope.find(object).map(CallDraw::signal).orElse("");
                if (!end.isEmpty() && outlook.isIdle(thread)) {
                    add(thread, end);
                }
            }
        }
    }

    /** Lets idle threads run what they have not run yet, and asks an object what has become of it. */
    private void look() {
        for (String thread : idle()) {
            if (outlook.awaitsRoutine(thread) && draw.chance(60)) {
                add(thread, "SleepEx(INFINITE, TRUE)");
            } else if (draw.chance(outlook.hasApcs(thread) ? 90 : 40)) {
                add(thread, "SleepEx(0, TRUE)");
            }
        }
        List<String> idle = idle();
        if (!idle.isEmpty()) {
            List<ProgramObject> owned =
                    objects.stream().filter(object -> object.by() != null).toList();
            boolean isAbandoned = repertoire.endsThreads() && !owned.isEmpty() && draw.chance(60);
            ProgramObject object = draw.one(isAbandoned ? owned : objects);
            add(draw.one(idle), "WaitForSingleObject(" + object.name() + ", 0)");
        }
    }
}
