package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.rules.Rule;

/**
 * Generated programs as a suite for any target. A case demands no more than that its program comes to rest; whether what happens is
 * allowed is for those to say who examine the traces, and it is held against the rule that they name.
 */
public final class GeneratedCases {
    /** What all of these cases are about. It is no rule of the documentation, so the catalogue does not have it. */
    public static final Rule RULE = new Rule(
            "GENERATED",
            "generated",
            "Programs drawn from a seed",
            Rule.Level.REQUIRED,
            "No page allows a crash, or a hang of a program that can go on.",
            "A program comes to rest, and what happens until then is allowed.",
            List.of(new Rule.Source("Programs, traces, and the protocol of agents", null, null, "Quiescence")),
            List.of(),
            Rule.Testable.YES,
            "",
            "GENERATED",
            "",
            List.of(),
            List.of());

    /** How many programs are looked at for one that a target can run: each goes without most families of functions. */
    private static final int LOOKED_AT = 200;

    private GeneratedCases() {}

    /** The case of the program of that name; empty if the name is not that of a generated program. */
    public static Optional<Case> find(String name) {
        return GeneratedPrograms.find(name).map(program -> of(name, program));
    }

    /**
     * Programs of a seed that a target has all functions for, those that need others are passed over.
     *
     * @param from the first number to look at
     * @param count how many; there are fewer if the target has too few functions
     */
    public static List<Case> of(long seed, long from, int count, TargetDescription target) {
        GeneratedPrograms programs = GeneratedPrograms.of(seed);
        List<Case> cases = new ArrayList<>();
        long end = from + (long) count * LOOKED_AT;
        for (long number = from; number < end && cases.size() < count; number++) {
            Program program = programs.program(number);
            if (program.functions().stream().allMatch(target::has)) {
                cases.add(of(programs.name(number), program));
            }
        }
        return cases;
    }

    /** Whether a case was made of a generated program. */
    public static boolean isGenerated(Case scenario) {
        return scenario.rule().equals(RULE.id());
    }

    private static Case of(String name, Program program) {
        return new Case(
                name,
                RULE.id(),
                name,
                RULE.title(),
                0,
                ProgramWriter.write(program),
                program,
                List.of(new Check.AtRest(0)));
    }
}
