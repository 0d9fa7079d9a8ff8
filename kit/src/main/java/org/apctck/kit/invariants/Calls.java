package org.apctck.kit.invariants;

import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.api.Value;
import org.apctck.spec.trace.Event;

/** The calls of a trace as data. */
final class Calls {
    /** Stands for what is no call: nothing follows from it, and it may run APCs. */
    private static final Call UNKNOWN =
            new Call(null, ApiFunction.SLEEP_EX, java.util.List.of(Value.Int.of(0), Value.Int.of(1)));

    private Calls() {}

    static Call read(Event event) {
        try {
            return Call.parse(event.what());
        } catch (CallSyntaxException notACall) {
            return UNKNOWN;
        }
    }
}
