package org.apctck.reference.fault.generated;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.kernel.Conduct;

/**
 * A deviation under a condition.
 *
 * @param fault its id is that of the deviation, or {@code DEVIATION@condition}
 * @param rules what it breaks; empty for the narrowed form of a fault that was thought up, which the catalogue names
 * @param base the id of the deviation
 * @param condition when it shows
 * @param decisions what it decides otherwise, by the names of the methods
 */
public record GeneratedFault(
        Operator operator, Fault fault, List<String> rules, String base, Condition condition, Set<String> decisions) {
    private static final int KEPT_BACK_OF = 5;

    /** @return the id of the fault */
    public String id() {
        return fault.id();
    }

    /** Whether it is measured only, and no scenario is written against it: one in five, by a hash of its id. */
    public boolean isKeptBack() {
        CRC32 hash = new CRC32();
        hash.update(id().getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % KEPT_BACK_OF == 0;
    }

    static GeneratedFault of(Operator operator, Deviation deviation, Condition condition) {
        boolean always = condition.equals(Condition.ALWAYS);
        String id = always ? deviation.id() : deviation.id() + "@" + condition.id();
        String title = always ? deviation.title() : deviation.title() + ": " + condition.title();
        Conduct conduct = Guarded.conduct(deviation.conduct(), Guard.of(condition));
        return new GeneratedFault(
                operator,
                new Fault(id, title, "", conduct, ""),
                deviation.rules(),
                deviation.id(),
                condition,
                deviation.decisions());
    }
}
