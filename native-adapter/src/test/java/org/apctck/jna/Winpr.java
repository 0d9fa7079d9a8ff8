package org.apctck.jna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Trace;

/** WinPR for tests, if this machine has it. */
final class Winpr {
    /** What is asked is what happens, not how soon: a busy machine may take its time. */
    static final Map<String, String> PATIENT = Map.of("limitMillis", "60000");

    private static final WinprProvider PROVIDER = new WinprProvider();

    private Winpr() {}

    /** Opens the target, or says why the test is skipped. */
    static Target open() throws TargetUnavailableException {
        String missing = PROVIDER.missing("winpr", Map.of());
        assumeTrue(missing.isEmpty(), missing);
        return PROVIDER.open("winpr", PATIENT);
    }

    static Trace run(Target target, String program) {
        List<Trace> traces = target.run(program(program)).traces();
        assertThat(traces).hasSize(1);
        return traces.get(0);
    }

    /** A program in JSON with single quotes. */
    static Program program(String json) {
        return ProgramReader.read(Document.json("test", json.replace('\'', '"')));
    }

    static List<String> on(String thread, Trace trace) {
        return trace.on(thread).stream().map(event -> event.happening().text()).toList();
    }
}
