package org.apctck.reference.model;

import java.util.List;
import java.util.Map;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;

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
    public String missing(String name, Map<String, String> options) {
        return "";
    }

    @Override
    public Target open(String name, Map<String, String> options) {
        return new ReferenceTarget();
    }
}
