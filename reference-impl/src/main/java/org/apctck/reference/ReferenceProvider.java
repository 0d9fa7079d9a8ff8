package org.apctck.reference;

import java.util.List;
import java.util.Map;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.generated.GeneratedFault;
import org.apctck.reference.fault.generated.GeneratedFaults;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** Provides the target {@code reference}. */
public final class ReferenceProvider implements TargetProvider {
    @Override
    public List<String> names() {
        return List.of("reference");
    }

    @Override
    public String summary(String name) {
        return "the model: every allowed outcome, in virtual time";
    }

    @Override
    public boolean drivesReference() {
        return true;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        return "";
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        String fault = options.get("fault");
        if (fault == null) {
            return new ReferenceTarget();
        }
        return new ReferenceTarget(Faults.find(fault)
                .or(() -> GeneratedFaults.find(fault).map(GeneratedFault::fault))
                .orElseThrow(() -> new TargetUnavailableException("the reference has no fault " + fault)));
    }
}
