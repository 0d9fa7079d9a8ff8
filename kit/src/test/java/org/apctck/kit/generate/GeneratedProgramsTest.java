package org.apctck.kit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.program.Routine;
import org.junit.jupiter.api.Test;

final class GeneratedProgramsTest {
    private static final GeneratedPrograms PROGRAMS = GeneratedPrograms.of(1);
    private static final int MANY = 2000;
    /** A time of day after every one that is drawn as one in the past. */
    private static final long NOW = 1L << 60;

    @Test
    void aProgramDependsOnNoOther() {
        Program alone = GeneratedPrograms.of(1).program(42);

        assertThat(PROGRAMS.programs().skip(42).findFirst()).contains(alone);
        assertThat(PROGRAMS.program(42)).isEqualTo(alone);
    }

    /** Whoever changes the generator changes what every name stands for: the new digest goes here, and a line to the changelog. */
    @Test
    void theProgramsAreTheSameOnEveryMachine() {
        String all = PROGRAMS.programs().limit(300).map(ProgramWriter::write).collect(Collectors.joining("\n"));

        assertThat(Document.digest(all)).isEqualTo("b021a250011a049095e9520cc74e608ecdcdb2f2d71918f6915d77a37e96aa62");
    }

    @Test
    void anotherSeedGivesOtherPrograms() {
        assertThat(GeneratedPrograms.of(2).programs().limit(20))
                .doesNotContainAnyElementsOf(PROGRAMS.programs().limit(20).toList());
    }

    @Test
    void isFoundByItsName() {
        assertThat(GeneratedPrograms.of(-7).name(12)).isEqualTo("generated/-7/12");
        assertThat(GeneratedPrograms.find("generated/-7/12"))
                .contains(GeneratedPrograms.of(-7).program(12));
    }

    @Test
    void otherNamesAreOfNone() {
        assertThat(Stream.of(
                        "generated/1",
                        "generated/1/-1",
                        "generated/1/2/3",
                        "GENERATED/1/2",
                        "QUEUE-FIFO-1/two-apcs",
                        "generated/9999999999999999999/1"))
                .allMatch(name -> GeneratedPrograms.find(name).isEmpty());
    }

    @Test
    void everyProgramIsValidAndCanBeWrittenAndRead() {
        many().forEach(program -> {
            assertThat(ProgramCheck.check(program)).isEqualTo(program);
            assertThat(ProgramReader.read(Document.json("program", ProgramWriter.write(program))))
                    .isEqualTo(program);
        });
    }

    @Test
    void noTwoWaitsOfAProgramRunOutAtTheSameTimeAndNoTimerExpiresThen() {
        many().forEach(program -> {
            List<Integer> millis = millis(program);

            assertThat(millis).as(ProgramWriter.write(program)).doesNotHaveDuplicates();
            // An interval may be longer by the period of a timer, so that it expires twice.
            assertThat(millis.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(210 + 120);
        });
    }

    @Test
    void everyFunctionIsCalledInTheScriptInARaceAndInRoutines() {
        Set<ApiFunction> inEntries = EnumSet.noneOf(ApiFunction.class);
        Set<ApiFunction> inRaces = EnumSet.noneOf(ApiFunction.class);
        Set<ApiFunction> inRoutines = EnumSet.noneOf(ApiFunction.class);
        many().forEach(program -> {
            program.script()
                    .forEach(entry ->
                            (entry instanceof Entry.Race ? inRaces : inEntries).addAll(functions(entry.calls())));
            program.routines().forEach(routine -> inRoutines.addAll(functions(routine.body())));
        });

        Set<ApiFunction> drawn = EnumSet.allOf(ApiFunction.class);
        drawn.removeIf(function -> function.has(Role.FILE) || function.returnType() == ReturnType.FILE); // no files yet
        assertThat(inEntries).isEqualTo(drawn);
        assertThat(inRaces).isEqualTo(drawn);
        // Who runs a routine is open, and how often; the thread that it made would not have a name of its own.
        drawn.remove(ApiFunction.CREATE_THREAD);
        assertThat(inRoutines).isEqualTo(drawn);
    }

    @Test
    void timersAreSetInEveryWay() {
        Set<String> seen = new TreeSet<>();
        many().flatMap(program -> program.calls().stream())
                .filter(call -> call.function().effect() == Effect.ARMS_TIMER)
                .forEach(call -> {
                    DueTime due = DueTime.read(call.argument(Role.DUE_TIME));
                    long period = Value.number(call.argument(Role.PERIOD));
                    seen.add(due.form() + (due.millis(NOW) > 0 ? " later" : " at once"));
                    seen.add("period " + Long.signum(period) + (period > 0 && hasRoutine(call) ? " with routine" : ""));
                    seen.add(hasRoutine(call) ? "routine" : "no routine");
                });

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "AFTER at once",
                        "AFTER later",
                        "AT at once",
                        "AT later",
                        "RAW at once",
                        "RAW later",
                        "no routine",
                        "period -1",
                        "period 0",
                        "period 1",
                        "period 1 with routine",
                        "routine");
    }

