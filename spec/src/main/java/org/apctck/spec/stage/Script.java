package org.apctck.spec.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.spec.Steering;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.stage.Seen.Standing;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.TraceStatus;

/** Runs the entries of a program in order, each when the program is quiescent. */
final class Script {
    /** How long the end of a request is waited for, which the script says is to come. */
    private static final int COMPLETION_MILLIS_MAX = 2000;

    private final Scene scene;
    private final Calls calls;
    private final Watch watch;
    private final Steering steering;

    /** How many calls each thread has been given so far. */
    private final Map<String, Integer> given = new HashMap<>();

    Script(Scene scene, Calls calls, Watch watch, Steering steering) {
        this.scene = scene;
        this.calls = calls;
        this.watch = watch;
        this.steering = steering;
    }

    /**
     * Returns when nothing more can happen. There are as many quiescent points as entries: the last one is the end.
     *
     * @return who is blocked for ever, in words for people; empty if nobody is
     */
    String run() throws Breakoff {
        List<Entry> entries = scene.program().script();
        Round round = watch.settle();
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0) {
                scene.recorder().record("", Happening.QUIESCENT);
            }
            round = report(run(entries.get(i), "script[" + i + "]", round));
        }
        round = report(watch.settleWithoutFiniteWaits(round));
        scene.recorder().record("", Happening.QUIESCENT);
        return round.threads().stream()
                .filter(seen -> seen.standing() == Standing.BLOCKED)
                .map(seen -> seen.describe() + " for ever")
                .collect(Collectors.joining(", "));
    }

    private Round run(Entry entry, String place, Round round) throws Breakoff {
        if (entry instanceof Entry.CallOn on) {
            Actor actor = scene.cast().get(on.thread());
            ready(actor, place, round);
            given.merge(on.thread(), 1, Integer::sum);
            actor.post(() -> calls.perform(actor, on.call()));
            return watch.settle();
        }
        if (entry instanceof Entry.Elapse elapse) {
            watch.elapse(elapse.millis());
            return watch.settle();
        }
        if (entry instanceof Entry.Completed completed) {
            return completed(completed.request(), place);
        }
        if (entry instanceof Entry.Race race) {
            return race(race, place, round);
        }
        throw new IllegalArgumentException("unknown entry " + entry);
    }

    /** Returns when a request has ended, and what it leads to has happened. */
    private Round completed(String request, String place) throws Breakoff {
        Memory overlapped = scene.requests().memory(request);
        for (int millis = 0; scene.platform().isInProgress(overlapped); millis++) {
            if (millis == COMPLETION_MILLIS_MAX) {
                throw new Breakoff(
                        TraceStatus.STUCK, place + " cannot begin: the request " + request + " is still pending");
            }
            watch.elapse(1);
        }
        return watch.settle();
    }

    private Round race(Entry.Race race, String place, Round round) throws Breakoff {
        List<Actor> actors =
                race.lanes().keySet().stream().map(scene.cast()::get).toList();
        Round present = round;
        for (Actor actor : actors) {
            if (!isSuspendedBetweenEntries(actor)) {
                present = ready(actor, place, present);
            }
        }
        StartingLine line = new StartingLine((int) actors.stream()
                .filter(actor -> !isSuspendedBetweenEntries(actor))
                .count());
        Meeting meeting = new Meeting(steering.meets(), Steering.MEETING_NANOS);
        for (Actor actor : actors) {
            List<Call> lane = race.lanes().getOrDefault(actor.name(), List.of());
            int first = given.merge(actor.name(), lane.size(), Integer::sum) - lane.size();
            boolean late = isSuspendedBetweenEntries(actor);
            actor.post(() -> {
                if (!late) {
                    line.await(steering.delayNanos(actor.name()));
                }
                for (int i = 0; i < lane.size(); i++) {
                    int number = first + i;
                    calls.perform(actor, lane.get(i), () -> meeting.await(actor.name(), number));
                }
            });
        }
        present = watch.settle();
        while (isInFiniteWait(actors, present)) {
            present = watch.letTimePass(present);
        }
        return present;
    }

    /** Such a thread can take part in a race, for others may resume it; nobody waits for it at the line. */
    private static boolean isSuspendedBetweenEntries(Actor actor) {
        return actor.suspensions() > 0
                && !actor.hasMail()
                && (actor.phase() == Actor.Phase.IDLE || actor.phase() == Actor.Phase.UNSTARTED);
    }

    private static boolean isInFiniteWait(List<Actor> actors, Round round) {
        return actors.stream().anyMatch(actor -> round.of(actor).isInFiniteWait());
    }

    /** Returns when the thread can take the entry: an earlier call may be in progress for as long as time can end it. */
    private Round ready(Actor actor, String place, Round round) throws Breakoff {
        Round present = round;
        while (!actor.isIdle()) {
            Seen seen = present.of(actor);
            if (seen.standing() == Standing.ENDED || !present.hasFiniteWait()) {
                throw new Breakoff(
                        TraceStatus.STUCK,
                        place + " cannot begin: " + seen.describe()
                                + (seen.standing() == Standing.BLOCKED ? " for ever" : ""));
            }
            present = watch.letTimePass(present);
        }
        return present;
    }

    /**
     * Records who is seen blocked, once for each call, and who is seen suspended by a call that has not returned. A finite wait
     * may end while it is: then it is not blocked any more, and the threads are looked at again.
     *
     * @return the threads as they stand at the end
     */
    private Round report(Round round) throws Breakoff {
        int events = round.events();
        for (Seen seen : round.threads()) {
            Frame frame = seen.frame();
            Call call = frame == null ? null : frame.call();
            Suspension suspension = scene.cast().suspensionOf(seen.actor());
            if (seen.standing() == Standing.SUSPENDED && suspension != null) {
                scene.noteSuspended(suspension);
                return report(watch.settle());
            }
            boolean blocked = seen.standing() == Standing.BLOCKED;
            if (call == null
                    || !(blocked || seen.actor().isSuspendingItself())
                    || seen.actor().isReported(frame)) {
                continue;
            }
            Happening standing = blocked ? new Happening.Blocked(call.function()) : Happening.SUSPENDED;
            if (!scene.recorder().recordIfNext(events++, seen.actor().name(), standing, () -> watch.isStill(seen))) {
                return report(watch.settle());
            }
            seen.actor().report(frame);
        }
        return round;
    }
}
