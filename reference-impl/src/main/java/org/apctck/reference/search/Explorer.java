package org.apctck.reference.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.Histories;
import org.apctck.reference.model.IntLists;
import org.apctck.reference.model.Machine;
import org.apctck.reference.model.Odometer;
import org.apctck.reference.model.Plan;
import org.apctck.reference.model.Recorder;
import org.apctck.spec.program.Program;
import org.jspecify.annotations.Nullable;

/**
 * Takes every choice of the model and collects the outcomes: the set that the documentation allows.
 *
 * <p>Depth first from branch to branch. A state that was seen before, histories included, leads to outcomes that were seen
 * before and is not entered again; states are compared whole, so none is lost.
 */
public final class Explorer {
    /** States after which an exploration stops, unless told otherwise. */
    public static final long STATES_MAX = 2_000_000;

    /**
     * Branching states on one path after which it stops as well: each holds a machine with its history, so that a run which goes on
     * for ever beside another thread would take all the memory there is.
     */
    private static final int DEPTH_MAX = 2_000;

    private static final Listener UNHEARD = (states, outcomes) -> {};

    private final Plan plan;
    private final Histories histories = new Histories();
    private final long statesMax;
    private final boolean deduplicate;
    private final Listener listener;
    private final States seen = new States();
    private final StateWriter outcomeOfRun = new StateWriter();
    private final IntLists outcomes = new IntLists();
    private final List<Witness> witnesses = new ArrayList<>();
    private final Deque<Branch> path = new ArrayDeque<>();
    private long states;
    private boolean complete = true;

    private Explorer(Plan plan, long statesMax, boolean deduplicate, Listener listener) {
        this.plan = plan;
        this.statesMax = statesMax;
        this.deduplicate = deduplicate;
        this.listener = listener;
    }

    /** Is told how an exploration comes along. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A branching state is entered.
         *
         * @param states that were entered so far
         * @param outcomes that were found so far
         */
        void entered(long states, int outcomes);
    }

    /**
     * Explores a program.
     *
     * @param statesMax the number of branching states after which it stops, incomplete
     * @param deduplicate whether a state that was seen before is passed over; the outcomes are the same either way
     * @throws org.apctck.spec.program.ProgramException if the program is in error on any schedule
     */
    public static Exploration explore(Program program, long statesMax, boolean deduplicate) {
        return explore(program, statesMax, deduplicate, UNHEARD);
    }

    /** The same for who wants to know how it comes along. */
    public static Exploration explore(Program program, long statesMax, boolean deduplicate, Listener listener) {
        return new Explorer(new Plan(program), statesMax, deduplicate, listener).explore();
    }

    /** Explores what a reference does that decides as {@code conduct} says. */
    public static Exploration explore(Program program, Conduct conduct, long statesMax) {
        return new Explorer(new Plan(program, conduct), statesMax, true, UNHEARD).explore();
    }

    /** Explores a program with the default bound. */
    public static Exploration explore(Program program) {
        return explore(program, STATES_MAX, true);
    }

    /** A state with more than one move, or the start. */
    private static final class Branch {
        private final Machine machine;
        private final int[] moves;
        /** The number of the state among those that were seen, or -1. */
        private final int state;

        private final Odometer odometer = new Odometer();
        private long schedules;

        Branch(Machine machine, int[] moves, int state) {
            this.machine = machine;
            this.moves = moves;
            this.state = state;
        }
    }

    private Exploration explore() {
        Branch root = new Branch(new Machine(plan, histories), new int[0], -1);
        path.push(root);
        while (true) {
            Branch branch = path.getFirst();
            Branch child = follow(branch);
            if (child != null) {
                path.push(child);
                continue;
            }
            while (!branch.odometer.advance() || !complete) {
                path.pop();
                if (branch.state >= 0) {
                    seen.setSchedules(branch.state, branch.schedules);
                }
                if (path.isEmpty()) {
                    return new Exploration(
                            replay(plan, histories), outcomes, witnesses, root.schedules, states, complete);
                }
                path.getFirst().schedules = plus(path.getFirst().schedules, branch.schedules);
                branch = path.getFirst();
            }
        }
    }

    /** Goes from a branch, with the present answers of its odometer, to the next branch; null if there is no new one. */
    private @Nullable Branch follow(Branch branch) {
        Machine machine = branch.machine.copy().with(branch.odometer, Recorder.NONE);
        branch.odometer.rewind();
        if (branch.moves.length > 0) {
            machine.perform(branch.moves[branch.odometer.choose(ChoicePoint.NEXT_STEP, branch.moves.length)]);
        }
        while (true) {
            int[] moves = machine.moves();
            if (moves.length == 1) {
                machine.perform(moves[0]);
            } else if (moves.length > 1) {
                return enter(branch, machine, moves);
            } else if (!machine.settle()) {
                branch.schedules = plus(branch.schedules, 1);
                note(machine);
                return null;
            }
        }
    }

    private @Nullable Branch enter(Branch from, Machine machine, int[] moves) {
        int state = deduplicate ? seen.find(machine) : -1;
        if (state >= 0) {
            from.schedules = plus(from.schedules, seen.schedules(state));
            return null;
        }
        if (states == statesMax || path.size() == DEPTH_MAX) {
            complete = false;
            return null;
        }
        states++;
        listener.entered(states, witnesses.size());
        return new Branch(machine, moves, deduplicate ? seen.add() : -1);
    }

    private void note(Machine machine) {
        outcomeOfRun.clear();
        machine.writeOutcome(outcomeOfRun);
        int outcome = outcomes.add(outcomeOfRun.numbers(), 0, outcomeOfRun.size());
        if (outcome == witnesses.size()) {
            witnesses.add(new Witness(schedule()));
        }
        witnesses.get(outcome).addReadings(machine.readings());
    }

    /** How an exploration replays: with the tables that it needs, and without the states that were seen. */
    private static Function<Schedule, Simulation> replay(Plan plan, Histories histories) {
        return schedule -> new Simulation(plan, histories, schedule);
    }

    private Schedule schedule() {
        int position = 0;
        for (Branch branch : path) {
            position += branch.odometer.length();
        }
        int[] answers = new int[position];
        for (Branch branch : path) {
            position -= branch.odometer.length();
            branch.odometer.copyTo(answers, position);
        }
        return new Schedule(answers);
    }

    /** The sum, or the largest number there is: schedules outgrow 64 bits before states outgrow memory. */
    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
