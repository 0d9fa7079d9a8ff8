package org.apctck.cli.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.kit.Case;
import org.apctck.kit.generate.GeneratedPrograms;
import org.apctck.spec.format.InputException;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.ProgramReader;

/**
 * A program that was asked for.
 *
 * @param name its file, or the id of the scenario or of the generated program
 */
record ProgramSource(String name, Program program) {
    /**
     * Reads a program file, or takes the program of a scenario, or one that is drawn from a seed.
     *
     * @throws InputException if the file cannot be used
     * @throws CommandException if there is neither
     */
    static ProgramSource of(String word) {
        Path file = Path.of(word);
        boolean isScenario = !Files.exists(file) && word.matches("[A-Z][A-Z0-9-]*-\\d+(/.*)?");
        if (!isScenario) {
            Optional<Program> generated = Files.exists(file) ? Optional.empty() : GeneratedPrograms.find(word);
            return new ProgramSource(word, generated.orElseGet(() -> ProgramReader.read(file)));
        }
        Case scenario = Selection.scenario(Suite.load(), word);
        return new ProgramSource(scenario.id(), scenario.program());
    }

    /** A problem of the program, named with where the program comes from. */
    InputException inError(ProgramException problem) {
        return new InputException(name + ": " + problem.getMessage(), problem);
    }
}
