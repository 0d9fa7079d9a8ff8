package org.apctck.kit.results;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds the attempts in a file against what its header says was asked for, and rolls them up. */
final class Ledger {
    private final Header header;
    private final Map<String, Page> pages = new HashMap<>();

    /** What is known of a scenario. */
    private static final class Page {
        private final String rule;
        private final Set<Integer> numbers = new HashSet<>();
        private final RollUp attempts = new RollUp();
        private @Nullable String digest;

        Page(String rule) {
            this.rule = rule;
        }
    }

    Ledger(Header header) {
        this.header = header;
        header.asked().forEach(asked -> pages.put(asked.scenario(), new Page(asked.rule())));
    }

    /**
     * Enters an attempt.
     *
     * @param digest of its case
     * @return why it cannot be one of this run; empty if it can
     */
    String add(Attempt attempt, String digest) {
        String scenario = attempt.scenario().id();
        Page page = pages.get(scenario);
        if (page == null) {
            return "an attempt at " + scenario + ", which the header did not ask for";
        }
        if (!page.rule.equals(attempt.scenario().rule())) {
            return scenario + " is about " + attempt.scenario().rule() + " here and about " + page.rule
                    + " in the header";
        }
        if (attempt.number() > header.repeats()) {
            return "attempt " + attempt.number() + " at " + scenario + ", but the header asked for " + header.repeats();
        }
        if (!page.numbers.add(attempt.number())) {
            return "attempt " + attempt.number() + " at " + scenario + " for the second time";
        }
        if (page.digest != null && !page.digest.equals(digest)) {
            return scenario + " is not the same program and checks as in an attempt before";
        }
        page.digest = digest;
        page.attempts.add(attempt);
        return "";
    }

    /** What was entered, with the number of what was not. */
    ScenarioResults results(@Nullable Footer footer) {
        return ScenarioResults.of(
                header,
                asked -> {
                    Page page = pages.get(asked.scenario());
                    return page == null ? new RollUp() : page.attempts;
                },
                footer);
    }
}
