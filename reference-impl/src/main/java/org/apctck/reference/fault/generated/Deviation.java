package org.apctck.reference.fault.generated;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apctck.reference.kernel.KernelPolicy;
import org.apctck.reference.model.Conduct;
import org.apctck.reference.model.DeliveryPolicy;
import org.apctck.reference.win32.Win32Policy;

/**
 * A decision that is made otherwise than documented, whenever it is made.
 *
 * @param rules what it breaks
 * @param scope what is known where it is made
 */
record Deviation(String id, String title, List<String> rules, Scope scope, Conduct conduct) {
    static Deviation of(String id, String title, String rules, KernelPolicy kernel) {
        return new Deviation(
                id,
                title,
                List.of(rules.split(" ")),
                Scope.of(kernel),
                new Conduct(kernel, Win32Policy.DOCUMENTED, DeliveryPolicy.DOCUMENTED));
    }

    static Deviation of(String id, String title, String rules, Win32Policy win32) {
        return new Deviation(
                id,
                title,
                List.of(rules.split(" ")),
                Scope.of(win32),
                new Conduct(KernelPolicy.DOCUMENTED, win32, DeliveryPolicy.DOCUMENTED));
    }

    static Deviation of(String id, String title, String rules, DeliveryPolicy delivery) {
        return new Deviation(
                id,
                title,
                List.of(rules.split(" ")),
                Scope.of(delivery),
                new Conduct(KernelPolicy.DOCUMENTED, Win32Policy.DOCUMENTED, delivery));
    }

    /** What it decides otherwise, by the names of the methods. */
    Set<String> decisions() {
        Set<String> decisions = new HashSet<>(Scope.decisions(conduct.kernel()));
        decisions.addAll(Scope.decisions(conduct.win32()));
        decisions.addAll(Scope.decisions(conduct.delivery()));
        return decisions;
    }
}
