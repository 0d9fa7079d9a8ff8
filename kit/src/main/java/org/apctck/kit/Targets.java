package org.apctck.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;

/** The targets that this build knows, by name; their providers are found by {@link ServiceLoader}. */
public final class Targets {
    /** The option by which a target that takes an address is given a name. */
    public static final String NAME = "name";

    private static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    private static final int NAME_MAX = 40;

    /** What a run, or a night, keeps beside the folders of its targets. */
    private static final Set<String> RESERVED = Set.of("aside", "site", "run.json", "summary.md");

    private Targets() {}

    /** What is wrong with a name that someone gives a target; empty if nothing is. */
    public static String problem(String name) {
        if (!name.matches(NAME_PATTERN) || name.endsWith(".")) {
            return "the name of a target is a letter or a digit, and up to 39 letters, digits, `.`, `_` and `-`";
        }
        return isTaken(name) ? "this name is taken" : "";
    }

    /** A name for a target that was given none, from what it says that it is; never that of a target of the kit. */
    public static String named(String implementation) {
        String plain = cut(implementation.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[._-]+", ""));
        // What is cut off may leave a name that is taken.
        return plain.isEmpty() || isTaken(plain) ? cut(("agent-" + plain).replaceAll("-$", "")) : plain;
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(NAME_MAX, name.length())).replaceAll("[._-]+$", "");
    }

    private static boolean isTaken(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT))
                || names().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** All names, sorted; one that ends in a colon takes an address. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        ServiceLoader.load(TargetProvider.class).forEach(provider -> names.addAll(provider.names()));
        names.sort(Comparator.naturalOrder());
        return names;
    }

    /** The provider that answers to {@code name}. */
    public static Optional<TargetProvider> provider(String name) {
        return ServiceLoader.load(TargetProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.names().stream().anyMatch(known -> answersTo(known, name)))
                .findFirst();
    }

    /**
     * Opens the target of that name.
     *
     * @throws InputException if there is none
     * @throws TargetUnavailableException if it cannot start here
     */
    public static Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        return provider(name)
                .orElseThrow(() ->
                        new InputException("unknown target " + name + "; known are " + String.join(", ", names())))
                .open(name, options);
    }

    private static boolean answersTo(String known, String name) {
        return known.endsWith(":") ? name.startsWith(known) && name.length() > known.length() : known.equals(name);
    }
}
