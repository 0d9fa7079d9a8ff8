package org.apctck.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apctck.spec.InputException;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** The targets that this build knows, by name; their providers are found by {@link ServiceLoader}. */
public final class Targets {
    private Targets() {}

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