    /** Its expiries do not end while threads wait; nothing that they lead to may make such a wait. */
    @Test
    void theRoutineOfATimerWithAPeriodNeitherWaitsNorHasAnythingElseRun() {
        many().forEach(program -> program.calls().stream()
                .filter(call -> call.function().effect() == Effect.ARMS_TIMER && hasRoutine(call))
                .filter(call -> Value.number(call.argument(Role.PERIOD)) > 0)
                .forEach(call -> assertThat(
                                program.routine(call.argument(Role.ROUTINE).toString())
                                        .orElseThrow()
                                        .body())
                        .as(ProgramWriter.write(program))
                        .noneMatch(inner -> inner.timeoutMillis() > 0
                                || inner.function().effect() == Effect.QUEUES_APC
                                || inner.function().effect() == Effect.ARMS_TIMER)));
    }

    @Test
    void mostProgramsGoWithoutTimers() {
        assertThat(many().filter(program -> program.functions().contains(ApiFunction.SET_WAITABLE_TIMER)))
                .hasSizeBetween(MANY / 5, MANY / 2);
    }

    private static boolean hasRoutine(Call call) {
        return !Value.isNull(call.argument(Role.ROUTINE));
    }

    @Test
    void thereIsEverythingThatAProgramCanHave() {
        Set<String> seen = new TreeSet<>();
        many().forEach(program -> {
            program.threads().forEach(thread -> seen.add(thread.suspended() ? "suspended thread" : "thread"));
            program.objects()
                    .forEach(object -> seen.add(object.call().function().functionName()));
            program.routines().forEach(routine -> seen.add(routine.kind().name()));
            program.routines().stream()
                    .filter(GeneratedProgramsTest::hasItselfRun)
                    .forEach(routine -> seen.add(routine.kind() == Routine.Kind.APC ? "queues itself" : "sets itself"));
            program.script().forEach(entry -> seen.add(shape(entry)));
            seen.add(program.threads().size() + " threads");
            program.script()
                    .forEach(entry ->
                            seen.addAll(loops(entry instanceof Entry.Race ? "race" : "entry", entry.calls())));
            program.routines().forEach(routine -> seen.addAll(loops("routine", routine.body())));
        });

        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "2 threads",
                        "3 threads",
                        "4 threads",
                        "APC",
                        "CreateEventW",
                        "CreateMutexW",
                        "CreateSemaphoreW",
                        "CreateWaitableTimerExW",
                        "CreateWaitableTimerW",
                        "THREAD",
                        "TIMER",
                        "call",
                        "call after return",
                        "elapse",
                        "loop in entry",
                        "loop in race",
                        "loop in routine",
                        "queues itself",
                        "sets itself",
                        "race of 2",
                        "race of 3",
                        "suspended thread",
                        "thread");
    }

    private static Set<String> loops(String where, List<Call> calls) {
        boolean any = calls.stream().anyMatch(call -> call.loop() != null);
        return any ? Set.of("loop in " + where) : Set.of();
    }

    private static String shape(Entry entry) {
        if (entry instanceof Entry.CallOn on) {
            return on.afterReturn() ? "call after return" : "call";
        }
        return entry instanceof Entry.Race race ? "race of " + race.lanes().size() : "elapse";
    }

    private static boolean hasItselfRun(Routine routine) {
        return routine.body().stream()
                .anyMatch(call -> (call.function().effect() == Effect.QUEUES_APC
                                || call.function().effect() == Effect.ARMS_TIMER)
                        && call.argument(Role.ROUTINE).toString().equals(routine.name()));
    }

    private static List<Integer> millis(Program program) {
        List<Integer> millis = new ArrayList<>();
        program.calls().stream()
                .filter(call -> call.isFiniteWait() && call.timeoutMillis() > 0)
                .forEach(call -> millis.add((int) call.timeoutMillis()));
        program.calls().stream()
                .filter(call -> call.function().effect() == Effect.ARMS_TIMER)
                .flatMap(call -> Stream.of(
                        DueTime.read(call.argument(Role.DUE_TIME)).millis(NOW),
                        Value.number(call.argument(Role.PERIOD))))
                .filter(time -> time > 0)
                .forEach(time -> millis.add(time.intValue()));
        for (Entry entry : program.script()) {
            if (entry instanceof Entry.Elapse elapse) {
                millis.add(elapse.millis());
            }
        }
        return millis;
    }

    private static Set<ApiFunction> functions(List<Call> calls) {
        Set<ApiFunction> functions = new HashSet<>();
        calls.forEach(call -> functions.add(call.function()));
        return functions;
    }

    private static Stream<Program> many() {
        return PROGRAMS.programs().limit(MANY);
    }
}
