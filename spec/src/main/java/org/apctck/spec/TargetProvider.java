package org.apctck.spec;

import java.util.List;
import java.util.Map;

/** Makes targets of one kind; found by {@link java.util.ServiceLoader}. */
public interface TargetProvider {
    /** How many instances keep two processors busy: most of the time the threads of a program wait. */
    int USUAL_INSTANCES = 3;

    /** The names it answers to: {@code reference}, or with a trailing colon for a kind that takes an address ({@code agent:}). */
    List<String> names();

    /** What the target is, in one line for {@code apctck targets}. */
    String summary(String name);

    /** Whose known deviations hold for it ({@code expectations/<name>.yaml}): two agents of one implementation share them. */
    default String deviations(String name) {
        return name;
    }

    /** Whether its targets are drivers of the reference, which this build can vouch for: the model is the measure of them. */
    default boolean drivesReference() {
        return false;
    }

    /**
     * How many instances of the target run scenarios side by side unless the user says otherwise. More than one only if they
     * share nothing that one may break for the other, and mostly wait.
     */
    default int instances() {
        return 1;
    }

    /** Why the target cannot run on this machine, with the remedy; empty if it can. */
    String missing(String name, Map<String, String> options);

    /**
     * Opens the target.
     *
     * @param name one of {@link #names()}, followed by the address for a kind that takes one
     * @param options of the command: {@code library} (a path), {@code fault} (an id), {@code limitMillis}, {@code bound}
     * @throws TargetUnavailableException if it cannot start here
     */
    Target open(String name, Map<String, String> options) throws TargetUnavailableException;
}
