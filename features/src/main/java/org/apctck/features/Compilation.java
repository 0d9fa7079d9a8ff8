package org.apctck.features;

import java.util.List;
import org.apctck.kit.Case;

/**
 * What feature files compile to.
 *
 * @param cases of the scenarios that are sound, in order of the files and of the scenarios in them
 * @param findings what is wrong with the others
 */
public record Compilation(FeatureFiles files, List<Case> cases, List<Finding> findings) {
    public Compilation {
        cases = List.copyOf(cases);
        findings = List.copyOf(findings);
    }
}
