package org.apctck.features.steps;

import io.cucumber.datatable.DataTable;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;
import org.jspecify.annotations.Nullable;

/** Steps that declare what exists before the script begins: objects, routines, and threads that are created suspended. */
public final class ObjectSteps {
    private static final Pattern RETURN = Pattern.compile("return\\s+(0x[0-9A-Fa-f]{1,8}|\\d{1,10})");

    private static final Pattern MAKER = Pattern.compile("(.+\\))(?:\\s+on\\s+(\\w+))?");

    private final World world;

    public ObjectSteps(World world) {
        this.world = world;
    }

    @ParameterType("[A-Za-z_]\\w*")
    public String name(String name) {
        return name;
    }

    @ParameterType("manual-reset|auto-reset")
    public String reset(String reset) {
        return reset;
    }

    @ParameterType("signaled|not signaled")
    public String signal(String signal) {
        return signal;
    }

    @Given("a(n) {reset} event {name}, {signal}")
    public void event(String reset, String name, String signal) {
        declare(
                name,
                "CreateEventW(NULL, " + flag(reset.equals("manual-reset")) + ", " + flag(signal.equals("signaled"))
                        + ", NULL)",
                null);
    }

    @Given("a mutex {name}, free")
    public void freeMutex(String name) {
        declare(name, "CreateMutexW(NULL, FALSE, NULL)", null);
    }

    @Given("a mutex {name}, owned by {thread}")
    public void ownedMutex(String name, String owner) {
        declare(name, "CreateMutexW(NULL, TRUE, NULL)", owner);
    }

    @Given("a semaphore {name} with count {int} of at most {int}")
    public void semaphore(String name, int count, int maximum) {
        if (count < 0 || maximum < 1 || count > maximum) {
            throw world.error(0, "a semaphore counts from 0 to its maximum, which is at least 1");
        }
        declare(name, "CreateSemaphoreW(NULL, " + count + ", " + maximum + ", NULL)", null);
    }

    @Given("these objects:")
    public void objects(DataTable table) {
        List<List<String>> rows = table.cells();
        if (!rows.get(0).equals(List.of("name", "made by"))) {
            throw world.error(1, "the columns of this table are `name` and `made by`");
        }
        if (rows.size() == 1) {
            throw world.error(1, "the table declares no object; add a row");
        }
        for (int row = 1; row < rows.size(); row++) {
            String name = text(rows.get(row).get(0));
            if (text(rows.get(row).get(1)).equals("a byte pipe")) {
                pipe(name, row + 1);
                continue;
            }
            Matcher maker = MAKER.matcher(text(rows.get(row).get(1)));
            if (!maker.matches()) {
                throw world.error(
                        row + 1, "`made by` takes a call, and `on THREAD` after it where it matters who makes it");
            }
            Call call = world.parse(maker.group(1), row + 1);
            world.add(new ProgramObject(name, call, maker.group(2)), row + 1);
        }
    }

    /** Two ends, the server's first and its requests overlapped. */
    private void pipe(String names, int line) {
        String[] ends = names.split(", ", -1);
        if (ends.length != 2) {
            throw world.error(line, "a pipe has two ends; name them as in `server, client`");
        }
        String pipe = '"' + ends[0] + '"';
        String server = "CreateNamedPipeW(" + pipe
                + ", PIPE_ACCESS_DUPLEX | FILE_FLAG_OVERLAPPED, PIPE_TYPE_BYTE, 1, 4096, 4096, 0, NULL)";
        String client = "CreateFileW(" + pipe + ", GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING, 0, NULL)";
        world.add(new ProgramObject(ends[0], Call.parse(server), null), line);
        world.add(new ProgramObject(ends[1], Call.parse(client), null), line);
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private void declare(String name, String call, @Nullable String by) {
        world.add(new ProgramObject(name, Call.parse(call), by), 0);
    }

    private static String flag(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    @Given("{thread} is created suspended")
    public void createdSuspended(String thread) {
        world.cast().suspend(thread);
    }

    @Given("APC routine {name} calls:")
    public void apcRoutine(String name, String body) {
        world.add(new Routine(name, Routine.Kind.APC, calls(body.lines().toList()), 0));
    }

    @Given("timer routine {name} calls:")
    public void timerRoutine(String name, String body) {
        world.add(new Routine(name, Routine.Kind.TIMER, calls(body.lines().toList()), 0));
    }

    @Given("completion routine {name} calls:")
    public void completionRoutine(String name, String body) {
        world.add(new Routine(name, Routine.Kind.COMPLETION, calls(body.lines().toList()), 0));
    }

    @Given("thread routine {name} calls:")
    public void threadRoutine(String name, String body) {
        List<String> lines = body.lines().toList();
        Matcher last = RETURN.matcher(
                lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip());
        boolean returns = last.matches();
        List<Call> calls = calls(returns ? lines.subList(0, lines.size() - 1) : lines);
        world.add(new Routine(name, Routine.Kind.THREAD, calls, returns ? Long.decode(last.group(1)) : 0));
    }

    private List<Call> calls(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                calls.add(world.parse(lines.get(i), i + 2)); // the quotes stand on the line below the step
            }
        }
        return calls;
    }
}
