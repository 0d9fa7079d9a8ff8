package org.apctck.kit.run;

import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.spec.Catalogue;

/**
 * What to run.
 *
 * @param repeats how often each case is run; 1 for once
 * @param options of the command, as stated in the header of the results
 */
public record RunPlan(List<Case> cases, Catalogue catalogue, int repeats, Map<String, String> options) {
    public RunPlan {
        cases = List.copyOf(cases);
        options = Map.copyOf(options);
    }
}
