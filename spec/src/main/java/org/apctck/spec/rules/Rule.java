package org.apctck.spec.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One documented rule.
 *
 * @param id never reused or renumbered
 * @param level whether a target must keep it
 * @param levelWhy why it has that level
 * @param statement one falsifiable sentence in our own words
 * @param apis the functions it is about; some may lie outside what a program can call
 * @param testable whether a program can tell
 * @param why the reason where it is not testable, or not yet; else empty
 * @param family rules of one family state one property and are counted once in a summary; the id where there is none
 * @param disputes what contradicts what in the documentation; else empty
 * @param faults ids of faults of the reference that a scenario of this rule must catch
 */
public record Rule(
        String id,
        String area,
        String title,
        Level level,
        String levelWhy,
        String statement,
        List<Source> sources,
        List<String> apis,
        Testable testable,
        String why,
        String family,
        String disputes,
        List<Reading> readings,
        List<String> faults) {
    public Rule {
        sources = List.copyOf(sources);
        apis = List.copyOf(apis);
        readings = List.copyOf(readings);
        faults = List.copyOf(faults);
    }

    /** How binding a rule is. */
    public enum Level {
        /** The documentation says it. */
        REQUIRED,
        /** It follows from the documentation. */
        RECOMMENDED,
        /** The documentation is silent or contradicts itself: what happens is recorded, and no target fails by it. */
        INFORMATIVE
    }

    /** Whether a program can tell if a rule is kept. */
    public enum Testable {
        YES,
        NO,
        /** It needs functions that programs cannot call yet. */
        LATER
    }

    /**
     * Where a rule comes from.
     *
     * @param page the title of the page
     * @param repository the public repository that holds the page, or null
     * @param path of the page in it, or null
     */
    public record Source(
            String page,
            @Nullable String repository,
            @Nullable String path,
            String section) {}

    /**
     * A question that the documentation leaves open and the model must answer.
     *
     * @param options the possible answers, the default first
     */
    public record Reading(String id, List<String> options, String question) {
        public Reading {
            options = List.copyOf(options);
        }
    }

    /** Whether the rule counts as testable. */
    public boolean isTestable() {
        return testable == Testable.YES;
    }
}
