package org.apctck.kit.record;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Targets;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;

/** Targets named {@code recording:FILE}: what a target did when it was recorded. */
public final class RecordingProvider implements TargetProvider {
    private static final String PREFIX = "recording:";

    @Override
    public List<String> names() {
        return List.of(PREFIX);
    }

    @Override
    public String summary(String name) {
        return "what a target did when it was recorded with `run --record` (recording:FILE)";
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        return name.length() <= PREFIX.length() || Files.exists(file(name)) ? "" : "there is no file " + file(name);
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        try {
            return new RecordingTarget(options.getOrDefault(Targets.NAME, name), Recording.read(file(name)));
        } catch (InputException e) {
            throw new TargetUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Path file(String name) {
        return Path.of(name.substring(PREFIX.length()));
    }
}
