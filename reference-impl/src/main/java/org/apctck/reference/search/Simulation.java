package org.apctck.reference.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.Histories;
import org.apctck.reference.model.Machine;
import org.apctck.reference.model.Plan;
import org.apctck.reference.model.Recorder;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/** Runs a program once on the model, along one schedule, in virtual time. */
public final class Simulation {
    private final List<Event> events = new ArrayList<>();
    private final Machine machine;
    private final Schedule schedule;

    /** Runs {@code plan} along a schedule to its end. */
    Simulation(Plan plan, Histories histories, Schedule schedule) {
        this.schedule = schedule;
        Recorder recorder =
                (micros, thread, happening) -> events.add(new Event(events.size(), micros, thread, happening));
        Schedule.Replay replay = schedule.replay();
        machine = new Machine(plan, histories).with(replay, recorder);
        do {
            for (int[] moves = machine.moves(); moves.length > 0; moves = machine.moves()) {
                machine.perform(
                        moves.length == 1 ? moves[0] : moves[replay.choose(ChoicePoint.NEXT_STEP, moves.length)]);
            }
        } while (machine.settle());
        if (!replay.isUsedUp()) {
            throw new ProgramException(
                    "the schedule " + schedule + " is of another program: it is longer than the run");
        }
    }

    /** Runs along the default schedule: in the order of arrival, with the default readings. */
    public static Trace run(Program program) {
        return run(program, "-");
    }

    /**
     * Runs along a schedule.
     *
     * @param schedule a token that the explorer gave
     * @throws ProgramException if the program is in error or the schedule is of another one
     */
    public static Trace run(Program program, String schedule) {
        return new Simulation(new Plan(program), new Histories(), Schedule.parse(schedule)).trace();
    }

    /** What happened. */
    Trace trace() {
        TraceStatus status = machine.status();
        return new Trace(
                events,
                status == null ? TraceStatus.FAULT : status,
                blockedForEver(machine, events),
                schedule.toString(),
                readings(machine.readings()));
    }

    /** Writes the outcome: equal for equal outcomes of runs that share their histories. */
    void writeOutcome(StateWriter out) {
        machine.writeOutcome(out);
    }

    private static String blockedForEver(Machine machine, List<Event> events) {
        if (!machine.evidence().isEmpty()) {
            return machine.evidence();
        }
        Map<String, String> blocked = new LinkedHashMap<>();
        for (Event event : events) {
            if (event.kind() == EventKind.BLOCKED) {
                blocked.put(event.thread(), event.what());
            } else if (event.kind() == EventKind.RETURNS || event.kind() == EventKind.EXITS) {
                blocked.remove(event.thread());
            }
        }
        List<String> texts = new ArrayList<>();
        blocked.forEach((thread, function) -> texts.add(thread + " is blocked for ever in " + function));
        return String.join(", ", texts);
    }

    /** The readings that were asked, by their ids. */
    static Map<String, String> readings(int[] answers) {
        Map<String, String> readings = new LinkedHashMap<>();
        for (ChoicePoint point : ChoicePoint.values()) {
            if (point.isReading() && answers[point.ordinal()] >= 0) {
                readings.put(point.id(), point.options().get(answers[point.ordinal()]));
            }
        }
        return readings;
    }
}
