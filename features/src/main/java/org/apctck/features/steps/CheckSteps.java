package org.apctck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Then;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.spec.api.ApiFunction;

/** Steps that say what a scenario demands. They are data: judged after the run, and again whenever asked. */
public final class CheckSteps {
    private static final String WHY = "why";
    private static final String RUNS = "runs";

    private final World world;

    public CheckSteps(World world) {
        this.world = world;
    }

    /** A thread of the cast, or one that the scenario has made with CreateThread. */
    @ParameterType("[A-Za-z_]\\w*")
    public String someThread(String name) {
        return someThread(name, 0);
    }

    @ParameterType("[A-Z]\\w*")
    public ApiFunction function(String name) {
        ApiFunction function = ApiFunction.named(name);
        if (function == null) {
            throw world.error(0, "unknown function " + name);
        }
        return function;
    }

    @Then("this happens on {someThread}, in this order and nothing else:")
    public void happensOn(String thread, DataTable table) {
        List<List<String>> rows = table.cells();
        if (!rows.get(0).equals(List.of("event", "what"))) {
            throw world.error(1, "the columns of this table are `event` and `what`");
        }
        if (rows.size() == 1) {
            throw world.error(1, "the table is empty; write `nothing happens on " + thread + "`");
        }
        List<Expected> events = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            events.addAll(events(text(rows.get(row).get(0)), text(rows.get(row).get(1)), row + 1));
            lines.addAll(Collections.nCopies(events.size() - lines.size(), world.line() + row + 1));
        }
        world.add(new Check.Exactly(thread, events, world.line()), lines);
    }

    @Then("nothing happens on {someThread}")
    public void nothingHappensOn(String thread) {
        world.add(new Check.Exactly(thread, List.of(), world.line()));
    }

    @Then("every outcome is one of:")
    public void everyOutcomeIsOneOf(DataTable table) {
        List<List<String>> rows = table.cells();
        List<String> header = rows.get(0);
        int why = header.size() - 1;
        if (why < 1 || !WHY.equals(header.get(why))) {
            throw world.error(1, "the columns of this table are threads, and `why` at the end");
        }
        List<Check.Row> allowed = new ArrayList<>();
        for (int row = 1; row < rows.size(); row++) {
            int begin = row;
            List<String> cells = rows.get(row);
            while (isContinued(cells) && row + 1 < rows.size()) {
                cells = continued(cells, rows.get(++row), row);
            }
            if (isContinued(cells)) {
                throw world.error(row + 1, "a cell that ends with `;` goes on in the row below, and there is none");
            }
            Map<String, List<Expected>> threads = new LinkedHashMap<>();
            for (int column = 0; column < why; column++) {
                String thread = someThread(text(header.get(column)), 1);
                if (threads.put(thread, events(text(cells.get(column)), begin + 1)) != null) {
                    throw world.error(1, "there are two columns `" + thread + "`");
                }
            }
            if (text(cells.get(why)).isEmpty()) {
                throw world.error(begin + 1, "say in the column `why` why this outcome is allowed");
            }
            allowed.add(new Check.Row(threads, text(cells.get(why)), world.line() + begin + 1));
        }
        if (allowed.isEmpty()) {
            throw world.error(1, "the table allows no outcome; add a row");
        }
        world.add(new Check.OneOf(allowed, world.line()));
    }

    /** A cell that ends with a semicolon goes on in the row below. */
    private static boolean isContinued(List<String> cells) {
        return cells.subList(0, cells.size() - 1).stream()
                .anyMatch(cell -> text(cell).endsWith(";"));
    }

    private List<String> continued(List<String> cells, List<String> below, int row) {
        if (!text(below.get(below.size() - 1)).isEmpty()) {
            throw world.error(
                    row + 1, "the row above goes on here, for a cell of it ends with `;`; this one has no `why`");
        }
        List<String> whole = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            whole.add((text(cells.get(column)) + " " + text(below.get(column))).strip());
        }
        return whole;
    }

    @Then("what happens on {someThread} is recorded")
    public void isRecorded(String thread) {
        world.add(new Check.Recorded(thread, world.line()));
    }

    @Then("{function} on {someThread} took at least {int} ms")
    public void tookAtLeast(ApiFunction function, String thread, int millis) {
        world.add(new Check.TookAtLeast(thread, function, millis, world.line()));
    }

    private String someThread(String name, int row) {
        if (!world.isThread(name)) {
            throw world.error(
                    row, "`" + name + "` is neither of the cast (main, worker, helper …) nor made by CreateThread");
        }
        world.cast().mention(name);
        return name;
    }

    private List<Expected> events(String cell, int row) {
        List<Expected> events = new ArrayList<>();
        if (!cell.isEmpty()) {
            for (String event : cell.split(";\\s*")) {
                int space = event.indexOf(' ');
                String kind = space < 0 ? event : event.substring(0, space);
                if (kind.equals("calls")) {
                    throw world.error(row, "an outcome has no `calls`; write what the call returns");
                }
                events.addAll(
                        events(kind, space < 0 ? "" : event.substring(space + 1).strip(), row));
            }
        }
        return events;
    }

    /** What a row stands for: one event, or those of all APCs of a range. */
    private List<Expected> events(String kind, String what, int row) {
        try {
            return kind.equals(RUNS) ? ApcRange.read(what).run() : List.of(EventCell.read(kind, what));
        } catch (IllegalArgumentException e) {
            throw world.error(row, String.valueOf(e.getMessage()));
        }
    }

    /** The text of a cell; Cucumber hands out null for an empty one. */
    @SuppressWarnings("NullAway") // the library is not annotated: a cell can be null although its type says otherwise
    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
