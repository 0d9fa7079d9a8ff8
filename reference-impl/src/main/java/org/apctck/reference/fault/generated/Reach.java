package org.apctck.reference.fault.generated;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.search.Explorer;
import org.apctck.spec.program.Program;

/**
 * Which decisions a program asks for, and under which conditions.
 *
 * <p>Up to its first wrong decision a faulty reference does what the documented one does. So a fault of which no decision is asked
 * under its condition, on any schedule of the documented reference, changes nothing, and need not be run.
 */
public final class Reach {
    private static final List<Condition> CONDITIONS = Conditions.ALL;
    private static final Map<Scope, BitSet> BY_SCOPE = new EnumMap<>(Scope.class);

    static {
        for (Scope scope : Scope.values()) {
            BitSet told = new BitSet();
            IntStream.range(0, CONDITIONS.size())
                    .filter(i -> CONDITIONS.get(i).scopes().contains(scope))
                    .forEach(told::set);
            BY_SCOPE.put(scope, told);
        }
    }

    private final Map<String, BitSet> held = new HashMap<>();

    private Reach() {}

    /** What a program asks for, on any schedule. */
    public static Reach of(Program program) {
        Reach reach = new Reach();
        Conduct watched = Guarded.watched((decision, occasion) -> {
            reach.note(decision, occasion);
            return false;
        });
        Explorer.explore(program, watched, Explorer.STATES_MAX);
        return reach;
    }

    void note(String decision, Occasion occasion) {
        BitSet seen = held.computeIfAbsent(decision, any -> new BitSet());
        BitSet told = BY_SCOPE.getOrDefault(Scope.of(Set.of(decision)), seen);
        for (int i = told.nextSetBit(0); i >= 0; i = told.nextSetBit(i + 1)) {
            if (!seen.get(i) && CONDITIONS.get(i).holds(occasion)) {
                seen.set(i);
            }
        }
    }

    /** The names of the decisions that the program asks for. */
    public Set<String> decisions() {
        return Set.copyOf(held.keySet());
    }

    /** Whether the program asks for a decision of the fault while its condition holds. */
    public boolean reaches(GeneratedFault fault) {
        int condition = CONDITIONS.indexOf(fault.condition());
        return fault.decisions().stream()
                .anyMatch(decision -> held.containsKey(decision)
                        && (condition < 0 || held.get(decision).get(condition)));
    }
}
