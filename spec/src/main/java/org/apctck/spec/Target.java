package org.apctck.spec;

import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;

/** Something that runs programs: an implementation, the model, or recorded traces. Used by one thread at a time. */
public interface Target extends AutoCloseable {
    TargetDescription describe();

    /**
     * Runs {@code program} once.
     *
     * <p>Whatever the implementation does (a crash, a hang, nonsense) is told by the status of the trace.
     *
     * @throws ProgramException if the program itself is in error: an entry for a thread that is still in a call, or a loop
     *     without end
     */
    Run run(Program program);

    /**
     * Runs {@code program} once, steered where its threads race.
     *
     * <p>A target that cannot be steered runs it as it comes, which is what this does unless it is overridden.
     *
     * @throws ProgramException as {@link #run(Program)}
     */
    default Run run(Program program, Steering steering) {
        return run(program);
    }

    /** Says that an attempt at {@code program} begins: its runs until the next one are those of this attempt. */
    default void begin(Program program) {
        // Only who tells attempts apart must know.
    }

    /** What it does where threads race. */
    default Racing racing() {
        return Racing.UNSTEERED;
    }

    /** Ends what the target holds: processes, threads, files. */
    @Override
    void close();
}
