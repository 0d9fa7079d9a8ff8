package org.apctck.spec;

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

    /** Ends what the target holds: processes, threads, files. */
    @Override
    void close();
}
