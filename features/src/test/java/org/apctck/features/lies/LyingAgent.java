package org.apctck.features.lies;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apctck.kit.agent.Serve;
import org.apctck.reference.search.Simulation;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.Trace;

/** The model behind an agent that tells one {@link Lie} about each program: {@code LyingAgent LIE SEED}. */
public final class LyingAgent implements Target {
    private final Lie lie;
    private final int seed;
    private Trace previous = Trace.of(List.of(), org.apctck.spec.trace.TraceStatus.COMPLETED, "");

    private LyingAgent(Lie lie, int seed) {
        this.lie = lie;
        this.seed = seed;
    }

    /** The command line of the agent that tells {@code lie}; the seed moves the place in each trace where it is told. */
    static List<String> command(Lie lie, int seed) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LyingAgent.class.getName(),
                lie.name(),
                Integer.toString(seed));
    }

    public static void main(String[] arguments) throws InterruptedException {
        Lie lie = Lie.valueOf(arguments[0]);
        OutputStream out = Serve.takeStandardOutput();
        OutputStream told = lie == Lie.REPEATS_AN_ANSWER ? new Echo(out) : out;
        Serve.serve(new LyingAgent(lie, Integer.parseInt(arguments[1])), System.in, told, Serve.Death.ofJvm());
        System.exit(0);
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                "liar",
                "Liar",
                "1",
                "",
                "test",
                Arrays.stream(ApiFunction.values())
                        .map(ApiFunction::functionName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public Run run(Program program) {
        Trace truth = Simulation.run(program);
        if (lie == Lie.ANSWERS_FOR_ANOTHER_PROGRAM) {
            Trace answer = previous;
            previous = truth;
            return Run.of(answer);
        }
        int at = ProgramWriter.tree(program).toString().hashCode() + seed;
        return Run.of(Trace.of(lie.tell(truth.events(), at), truth.status(), truth.evidence()));
    }

    @Override
    public void close() {}

    /** Says each answer twice. */
    private static final class Echo extends FilterOutputStream {
        private final StringBuilder line = new StringBuilder();

        Echo(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            line.append((char) b);
            if (b == '\n') {
                byte[] bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
                out.write(bytes);
                if (line.indexOf("\"type\":\"trace\"") >= 0) {
                    out.write(bytes);
                }
                line.setLength(0);
            }
        }
    }
}
