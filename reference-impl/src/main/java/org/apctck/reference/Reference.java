package org.apctck.reference;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.reference.fault.Fault;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;

/** What the targets of the reference implementation have in common. */
public final class Reference {
    /** The version of the implementation. */
    public static final String VERSION = "0.1.0";

    /** What the model driver calls itself, as an implementation. */
    public static final String MODEL = TargetDescription.MODEL;

    /** What the live driver calls itself, as an implementation. */
    public static final String LIVE = "the live driver";

    /** Every function: the reference is the measure of the others. */
    public static final Set<String> APIS =
            Arrays.stream(ApiFunction.values()).map(ApiFunction::functionName).collect(Collectors.toUnmodifiableSet());

    private Reference() {}

    /** Whether the target calls itself a driver of the reference without a fault. */
    public static boolean isDriver(TargetDescription target) {
        return target.implementation().equals(MODEL) || target.implementation().equals(LIVE);
    }

    /** The reference with a deliberate fault, as a target. */
    public static Target with(Fault fault) {
        return new ReferenceTarget(fault);
    }
}
