package org.apctck.reference.model;

import java.util.List;
import org.apctck.reference.kernel.Numbered;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Happening;

/**
 * A call with its names resolved.
 *
 * @param index of the call in its plan
 * @param function what is called
 * @param event what tells in a trace that it begins
 * @param binding the variable that takes the result, or -1
 * @param bindingName the name of that variable, or empty
 * @param slots the indices of the arguments that name an out-parameter; not to be changed
 */
public record PlannedCall(
        int index,
        ApiFunction function,
        Happening.Calls event,
        List<Operand> operands,
        int binding,
        String bindingName,
        int[] slots)
        implements Numbered {
    @Override
    public int number() {
        return index;
    }

    /** As it stands in traces. */
    String text() {
        return event.what();
    }
}
