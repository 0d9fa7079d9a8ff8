package org.apctck.reference.fault.generated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apctck.reference.fault.Faults;

/** Every deviation under every condition that can be told where it is decided. */
public final class GeneratedFaults {
    private static final List<GeneratedFault> ALL = generate();

    private GeneratedFaults() {}

    /** All of them, those of one operator together. */
    public static List<GeneratedFault> all() {
        return ALL;
    }

    /** The fault of that id. */
    public static Optional<GeneratedFault> find(String id) {
        return ALL.stream().filter(fault -> fault.id().equals(id)).findFirst();
    }

    private static List<GeneratedFault> generate() {
        List<GeneratedFault> all = new ArrayList<>();
        plain(all, Operator.NUMBER, Numbers.all());
        plain(all, Operator.NUMBER, ObjectDeviations.numbers());
        plain(all, Operator.NUMBER, TimerDeviations.numbers());
        plain(all, Operator.KIND, ObjectDeviations.kinds());
        plain(all, Operator.KIND, TimerDeviations.kinds());
        plain(all, Operator.RESULT, Results.results());
        plain(all, Operator.FUNCTION, Results.uninvited());
        plain(all, Operator.FUNCTION, ObjectDeviations.idle());
        plain(all, Operator.THREAD, ObjectDeviations.callers());
        plain(all, Operator.RESULT, ObjectDeviations.untold());
        plain(all, Operator.RIGHT, Rights.rights());
        plain(all, Operator.RIGHT, TimerDeviations.rights());
        plain(all, Operator.ERROR, Rights.errors());
        List<Deviation> wide = new ArrayList<>(KernelDeviations.all());
        wide.addAll(DeliveryDeviations.all());
        wide.addAll(ObjectDeviations.wide());
        wide.addAll(TimerDeviations.wide());
        wide.addAll(requests());
        for (Deviation deviation : wide) {
            for (Condition condition : Conditions.ALL) {
                if (condition.scopes().contains(deviation.scope())) {
                    all.add(GeneratedFault.of(condition.operator(), deviation, condition));
                }
            }
        }
        all.sort(Comparator.comparing(GeneratedFault::operator));
        return List.copyOf(all);
    }

    private static void plain(List<GeneratedFault> all, Operator operator, List<Deviation> deviations) {
        deviations.forEach(deviation -> all.add(GeneratedFault.of(operator, deviation, Condition.ALWAYS)));
    }

    private static List<Deviation> requests() {
        return Stream.of(
                        "COMPLETION-LOST",
                        "COMPLETION-TWICE",
                        "COMPLETION-ENDS-NO-WAIT",
                        "COMPLETION-TOLD-NO-BYTES",
                        "COMPLETION-BEFORE-DATA",
                        "COMPLETION-TOLD-SUCCESS",
                        "REFUSED-CALL-COMPLETES")
                .map(thoughtUp -> Deviation.named(Faults.find(thoughtUp).orElseThrow()))
                .toList();
    }
}
