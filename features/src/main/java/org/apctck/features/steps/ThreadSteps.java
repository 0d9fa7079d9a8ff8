package org.apctck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;

/** Steps that make the script: calls of threads, and time that passes. */
public final class ThreadSteps {
    /** The longest that a scenario may let pass; nothing needs more, and live targets wait for real. */
    private static final int ELAPSE_MILLIS_MAX = 60_000;

    private final World world;

    public ThreadSteps(World world) {
        this.world = world;
    }

    /** A thread of the cast. */
    @ParameterType("[A-Za-z_]\\w*")
    public String thread(String name) {
        if (!Cast.has(name)) {
            throw world.error(0, "`" + name + "` is not of the cast; write main, worker, helper, helper2 and so on");
        }
        world.cast().mention(name);
        return name;
    }

    /** A call as written in C; what ends in a colon is another step, whose table follows. */
    @ParameterType(".*[^:]")
    public Call call(String text) {
        return world.parse(text, 0);
    }

    /** Names of APC routines, or a range. */
    @ParameterType("\\w+(?:, \\w+)*|\\w+\\(\\d+\\.\\.\\d+\\)")
    public List<String> names(String names) {
        return List.of(names.split(", "));
    }

    @When("{thread} calls {call}")
    public void calls(String thread, Call call) {
        world.add(new Entry.CallOn(thread, call, false, false));
    }

    @Given("{thread} is blocked in {call}")
    public void isBlockedIn(String thread, Call call) {
        if (!call.function().canBlock()) {
            throw world.error(0, call.function() + " cannot block; write `" + thread + " calls " + call + "`");
        }
        world.add(new Entry.CallOn(thread, call, true, false));
    }

    @When("after it returns, {thread} calls {call}")
    public void callsAfterItReturns(String thread, Call call) {
        world.add(new Entry.CallOn(thread, call, false, true));
    }

    @When("{thread} queues APC(s) {names} to {name}")
    public void queues(String caller, List<String> routines, String thread) {
        for (String routine : routines) {
            ApcRange range = ApcRange.is(routine) ? world.range(routine, 0) : new ApcRange(routine, 0, 0);
            for (int data = range.first(); data <= range.last(); data++) {
                Call call = world.parse("QueueUserAPC(" + range.routine() + ", " + thread + ", " + data + ")", 0);
                world.add(new Entry.CallOn(caller, call, false, false));
            }
        }
    }

    @When("{int} ms pass")
    public void pass(int millis) {
        if (millis < 1 || millis > ELAPSE_MILLIS_MAX) {
            throw world.error(0, "from 1 to " + ELAPSE_MILLIS_MAX + " ms can pass, not " + millis);
        }
        world.add(new Entry.Elapse(millis));
    }

    @When("the request {name} has completed")
    public void completes(String request) {
        world.add(new Entry.Completed(request));
    }

    @When("these calls are made at the same time:")
    public void race(DataTable table) {
        Map<String, List<Call>> lanes = new LinkedHashMap<>();
        List<List<String>> rows = table.cells();
        List<String> header = rows.get(0);
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column);
            String thread = thread(name == null ? "" : name);
            List<Call> lane = new ArrayList<>();
            for (int row = 1; row < rows.size(); row++) {
                String cell = rows.get(row).get(column);
                if (cell != null && !cell.isEmpty()) {
                    lane.add(world.parse(cell, row + 1));
                }
            }
            if (lane.isEmpty()) {
                throw world.error(1, "`" + thread + "` makes no call; leave its column out");
            }
            if (lanes.put(thread, lane) != null) {
                throw world.error(1, "there are two columns `" + thread + "`");
            }
        }
        if (lanes.size() < 2) {
            throw world.error(1, "a race needs the columns of at least two threads");
        }
        world.add(new Entry.Race(lanes));
    }
}
