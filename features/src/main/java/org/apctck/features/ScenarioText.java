package org.apctck.features;

import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.StepArgument;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestStep;
import java.util.List;

/** Writes a scenario as Gherkin again: background included, values of its row of examples filled in, tables aligned. */
final class ScenarioText {
    private final StringBuilder text = new StringBuilder();

    private ScenarioText() {}

    static String of(TestCase scenario) {
        ScenarioText writer = new ScenarioText();
        writer.text.append("Scenario: ").append(scenario.getName()).append('\n');
        for (TestStep step : scenario.getTestSteps()) {
            if (step instanceof PickleStepTestStep pickleStep) {
                writer.step(pickleStep);
            }
        }
        return writer.text.toString();
    }

    private void step(PickleStepTestStep step) {
        text.append("  ").append(step.getStep().getKeyword().strip()).append(' ');
        text.append(step.getStep().getText()).append('\n');
        StepArgument argument = step.getStep().getArgument();
        if (argument instanceof DocStringArgument body) {
            text.append("    \"\"\"\n");
            body.getContent()
                    .lines()
                    .forEach(line -> text.append("    ").append(line).append('\n'));
            text.append("    \"\"\"\n");
        } else if (argument instanceof DataTableArgument table) {
            table(table.cells());
        }
    }

    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            text.append("    |");
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                text.append(' ')
                        .append(cell)
                        .append(" ".repeat(widths[column] - cell.length()))
                        .append(" |");
            }
            text.append('\n');
        }
    }
}
