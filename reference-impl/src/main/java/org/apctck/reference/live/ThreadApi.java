package org.apctck.reference.live;

import org.jspecify.annotations.Nullable;

/** The functions of {@link Win32} that make, end, suspend and name threads and queue APCs to them. */
public interface ThreadApi {
    /** The exit code of a thread that has not ended. */
    int STILL_ACTIVE = 259;

    /** Flag of {@link #createThread}: the thread does not begin until it is resumed. */
    int CREATE_SUSPENDED = 0x4;

    int THREAD_TERMINATE = 0x1;
    int THREAD_SUSPEND_RESUME = 0x2;
    int THREAD_SET_CONTEXT = 0x10;
    int THREAD_QUERY_INFORMATION = 0x40;
    int THREAD_QUERY_LIMITED_INFORMATION = 0x800;
    int THREAD_ALL_ACCESS = 0x1F_FFFF;

    /**
     * Makes a thread: a daemon thread of the Java VM. APCs that are queued to it before it begins run before its routine.
     *
     * @param stackSize in bytes, a hint; 0 for the default
     * @param startAddress what it runs; the thread ends when that returns
     * @param parameter passed to {@code startAddress} unchanged
     * @param creationFlags 0 or {@link #CREATE_SUSPENDED}
     * @param threadId receives the identifier of the thread
     * @return a handle with all access
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createthread">CreateThread</a>
     */
    Handle createThread(
            long stackSize,
            ThreadRoutine startAddress,
            long parameter,
            int creationFlags,
            @Nullable Out<Integer> threadId);

    /**
     * Takes back one suspension; the thread goes on when none is left.
     *
     * @param thread needs THREAD_SUSPEND_RESUME access, else 5 ERROR_ACCESS_DENIED
     * @return the suspend count before the call, or 0xFFFFFFFF
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-resumethread">ResumeThread</a>
     */
    int resumeThread(Handle thread);

    /**
     * Suspends a thread once more. It stops at its next call, its next APC or the end of its wait; the caller itself in this
     * call, which returns when somebody has resumed it.
     *
     * @param thread needs THREAD_SUSPEND_RESUME access, else 5 ERROR_ACCESS_DENIED
     * @return the suspend count before the call, or 0xFFFFFFFF; 156 ERROR_SIGNAL_REFUSED beyond 127, 5 ERROR_ACCESS_DENIED
     *     for a thread that has ended
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-suspendthread">SuspendThread</a>
     */
    int suspendThread(Handle thread);

    /**
     * Ends the calling thread: it does not return, but unwinds the stack by an {@link Error}. APCs in its queue are lost, mutexes that it
     * owns are abandoned, its object is signaled.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-exitthread">ExitThread</a>
     */
    void exitThread(int exitCode);

    /**
     * Ends a thread as {@link #exitThread} does. One that waits or has not begun runs nothing more; one in Java code is ended
     * for all others at once, and unwinds at its next call.
     *
     * @param thread needs THREAD_TERMINATE access, else 5 ERROR_ACCESS_DENIED
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-terminatethread">TerminateThread</a>
     */
    int terminateThread(Handle thread, int exitCode);

    /**
     * Asks for the exit code of a thread.
     *
     * @param thread needs THREAD_QUERY_INFORMATION or THREAD_QUERY_LIMITED_INFORMATION access, else 5 ERROR_ACCESS_DENIED
     * @param exitCode receives the exit code, {@link #STILL_ACTIVE} for a thread that has not ended
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodethread">GetExitCodeThread</a>
     */
    int getExitCodeThread(Handle thread, Out<Integer> exitCode);

    /**
     * The identifier of the calling thread, never 0.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentthreadid">GetCurrentThreadId</a>
     */
    int getCurrentThreadId();

    /**
     * A pseudo handle that stands for whichever thread uses it, with all access.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentthread">GetCurrentThread</a>
     */
    Handle getCurrentThread();

    /**
     * A pseudo handle that stands for this process.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocess">GetCurrentProcess</a>
     */
    Handle getCurrentProcess();

    /**
     * Makes a handle to the thread with an identifier.
     *
     * @param desiredAccess the rights of the handle
     * @return a handle, or NULL and 87 ERROR_INVALID_PARAMETER if there is no such thread
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-openthread">OpenThread</a>
     */
    Handle openThread(int desiredAccess, int threadId);

    /**
     * Appends a user-mode APC to the APC queue of {@code thread}. Never blocks.
     *
     * @param routine runs on {@code thread} during a later alertable wait of that thread, or before it begins; null for NULL
     * @param thread needs THREAD_SET_CONTEXT access, else 5 ERROR_ACCESS_DENIED
     * @param data passed to {@code routine} unchanged
     * @return nonzero, or 0; 87 ERROR_INVALID_PARAMETER for no routine, 6 ERROR_INVALID_HANDLE for what is no handle of a thread, 31 ERROR_GEN_FAILURE for a thread that
     *     has ended
     * @see <a href="https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-queueuserapc">QueueUserAPC</a>
     */
    int queueUserApc(@Nullable ApcRoutine routine, Handle thread, long data);
}
