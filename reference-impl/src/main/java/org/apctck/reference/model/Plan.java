package org.apctck.reference.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.Numbered;
import org.apctck.reference.kernel.TimerPolicy;
import org.apctck.reference.win32.ArgumentPolicy;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.reference.win32.SignalWaitPolicy;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Layout;
import org.apctck.spec.api.Parameter;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Happening;

/** A program prepared for the model: names are resolved once, so that running it only looks at numbers. */
public final class Plan {
    /** A multiple of four far beyond what the handle table issues. */
    private static final long INVALID_HANDLE = 0x7FFF_FFFCL;

    private final Program program;
    private final Map<String, Integer> variables = new HashMap<>();
    private final List<PlannedRoutine> routines = new ArrayList<>();
    private final List<PlannedEntry> entries = new ArrayList<>();
    private final List<PlannedObject> objects = new ArrayList<>();
    /** What programs keep in memory, by name: texts, buffers, OVERLAPPEDs. */
    private final List<String> memory = new ArrayList<>();

    private int calls;
    private final boolean routinesPreempt;
    private final boolean observed;
    private final Conduct conduct;
    private final DeliveryPolicy delivery;
    private final ArgumentPolicy arguments;
    private final SignalWaitPolicy signalWait;
    private final TimerPolicy timers;
    private final ResultPolicy results;

    /** A program to be run. */
    public Plan(Program program) {
        this(program, false, Conduct.DOCUMENTED);
    }

    /** A program to be run by a reference with a fault. */
    public Plan(Program program, Conduct conduct) {
        this(program, false, conduct);
    }

    /** A program to be run, or, if {@code observed}, to be compared with what was seen of a run. */
    public Plan(Program program, boolean observed, Conduct conduct) {
        this.program = program;
        this.observed = observed;
        this.conduct = conduct;
        this.delivery = conduct.insteadOf(DeliveryPolicy.DOCUMENTED);
        this.arguments = conduct.insteadOf(ArgumentPolicy.DOCUMENTED);
        this.signalWait = conduct.insteadOf(SignalWaitPolicy.DOCUMENTED);
        this.timers = conduct.insteadOf(TimerPolicy.DOCUMENTED);
        this.results = conduct.insteadOf(ResultPolicy.DOCUMENTED);
        program.threads().forEach(thread -> variable(thread.name()));
        program.objects().forEach(object -> variable(object.name()));
        routinesPreempt = program.routines().stream()
                .flatMap(routine -> routine.body().stream())
                .anyMatch(Plan::preempts);
        for (Routine routine : program.routines()) {
            // Bodies name routines by address, so all addresses are given out before any body is planned.
            routines.add(new PlannedRoutine(
                    routines.size() + 1L, routine.name(), routine.kind(), List.of(), routine.exitCode()));
        }
        for (int i = 0; i < routines.size(); i++) {
            PlannedRoutine routine = routines.get(i);
            routines.set(
                    i,
                    new PlannedRoutine(
                            routine.address(),
                            routine.name(),
                            routine.kind(),
                            plan(program.routines().get(i).body()),
                            routine.exitCode()));
        }
        program.script().forEach(entry -> entries.add(plan(entry)));
        program.objects().forEach(object -> objects.add(plan(object)));
    }

    /** The same program to be compared with what was seen of a run, for a model that decides otherwise. */
    public Plan with(Conduct other) {
        return conduct.equals(other) ? this : new Plan(program, observed, other);
    }

    /**
     * An entry of the script with its calls planned.
     *
     * @param index of the entry in the script
     * @param lanes the calls of each thread of the cast, by its index
     * @param request the address of the OVERLAPPED whose request must have ended; 0 for none
     * @param fine whether a thread can be stopped by another one while it runs, so that every event is a step of its own
     */
    public record PlannedEntry(
            int index, Entry entry, Map<Integer, List<PlannedCall>> lanes, boolean race, boolean fine, long request)
            implements Numbered {
        @Override
        public int number() {
            return index;
        }
    }

    /**
     * An object that is made before the script begins.
     *
     * @param call what makes it; its binding is the name of the object
     * @param maker the index of the thread that makes the call; the first of the cast if that does not matter
     */
    record PlannedObject(PlannedCall call, int maker) {}

    /** Whether the machine follows a run that was observed: then what happens to a thread is a step before it is told. */
    boolean isObserved() {
        return observed;
    }

    /** What the reference does with it. */
    Conduct conduct() {
        return conduct;
    }

    DeliveryPolicy delivery() {
        return delivery;
    }

    ArgumentPolicy arguments() {
        return arguments;
    }

    SignalWaitPolicy signalWait() {
        return signalWait;
    }

    TimerPolicy timers() {
        return timers;
    }

    ResultPolicy results() {
        return results;
    }

    Program program() {
        return program;
    }

    public List<PlannedEntry> entries() {
        return entries;
    }

    List<PlannedObject> objects() {
        return objects;
    }

    /** How many entries the script has. */
    public int entryCount() {
        return entries.size();
    }

    int variableCount() {
        return variables.size();
    }

    int variable(String name) {
        return variables.computeIfAbsent(name, any -> variables.size());
    }

    PlannedRoutine routine(long address) {
        return routines.get((int) address - 1);
    }

