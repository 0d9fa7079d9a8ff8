package org.apctck.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.apctck.features.FeatureCompiler;
import org.apctck.kit.Case;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.spec.Catalogue;
import org.apctck.spec.Rule;
import org.jspecify.annotations.Nullable;

/** The rules and the cases that the kit ships. */
record Suite(Catalogue catalogue, List<Case> cases) {
    private static @Nullable Suite shipped;

    /**
     * Loads both, at the same time; once, since what the kit ships stays as it is.
     *
     * @throws org.apctck.spec.InputException with file and line if one of them is broken
     */
    static synchronized Suite load() {
        if (shipped == null) {
            shipped = loaded();
        }
        return shipped;
    }

    private static Suite loaded() {
        CompletableFuture<Catalogue> catalogue = CompletableFuture.supplyAsync(Catalogue::load);
        List<Case> cases = FeatureCompiler.compile();
        try {
            return new Suite(catalogue.join(), cases);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** What the kit ships, and the generated programs among {@code words}. */
    static Suite load(List<String> words) {
        List<Case> generated = words.stream()
                .flatMap(word -> GeneratedCases.find(word).stream())
                .toList();
        return generated.isEmpty() ? load() : load().with(generated);
    }

    /** The suite with programs that are drawn from a seed as well. */
    Suite with(List<Case> generated) {
        List<Case> all = new ArrayList<>(cases);
        all.addAll(generated);
        return new Suite(catalogue.with(GeneratedCases.RULE), all);
    }

    /** The cases of a rule, in the order of the features. */
    List<Case> casesOf(Rule rule) {
        return cases.stream()
                .filter(scenario -> scenario.rule().equals(rule.id()))
                .toList();
    }

    /** How many testable rules have a scenario. */
    long covered() {
        Set<String> tested = cases.stream().map(Case::rule).collect(Collectors.toSet());
        return testable(catalogue.rules()).stream()
                .filter(rule -> tested.contains(rule.id()))
                .count();
    }

    static List<Rule> testable(Collection<Rule> rules) {
        return rules.stream().filter(Rule::isTestable).toList();
    }
}
