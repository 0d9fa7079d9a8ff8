package org.apctck.reference.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apctck.reference.following.Draft;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.NoState;
import org.apctck.reference.kernel.Policy;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.UserApc;
import org.apctck.spec.program.Program;
import org.junit.jupiter.api.Test;

/**
 * No two unlike states have one key: every field of whatever a state is made of, changed by itself, changes the key. A field that is
 * added and forgotten is found here.
 */
class StateCompletenessTest {
    /** What is the same in every state of one exploration, or decides nothing that happens later, and why. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("Machine.interpreter", "has no state"),
            Map.entry("Machine.limit", "counts what was done, and stops a run that no outcome comes of"),
            Map.entry("Machine.driver", "set anew for each step"),
            Map.entry("Machine.recorder", "set anew for each step"),
            Map.entry("Kernel.caller", "set during a step alone"),
            Map.entry("Kernel.dispatcher", "has no state"),
            Map.entry("Kernel.nowMicros", "times are written as they are from now, which changes them instead"),
            Map.entry("Kernel.sources", "follows from the objects"),
            Map.entry("Kernel.timers", "has no state"),
            Map.entry("Kernel.utcMicros", "the same in every state"),
            Map.entry("Win32Process.process", "made with the process"),
            Map.entry("ApcQueue.end", "written as the number of APCs, and they are looked at one by one"),
            Map.entry("ApcQueue.shared", "decides when an array is copied"),
            Map.entry("IdTable.ids", "objects have theirs as a field; those of handles are tested with the handles"),
            Map.entry("IdTable.size", "written as the number of things, and they are looked at one by one"),
            Map.entry("IdTable.removed", "written as the number of things, and they are looked at one by one"),
            Map.entry("IdTable.shared", "decides when an array is copied"),
            Map.entry("Past.recentCount", "written, and how much of Past.recent is"));

    /** What all states of a run that is followed share: its trace is their history, its quiescent points their place. */
    private static final Set<String> FOLLOWED =
            Set.of("ModelThread.past", "Script.index", "Script.phase", "Script.untilMicros");

    /** The same object in every state. */
    private static final Set<Class<?>> SHARED = Set.of(Plan.class, Histories.class, Conduct.class);

    private final Histories histories = new Histories();
    private final Set<String> left = new TreeSet<>(EXEMPT.keySet());
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> changed = new TreeSet<>();

    @Test
    void everyFieldOfAMachineIsInItsKey() throws ReflectiveOperationException {
        Machine machine = busyMachine(false);

        walk(machine, () -> {
            StateWriter out = new StateWriter();
            machine.writeState(out);
            return out.toArray();
        });

        assertThat(changed)
                .contains("KEvent.manualReset", "KSemaphore.maximum", "ApcQueue.apcs", "Wait.alertable")
                .contains(
                        "ModelThread.startRoutine",
                        "ModelThread.lane",
                        "Frame.InRoutine.next",
                        "HandleTable.Entry.access")
                .contains(
                        "Frame.Draining.quota",
                        "KMutex.recursion",
                        "KThread.stopped",
                        "KThread.doomCode",
                        "KThread.local",
                        "KTimer.dueMicros",
                        "KTimer.setter");
    }

    @Test
    void everyFieldOfACandidateIsInItsKey() throws ReflectiveOperationException {
        Machine machine = busyMachine(true);
        Candidate candidate = new Candidate(machine, histories);
        candidate.post(0); // which the worker, in a call, cannot take
        left.addAll(FOLLOWED);

        walk(candidate, () -> candidate.key().numbers());

        assertThat(changed).contains("Candidate.heldAtRest", "Candidate.pending", "KEvent.manualReset");
    }

    @Test
    void theKeyTellsHowOftenALoopCanStillBeMade() {
        Program program = new Draft("main")
                .call("main", "SwitchToThread() while it returns FALSE, at most 4 times")
                .program();
        Machine machine = new Machine(new Plan(program), histories).with(Choice.FIRST, Recorder.NONE);
        Set<List<Integer>> keys = new HashSet<>();
        machine.settle();

        for (int i = 0; i < 4; i++) {
            StateWriter out = new StateWriter();
            machine.writeTo(out);
            keys.add(Arrays.stream(out.toArray()).boxed().toList());
            machine.perform(0);
        }

        assertThat(keys).hasSize(4);
        assertThat(machine.thread(0).isIdle()).isTrue();
    }

