package org.apctck.kit.generate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramException;

/**
 * Programs drawn from a seed: threads that wait, queue APCs, signal, suspend and end each other, in sequence and in races, with every
 * function of the API and every kind of object.
 *
 * <pre>{@code
 * GeneratedPrograms.of(7).programs().limit(1000).forEach(target::run);
 * Program again = GeneratedPrograms.of(7).program(12);          // the same on every machine
 * Optional<Program> found = GeneratedPrograms.find("generated/7/12"); // and by its name
 * }</pre>
 *
 * <p>A program depends on its seed, its number and the version of the kit alone. Each is valid ({@link ProgramCheck}) and comes to an
 * end; what it waits for and lets pass takes no more than 330 ms together. Nothing says what has to come of it: that is the affair of a model.
 */
public final class GeneratedPrograms {
    private static final Pattern NAME = Pattern.compile("generated/(-?\\d{1,19})/(\\d{1,18})");
    /** Draws after which something is wrong with the generator: most programs are valid at once. */
    private static final int DRAWS_MAX = 100;

    private final long seed;

    private GeneratedPrograms(long seed) {
        this.seed = seed;
    }

    /** Those of a seed. */
    public static GeneratedPrograms of(long seed) {
        return new GeneratedPrograms(seed);
    }

    /**
     * The program of that name; empty if the name is not that of a generated program.
     *
     * @param name as {@link #name} gives it
     */
    public static Optional<Program> find(String name) {
        Matcher matcher = NAME.matcher(name);
        try {
            return matcher.matches()
                    ? Optional.of(of(Long.parseLong(matcher.group(1))).program(Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty(); // a seed of more than 64 bits
        }
    }

    /** The name by which {@link #find} finds a program of this seed. */
    public String name(long number) {
        return "generated/" + seed + "/" + number;
    }

    /**
     * The program of that number.
     *
     * @param number from 0 on
     */
    public Program program(long number) {
        Draw draw = new Draw(seed, number);
        ProgramException last = null;
        for (int i = 0; i < DRAWS_MAX; i++) {
            try {
                return ProgramCheck.check(ProgramDraw.draw(draw));
            } catch (ProgramException e) {
                last = e;
            }
        }
        throw new IllegalStateException(name(number) + " could not be drawn", last);
    }

    /** All of them, from number 0 on. */
    public Stream<Program> programs() {
        return LongStream.iterate(0, number -> number + 1).mapToObj(this::program);
    }
}
