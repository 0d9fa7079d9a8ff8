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
 * Draws the routines of a program. One queues none but those drawn before it, so that every program comes to an end; one that queues
 * itself is kept from doing so for ever by a semaphore of its own, or by the end of its thread.
 */
final class RoutineDraw {
    private static final List<String> APC_NAMES = List.of("B", "C", "D");
    private static final List<String> THREAD_NAMES = List.of("R", "Q");

    private final Draw draw;
    private final Repertoire repertoire;
    private final Supply supply;
    private final CallDraw calls;
    private final Scope scope;
    private final Outlook outlook;

    RoutineDraw(Draw draw, Repertoire repertoire, Supply supply, CallDraw calls, Scope scope, Outlook outlook) {
        this.draw = draw;
        this.repertoire = repertoire;
        this.supply = supply;
        this.calls = calls;
        this.scope = scope;
        this.outlook = outlook;
    }

    /** Adds routines to the supply, and to {@code objects} what only they use. */
    void draw(List<ProgramObject> objects) {
        supply.add(new Piece(new Routine("A", Routine.Kind.APC, List.of(), 0), "", false));
        for (String name : APC_NAMES.subList(0, draw.between(1, APC_NAMES.size()))) {
            supply.add(canEndItself() && draw.chance(20) ? queuesItself(name, objects) : apc(name));
        }
        if (repertoire.has(ApiFunction.CREATE_THREAD)) {
            THREAD_NAMES.subList(0, draw.between(1, 2)).forEach(name -> supply.add(start(name)));
        }
    }

    private boolean canEndItself() {
        return repertoire.has(ApiFunction.EXIT_THREAD) || repertoire.has(ApiFunction.CREATE_SEMAPHORE);
    }

    private Piece apc(String name) {
        String home = draw.chance(30) ? home().meant() : "";
        Place place = new Place(Part.APC_ROUTINE, home, scope.inner(), outlook);
        List<Call> body = body(place, draw.weighted(20, 45, 25, 10));
        return new Piece(new Routine(name, Routine.Kind.APC, body, 0), home, place.isTimed());
    }

    private Piece start(String name) {
        Place place = new Place(Part.START_ROUTINE, "", scope.inner(), outlook);
        List<Call> body = body(place, draw.weighted(15, 40, 30, 15));
        return new Piece(new Routine(name, Routine.Kind.THREAD, body, draw.below(6)), "", place.isTimed());
    }

    private List<Call> body(Place place, int length) {
        List<Call> body = new ArrayList<>();
        while (body.size() < length) {
            body.add(calls.any(place));
        }
        return body;
    }

    private Piece queuesItself(String name, List<ProgramObject> objects) {
        Named home = home();
        List<Call> body = new ArrayList<>();
        Call again = Call.parse("QueueUserAPC(" + name + ", " + home.name() + ", " + draw.below(4) + ")");
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
        return new Piece(new Routine(name, Routine.Kind.APC, body, 0), home.meant(), false);
    }

    private Named home() {
        return draw.one(scope.of(Kind.THREAD).stream()
                .filter(named -> named.name().equals(named.meant()))
                .toList());
    }
}
