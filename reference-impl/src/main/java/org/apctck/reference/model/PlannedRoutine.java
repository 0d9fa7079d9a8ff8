package org.apctck.reference.model;

import java.util.List;
import org.apctck.reference.kernel.Numbered;
import org.apctck.spec.program.Routine;

/**
 * A routine with its calls planned.
 *
 * @param address what stands for it in the kernel; never 0
 */
public record PlannedRoutine(long address, String name, Routine.Kind kind, List<PlannedCall> body, long exitCode)
        implements Numbered {
    @Override
    public int number() {
        return (int) address;
    }
}
