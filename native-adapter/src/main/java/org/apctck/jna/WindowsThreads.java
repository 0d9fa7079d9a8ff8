package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apctck.spec.stage.Sighting;

/** Sees threads on Windows: in the list of processes and their threads, as the scheduler has them. */
final class WindowsThreads implements Threads {
    private static final Object[] NO_ARGUMENTS = {};
    private static final int SYSTEM_PROCESS_INFORMATION = 5;
    private static final int STATUS_INFO_LENGTH_MISMATCH = 0xC000_0004;
    private static final long DWORD_MASK = 0xFFFF_FFFFL;

    private final Function currentThreadId;
    private final Function querySystem;
    private final long process;
    private Memory list = new Memory(1 << 20);

    WindowsThreads(NativeLibrary kernel, NativeLibrary nt) {
        currentThreadId = kernel.getFunction("GetCurrentThreadId");
        querySystem = nt.getFunction("NtQuerySystemInformation");
        process = kernel.getFunction("GetCurrentProcessId").invokeInt(NO_ARGUMENTS) & DWORD_MASK;
    }

    @Override
    public long current() {
        return currentThreadId.invokeInt(NO_ARGUMENTS) & DWORD_MASK;
    }

    @Override
    public Sighting look(long thread) {
        return threads().look(thread);
    }

    @Override
    public boolean othersWait() {
        return threads().allWaitBut(current());
    }

    private SystemThreads threads() {
        return SystemThreads.ofProcess(process, query());
    }

    private ByteBuffer query() {
        IntByReference needed = new IntByReference();
        while (true) {
            int status =
                    querySystem.invokeInt(new Object[] {SYSTEM_PROCESS_INFORMATION, list, (int) list.size(), needed});
            if (status == STATUS_INFO_LENGTH_MISMATCH) {
                list = new Memory(2L * Math.max(needed.getValue(), list.size()));
            } else if (status == 0) {
                return list.getByteBuffer(0, list.size()).order(ByteOrder.LITTLE_ENDIAN);
            } else {
                throw new IllegalStateException("NtQuerySystemInformation: status 0x" + Integer.toHexString(status));
            }
        }
    }
}
