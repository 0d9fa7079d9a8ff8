package org.apctck.features;

import io.cucumber.plugin.EventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import io.cucumber.plugin.event.TestStepStarted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apctck.features.steps.StepException;
import org.apctck.kit.Case;
import org.apctck.spec.program.Program;

/** Turns each scenario that Cucumber has gone through into a case, or into the finding that says why it is none. */
final class CaseCollector implements EventListener {
    private final FeatureSources sources;
    private final StepObjects objects;
    private final List<Finding> findings;
    private final Map<String, Case> ids = new HashMap<>();
    private final Map<String, Case> places = new LinkedHashMap<>();
    private boolean failed;

    CaseCollector(FeatureSources sources, StepObjects objects, List<Finding> findings) {
        this.sources = sources;
        this.objects = objects;
        this.findings = findings;
    }

    /** The cases so far by file and line, in the order in which the scenarios ran. */
    Map<String, Case> places() {
        return places;
    }

    @Override
    public void setEventPublisher(EventPublisher publisher) {
        publisher.registerHandlerFor(TestCaseStarted.class, event -> failed = false);
        publisher.registerHandlerFor(TestStepStarted.class, event -> {
            if (event.getTestStep() instanceof PickleStepTestStep step) {
                objects.world().at(step.getStep().getLine());
            }
        });
        publisher.registerHandlerFor(TestStepFinished.class, this::stepFinished);
        publisher.registerHandlerFor(TestCaseFinished.class, event -> {
            if (!failed) {
                add(event.getTestCase());
            }
        });
    }

    private void stepFinished(TestStepFinished event) {
        Result result = event.getResult();
        if (!failed && !result.getStatus().is(Status.PASSED)) {
            failed = true;
            PickleStepTestStep step = (PickleStepTestStep) event.getTestStep();
            String file = sources.file(step.getUri());
            findings.add(finding(file, step, result));
        }
    }

    private static Finding finding(String file, PickleStepTestStep step, Result result) {
        int line = step.getStep().getLine();
        if (result.getStatus().is(Status.UNDEFINED)) {
            return new Finding(
                    file,
                    line,
                    "unknown step `" + step.getStep().getText() + "`; did you mean `"
                            + Vocabulary.nearest(step.getStep().getText()) + "`?");
        }
        Throwable problem = result.getError();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof StepException misuse) {
                return new Finding(file, misuse.line(), String.valueOf(misuse.getMessage()));
            }
        }
        String message = problem == null ? result.getStatus().toString() : String.valueOf(problem.getMessage());
        if (message.contains("is defined with")) {
            String remedy = step.getStep().getArgument() == null
                    ? "this step takes a table or a text below it; it has none"
                    : "this step takes no table and no text below it; it has one";
            return new Finding(file, line, remedy);
        }
        return new Finding(file, line, message.lines().findFirst().orElse(message));
    }

    private void add(TestCase scenario) {
        FeatureSources.Origin origin = sources.origin(
                sources.file(scenario.getUri()), scenario.getLocation().getLine());
        List<String> tags = scenario.getTags();
        if (tags.size() != 1) {
            findings.add(new Finding(
                    origin.file(),
                    origin.line(),
                    "a scenario is tagged with the id of one rule, not " + (tags.isEmpty() ? "none" : tags)));
            return;
        }
        String rule = tags.get(0).substring(1);
        String id = rule + "/" + kebab(origin.name()) + (origin.row() == 0 ? "" : "#" + origin.row());
        try {
            Program program = objects.world().program();
            Case compiled = new Case(
                    id,
                    rule,
                    scenario.getName(),
                    origin.file(),
                    origin.line(),
                    ScenarioText.of(scenario),
                    program,
                    objects.world().checks(program),
                    origin.stands());
            Case other = ids.putIfAbsent(id, compiled);
            if (other == null) {
                places.put(origin.file() + ":" + scenario.getLocation().getLine(), compiled);
            } else {
                findings.add(new Finding(
                        origin.file(),
                        origin.line(),
                        "a second scenario " + id + "; the first is at " + other.feature() + ":" + other.line()));
            }
        } catch (StepException e) {
            findings.add(new Finding(origin.file(), e.line(), String.valueOf(e.getMessage())));
        }
    }

    private static String kebab(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
