package org.apctck.cli.target;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.cli.console.CommandException;
import org.apctck.kit.Targets;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.FileNames;
import org.apctck.kit.results.FolderNames;
import org.apctck.kit.results.RunRecord;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.Nearest;

/**
 * A target as given on the command line.
 *
 * @param given a known name, a known kind with an address behind its colon, or {@code NAME=} and such an address
 * @param name as it is called; that of an agent without one is not known until it has started
 * @param address what its provider knows it by
 * @param folder the name of the folder that results of it are kept in; empty as long as its name is not known
 */
public record NamedTarget(String given, String name, String address, String folder, TargetProvider provider) {
    private static final String ADDRESSED = ":";
    private static final String AGENT = "agent:";
    private static final String RECORDING = "recording:";

    /** A name before a kind with an address, which may hold any character. */
    private static final Pattern NAMED = Pattern.compile("(?s)([^=:]*)=([a-z]+:.*)");

    /**
     * The target of that name.
     *
     * @throws CommandException if there is none
     */
    public static NamedTarget of(String given) {
        return all(List.of(given)).get(0);
    }

    /**
     * The targets of one run, each with a folder of its own.
     *
     * @throws CommandException if there is none of a name, or a name is given twice
     */
    public static List<NamedTarget> all(List<String> given) {
        List<NamedTarget> targets = new ArrayList<>();
        for (String word : given) {
            NamedTarget target = parse(word);
            if (targets.stream().anyMatch(other -> other.name.equalsIgnoreCase(target.name))) {
                throw CommandException.usage("the target " + target.name + " is given twice");
            }
            targets.add(target);
        }
        List<String> folders = FolderNames.of(targets.stream()
                .filter(target -> !target.namesItself())
                .map(NamedTarget::name)
                .toList());
        int next = 0;
        for (int index = 0; index < targets.size(); index++) {
            NamedTarget target = targets.get(index);
            if (!target.namesItself()) {
                targets.set(index, target.in(folders.get(next++)));
            }
        }
        return targets;
    }

    private NamedTarget in(String place) {
        return new NamedTarget(given, name, address, place, provider);
    }

    private static NamedTarget parse(String given) {
        Matcher named = NAMED.matcher(given);
        if (!named.matches()) {
            return new NamedTarget(given, given, given, "", provider(given));
        }
        String name = named.group(1);
        String problem = Targets.problem(name);
        if (!problem.isEmpty()) {
            throw CommandException.usage("--target " + given + ": " + problem);
        }
        return new NamedTarget(given, name, named.group(2), "", provider(named.group(2)));
    }

    private static TargetProvider provider(String address) {
        return Targets.provider(address).orElseThrow(() -> unknown(address));
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
    public static boolean isKnown(String given) {
        Matcher named = NAMED.matcher(given);
        return Targets.provider(named.matches() ? named.group(2) : given).isPresent();
    }

    /** Whether its agent has to say what it is called. */
    boolean namesItself() {
        return isAgent() && name.equals(address);
    }

    /** The name of the folder of its results, once it has started. */
    public String folder(TargetDescription target) {
        return namesItself() ? FileNames.plain(target.name()) : folder;
    }

    /** What a run says of it before it has started. */
    public RunRecord.Entry entry() {
        return new RunRecord.Entry(given, name, folder);
    }

    /** What the target is. */
    String summary() {
        return provider.summary(address);
    }

    /** Why it cannot run here; empty if it can. */
    public String missing(Map<String, String> options) {
        return provider.missing(address, options);
    }

    /** Opens it, under its name. */
    public Target open(Map<String, String> options) throws TargetUnavailableException {
        if (name.equals(address)) {
            return provider.open(address, options);
        }
        Map<String, String> named = new LinkedHashMap<>(options);
        named.put(Targets.NAME, name);
        return provider.open(address, named);
    }

    /** Whether it is the model as it is, without a fault. */
    public boolean isModel(Map<String, String> options) {
        return address.equals("reference") && !options.containsKey("fault");
    }

    /** Whether it is a process of someone else that speaks the protocol. */
    public boolean isAgent() {
        return address.startsWith(AGENT);
    }

    /** Whether it is what a target did when it was recorded. */
    public boolean isRecording() {
        return address.startsWith(RECORDING);
    }

    /**
     * The file of known deviations that the kit ships for the target, or would.
     *
     * @param called its name, once it has started
     */
    public Path expectationsFile(String called) {
        String whose = isAgent() ? called : provider.deviations(address);
        return Home.folder().resolve("expectations").resolve(FileNames.plain(whose) + ".yaml");
    }

    /**
     * The known deviations of the target that the kit ships; none if there is no file of them. They are read before anything
     * is run, but those of an agent of which only the agent knows what it is called.
     *
     * @throws org.apctck.spec.format.InputException for a file that is broken
     */
    public Function<TargetDescription, Expectations> expectations() {
        if (namesItself()) {
            return started -> expectations(started.name());
        }
        Expectations read = expectations(name);
        return any -> read;
    }

    private Expectations expectations(String called) {
        Path file = expectationsFile(called);
        return Files.exists(file) ? Expectations.read(file, Home.relative(file)) : Expectations.NONE;
    }
}
