package org.apctck.reference.fault.generated;

import java.util.Set;
import java.util.function.Predicate;

/**
 * When a generated fault shows.
 *
 * @param id the words behind the {@code @}
 * @param title what is said behind the title of the deviation
 * @param scopes where it can be told
 */
record Condition(Operator operator, String id, String title, Set<Scope> scopes, Predicate<Occasion> holds) {
    static final Condition ALWAYS =
            new Condition(Operator.NUMBER, "always", "always", Set.of(Scope.values()), occasion -> true);

    boolean holds(Occasion occasion) {
        return holds.test(occasion);
    }
}
