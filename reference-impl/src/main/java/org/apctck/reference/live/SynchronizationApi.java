package org.apctck.reference.live;

import org.jspecify.annotations.Nullable;

/**
 * The functions of {@link Win32} that wait, and those that make and signal what can be waited for.
 *
 * <p>A timeout is in milliseconds, unsigned: 0 polls, {@link #INFINITE} never elapses. An alertable wait runs the APCs of its
 * thread on that thread and returns when none is left.
 */
public interface SynchronizationApi {
    /** The timeout that never elapses (0xFFFFFFFF). */
    int INFINITE = -1;

    int WAIT_OBJECT_0 = 0;
    /** The wait was satisfied by a mutex whose owner had ended; the index is added. */
    int WAIT_ABANDONED_0 = 0x80;
    /** The wait was ended by APCs, which have run. */
    int WAIT_IO_COMPLETION = 0xC0;

    int WAIT_TIMEOUT = 0x102;
    int WAIT_FAILED = -1;

    /** The most objects that one wait takes. */
    int MAXIMUM_WAIT_OBJECTS = 64;

    int EVENT_MODIFY_STATE = 0x2;
    int SEMAPHORE_MODIFY_STATE = 0x2;

    /**
     * Suspends the calling thread until the time has passed. Runs no APCs.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleep">Sleep</a>
     */
    void sleep(int milliseconds);

    /**
     * Suspends the calling thread until {@code milliseconds} have passed or, if {@code alertable}, until APCs have run.
     *
     * @param milliseconds 0 gives up the rest of the time slice
     * @return 0 if the time has passed, {@link #WAIT_IO_COMPLETION} if one or more APCs ran
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-sleepex">SleepEx</a>
     */
    int sleepEx(int milliseconds, boolean alertable);

    /**
     * {@link #waitForSingleObjectEx} that is not alertable.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitforsingleobject">WaitForSingleObject</a>
     */
    int waitForSingleObject(Handle handle, int milliseconds);

    /**
     * Waits for an object.
     *
     * @param handle needs SYNCHRONIZE access, else 5 ERROR_ACCESS_DENIED
     * @return {@link #WAIT_OBJECT_0}, {@link #WAIT_ABANDONED_0}, {@link #WAIT_TIMEOUT}, {@link #WAIT_IO_COMPLETION}, or
     *     {@link #WAIT_FAILED} and 6 ERROR_INVALID_HANDLE for what is no handle
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitforsingleobjectex">WaitForSingleObjectEx</a>
     */
    int waitForSingleObjectEx(Handle handle, int milliseconds, boolean alertable);

    /**
     * {@link #waitForMultipleObjectsEx} that is not alertable.
     *
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitformultipleobjects">WaitForMultipleObjects</a>
     */
    int waitForMultipleObjects(int count, Handle[] handles, boolean waitAll, int milliseconds);

    /**
     * Waits for any one or for all of several objects.
     *
     * @param count how many of {@code handles} count, from 1 to {@link #MAXIMUM_WAIT_OBJECTS}
     * @param handles each needs SYNCHRONIZE access; none twice in a wait for all
     * @return {@link #WAIT_OBJECT_0} or {@link #WAIT_ABANDONED_0} plus the index of the object, {@link #WAIT_TIMEOUT},
     *     {@link #WAIT_IO_COMPLETION}, or {@link #WAIT_FAILED} with 5, 6 or 87 ERROR_INVALID_PARAMETER
     * @throws IndexOutOfBoundsException where C would read past the end of the array
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitformultipleobjectsex">WaitForMultipleObjectsEx</a>
     */
    int waitForMultipleObjectsEx(int count, Handle[] handles, boolean waitAll, int milliseconds, boolean alertable);

    /**
     * Signals one object (sets an event, releases a mutex, raises a semaphore by one) and waits for another, in one step.
     *
     * @return as {@link #waitForSingleObjectEx}; {@link #WAIT_FAILED} also where signaling fails: 288 ERROR_NOT_OWNER, 298
     *     ERROR_TOO_MANY_POSTS, 6 for an object of another kind
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-signalobjectandwait">SignalObjectAndWait</a>
     */
    int signalObjectAndWait(Handle objectToSignal, Handle objectToWaitOn, int milliseconds, boolean alertable);

    /**
     * Makes an event.
     *
     * @param manualReset whether it stays signaled until it is reset, or only until it has released one waiter
     * @return a handle with all access
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createeventw">CreateEventW</a>
     */
    Handle createEvent(boolean manualReset, boolean initialState);

    /**
     * Signals an event.
     *
     * @param event needs EVENT_MODIFY_STATE access, as for {@link #resetEvent} and {@link #pulseEvent}
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-setevent">SetEvent</a>
     */
    int setEvent(Handle event);

    /**
     * Makes an event not signaled.
     *
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-resetevent">ResetEvent</a>
     */
    int resetEvent(Handle event);

    /**
     * Releases who waits for the event now, all or for an auto-reset event one, and leaves it not signaled.
     *
     * @return nonzero, or 0
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-pulseevent">PulseEvent</a>
     */
    int pulseEvent(Handle event);

    /**
     * Makes a mutex.
     *
     * @param initialOwner whether the calling thread owns it
     * @return a handle with all access
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createmutexw">CreateMutexW</a>
     */
    Handle createMutex(boolean initialOwner);

    /**
     * Gives back a mutex, which its owner must do as often as it took it.
     *
     * @return nonzero, or 0 and 288 ERROR_NOT_OWNER
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-releasemutex">ReleaseMutex</a>
     */
    int releaseMutex(Handle mutex);

    /**
     * Makes a semaphore.
     *
     * @param initialCount from 0 to {@code maximumCount}
     * @param maximumCount above 0
     * @return a handle with all access, or NULL and 87 ERROR_INVALID_PARAMETER
     * @see <a href="https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-createsemaphorea">CreateSemaphore</a>
     */
    Handle createSemaphore(int initialCount, int maximumCount);

    /**
     * Raises the count of a semaphore.
     *
     * @param semaphore needs SEMAPHORE_MODIFY_STATE access
     * @param releaseCount above 0, else 87 ERROR_INVALID_PARAMETER
     * @param previousCount receives the count before the call
     * @return nonzero, or 0; 298 ERROR_TOO_MANY_POSTS beyond the maximum, with the count unchanged
     * @see <a href="https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-releasesemaphore">ReleaseSemaphore</a>
     */
    int releaseSemaphore(Handle semaphore, int releaseCount, @Nullable Out<Integer> previousCount);
}
