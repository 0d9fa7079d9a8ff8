package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.List;
import org.apctck.kit.generate.Place.Part;
import org.apctck.kit.generate.Scope.Named;
import org.apctck.kit.generate.Supply.Piece;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;

/**
 * Draws the routines of a program. One queues none but those drawn before it, itself or by a timer, so that every program comes to an
 * end; one that has itself run again is kept from doing so for ever by a semaphore of its own, or by the end of its thread.
 */
final class RoutineDraw {
    private static final List<String> APC_NAMES = List.of("B", "C", "D");
    private static final List<String> TIMER_NAMES = List.of("Alarm", "Bell");
    private static final List<String> THREAD_NAMES = List.of("R", "Q");

    private final Draw draw;
    private final Repertoire repertoire;
    private final Supply supply;
    private final CallDraw calls;
    private final Scope scope;
    private final Outlook outlook;
    private final TimedWaits timedWaits;

    RoutineDraw(
            Draw draw,
            Repertoire repertoire,
            Supply supply,
            CallDraw calls,
            Scope scope,
            Outlook outlook,
            TimedWaits timedWaits) {
        this.draw = draw;
        this.repertoire = repertoire;
        this.supply = supply;
        this.calls = calls;
        this.scope = scope;
        this.outlook = outlook;
        this.timedWaits = timedWaits;
    }

    /** Adds routines to the supply, and to {@code objects} what only they use. */
    void draw(List<ProgramObject> objects) {
        add(plain("A", Routine.Kind.APC));
        List<String> names = new ArrayList<>(APC_NAMES.subList(0, draw.between(1, APC_NAMES.size())));
        if (repertoire.has(ApiFunction.SET_WAITABLE_TIMER)) {
            add(plain("Tick", Routine.Kind.TIMER));
            // A routine can have those run that stand before it, so either kind may.
            TIMER_NAMES
                    .subList(0, draw.below(TIMER_NAMES.size() + 1))
                    .forEach(name -> names.add(draw.below(names.size() + 1), name));
        }
        for (String name : names) {
            Routine.Kind kind = TIMER_NAMES.contains(name) ? Routine.Kind.TIMER : Routine.Kind.APC;
            if (canEndItself() && draw.chance(20)) {
                addRecurring(name, kind, objects);
            } else {
                addQueued(name, kind);
            }
        }
        if (repertoire.has(ApiFunction.CREATE_THREAD)) {
            THREAD_NAMES.subList(0, draw.between(1, 2)).forEach(this::addStart);
        }
    }

    private static Routine plain(String name, Routine.Kind kind) {
        return new Routine(name, kind, List.of(), 0);
    }

    private void add(Routine routine) {
        add(routine, "", scope);
    }

    private void add(Routine routine, String home, Scope inner) {
        timedWaits.noteRoutine(routine.name(), home, routine.body(), inner);
        supply.add(new Piece(routine, home));
    }

    private boolean canEndItself() {
        return repertoire.has(ApiFunction.EXIT_THREAD) || repertoire.has(ApiFunction.CREATE_SEMAPHORE);
    }

    private void addQueued(String name, Routine.Kind kind) {
        String home = draw.chance(30) ? home().meant() : "";
        Place place = new Place(Part.APC_ROUTINE, home, scope.inner(), outlook);
        List<Call> body = body(place, draw.weighted(20, 45, 25, 10));
        add(new Routine(name, kind, body, 0), home, place.scope());
    }

    private void addStart(String name) {
        Place place = new Place(Part.START_ROUTINE, "", scope.inner(), outlook);
        List<Call> body = body(place, draw.weighted(15, 40, 30, 15));
        add(new Routine(name, Routine.Kind.THREAD, body, draw.below(6)), "", place.scope());
    }

    private List<Call> body(Place place, int length) {
        List<Call> body = new ArrayList<>();
        while (body.size() < length) {
            body.add(calls.any(place));
        }
        return body;
    }

    /** Adds one that queues itself, or sets a timer at the expiry of which it runs again. */
    private void addRecurring(String name, Routine.Kind kind, List<ProgramObject> objects) {
        Named home = home();
        List<Call> body = new ArrayList<>();
        Call again = kind == Routine.Kind.TIMER
                ? calls.armAtOnce(draw.one(scope.of(Kind.TIMER)), name)
                : Call.parse("QueueUserAPC(" + name + ", " + home.name() + ", " + draw.below(4) + ")");
        if (repertoire.has(ApiFunction.EXIT_THREAD)) {
            body.add(again);
            body.add(Call.parse("ExitThread(" + draw.below(5) + ")"));
        } else {
            String turns = supply.name("Turns");
            int count = draw.between(1, 5);
            objects.add(
                    new ProgramObject(turns, Call.parse("CreateSemaphoreW(NULL, " + count + ", " + count + ", NULL)")));
            body.add(Call.parse("WaitForSingleObject(" + turns + ", INFINITE)"));
            body.add(again);
        }
        add(new Routine(name, kind, body, 0), home.meant(), scope);
    }

    private Named home() {
        return draw.one(scope.of(Kind.THREAD).stream()
                .filter(named -> named.name().equals(named.meant()))
                .toList());
    }
}
