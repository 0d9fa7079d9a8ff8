package org.apctck.kit.results;

/**
 * What the results of a target answer to.
 *
 * @param run the run that they are of, which no other run has; empty for what is no run of the command
 * @param given the target as it was given on the command line, for instance {@code toy=agent:./toy}
 * @param expectations the known deviations that the results were compared with
 */
public record Request(String run, String given, Expectations expectations) {
    /** Of a target that was given by its name, and of which no deviations are known. */
    public static Request of(String target) {
        return new Request("", target, Expectations.NONE);
    }
}
