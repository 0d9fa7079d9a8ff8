package org.apctck.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apctck.reference.fault.Faults;
import org.apctck.spec.Target;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.Program.CastThread;
import org.apctck.spec.program.ProgramCheck;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.program.Routine;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

/** A program that the model performs is not in error, whatever a fault makes of it. */
class ReferenceTargetTest {
    @Test
    void anEntryThatAFaultMakesLateBeginsWhenItsThreadIsFree() {
        Program program = program(
                "", entry("main", "QueueUserAPC(A, worker, 0)"), entry("worker", "SleepEx(50, TRUE)"), idle("worker"));

        Trace trace = run("PENDING-APC-IGNORED", program);

        assertThat(trace.status()).isEqualTo(TraceStatus.COMPLETED);
        assertThat(trace.on("worker"))
                .extracting(Event::toString)
                .containsSubsequence("worker returns 0", "worker calls Sleep(0)");
    }

    @Test
    void aProgramThatAFaultMakesGoOnForEverIsUnsettled() {
        Program program =
                program("QueueUserAPC(A, worker, 0)", entry("main", "QueueUserAPC(A, worker, 0)"), idle("worker"));

        Trace trace = run("SLEEP-ALERTABLE", program);

        assertThat(trace.status()).isEqualTo(TraceStatus.UNSETTLED);
        assertThat(trace.evidence()).contains("worker runs A in a cycle");
    }

    @Test
    void aProgramThatGoesOnForEverByItselfIsInErrorWithAFaultAsWithout() {
        Program program = program(
                "QueueUserAPC(A, worker, 0)",
                entry("main", "QueueUserAPC(A, worker, 0)"),
                entry("worker", "SleepEx(INFINITE, TRUE)"));

        assertThatThrownBy(() -> run("SLEEP-ALERTABLE", program)).isInstanceOf(ProgramException.class);
    }

    private static Trace run(String fault, Program program) {
        try (Target target = Reference.with(Faults.find(fault).orElseThrow())) {
            List<Trace> traces = target.run(program).traces();
            assertThat(traces).hasSize(1);
            return traces.get(0);
        }
    }

    /** @param body the one call of the APC routine A; empty for none */
    private static Program program(String body, Entry... script) {
        List<Call> calls = body.isEmpty() ? List.of() : List.of(Call.parse(body));
        return ProgramCheck.check(new Program(
                List.of(new CastThread("main", false), new CastThread("worker", false)),
                List.of(),
                List.of(new Routine("A", Routine.Kind.APC, calls, 0)),
                List.of(script)));
    }

    private static Entry entry(String thread, String call) {
        return new Entry.CallOn(thread, Call.parse(call), false, false);
    }

    private static Entry idle(String thread) {
        return entry(thread, "Sleep(0)");
    }
}
