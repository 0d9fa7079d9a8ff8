package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param folder the name of the folder that results of it are kept in
 */
record NamedTarget(String name, String folder, TargetProvider provider) {
    private static final String ADDRESSED = ":";

    /**
     * The target of that name.
     *
     * @throws CommandException if there is none
     */
    static NamedTarget of(String name) {
        return all(List.of(name)).get(0);
    }

    /**
     * The targets of one run, each with a folder of its own.
     *
     * @throws CommandException if there is none of a name, or a name is given twice
     */
    static List<NamedTarget> all(List<String> names) {
        List<String> folders = FolderNames.of(names);
        List<NamedTarget> targets = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            TargetProvider provider = Targets.provider(name).orElseThrow(() -> unknown(name));
            if (names.subList(0, index).contains(name)) {
                throw CommandException.usage("the target " + name + " is given twice");
            }
            targets.add(new NamedTarget(name, folders.get(index), provider));
        }
        return targets;
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

    /** Whether it is the model as it is, without a fault. */
    boolean isModel(Map<String, String> options) {
        return name.equals("reference") && !options.containsKey("fault");
    }

    /** Whether it is a process of someone else that speaks the protocol. */
    boolean isAgent() {
        return name.startsWith("agent:");
    }

    /** Whether it is what a target did when it was recorded. */
    boolean isRecording() {
        return name.startsWith("recording:");
    }

    /** The known deviations of the target that the kit ships; none if there is no file of them. */
    Expectations expectations() {
        Path file =
                Home.folder().resolve("expectations").resolve(FolderNames.plain(provider.deviations(name)) + ".yaml");
        return Files.exists(file) ? Expectations.read(file) : Expectations.NONE;
    }
}
