package org.apctck.features;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;

/**
 * What feature files compile to.
 *
 * @param places the cases of the scenarios that are sound, each by {@code FILE:LINE} of its scenario or of its row of
 *     examples, in order of the files and of the scenarios in them
 * @param findings what is wrong with the others
 */
public record Compilation(FeatureFiles files, Map<String, Case> places, List<Finding> findings) {
    public Compilation {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        findings = List.copyOf(findings);
    }

    /** The cases in their order. */
    public List<Case> cases() {
        return List.copyOf(places.values());
    }
}
