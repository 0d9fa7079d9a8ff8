package org.apctck.spec.stage;

import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apctck.spec.program.Routine;

/**
 * A routine of the program, to be called by the implementation: an APC routine or the start routine of a thread.
 *
 * <p>One object stands for one routine: the same object must reach the implementation as the same function pointer, and two
 * objects as two.
 */
public final class Upcall {
    private final String name;
    private final Routine.Kind kind;
    private final ToLongFunction<long[]> body;
    private final Consumer<Throwable> failed;

    /**
     * @param body what runs; takes the arguments and returns the exit code
     * @param failed takes what the body threw
     */
    public Upcall(String name, Routine.Kind kind, ToLongFunction<long[]> body, Consumer<Throwable> failed) {
        this.name = name;
        this.kind = kind;
        this.body = body;
        this.failed = failed;
    }

    /** The name of the routine, or of the thread that it starts. */
    public String name() {
        return name;
    }

    public Routine.Kind kind() {
        return kind;
    }

    /**
     * Runs the routine on the calling thread.
     *
     * @param arguments what the implementation hands over, one for each of the {@link Routine.Kind#parameters}; a time in units of
     *     100 ns since 1601
     * @return the exit code for a start routine, without meaning for an APC
     */
    public long run(long... arguments) {
        return body.applyAsLong(arguments);
    }

    /** To be told what {@link #run} threw, unless it is the implementation's own way to end a thread: the stage is at fault. */
    public void failed(Throwable problem) {
        failed.accept(problem);
    }
}
