package org.apctck.kit.doctor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Nearest;

/** Names of functions that a target says it has and that stand for none: misspelt, or of a later kit. */
public final class UnknownFunctions {
    private static final List<String> KNOWN =
            Arrays.stream(ApiFunction.values()).map(ApiFunction::functionName).toList();

    private UnknownFunctions() {}

    /** The names, each with those that are near; empty if there are none. */
    public static Optional<String> of(TargetDescription target) {
        String unknown = target.apis().stream()
                .filter(name -> !KNOWN.contains(name))
                .map(UnknownFunctions::withNearest)
                .collect(Collectors.joining(", "));
        return unknown.isEmpty() ? Optional.empty() : Optional.of(unknown);
    }

    private static String withNearest(String name) {
        List<String> near = Nearest.names(name, KNOWN);
        return near.isEmpty() ? name : name + " (did you mean " + String.join(" or ", near) + "?)";
    }
}
