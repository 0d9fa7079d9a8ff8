package org.apctck.features.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.kit.Check;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.api.Effect;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.program.Routine;

/** The draft of one scenario: its steps put a program and checks together here. There is one for each scenario. */
public final class World {
    /** How {@link ProgramCheck} says which object or which entry of the script is wrong. */
    private static final Pattern PLACE = Pattern.compile("^(objects|script)\\[(\\d+)](?:, |: )");

    private final Cast cast = new Cast();
    private final List<ProgramObject> objects = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();
    private final List<Entry> script = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    /** For each check the lines of the events that it lists. */
    private final List<List<Integer>> checkLines = new ArrayList<>();

    private final List<Integer> scriptLines = new ArrayList<>();
    private final List<Integer> objectLines = new ArrayList<>();
    private int line;

    /** Tells the line of the feature on which the next step stands. */
    public void at(int line) {
        this.line = line;
    }

    /** The line of the current step. */
    int line() {
        return line;
    }

    Cast cast() {
        return cast;
    }

    /** Adds an object that stands {@code rows} lines below the step. */
    void add(ProgramObject object, int rows) {
        cast.mentionedIn(object.call());
        if (object.by() != null) {
            cast.mention(object.by());
        }
        objects.add(object);
        objectLines.add(line + rows);
    }

    void add(Routine routine) {
        routine.body().forEach(cast::mentionedIn);
        routines.add(routine);
    }

    void add(Entry entry) {
        if (!checks.isEmpty()) {
            throw error(0, "a Then stands before this step; all Then steps come last");
        }
        entry.calls().forEach(cast::mentionedIn);
        script.add(entry);
        scriptLines.add(line);
    }

    void add(Check check) {
        add(check, List.of());
    }

    /** Adds a check that lists events, each of which stands on a line of {@code lines}. */
    void add(Check check, List<Integer> lines) {
        if (script.isEmpty()) {
            throw error(0, "nothing has been done yet that could be checked");
        }
        checks.add(check);
        checkLines.add(lines);
    }

    /** Reads a call that stands {@code rows} lines below the step. */
    Call parse(String text, int rows) {
        try {
            return Call.parse(text);
        } catch (CallSyntaxException e) {
            throw error(rows, String.valueOf(e.getMessage()));
        }
    }

    /** Reads a range of APCs that stands {@code rows} lines below the step. */
    ApcRange range(String text, int rows) {
        try {
            return ApcRange.read(text);
        } catch (IllegalArgumentException e) {
            throw error(rows, String.valueOf(e.getMessage()));
        }
    }

    /** An error {@code rows} lines below the line of the current step. */
    StepException error(int rows, String problem) {
        return new StepException(line + rows, problem);
    }

    /**
     * The program that the steps make.
     *
     * @throws StepException if it refers to something that it does not declare
     */
    public Program program() {
        try {
            return ProgramCheck.check(new Program(cast.threads(), objects, routines, script));
        } catch (ProgramException e) {
            String problem = String.valueOf(e.getMessage());
            Matcher place = PLACE.matcher(problem);
            if (place.find()) {
                List<Integer> lines = place.group(1).equals("script") ? scriptLines : objectLines;
                throw new StepException(lines.get(Integer.parseInt(place.group(2))), problem.substring(place.end()));
            }
            throw new StepException(line, problem);
        }
    }

    /**
     * What the steps demand of {@code program}.
     *
     * @throws StepException for a check that the program can never meet, because it names what is not there
     */
    public List<Check> checks(Program program) {
        CheckedNames names = new CheckedNames(program);
        for (int i = 0; i < checks.size(); i++) {
            names.demand(checks.get(i), checkLines.get(i));
        }
        return List.copyOf(checks);
    }

    /** Whether {@code thread} is of the cast or made by an earlier call. */
    boolean isThread(String thread) {
        return Cast.has(thread)
                || script.stream()
                        .flatMap(entry -> entry.calls().stream())
                        .anyMatch(call ->
                                call.function().effect() == Effect.CREATES_THREAD && thread.equals(call.binding()));
    }
}
