package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The last error on Windows and under Wine.
 *
 * <p>JNA notes what each call has left. What stands in the thread itself it clears when it makes that note, so before a call
 * that may leave the last error alone it must be put back, and not by another call: it is written into the thread's block. Java
 * may still do something between that and the call, and does at both ends of a routine: gates see to it there, on x86-64; on
 * other machines the last error is lost now and then, and over a routine always.
 */
final class WindowsLastError implements LastError {
    private static final long DWORD_MASK = 0xFFFF_FFFFL;
    private static final long CURRENT_THREAD = -2L;

    /** ThreadBasicInformation, and where it holds the address of the thread's block. */
    private static final int BASIC_INFORMATION = 0;

    private static final int BASIC_INFORMATION_BYTES = 48;
    private static final int BLOCK_OFFSET = 8;

    private final Function queryThread;
    private final ThreadLocal<Pointer> blocks = ThreadLocal.withInitial(this::locate);

    private final @Nullable LastErrorGates gates;

    WindowsLastError(NativeLibrary kernel, NativeLibrary nt) {
        gates = Platform.isIntel() && Platform.is64Bit() ? new LastErrorGates(kernel) : null;
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
        return information.getPointer(BLOCK_OFFSET);
    }

    @Override
    public long get() {
        return Native.getLastError() & DWORD_MASK;
    }

    @Override
    public void set(long code) {
        Pointer block = blocks.get();
        Native.setLastError((int) code);
        write(block, (int) code);
    }

    @Override
    public void restore() {
        Pointer block = blocks.get();
        write(block, Native.getLastError());
    }

    private void write(Pointer block, int code) {
        if (gates != null) {
            block.setInt(LastErrorGates.PREPARED_OFFSET, code);
        }
        block.setInt(LastErrorGates.LAST_ERROR_OFFSET, code);
    }

    @Override
    public Function around(Function export) {
        return gates == null ? export : gates.around(export);
    }

    @Override
    public Pointer entrance(Pointer routine, int arguments) {
        return gates == null ? routine : gates.before(routine, arguments);
    }

    @Override
    public void entered(long kept) {
        if (gates != null) {
            Native.setLastError(new Pointer(kept).getInt(0));
        }
    }

    @Override
    public void leaves(long kept) {
        if (gates != null) {
            new Pointer(kept).setInt(0, Native.getLastError());
        }
    }
}
