package org.apctck.reference.model;

import java.util.List;
import org.apctck.reference.kernel.Numbered;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * A call with its names resolved.
 *
 * @param index of the call in its plan; that of a loop has one for each time that it can be made
 * @param function what is called
 * @param event what tells in a trace that it begins
 * @param binding the variable that takes the result, or -1
 * @param bindingName the name of that variable, or empty
 * @param slots the indices of the arguments that name an out-parameter; not to be changed
 * @param goesOn what makes a loop go on when it is returned; null for a call that is made once
 * @param left how often the call can be made after this time
 */
public record PlannedCall(
        int index,
        ApiFunction function,
        Happening.Calls event,
        List<Operand> operands,
        int binding,
        String bindingName,
        int[] slots,
        @Nullable String goesOn,
        int left)
        implements Numbered {
    @Override
    public int number() {
        return index;
    }

    /** The call that is made next because this one has returned so; null if the loop is over, or there is none. */
    @Nullable
    PlannedCall again(Happening returned) {
        return left > 0 && returned.what().equals(goesOn)
                ? new PlannedCall(index + 1, function, event, operands, binding, bindingName, slots, goesOn, left - 1)
                : null;
    }

    /** As it stands in traces. */
    String text() {
        return event.what();
    }
}
