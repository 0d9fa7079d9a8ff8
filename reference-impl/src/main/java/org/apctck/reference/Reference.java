package org.apctck.reference;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.spec.ApiFunction;

/** What the targets of the reference implementation have in common. */
public final class Reference {
    /** The version of the implementation. */
    public static final String VERSION = "0.1.0";

    /** Every function: the reference is the measure of the others. */
    public static final Set<String> APIS =
            Arrays.stream(ApiFunction.values()).map(ApiFunction::functionName).collect(Collectors.toUnmodifiableSet());

    private Reference() {}
}
