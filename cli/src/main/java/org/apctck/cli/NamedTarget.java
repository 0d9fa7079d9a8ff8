package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Targets;
import org.apctck.kit.results.Expectations;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/**
 * A target as named on the command line.
 *
 * @param name a known name, or a known kind with an address behind its colon
 */
record NamedTarget(String name, TargetProvider provider) {
    private static final String ADDRESSED = ":";
    private static final int FILE_NAME_MAX = 60;

    /**
     * The target of that name.
     *
     * @throws CommandException if there is none
     */
    static NamedTarget of(String name) {
        return Targets.provider(name)
                .map(provider -> new NamedTarget(name, provider))
                .orElseThrow(() -> unknown(name));
    }

    private static CommandException unknown(String name) {
        List<String> names = Targets.names();
        if (name.endsWith(ADDRESSED) && names.contains(name)) {
            return CommandException.usage("the target " + name + " needs an address: " + name + "ADDRESS");
        }
        return CommandException.usage("unknown target " + name
                + Nearest.hint(name, names, "known are " + String.join(", ", names) + " (./apctck targets)"));
    }

    /** Whether {@link #of} knows the name. */
    static boolean isKnown(String name) {
        return Targets.provider(name).isPresent();
    }

    /** What the target is. */
    String summary() {
        return provider.summary(name);
    }

    /** Why it cannot run here; empty if it can. */
    String missing(Map<String, String> options) {
        return provider.missing(name, options);
    }

    Target open(Map<String, String> options) throws TargetUnavailableException {
        return provider.open(name, options);
    }

    /** Whether it is a process of someone else that speaks the protocol. */
    boolean isAgent() {
        return name.startsWith("agent:");
    }

    /** The known deviations of the target that the kit ships; none if there is no file of them. */
    Expectations expectations() {
        Path file = Home.folder().resolve("expectations").resolve(fileName(provider.deviations(name)) + ".yaml");
        return Files.exists(file) ? Expectations.read(file) : Expectations.NONE;
    }

    /** The name as that of a file or folder. */
    String fileName() {
        return fileName(name);
    }

    private static String fileName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.length() <= FILE_NAME_MAX ? plain : plain.substring(0, FILE_NAME_MAX);
    }
}
