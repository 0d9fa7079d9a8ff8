package org.apctck.reports.allure;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.Histogram;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;

/** How things are written that have no text of their own. */
final class Words {
    private Words() {}

    static String of(Rule.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** One of Allure's severities. */
    static String severity(Rule.Level level) {
        return switch (level) {
            case REQUIRED -> "critical";
            case RECOMMENDED -> "normal";
            case INFORMATIVE -> "minor";
        };
    }

    /** {@code FAIL 3, PASS 17}. */
    static String of(Map<Verdict, Integer> histogram) {
        return histogram.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** A line for each outcome of a race: how often it was seen, whether it is allowed, and what it is. */
    static String of(Histogram race) {
        return race.outcomes().stream()
                .map(outcome -> String.format(
                        Locale.ROOT,
                        "%6d  %s  %s%s",
                        outcome.count(),
                        outcome.allowed() ? "allowed  " : "forbidden",
                        outcome.text().replaceAll("\\s+", " "),
                        outcome.why().isEmpty() ? "" : " (" + outcome.why() + ")"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
