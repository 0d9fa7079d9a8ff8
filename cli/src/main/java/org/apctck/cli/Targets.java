package org.apctck.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** The targets that can be named on the command line. */
final class Targets {
    private Targets() {}

    /**
     * A target by its name.
     *
     * @param name as typed: a known name, or a known kind with an address behind its colon
     * @param kind the name that its provider answers to
     */
    record Named(String name, String kind, TargetProvider provider) {
        /** What the target is. */
        String summary() {
            return provider.summary(kind);
        }

        /** Why it cannot run here; empty if it can. */
        String missing(Map<String, String> options) {
            return provider.missing(name, options);
        }

        Target open(Map<String, String> options) throws TargetUnavailableException {
            return provider.open(name, options);
        }

        /** The name as that of a file or folder. */
        String fileName() {
            String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
            return plain.length() <= 60 ? plain : plain.substring(0, 60);
        }
    }

    /** All of them, those that need an address among them. */
    static List<Named> all() {
        List<Named> all = new ArrayList<>();
        for (TargetProvider provider : ServiceLoader.load(TargetProvider.class)) {
            provider.names().forEach(name -> all.add(new Named(name, name, provider)));
        }
        return all;
    }

    /**
     * The target of that name.
     *
     * @throws CommandException if there is none
     */
    static Named named(String name) {
        List<Named> all = all();
        for (Named known : all) {
            boolean isKind = known.kind().endsWith(":");
            if (isKind && name.equals(known.kind())) {
                throw CommandException.usage("the target " + name + " needs an address: " + name + "ADDRESS");
            }
            if (isKind ? name.startsWith(known.kind()) : name.equals(known.kind())) {
                return new Named(name, known.kind(), known.provider());
            }
        }
        List<String> names = all.stream().map(Named::kind).toList();
        throw CommandException.usage("unknown target " + name
                + Nearest.hint(name, names, "known are " + String.join(", ", names) + " (./apctck targets)"));
    }

    /** Whether {@link #named} knows the name. */
    static boolean isKnown(String name) {
        return all().stream()
                .map(Named::kind)
                .anyMatch(kind -> kind.endsWith(":") ? name.startsWith(kind) : name.equals(kind));
    }
}
