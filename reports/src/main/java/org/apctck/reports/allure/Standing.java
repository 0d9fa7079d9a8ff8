package org.apctck.reports.allure;

import java.util.HashMap;
import java.util.Map;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * How a result stands to what is expected of its target.
 *
 * @param unexpected what is unexpected about it, in one line; empty if nothing is
 * @param entry what accounts for it as a known deviation; null for none
 */
public record Standing(String unexpected, @Nullable Expectation entry) {
    static final String UNEXPECTED = "unexpected";
    static final String KNOWN = "known deviation";

    /** It is as the rule demands, or nothing is known of it. */
    public static final Standing PLAIN = new Standing("", null);

    /** The standing of each scenario of which there is more to say than its verdict, by its id. */
    static Map<String, Standing> of(Deviations deviations) {
        Map<String, Standing> standings = new HashMap<>();
        deviations.known().forEach(known -> standings.put(known.result().scenario(), new Standing("", known.entry())));
        deviations.unexpected().stream()
                .filter(deviation -> deviation.result() != null)
                .forEach(deviation -> standings.merge(
                        deviation.result().scenario(), new Standing(deviation.line(), null), Standing::and));
        return standings;
    }

    /** Both of what is said of one scenario. */
    private static Standing and(Standing one, Standing other) {
        String separator = one.isUnexpected() && other.isUnexpected() ? "; " : "";
        return new Standing(one.unexpected + separator + other.unexpected, one.entry == null ? other.entry : one.entry);
    }

    boolean isKnown() {
        return entry != null;
    }

    boolean isUnexpected() {
        return !unexpected.isEmpty();
    }

    /**
     * What an Allure report shows first of a result: the verdict, how it stands, why. Empty for a plain pass, of which there is
     * nothing to say.
     */
    String message(ScenarioResult result) {
        boolean saysNothing = result.verdict() == Verdict.PASS && !isUnexpected();
        if (saysNothing) {
            return "";
        }
        StringBuilder message = new StringBuilder(result.verdict().name());
        message.append(isUnexpected() ? ", " + UNEXPECTED : isKnown() ? ", " + KNOWN : "");
        append(message, unexpected.contains(result.reason()) ? "" : result.reason());
        append(message, unexpected);
        if (entry != null) {
            append(message, KNOWN + " (" + entry.place() + "): " + entry.reason());
        }
        return message.toString();
    }

    private static void append(StringBuilder message, String line) {
        if (!line.isEmpty()) {
            message.append('\n').append(line);
        }
    }
}
