package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The last error on Windows and under Wine.
 *
 * <p>JNA notes what each call has left. What stands in the thread itself it clears when it makes that note, so before a call
 * that may leave the last error alone it must be put back, and not by another call: it is written into the thread's block.
 */
final class WindowsLastError implements LastError {
    private static final long DWORD_MASK = 0xFFFF_FFFFL;
    private static final long CURRENT_THREAD = -2L;

    /** ThreadBasicInformation, and where it holds the address of the thread's block. */
    private static final int BASIC_INFORMATION = 0;

    private static final int BASIC_INFORMATION_BYTES = 48;
    private static final int BLOCK_OFFSET = 8;

    /** LastErrorValue in the block of a 64-bit thread. */
    private static final int LAST_ERROR_OFFSET = 0x68;

    private final Function queryThread;
    private final ThreadLocal<Pointer> lastErrors = ThreadLocal.withInitial(this::locate);

    WindowsLastError(NativeLibrary nt) {
        queryThread = nt.getFunction("NtQueryInformationThread");
    }

    private Pointer locate() {
        int noted = Native.getLastError();
        Memory information = new Memory(BASIC_INFORMATION_BYTES);
        int status = queryThread.invokeInt(
                new Object[] {CURRENT_THREAD, BASIC_INFORMATION, information, BASIC_INFORMATION_BYTES, null});
        Native.setLastError(noted);
        if (status != 0) {
            throw new IllegalStateException("NtQueryInformationThread: status 0x" + Integer.toHexString(status));
        }
        return information.getPointer(BLOCK_OFFSET).share(LAST_ERROR_OFFSET);
    }

    @Override
    public long get() {
        return Native.getLastError() & DWORD_MASK;
    }

    @Override
    public void set(long code) {
        Pointer lastError = lastErrors.get();
        Native.setLastError((int) code);
        lastError.setInt(0, (int) code);
    }

    @Override
    public void restore() {
        Pointer lastError = lastErrors.get();
        lastError.setInt(0, Native.getLastError());
    }
}
