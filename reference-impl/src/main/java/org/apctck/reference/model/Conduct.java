package org.apctck.reference.model;

import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.win32.Win32Policy;

/** What the reference decides, layer by layer: as documented, or with a deliberate fault. */
public record Conduct(KernelPolicy kernel, Win32Policy win32, DeliveryPolicy delivery) {
    /** Every decision as documented. */
    public static final Conduct DOCUMENTED =
            new Conduct(KernelPolicy.DOCUMENTED, Win32Policy.DOCUMENTED, DeliveryPolicy.DOCUMENTED);

    /** Whether it is the conduct without any fault. */
    public boolean isDocumented() {
        return equals(DOCUMENTED);
    }
}
