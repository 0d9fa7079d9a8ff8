package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;
import org.jspecify.annotations.Nullable;

/**
 * Sees threads under Wine, which reports neither state nor wait reason itself, as the Linux threads that they are.
 *
 * <p>A thread that waits is blocked in a read of its own pipe, or in a select if it sleeps. While Wine's server does something
 * for it, it is blocked as well, but in a read of the server's answer: that is work in progress and no wait. Which it is tells
 * the number of bytes that it wants to read.
 */
final class WineThreads implements Threads {
    private static final Object[] NO_ARGUMENTS = {};

    private static final int COMMIT_AND_RESERVE = 0x3000;
    private static final int EXECUTE_READ_WRITE = 0x40;
    private static final long PAGE_BYTES = 4096;

    private static final int GETPID = 39;
    private static final int GETTID = 186;

    /** What the file says in place of a system call: the thread runs or could run, or is held up outside of one. */
    private static final String RUNNING = "running";

    private static final String IN_NO_CALL = "-1 ";
    private static final String READ = "0 ";
    private static final String READV = "19 ";
    private static final int LENGTH = 3;

    /** What the server answers begins with so many bytes; what ends a wait has 16. */
    private static final String ANSWER_BYTES = "0x40";

    private static final String SYSTEM_CALL = "syscall";

    private final Function gettid;
    private final @Nullable TaskFiles tasks;

    WineThreads(NativeLibrary kernel) {
        Pointer code = kernel.getFunction("VirtualAlloc")
                .invokePointer(new Object[] {0L, PAGE_BYTES, COMMIT_AND_RESERVE, EXECUTE_READ_WRITE});
        Function getpid = systemCall(code, GETPID);
        gettid = systemCall(code.share(PAGE_BYTES / 2), GETTID);
        Path folder = Path.of("Z:\\proc\\" + getpid.invokeInt(NO_ARGUMENTS) + "\\task");
        tasks = Files.isReadable(folder.resolve(gettid.invokeInt(NO_ARGUMENTS) + "\\" + SYSTEM_CALL))
                ? new TaskFiles(folder)
                : null;
    }

    /** {@code mov eax, number; syscall; ret}: a call of the kernel below Wine, which Wine lets through. */
    private static Function systemCall(Pointer code, int number) {
        byte[] instructions = {(byte) 0xB8, (byte) number, 0, 0, 0, 0x0F, 0x05, (byte) 0xC3};
        code.write(0, instructions, 0, instructions.length);
        return Function.getFunction(code);
    }

    @Override
    public long current() {
        return gettid.invokeInt(NO_ARGUMENTS);
    }

    @Override
    public Sighting look(long thread) {
        if (tasks == null) {
            return new Sighting(State.UNSEEN, 0);
        }
        try {
            String status = tasks.read(thread, TaskStatus.FILE);
            State state = TaskStatus.state(status);
            if (state == State.BLOCKED && isServed(tasks.read(thread, SYSTEM_CALL))) {
                state = State.RUNNABLE;
            }
            return new Sighting(state, TaskStatus.switches(status));
        } catch (IOException gone) {
            tasks.forget(thread);
            return new Sighting(State.ENDED, 0);
        }
    }

    /** Whether a thread awaits the answer of the server, by the system call that it is in. */
    static boolean isServed(String systemCall) {
        return systemCall.startsWith(READV)
                || systemCall.startsWith(READ) && systemCall.split(" ")[LENGTH].equals(ANSWER_BYTES);
    }

    /**
     * Whether a thread runs, waits for a processor, for what the kernel fetches for it, or for the server: all that from one
     * file, as each read of one is a call to Wine.
     */
    static boolean isAtWork(String systemCall) {
        return systemCall.startsWith(RUNNING) || systemCall.startsWith(IN_NO_CALL) || isServed(systemCall);
    }

    @Override
    public boolean othersWait() {
        if (tasks == null) {
            return true;
        }
        long self = current();
        for (long task : tasks.all()) {
            if (task != self && isRunning(tasks, task)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRunning(TaskFiles tasks, long task) {
        try {
            return isAtWork(tasks.read(task, SYSTEM_CALL));
        } catch (IOException gone) {
            tasks.forget(task);
            return false;
        }
    }
}
