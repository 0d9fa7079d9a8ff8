package org.apctck.cli.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.features.FeatureCompiler;
import org.apctck.kit.Case;
import org.apctck.kit.CompiledSuite;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/** The rules and the cases that the kit ships, as the build has compiled them; a case is read when it is needed. */
public final class Suite {
    private static @Nullable Suite shipped;

    private final Catalogue catalogue;
    private final @Nullable CompiledSuite compiled;
    private @Nullable List<Case> cases;
    private @Nullable List<String> ids;

    private Suite(Catalogue catalogue, @Nullable CompiledSuite compiled, @Nullable List<Case> cases) {
        this.catalogue = catalogue;
        this.compiled = compiled;
        this.cases = cases;
    }

    /** A suite of cases that are there. */
    Suite(Catalogue catalogue, List<Case> cases) {
        this(catalogue, null, List.copyOf(cases));
    }

    /**
     * Loads both; once, since what the kit ships stays as it is. Features that the build could not compile are compiled here, so
     * that what is wrong with them is said.
     *
     * @throws org.apctck.spec.format.InputException with file and line if one of them is broken
     */
    public static synchronized Suite load() {
        if (shipped == null) {
            shipped = CompiledSuite.shipped()
                    .map(compiled -> new Suite(compiled.catalogue(), compiled, null))
                    .orElseGet(() -> new Suite(Catalogue.load(), FeatureCompiler.compile()));
        }
        return shipped;
    }

    /** What the kit ships, and the generated programs among {@code words}. */
    public static Suite load(List<String> words) {
        List<Case> generated = words.stream()
                .flatMap(word -> GeneratedCases.find(word).stream())
                .toList();
        return generated.isEmpty() ? load() : load().with(generated);
    }

    /** The suite with programs that are drawn from a seed as well. */
    public Suite with(List<Case> generated) {
        List<Case> all = new ArrayList<>(cases());
        all.addAll(generated);
        return new Suite(catalogue.with(GeneratedCases.RULE), all);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Every case, in the order of the features. */
    public synchronized List<Case> cases() {
        if (cases == null) {
            cases = Objects.requireNonNull(compiled, "either is there").cases();
        }
        return cases;
    }

    /** The ids of all cases, in the order of the features. */
    public synchronized List<String> ids() {
        if (ids == null) {
            ids = cases == null && compiled != null
                    ? compiled.ids()
                    : cases().stream().map(Case::id).toList();
        }
        return ids;
    }

    /** The ids of the cases of a rule, in the order of the features. */
    public List<String> idsOf(Rule rule) {
        String start = rule.id() + "/";
        return ids().stream().filter(id -> id.startsWith(start)).toList();
    }

    /** The cases of a rule, in the order of the features. */
    public synchronized List<Case> casesOf(Rule rule) {
        return cases == null && compiled != null
                ? compiled.casesOf(rule.id())
                : cases().stream()
                        .filter(scenario -> scenario.rule().equals(rule.id()))
                        .toList();
    }

    /** How many rules there are, can be tested, and have a scenario. */
    public Map<String, Object> counts() {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("total", catalogue.rules().size());
        counts.put("testable", testable(catalogue.rules()).size());
        counts.put("covered", covered());
        return counts;
    }

    /** How many testable rules have a scenario. */
    long covered() {
        Set<String> tested =
                ids().stream().map(id -> id.substring(0, id.indexOf('/'))).collect(Collectors.toSet());
        return testable(catalogue.rules()).stream()
                .filter(rule -> tested.contains(rule.id()))
                .count();
    }

    /** Those that can be tested. */
    public static List<Rule> testable(Collection<Rule> rules) {
        return rules.stream().filter(Rule::isTestable).toList();
    }
}
