package org.apctck.kit.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.format.Resource;

/** Why generated faults are caught by no scenario ({@code spec/faults.yaml}). */
public final class FaultReasons {
    private static final String FILE = "faults.yaml";

    private final List<Reason> reasons;

    /**
     * A reason for one fault or for some.
     *
     * @param faults an id, in which {@code *} stands for anything
     */
    private record Reason(String faults, Pattern pattern, String why) {
        Reason(String faults, String why) {
            this(faults, Pattern.compile(Pattern.quote(faults).replace("*", "\\E.*\\Q")), why);
        }
    }

    private FaultReasons(List<Reason> reasons) {
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Loads those that the kit ships.
     *
     * @throws InputException with file, line and field
     */
    public static FaultReasons load() {
        return read("spec/" + FILE, Resource.text(FaultReasons.class, "/" + FILE));
    }

    /**
     * Reads reasons.
     *
     * @throws InputException with file, line and field
     */
    public static FaultReasons read(String name, String text) {
        Node file = Document.yaml(name, text).only("uncaught");
        return new FaultReasons(file.get("uncaught").items().stream()
                .flatMap(node -> node.only("faults", "why").list("faults", Node::text).stream()
                        .map(faults -> new Reason(faults, node.get("why").text())))
                .toList());
    }

    /** Why no scenario catches a fault, if it is listed. */
    public Optional<String> why(String fault) {
        return reasons.stream()
                .filter(reason -> reason.pattern().matcher(fault).matches())
                .map(Reason::why)
                .findFirst();
    }

    /**
     * Entries that hold no longer, in one line each: of no fault, or of one that is caught.
     *
     * @param hunt of all faults
     */
    public List<String> stale(Collection<String> faults, FaultHunt hunt) {
        List<String> stale = new ArrayList<>();
        for (Reason reason : reasons) {
            List<String> named = faults.stream()
                    .filter(fault -> reason.pattern().matcher(fault).matches())
                    .toList();
            if (named.isEmpty()) {
                stale.add("spec/" + FILE + " names " + reason.faults() + ", which there is not");
            }
            for (String fault : named) {
                hunt.catching(fault)
                        .ifPresent(scenario -> stale.add("spec/" + FILE + " says why " + fault + " is not caught, and "
                                + scenario + " catches it"));
            }
        }
        return stale;
    }
}
