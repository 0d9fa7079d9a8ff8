package org.apctck.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/**
 * Checks that catalogue and features agree with each other and with the habits of the house.
 *
 * <p>What needs a target (that no scenario of the reference gets stuck, say) is not checked here.
 */
public final class Lint {
    private final Catalogue catalogue;
    private final Compilation compilation;
    private final List<Finding> findings;

    private Lint(Catalogue catalogue, Compilation compilation) {
        this.catalogue = catalogue;
        this.compilation = compilation;
        this.findings = new ArrayList<>(compilation.findings());
    }

    /** Everything that is wrong, what did not compile included; sorted by file and line. */
    public static List<Finding> check(Catalogue catalogue, Compilation compilation) {
        Lint lint = new Lint(catalogue, compilation);
        lint.checkVocabulary();
        compilation.cases().forEach(lint::checkCase);
        lint.checkNames();
        lint.checkCoverage();
        compilation.files().texts().forEach((file, text) -> {
            lint.findings.addAll(FeatureFormat.check(file, text));
            lint.findings.addAll(RuleHeadings.check(file, compilation.files().lines(file), catalogue));
        });
        return lint.findings.stream().distinct().sorted().toList();
    }

    private void checkVocabulary() {
        int texts = Vocabulary.texts().size();
        if (texts > Vocabulary.AGREED) {
            findings.add(new Finding(
                    "features",
                    0,
                    "there are " + texts + " step texts, " + Vocabulary.AGREED
                            + " were agreed upon; write the new one with `{thread} calls {call}`"));
        }
    }

    private void checkCase(Case scenario) {
        Optional<Rule> rule = catalogue.rule(scenario.rule());
        if (rule.isEmpty()) {
            add(scenario, "there is no rule " + scenario.rule() + " in the catalogue");
            return;
        }
        if (!rule.get().isTestable()) {
            add(
                    scenario,
                    scenario.rule() + " counts as not testable ("
                            + rule.get().testable().name().toLowerCase(Locale.ROOT)
                            + "); drop the scenario or change the catalogue");
        }
        boolean judges = scenario.checks().stream().anyMatch(check -> !(check instanceof Check.Recorded));
        if (rule.get().level() == Rule.Level.INFORMATIVE) {
            if (scenario.checks().isEmpty()) {
                add(scenario, "there is no Then, so nothing would be recorded");
            }
        } else if (!judges) {
            add(scenario, scenario.rule() + " is " + level(rule.get()) + ", but the scenario demands nothing");
        } else {
            scenario.checks().stream()
                    .filter(Check.Recorded.class::isInstance)
                    .forEach(check -> findings.add(new Finding(
                            scenario.feature(),
                            check.line(),
                            "`is recorded` is for informative rules; " + scenario.rule() + " is "
                                    + level(rule.get()))));
        }
    }

    private void checkNames() {
        Map<String, List<Case>> scenarios = new LinkedHashMap<>();
        for (Case row : compilation.cases()) {
            scenarios
                    .computeIfAbsent(row.feature() + ":" + row.line(), place -> new ArrayList<>())
                    .add(row);
        }
        scenarios
                .values()
                .forEach(rows -> findings.addAll(UnusedNames.check(
                        rows, compilation.files().lines(rows.get(0).feature()))));
    }

    private void checkCoverage() {
        Set<String> covered = new HashSet<>();
        compilation.cases().forEach(scenario -> covered.add(scenario.rule()));
        for (Rule rule : catalogue.rules()) {
            if (rule.isTestable() && !covered.contains(rule.id())) {
                findings.add(new Finding(
                        "spec/rules/" + rule.area().toLowerCase(Locale.ROOT) + ".yaml",
                        0,
                        rule.id() + " is testable and has no scenario; write one or say why it is not testable"));
            }
        }
    }

    private void add(Case scenario, String problem) {
        findings.add(new Finding(scenario.feature(), scenario.line(), problem));
    }

    private static String level(Rule rule) {
        return rule.level().name().toLowerCase(Locale.ROOT);
    }
}
