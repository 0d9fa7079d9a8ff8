package org.apctck.kit.diff;

import java.util.List;
import org.apctck.kit.results.Attempt;
import org.apctck.spec.Verdict;

/** Runs scenarios of a target again, to tell what is chance. */
@FunctionalInterface
public interface Tries {
    /** How often a scenario is run again: once more may show the same by chance. */
    int USUAL = 3;

    /** Where more scenarios are in question, none is run again: so many are not chance. */
    int SCENARIOS_MAX = 100;

    /** Runs each scenario so many times. */
    List<Attempt> run(List<String> scenarios, int times);

    /** The attempts that were made; one that was not says nothing. */
    default List<Attempt> made(List<String> scenarios, int times) {
        return run(scenarios, times).stream()
                .filter(attempt -> attempt.verdict() != Verdict.NOT_RUN)
                .toList();
    }
}
