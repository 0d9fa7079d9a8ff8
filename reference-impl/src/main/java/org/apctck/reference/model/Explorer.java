package org.apctck.reference.model;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.spec.Program;
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

    private final Plan plan;
    private final Histories histories = new Histories();
    private final long statesMax;
    private final boolean deduplicate;
    private final Map<State, Long> seen = new HashMap<>();
    private final Map<State, Witness> outcomes = new LinkedHashMap<>();
    private final Deque<Branch> path = new ArrayDeque<>();
    private long states;
    private boolean complete = true;

    private Explorer(Program program, long statesMax, boolean deduplicate) {
        this.plan = new Plan(program);
        this.statesMax = statesMax;
        this.deduplicate = deduplicate;
    }

    /**
     * Explores a program.
     *
     * @param statesMax the number of branching states after which it stops, incomplete
     * @param deduplicate whether a state that was seen before is passed over; the outcomes are the same either way
     * @throws org.apctck.spec.ProgramException if the program is in error on any schedule
     */
    public static Exploration explore(Program program, long statesMax, boolean deduplicate) {
        return new Explorer(program, statesMax, deduplicate).explore();
    }

    /** Explores a program with the default bound. */
    public static Exploration explore(Program program) {
        return explore(program, STATES_MAX, true);
    }

    /** A state as the numbers it is made of. */
    private record State(int[] numbers, int hash) {
        State(int[] numbers) {
            this(numbers, Arrays.hashCode(numbers));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof State state && Arrays.equals(numbers, state.numbers);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** A state with more than one move, or the start. */
    private static final class Branch {
        private final Machine machine;
        private final int[] moves;
        private final @Nullable State state;
        private final Odometer odometer = new Odometer();
        private long schedules;

        Branch(Machine machine, int[] moves, @Nullable State state) {
            this.machine = machine;
            this.moves = moves;
            this.state = state;
        }
    }

    private Exploration explore() {
        Branch root = new Branch(new Machine(plan, histories), new int[0], null);
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
                if (branch.state != null) {
                    seen.put(branch.state, branch.schedules);
                }
                if (path.isEmpty()) {
                    return new Exploration(plan, List.copyOf(outcomes.values()), root.schedules, states, complete);
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
        State state = null;
        if (deduplicate) {
            state = new State(machine.state());
            Long schedules = seen.get(state);
            if (schedules != null) {
                from.schedules = plus(from.schedules, schedules);
                return null;
            }
        }
        if (states == statesMax) {
            complete = false;
            return null;
        }
        states++;
        return new Branch(machine, moves, state);
    }

    private void note(Machine machine) {
        State key = new State(machine.outcome());
        Witness witness = outcomes.get(key);
        if (witness == null) {
            witness = new Witness(schedule());
            outcomes.put(key, witness);
        }
        witness.addReadings(machine.readings());
    }

    private Schedule schedule() {
        int[] answers = new int[16];
        int length = 0;
        for (Iterator<Branch> branches = path.descendingIterator(); branches.hasNext(); ) {
            int[] more = branches.next().odometer.answers();
            answers = Arrays.copyOf(answers, Math.max(answers.length, 2 * (length + more.length)));
            System.arraycopy(more, 0, answers, length, more.length);
            length += more.length;
        }
        return new Schedule(Arrays.copyOf(answers, length));
    }

    /** The sum, or the largest number there is: schedules outgrow 64 bits before states outgrow memory. */
    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