    /** A machine in which there is one of everything: threads in calls, in a routine, in waits, with APCs queued. */
    private Machine busyMachine(boolean observed) {
        Draft draft = new Draft("main", "worker", "helper")
                .suspended("sleeper")
                .autoResetEvent("E")
                .mutex("M", "main")
                .semaphore("S", 0, 2)
                .apc("A", "WaitForSingleObject(E, 50)", "SetEvent(E)")
                .apc("B")
                .timerRoutine("C")
                .threadRoutine("R", 3, "SleepEx(INFINITE, TRUE)")
                .race(
                        "main",
                        "T = CreateWaitableTimerW(NULL, TRUE, NULL); SetWaitableTimer(T, {after: 50}, 30, C, 3, FALSE);"
                                + " t = CreateThread(NULL, 0, R, 7, 4, NULL); QueueUserAPC(B, t, 1); SetLastError(9);"
                                + " SuspendThread(worker); TerminateThread(helper, 2); Sleep(INFINITE)",
                        "worker",
                        "QueueUserAPC(A, worker, 5); QueueUserAPC(B, worker, 6); SleepEx(INFINITE, TRUE); SetEvent(E)",
                        "helper",
                        "WaitForMultipleObjectsEx(2, [E, M], TRUE, INFINITE, TRUE)")
                .call("main", "SetEvent(E)");
        Machine machine = new Machine(new Plan(draft.program(), observed, Conduct.DOCUMENTED), histories);
        machine.with(Choice.FIRST, Recorder.NONE);
        if (observed) {
            machine.thread(1).lane =
                    machine.plan().entries().get(0).lanes().get(1); // what a candidate hands out otherwise
            for (int i = 0; i < 12; i++) {
                if (machine.kernelThread(1).isRunnable()) {
                    machine.step(1);
                }
            }
        } else {
            machine.settle();
            boolean goesOn = true;
            for (int thread : new int[] {2, 1, 0}) {
                while (goesOn
                        && machine.kernelThread(thread).isRunnable()
                        && !machine.thread(thread).isIdle()) {
                    machine.perform(thread);
                    goesOn = !(machine.kernelThread(2).isDoomed());
                }
            }
        }
        return machine;
    }

    private interface Key {
        int[] write();
    }