    private PlannedObject plan(ProgramObject object) {
        Call call =
                new Call(object.name(), object.call().function(), object.call().arguments(), null);
        return new PlannedObject(plan(List.of(call)).get(0), object.by() == null ? 0 : castIndex(object.by()));
    }

    private PlannedEntry plan(Entry entry) {
        Map<Integer, List<PlannedCall>> lanes = new LinkedHashMap<>();
        if (entry instanceof Entry.CallOn on) {
            lanes.put(castIndex(on.thread()), plan(List.of(on.call())));
        } else if (entry instanceof Entry.Race race) {
            race.lanes().forEach((thread, lane) -> lanes.put(castIndex(thread), plan(lane)));
        }
        boolean race = entry instanceof Entry.Race;
        boolean fine = routinesPreempt || race && entry.calls().stream().anyMatch(Plan::preempts);
        return new PlannedEntry(
                entries.size(),
                entry,
                lanes,
                race,
                fine,
                entry instanceof Entry.Completed completed ? memory(completed.request()) : 0);
    }

    /** Whether the call can stop another thread between any two of its steps. */
    private static boolean preempts(Call call) {
        return call.function().effect() == Effect.SUSPENDS_THREAD
                || call.function().effect() == Effect.ENDS_THREAD;
    }

    private int castIndex(String thread) {
        for (int i = 0; i < program.threads().size(); i++) {
            if (program.threads().get(i).name().equals(thread)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not checked: " + thread);
    }

    private List<PlannedCall> plan(List<Call> body) {
        List<PlannedCall> planned = new ArrayList<>();
        for (Call call : body) {
            List<Operand> operands = new ArrayList<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                operands.add(operand(
                        call.arguments().get(i), call.function().parameters().get(i)));
            }
            String binding = call.binding();
            Call.Loop loop = call.loop();
            planned.add(new PlannedCall(
                    calls,
                    call.function(),
                    new Happening.Calls(call),
                    List.copyOf(operands),
                    binding == null ? -1 : variable(binding),
                    binding == null ? "" : binding,
                    slots(operands),
                    loop == null ? null : loop.result(),
                    call.mostTimes() - 1));
            calls += call.mostTimes();
        }
        return List.copyOf(planned);
    }

    private static int[] slots(List<Operand> operands) {
        return IntStream.range(0, operands.size())
                .filter(i -> operands.get(i) instanceof Operand.Out out && out.index() >= 0)
                .toArray();
    }

    private Operand operand(Value value, Parameter parameter) {
        return value instanceof Value.Record structure && parameter.layout() != null
                ? structure(structure, parameter.layout())
                : operand(value, parameter.type());
    }

    private Operand structure(Value.Record given, Layout layout) {
        List<Operand> fields = new ArrayList<>();
        for (Layout.Field field : layout.fields()) {
            Value value = given.field(field.name());
            fields.add(value == null ? new Operand.Fixed(0) : operand(value, field.type()));
        }
        return new Operand.Sequence(List.copyOf(fields));
    }

    private Operand operand(Value value, ParameterType type) {
        if (type == ParameterType.OVERLAPPED && value instanceof Value.Slot memory) {
            return new Operand.Fixed(memory(memory.name()));
        }
        if (type == ParameterType.BUFFER && value instanceof Value.Name memory) {
            return new Operand.Fixed(memory(memory.name()));
        }
        if (value instanceof Value.Text text) {
            return type == ParameterType.BYTES
                    ? new Operand.Sequence(text.text()
                            .chars()
                            .mapToObj(character -> (Operand) new Operand.Fixed(character))
                            .toList())
                    : new Operand.Fixed(memory(text.text()));
        }
        if (value instanceof Value.Slot slot) {
            return new Operand.Out(variable(slot.name()), slot.name(), type);
        }
        if (type.isOut()) {
            return new Operand.Out(-1, "", type);
        }
        if (value instanceof Value.Name name) {
            return type.isRoutine()
                    ? new Operand.Fixed(address(name.name()))
                    : new Operand.Variable(variable(name.name()));
        }
        if (value instanceof Value.IdOf id) {
            return new Operand.ThreadId(variable(id.thread()));
        }
        if (value instanceof Value.Sequence list) {
            return new Operand.Sequence(list.values().stream()
                    .map(item -> operand(item, ParameterType.HANDLE))
                    .toList());
        }
        if (value instanceof Value.Invalid) {
            return new Operand.Fixed(INVALID_HANDLE);
        }
        if (type == ParameterType.DUE_TIME) {
            return new Operand.Due(DueTime.read(value));
        }
        return new Operand.Fixed(Value.number(value));
    }

    /** The address of what has that name in memory: never 0. */
    long memory(String name) {
        int at = memory.indexOf(name);
        if (at < 0) {
            memory.add(name);
            at = memory.size() - 1;
        }
        return at + 1L;
    }

    /** The name of what is at that address in memory. */
    String memoryAt(long address) {
        return memory.get((int) address - 1);
    }

    private long address(String name) {
        for (PlannedRoutine routine : routines) {
            if (routine.name().equals(name)) {
                return routine.address();
            }
        }
        throw new IllegalArgumentException("not checked: " + name);
    }
}
