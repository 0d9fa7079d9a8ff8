package org.apctck.cli.suite;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apctck.cli.console.CommandException;
import org.apctck.kit.Case;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Nearest;
import org.apctck.spec.rules.Profile;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/**
 * What a run is about: cases picked by words, narrowed by tags.
 *
 * @param rules that the results account for: those of the cases, and those of a whole area or catalogue that have none
 */
public record Selection(List<Case> cases, List<Rule> rules) {
    /**
     * Picks from {@code suite}.
     *
     * @param words ids of rules, areas, feature files (with {@code :line}) or ids of scenarios; none for everything
     * @param tags a tag expression over the ids of rules, areas and levels; null for no narrowing
     * @param profile to whose rules it is narrowed; null for no narrowing
     * @throws CommandException for a word that matches nothing, or if no case is left
     */
    public static Selection of(Suite suite, List<String> words, @Nullable String tags, @Nullable Profile profile) {
        Set<Case> picked = new LinkedHashSet<>();
        Set<Rule> rules = new LinkedHashSet<>();
        for (String word : words) {
            picked.addAll(cases(suite, word));
            suite.catalogue().rules().stream()
                    .filter(rule -> isArea(word, rule.area()))
                    .forEach(rules::add);
        }
        if (words.isEmpty()) {
            picked.addAll(suite.cases());
            rules.addAll(suite.catalogue().rules());
        }
        Predicate<Case> narrowing = tags == null ? scenario -> true : Tags.parse(tags, suite);
        Set<String> claimed = profile == null
                ? Set.of()
                : profile.rules().stream().map(Rule::id).collect(Collectors.toSet());
        // In the order of the suite, whatever the order of the words.
        List<Case> cases = suite.cases().stream()
                .filter(picked::contains)
                .filter(narrowing)
                .filter(scenario -> profile == null || claimed.contains(scenario.rule()))
                .toList();
        if (cases.isEmpty()) {
            throw CommandException.usage("nothing is left to run: no scenario that was selected "
                    + (tags == null ? "" : "has the tags " + tags)
                    + (tags == null || profile == null ? "" : " and ")
                    + (profile == null ? "" : "is of the profile " + profile.name()));
        }
        if (tags != null) {
            rules.clear();
        }
        Set<String> ids = cases.stream().map(Case::rule).collect(Collectors.toSet());
        return new Selection(
                cases,
                suite.catalogue().rules().stream()
                        .filter(rule -> rules.contains(rule) || ids.contains(rule.id()))
                        .filter(rule -> profile == null || claimed.contains(rule.id()))
                        .toList());
    }

    /**
     * Programs that were drawn for a target.
     *
     * @throws CommandException if there are none, as it has too few functions
     */
    public static Selection generated(List<Case> cases, TargetDescription target) {
        if (cases.isEmpty()) {
            throw CommandException.usage(target.name() + " has too few functions for any generated program");
        }
        return new Selection(cases, List.of(GeneratedCases.RULE));
    }

    private static List<Case> cases(Suite suite, String word) {
        Optional<Rule> rule = suite.catalogue().rule(word.toUpperCase(Locale.ROOT));
        if (rule.isPresent()) {
            return some(suite.casesOf(rule.get()), word, why(rule.get()));
        }
        if (suite.catalogue().areas().keySet().stream().anyMatch(area -> isArea(word, area))) {
            return some(
                    suite.cases().stream()
                            .filter(scenario -> isArea(word, area(suite, scenario)))
                            .toList(),
                    word,
                    "none of its rules can be tested; see ./apctck rules");
        }
        if (word.matches(".*\\.feature(:\\d+)?")) {
            return FeaturePlace.parse(word).cases(suite.cases());
        }
        List<Case> scenarios = suite.cases().stream()
                .filter(scenario -> scenario.id().equals(word) || scenario.id().startsWith(word + "#"))
                .toList();
        if (scenarios.isEmpty()) {
            throw CommandException.usage("no rule, area, feature file or scenario is called " + word
                    + Nearest.hint(word, names(suite), "./apctck rules lists the rules"));
        }
        return scenarios;
    }

    /** The profile of that name; null for no name. */
    public static @Nullable Profile profile(Suite suite, @Nullable String name) {
        if (name == null) {
            return null;
        }
        List<String> names =
                suite.catalogue().profiles().stream().map(Profile::name).toList();
        return suite.catalogue()
                .profile(name)
                .orElseThrow(() -> CommandException.usage("no profile is called " + name
                        + Nearest.hint(name, names, "profiles are " + String.join(", ", names))));
    }

    /** The one scenario of that id. */
    public static Case scenario(Suite suite, String id) {
        return suite.cases().stream()
                .filter(scenario -> scenario.id().equals(id))
                .findFirst()
                .orElseThrow(() -> CommandException.usage("no scenario is called " + id
                        + Nearest.hint(
                                id,
                                suite.cases().stream().map(Case::id).toList(),
                                "./apctck rules ID lists those of a rule")));
    }

    private static List<Case> some(List<Case> cases, String word, String why) {
        if (cases.isEmpty()) {
            throw CommandException.usage(word + " has no scenario: " + why);
        }
        return cases;
    }

    private static String why(Rule rule) {
        return switch (rule.testable()) {
            case YES -> "it is testable and waits for one";
            case NO -> "it is not testable: " + rule.why();
            case LATER -> "it is not testable yet: " + rule.why();
        };
    }

    private static boolean isArea(String word, String area) {
        return word.equalsIgnoreCase(area);
    }

    private static String area(Suite suite, Case scenario) {
        return suite.catalogue().rule(scenario.rule()).map(Rule::area).orElse("");
    }

    private static List<String> names(Suite suite) {
        List<String> names = new ArrayList<>(suite.catalogue().areas().keySet());
        suite.catalogue().rules().forEach(rule -> names.add(rule.id()));
        suite.cases().forEach(scenario -> names.add(scenario.id()));
        return names;
    }
}
