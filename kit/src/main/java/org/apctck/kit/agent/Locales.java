package org.apctck.kit.agent;

import java.util.Map;

/** The locale of who started the command, which the script has changed for the JVM alone. */
final class Locales {
    /** What the variable was; empty if it was not set. */
    private static final String WAS = "apctck.lcAll";

    private static final String VARIABLE = "LC_ALL";

    private Locales() {}

    /** Puts the variable back as it was in the environment of a child. */
    static void restore(Map<String, String> environment) {
        String was = System.getProperty(WAS);
        if (was == null) {
            return;
        }
        if (was.isEmpty()) {
            environment.remove(VARIABLE);
        } else {
            environment.put(VARIABLE, was);
        }
    }
}
