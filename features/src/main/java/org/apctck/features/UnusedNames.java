package org.apctck.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apctck.kit.Case;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Value;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;

/**
 * Finds threads, objects and routines that a scenario declares and never uses.
 *
 * <p>What a background declares is for all scenarios after it and may well be unused in one of them.
 */
final class UnusedNames {
    private static final Pattern NEXT =
            Pattern.compile("\\s*(Scenario|Scenario Outline|Example|Rule|Background):.*|\\s*@.*");

    private final Set<String> used = new HashSet<>();

    private UnusedNames() {}

    private void use(Program program) {
        program.calls().forEach(this::use);
        for (Entry entry : program.script()) {
            if (entry instanceof Entry.CallOn on) {
                used.add(on.thread());
            } else if (entry instanceof Entry.Race race) {
                used.addAll(race.lanes().keySet());
            }
        }
        for (ProgramObject object : program.objects()) {
            use(object.call());
            if (object.by() != null) {
                used.add(object.by());
            }
            if (object.call().arguments().stream().anyMatch(Value.Text.class::isInstance)) {
                used.add(object.name()); // an end of a pipe is there for the other end
            }
        }
    }

    /**
     * Checks one scenario.
     *
     * @param rows its cases: one, or one for each row of its examples, which may differ in what they use
     */
    static List<Finding> check(List<Case> rows, List<String> lines) {
        UnusedNames names = new UnusedNames();
        rows.forEach(row -> names.use(row.program()));
        List<Finding> findings = new ArrayList<>();
        for (Case row : rows) {
            Program program = row.program();
            program.threads().forEach(thread -> find(thread.name(), "thread", names.used, row, lines, findings));
            program.objects().forEach(object -> find(object.name(), "object", names.used, row, lines, findings));
            program.routines().forEach(routine -> find(routine.name(), "routine", names.used, row, lines, findings));
        }
        return findings;
    }

    private static void find(
            String name, String kind, Set<String> used, Case scenario, List<String> lines, List<Finding> findings) {
        if (used.contains(name)) {
            return;
        }
        Pattern mention = Pattern.compile(".*\\b" + Pattern.quote(name) + "\\b.*");
        for (int i = scenario.line(); i < lines.size(); i++) {
            if (NEXT.matcher(lines.get(i)).matches()) {
                return;
            }
            if (mention.matcher(lines.get(i)).matches()) {
                findings.add(new Finding(
                        scenario.feature(), i + 1, "the " + kind + " " + name + " is never used; leave it out"));
                return;
            }
        }
    }

    private void use(Call call) {
        call.arguments().forEach(this::use);
    }

    private void use(Value value) {
        if (value instanceof Value.Name name) {
            used.add(name.name());
        } else if (value instanceof Value.IdOf id) {
            used.add(id.thread());
        } else if (value instanceof Value.Sequence list) {
            list.values().forEach(this::use);
        } else if (value instanceof Value.Record structure) {
            structure.fields().forEach(field -> use(field.getValue()));
        }
    }
}
