package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apctck.kit.agent.Serve;

/** What this process arranges with its operating system before it loads foreign code, outside Windows. */
final class Posix {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int RLIMIT_CORE = 4;

    private Posix() {}

    /** Writes no core files: a crash of the implementation is a result like any other. */
    static void forbidCoreFiles() {
        Memory limit = new Memory(2L * Long.BYTES); // struct rlimit: current and maximum
        limit.clear();
        NativeLibrary.getInstance("c").getFunction("setrlimit").invokeInt(new Object[] {RLIMIT_CORE, limit});
    }

    /**
     * Moves standard output to a descriptor that only the caller knows, and points the old one at standard error: foreign
     * code that prints cannot disturb what is written here.
     */
    static OutputStream takeStandardOutput() {
        NativeLibrary libc = NativeLibrary.getInstance("c");
        int moved = libc.getFunction("dup").invokeInt(new Object[] {STDOUT});
        int pointed = libc.getFunction("dup2").invokeInt(new Object[] {STDERR, STDOUT});
        if (moved < 0 || pointed < 0) {
            throw new IllegalStateException("standard output cannot be moved: errno " + Native.getLastError());
        }
        return new Output(moved, libc.getFunction("write"));
    }

    /** A drill crashes as a library does that finds its state broken. */
    static final class Death implements Serve.Death {
        @Override
        public void halt() {
            Runtime.getRuntime().halt(0);
        }

        @Override
        public void crash() {
            NativeLibrary.getInstance("c").getFunction("abort").invokeVoid(new Object[0]);
        }
    }

    /** Writes to a descriptor by number, whatever stands behind it. */
    private static final class Output extends OutputStream {
        private static final int EINTR = 4;

        private final int descriptor;
        private final Function write;

        Output(int descriptor, Function write) {
            this.descriptor = descriptor;
            this.write = write;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            int end = offset + length;
            while (from < end) {
                byte[] rest = Arrays.copyOfRange(bytes, from, end);
                long count = write.invokeLong(new Object[] {descriptor, rest, (long) rest.length});
                if (count >= 0) {
                    from += (int) count;
                } else if (Native.getLastError() != EINTR) {
                    throw new IOException("errno " + Native.getLastError());
                }
            }
        }
    }
}
