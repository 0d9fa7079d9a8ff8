package org.apctck.reference.live;

import org.jspecify.annotations.Nullable;

/**
 * The Win32 functions around user-mode APCs, for Java threads that call the reference implementation in real time.
 *
 * <p>Names, the order of parameters and results are those of the C declarations. DWORD, LONG and the BOOL of a result are
 * {@code int} (a BOOL is nonzero for success), the BOOL of a parameter is {@code boolean}, ULONG_PTR is {@code long}. Left out
 * are parameters that mean nothing here: security attributes, names of objects, inheritance of handles. A function that fails
 * returns its documented failure value and sets {@link #getLastError}; none throws for a Win32 error.
 *
 * <p>Each instance is a process of its own: its handles and threads mean nothing to another one, and what it has made is kept
 * for as long as the instance is. Any number of threads may call it. A Java thread that was not made by {@link #createThread}
 * becomes a thread of the process with its first call; the process does not learn of its end unless it calls
 * {@link #exitThread}.
 *
 * <p>A Java thread cannot be stopped from outside, so three things differ from Windows. A suspended thread goes on to its next
 * call, its next APC or the end of its wait, and stops there. A thread that was terminated in a wait ends at once, one that
 * runs Java code at its next call. And both, like {@link #exitThread}, unwind the stack by an {@link Error} that the routines on it must let
 * pass: who catches {@code Throwable} throws it on.
 *
 * <p>Where the documentation leaves a choice, several waiters are released in the order of their arrival and a pending APC
 * precedes an object that is already signaled. {@link Thread#interrupt} ends no wait and is not lost: the thread is
 * interrupted when the call returns.
 */
public interface Win32 extends ThreadApi, SynchronizationApi, TimerApi {
    int ERROR_ACCESS_DENIED = 5;
    int ERROR_INVALID_HANDLE = 6;
    int ERROR_GEN_FAILURE = 31;
    int ERROR_NOT_SUPPORTED = 50;
    int ERROR_INVALID_PARAMETER = 87;
    int ERROR_SIGNAL_REFUSED = 156;
    int ERROR_NOT_OWNER = 288;
    int ERROR_TOO_MANY_POSTS = 298;

    /** A right to any object: to wait for it. */
    int SYNCHRONIZE = 0x10_0000;

    /** Flag of {@link #duplicateHandle}: the source is closed. */
    int DUPLICATE_CLOSE_SOURCE = 0x1;
    /** Flag of {@link #duplicateHandle}: the new handle has the rights of the source. */
    int DUPLICATE_SAME_ACCESS = 0x2;

    /** Makes a process without threads and handles. */
    static Win32 newProcess() {
        return new LiveProcess();
    }

    /**
     * Closes a handle. The object behind it goes on.
     *
     * @return nonzero, or 0 and 6 ERROR_INVALID_HANDLE for what is no open handle
     * @see <a href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle">CloseHandle</a>
     */
    int closeHandle(Handle object);

    /**
     * Makes another handle to an object.
     *
     * @param sourceProcess {@link #getCurrentProcess}, as {@code targetProcess}
     * @param target receives the handle
     * @param desiredAccess the rights of the new handle; without meaning with {@link #DUPLICATE_SAME_ACCESS}
     * @param options {@link #DUPLICATE_SAME_ACCESS}, {@link #DUPLICATE_CLOSE_SOURCE}, both or 0
     * @return nonzero, or 0 and 6 ERROR_INVALID_HANDLE
     * @see <a href="https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-duplicatehandle">DuplicateHandle</a>
     */
    int duplicateHandle(
            Handle sourceProcess,
            Handle source,
            Handle targetProcess,
            @Nullable Out<Handle> target,
            int desiredAccess,
            int options);

    /**
     * The last error of the calling thread: that of its last call that failed, or what it set itself.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror">GetLastError</a>
     */
    int getLastError();

    /**
     * Sets the last error of the calling thread.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-setlasterror">SetLastError</a>
     */
    void setLastError(int errorCode);
}
