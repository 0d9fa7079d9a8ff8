package org.apctck.reference.live;

import java.util.List;
import java.util.Map;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.stage.Stage;

/** Provides the target {@code reference-live}. */
public final class LiveProvider implements TargetProvider {
    static final String NAME = "reference-live";

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String summary(String name) {
        return "the kernel of the model under real threads, in real time";
    }

    @Override
    public boolean drivesReference() {
        return true;
    }

    @Override
    public int instances() {
        return USUAL_INSTANCES;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        return "";
    }

    @Override
    public Target open(String name, Map<String, String> options) {
        String limitMillis = options.get("limitMillis");
        return new LiveTarget(limitMillis == null ? Stage.LIMIT_MILLIS : Long.parseLong(limitMillis));
    }
}
