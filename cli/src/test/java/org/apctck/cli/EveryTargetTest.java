package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.apctck.kit.Targets;
import org.apctck.spec.Target;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever reads programs, in Java or in C, reads structures alike: the same program comes to the same outcome. */
class EveryTargetTest {
    private static final Program PROGRAM = ProgramReader.read(Document.json("test", """
            {"threads": [{"name": "main"}, {"name": "worker"}],
             "objects": [{"name": "M", "call": "CreateMutexW({nLength: 24}, TRUE, NULL)", "by": "worker"}],
             "routines": [{"name": "R", "kind": "thread", "body": ["WaitForSingleObject(h, 0)"], "exitCode": 5}],
             "script": [
              {"thread": "main", "call": "h = CreateEventW({nLength: 24, bInheritHandle: TRUE}, TRUE, TRUE, NULL)"},
              {"thread": "main", "call": "WaitForSingleObject(h, 0)"},
              {"thread": "main", "call": "WaitForSingleObject(M, 0)"},
              {"thread": "main", "call": "s = CreateSemaphoreW({}, 1, 2, NULL)"},
              {"thread": "main", "call": "WaitForSingleObject(s, 0)"},
              {"thread": "main", "call": "t = CreateThread({bInheritHandle: FALSE, lpSecurityDescriptor: NULL}, 0, R, 0, 0, NULL)"},
              {"thread": "main", "call": "WaitForSingleObject(t, INFINITE)"},
              {"thread": "main", "call": "GetExitCodeThread(t, &code)"}]}
            """));

    private static Outcome outcome(String target) throws TargetUnavailableException {
        try (Target opened = Targets.open(target, Map.of("limitMillis", "60000"))) {
            Trace trace = opened.run(PROGRAM).traces().get(0);
            assertThat(trace.status()).as(trace.evidence()).isEqualTo(TraceStatus.COMPLETED);
            return trace.outcome();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference-live", "winpr", "winpr-c", "windows", "wine", "wine-c"})
    void aStructureIsReadAlike(String target) throws TargetUnavailableException {
        String missing = Targets.provider(target).orElseThrow().missing(target, Map.of());
        assumeTrue(missing.isEmpty(), missing);

        assertThat(outcome(target)).isEqualTo(outcome("reference"));
    }
}
