package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Check;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Outcome;

/** What a target does where the documentation is disputed, in a line for each scenario. */
final class Observations {
    private static final int OUTCOMES_MAX = 4;
    private static final int LINES_MAX = 4;

    private Observations() {}

    static List<String> of(Findings target, Rule rule) {
        List<ScenarioResult> results = target.rule(rule).scenarios();
        List<String> recorded = new ArrayList<>();
        for (ScenarioResult result : results) {
            Attempt attempt = result.worst();
            if (result.verdict() == Verdict.OBSERVED && attempt != null) {
                String name = results.size() == 1 ? "" : attempt.scenario().name() + ": ";
                recorded.add(name + seen(attempt));
            }
        }
        if (!recorded.isEmpty()) {
            return recorded.stream().limit(LINES_MAX).toList();
        }
        return target.decisive(rule)
                .map(ScenarioResult::reason)
                .filter(reason -> !reason.isEmpty())
                .map(List::of)
                .orElse(List.of());
    }

    private static String seen(Attempt attempt) {
        Set<String> outcomes = new LinkedHashSet<>();
        for (Outcome outcome : attempt.sample().outcomes()) {
            for (Check check : attempt.scenario().checks()) {
                if (check instanceof Check.Recorded recorded) {
                    outcomes.add(events(outcome, recorded.thread()));
                }
            }
        }
        String more = outcomes.size() > OUTCOMES_MAX ? " or others" : "";
        return outcomes.stream().limit(OUTCOMES_MAX).collect(Collectors.joining(" or ")) + more;
    }

    /** What happens on a thread, without its calls: the scenario says those. */
    private static String events(Outcome outcome, String thread) {
        return outcome.threads().getOrDefault(thread, List.of()).stream()
                .map(Outcome.Step::text)
                .filter(event -> !event.startsWith("calls "))
                .collect(Collectors.joining("; "));
    }
}