    private void walk(Object holder, Key key) throws ReflectiveOperationException {
        if (!visited.add(holder)) {
            return;
        }
        for (Class<?> type = holder.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                String name = name(type) + "." + field.getName();
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && !left.contains(name)
                        && (!field.isAnnotationPresent(NoState.class) || name.equals("ModelThread.past"))
                        && !SHARED.contains(field.getType())
                        && !Policy.class.isAssignableFrom(field.getType())) {
                    field.setAccessible(true);
                    if (!(field.get(holder) instanceof int[] numbers
                            && numbers.length == 0
                            && name.endsWith("Past.recent"))) {
                        change(holder, field, name, key); // an empty history grows with its count
                    }
                }
            }
        }
    }

    private void change(Object holder, Field field, String name, Key key) throws ReflectiveOperationException {
        Object value = field.get(holder);
        int[] before = key.write();
        for (Variant variant : variants(name, value)) {
            field.set(holder, variant.value());
            assertThat(key.write())
                    .as("%s changed, and the key did not", variant.name())
                    .isNotEqualTo(before);
            field.set(holder, value);
            changed.add(variant.name());
        }
        assertThat(key.write()).as("%s restored", name).isEqualTo(before);
        if (value instanceof Object[] array) {
            for (int i = 0; i < array.length; i++) {
                if (isRecordInTable(array[i])) {
                    changeItem(array, i, key);
                }
                descend(array[i], key);
            }
        } else {
            descend(value, key);
        }
    }

    private void changeItem(Object[] array, int index, Key key) throws ReflectiveOperationException {
        Object item = array[index];
        int[] before = key.write();
        for (Variant variant : variants(name(item.getClass()), item)) {
            array[index] = variant.value();
            assertThat(key.write())
                    .as("%s changed, and the key did not", variant.name())
                    .isNotEqualTo(before);
            changed.add(variant.name());
        }
        array[index] = item;
    }

    private void descend(Object value, Key key) throws ReflectiveOperationException {
        boolean ours = value != null && value.getClass().getName().startsWith("org.apctck.reference");
        if (ours && !(value instanceof Record) && !(value instanceof Enum<?>)) {
            walk(value, key);
        }
    }

    /** The class is nobody's but its package's. */
    private static boolean isRecordInTable(Object item) {
        return item != null && name(item.getClass()).equals("HandleTable.Entry");
    }

    private record Variant(String name, Object value) {}

    /** Values that differ from {@code value} in one thing each. */
    private List<Variant> variants(String name, Object value) throws ReflectiveOperationException {
        List<Variant> variants = new ArrayList<>();
        boolean planned = value instanceof PlannedCall || value instanceof PlannedRoutine;
        if (value instanceof Plan.PlannedEntry) {
            variants.add(new Variant(name, null));
            return variants;
        }
        if (value instanceof Record && !planned) {
            variantsOfRecord(value, variants);
            return variants;
        }
        if (value instanceof Enum<?> constant) {
            Object[] constants = constant.getDeclaringClass().getEnumConstants();
            variants.add(new Variant(name, constants[(constant.ordinal() + 1) % constants.length]));
            return variants;
        }
        Object other = other(value);
        if (other != null) {
            variants.add(new Variant(name, other));
        }
        return variants;
    }

    private void variantsOfRecord(Object value, List<Variant> variants) throws ReflectiveOperationException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            components[i].getAccessor().setAccessible(true);
            values[i] = components[i].getAccessor().invoke(value);
            types[i] = components[i].getType();
        }
        Constructor<?> constructor = value.getClass().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        for (int i = 0; i < components.length; i++) {
            String name = name(value.getClass()) + "." + components[i].getName();
            boolean isNoState =
                    value.getClass().getDeclaredField(components[i].getName()).isAnnotationPresent(NoState.class);
            if (left.contains(name) || isNoState && types[i] != Frame.class) {
                continue;
            }
            for (Variant variant : variants(name, values[i])) {
                Object[] more = values.clone();
                more[i] = variant.value();
                variants.add(new Variant(variant.name(), constructor.newInstance(more)));
            }
        }
    }

    private static Object other(Object value) {
        if (value instanceof Integer number) {
            return number == 0 ? 1 : number - 1;
        }
        if (value instanceof Long number) {
            return number + 1_000_000; // a time that has passed is as good as now
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof String text) {
            return text + "x";
        }
        if (value instanceof BitSet bits) {
            BitSet more = (BitSet) bits.clone();
            more.flip(0);
            return more;
        }
        if (value instanceof int[] numbers) {
            int[] more = Arrays.copyOf(numbers, Math.max(1, numbers.length));
            more[0]++;
            return more;
        }
        if (value instanceof long[] numbers) {
            long[] more = Arrays.copyOf(numbers, Math.max(1, numbers.length));
            more[more.length - 1]++;
            return more;
        }
        if (value instanceof PlannedCall call) {
            return new PlannedCall(
                    call.index() + 1,
                    call.function(),
                    call.event(),
                    call.operands(),
                    call.binding(),
                    call.bindingName(),
                    call.slots(),
                    call.goesOn(),
                    call.left());
        }
        if (value instanceof PlannedRoutine routine) {
            return new PlannedRoutine(
                    routine.address() + 1, routine.name(), routine.kind(), routine.body(), routine.exitCode());
        }
        if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof PlannedCall) {
            return list.subList(0, list.size() - 1);
        }
        if (value instanceof UserApc[] apcs && apcs.length > 0) { // of which some may be room for more
            return Arrays.stream(apcs)
                    .map(apc -> new UserApc(apc.routine() + 1, apc.data(), apc.origin()))
                    .toArray(UserApc[]::new);
        }
        return null;
    }

    private static String name(Class<?> type) {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
