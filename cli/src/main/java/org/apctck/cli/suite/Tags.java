package org.apctck.cli.suite;

import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apctck.cli.console.CommandException;
import org.apctck.kit.Case;
import org.apctck.spec.format.Nearest;
import org.apctck.spec.rules.Rule;

/** Tag expressions over cases. A case is tagged with its rule, its area and the level of its rule. */
final class Tags {
    private static final Set<String> OPERATORS = Set.of("and", "or", "not", "");

    private Tags() {}

    /**
     * The cases that {@code text} holds for. Upper and lower case are one, and the {@code @} may be left out.
     *
     * @throws CommandException if it is no tag expression, or names a tag that no case has
     */
    static Predicate<Case> parse(String text, Suite suite) {
        String expression = normal(text);
        Set<String> known = new TreeSet<>();
        suite.cases().forEach(scenario -> known.addAll(of(scenario, suite)));
        for (String word : expression.split("[\\s()]+")) {
            if (!OPERATORS.contains(word) && !known.contains(word)) {
                throw CommandException.usage("no scenario has the tag " + word
                        + Nearest.hint(word, known, "tags are the ids of rules, areas and levels"));
            }
        }
        Expression parsed = parsed(expression);
        return scenario -> parsed.evaluate(of(scenario, suite));
    }

    private static Expression parsed(String expression) {
        try {
            return TagExpressionParser.parse(expression);
        } catch (TagExpressionException e) {
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s).*because of syntax error: ", "");
            throw CommandException.usage("`" + expression + "` is not a tag expression: " + reason);
        }
    }

    private static List<String> of(Case scenario, Suite suite) {
        Optional<Rule> rule = suite.catalogue().rule(scenario.rule());
        return rule.isEmpty()
                ? List.of(normal(scenario.rule()))
                : List.of(
                        normal(scenario.rule()),
                        normal(rule.get().area()),
                        normal(rule.get().level().name()));
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT).replace("@", "");
    }
}
