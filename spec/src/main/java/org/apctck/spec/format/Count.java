package org.apctck.spec.format;

/** Numbers of things in words. */
public final class Count {
    private Count() {}

    /** A number of things: {@code 1 scenario}, {@code 2 scenarios}. */
    public static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
