package org.apctck.features.suite;

import java.util.List;
import org.apctck.kit.Case;
import org.apctck.kit.Difference;
import org.apctck.kit.results.Attempt;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;

/** What a person needs who reads that a scenario failed: the demand, the scenario, and the trace up to its end. */
final class FailureText {
    private FailureText() {}

    static String of(Attempt attempt) {
        Case scenario = attempt.scenario();
        StringBuilder text = new StringBuilder();
        text.append(attempt.verdict()).append(' ').append(scenario.id()).append(": ");
        text.append(attempt.judgement().reason()).append('\n');
        Difference difference = attempt.judgement().difference();
        if (difference == null) {
            text.append(scenario.feature()).append(':').append(scenario.line()).append('\n');
        } else {
            text.append(scenario.feature()).append(':').append(difference.line());
            text.append("\n  expected: ").append(difference.expected());
            text.append("\n  actual:   ").append(difference.actual()).append('\n');
        }
        text.append('\n').append(scenario.gherkin()).append('\n');
        attempt.judgement()
                .rejections()
                .forEach(rejection -> text.append(rejection.objection())
                        .append(", at event ")
                        .append(rejection.event())
                        .append('\n'));
        List<Trace> evidence = attempt.judgement().evidence();
        List<Trace> traces = evidence.isEmpty() ? attempt.sample().traces() : evidence;
        for (Trace shown : traces) {
            text.append("trace, ")
                    .append(shown.status())
                    .append(' ')
                    .append(shown.evidence())
                    .append('\n');
            for (Event event : shown.events()) {
                text.append("  ").append(event).append('\n');
            }
        }
        return text.toString();
    }
}
