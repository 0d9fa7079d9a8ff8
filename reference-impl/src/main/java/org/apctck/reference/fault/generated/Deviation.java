package org.apctck.reference.fault.generated;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.reference.fault.Fault;
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

    /** A fault that was thought up, to be narrowed: the catalogue says what it breaks. */
    static Deviation named(Fault fault) {
        Conduct conduct = fault.conduct();
        Object policy = Stream.of(conduct.kernel(), conduct.win32(), conduct.delivery())
                .filter(layer -> !Scope.decisions(layer).isEmpty())
                .findFirst()
                .orElseThrow();
        return new Deviation(fault.id(), fault.title(), List.of(), Scope.of(policy), conduct);
    }

    /** What it decides otherwise, by the names of the methods. */
    Set<String> decisions() {
        Set<String> decisions = new HashSet<>(Scope.decisions(conduct.kernel()));
        decisions.addAll(Scope.decisions(conduct.win32()));
        decisions.addAll(Scope.decisions(conduct.delivery()));
        return decisions;
    }
}
