package org.apctck.reference.fault;

import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.model.Conduct;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;

/**
 * A deliberate deviation of the reference, off unless it is asked for.
 *
 * @param id words in capitals, joined by hyphens
 * @param title what a reference with this fault does, in one line
 * @param origin the bug of a real implementation that it is rebuilt from; empty if it was thought up
 * @param conduct the decisions of a reference with this fault
 * @param rule the one that it breaks first of all; empty where the catalogue names it in one rule only
 */
public record Fault(String id, String title, String origin, Conduct conduct, String rule) {
    /** A fault that the catalogue names in one rule only, or in none. */
    public Fault(String id, String title, String origin, Conduct conduct) {
        this(id, title, origin, conduct, "");
    }

    Fault(String id, String title, KernelPolicy kernel) {
        this(id, title, "", kernel);
    }

    Fault(String id, String title, String origin, KernelPolicy kernel) {
        this(id, title, origin, new Conduct(kernel, Win32Policy.DOCUMENTED, DeliveryPolicy.DOCUMENTED));
    }

    Fault(String id, String title, Win32Policy win32) {
        this(id, title, "", win32);
    }

    Fault(String id, String title, String origin, Win32Policy win32) {
        this(id, title, origin, new Conduct(KernelPolicy.DOCUMENTED, win32, DeliveryPolicy.DOCUMENTED));
    }

    Fault(String id, String title, DeliveryPolicy delivery) {
        this(id, title, "", delivery);
    }

    Fault(String id, String title, String origin, DeliveryPolicy delivery) {
        this(id, title, origin, new Conduct(KernelPolicy.DOCUMENTED, Win32Policy.DOCUMENTED, delivery));
    }

    Fault(String id, String title, KernelPolicy kernel, DeliveryPolicy delivery) {
        this(id, title, "", new Conduct(kernel, Win32Policy.DOCUMENTED, delivery));
    }

    Fault(String id, String title, Win32Policy win32, DeliveryPolicy delivery) {
        this(id, title, "", new Conduct(KernelPolicy.DOCUMENTED, win32, delivery));
    }

    /** The same fault, which was seen in a real implementation. */
    Fault seenIn(String implementation) {
        return new Fault(id, title, implementation, conduct, rule);
    }

    /** The same fault, which breaks that rule first of all, and others by the way. */
    Fault breaking(String broken) {
        return new Fault(id, title, origin, conduct, broken);
    }
}
