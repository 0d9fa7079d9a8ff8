package org.apctck.reference.win32;

import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.UserApc;

/**
 * What the Win32 layer decides where implementations are known to differ. Each method is one decision as the documentation
 * has it; a subclass that decides otherwise makes a layer with one deliberate fault. Policies have no state.
 */
public class Win32Policy {
    /** Every decision as documented. */
    public static final Win32Policy DOCUMENTED = new Win32Policy();

    private static final int OBJECTS_MAX = 64;

    protected Win32Policy() {}

    /** Whose decisions hold for what {@code caller} does now: a fault that comes and goes is two policies. */
    public Win32Policy at(KThread caller) {
        return this;
    }

    /** What a handle is used for. */
    public enum Purpose {
        QUEUE_APC(Access.THREAD_SET_CONTEXT),
        SUSPEND(Access.THREAD_SUSPEND_RESUME),
        RESUME(Access.THREAD_SUSPEND_RESUME),
        TERMINATE(Access.THREAD_TERMINATE),
        QUERY(Access.THREAD_QUERY_LIMITED_INFORMATION),
        WAIT(Access.SYNCHRONIZE),
        MODIFY_EVENT(Access.EVENT_MODIFY_STATE),
        RELEASE_SEMAPHORE(Access.SEMAPHORE_MODIFY_STATE),
        /** No right is needed: ReleaseMutex asks who owns the mutex instead. */
        RELEASE_MUTEX(Access.NONE),
        DUPLICATE(Access.NONE),
        /** The process that DuplicateHandle takes a handle from or gives one to. */
        DUPLICATE_IN(Access.PROCESS_DUP_HANDLE),
        /** What SignalObjectAndWait signals is checked again by what signals it. */
        SIGNAL(Access.NONE);

        private final int access;

        Purpose(int access) {
            this.access = access;
        }

        /** The access right that it needs. */
        public int access() {
            return access;
        }
    }

    /** The access that a handle must grant. */
    public int access(Purpose purpose) {
        return purpose.access();
    }

    /** The access of the handle that CreateThread returns: every right (THREAD-ALLACCESS-1). */
    public int accessOfNewThread() {
        return Access.ALL;
    }

    /** Whether the value of GetCurrentThread stands for the caller (QUEUE-SELF-1). */
    public boolean knowsPseudoHandle() {
        return true;
    }

    /** Whether the value of GetCurrentProcess stands for the process where an object is waited for (KERNEL-PROCESS-WAIT-1). */
    public boolean waitsForProcess() {
        return true;
    }

    /** Whether a wait for several objects takes that one (RETURN-WFMO-OBJECT-1). */
    public boolean takesAmongSeveral(DispatcherObject object) {
        return true;
    }

    /** The last error that tells of {@code status}. */
    public int lastError(int status) {
        return Win32Error.of(status);
    }

    /** The thread that gets an APC which {@code caller} queues to {@code target} (QUEUE-TARGET-THREAD-1). */
    public KThread receiver(KThread caller, KThread target) {
        return target;
    }

    /** What becomes of the APC that QueueUserAPC was given: it is queued as it is (QUEUE-DATA-1). */
    public UserApc queued(UserApc given) {
        return given;
    }

    /** The milliseconds of a time-out; negative for one that never elapses. */
    public long timeoutMillis(long millis) {
        return millis == Win32Process.INFINITE ? -1 : millis;
    }

    /** Whether a wait takes that many handles (RETURN-WFMO-COUNT-1). */
    public boolean takesHandles(int count) {
        return count >= 1 && count <= OBJECTS_MAX;
    }

    /** The count that ReleaseSemaphore tells: that of before (KERNEL-SEMAPHORE-COUNT-1). */
    public int previousCount(int before, int more) {
        return before;
    }

    /** The exit code that GetExitCodeThread tells (THREAD-SIGNALED-1). */
    public int exitCodeTold(KThread thread) {
        return thread.exitCode();
    }

    /** The thread that the value of GetCurrentThread stands for: the one that uses it (QUEUE-SELF-1). */
    public KThread current(Kernel kernel, KThread caller) {
        return caller;
    }

    /** Whether a duplicate of that value stands for the thread that made it (QUEUE-SELF-1). */
    public boolean duplicatesThread() {
        return true;
    }

    // New objects (KERNEL-CREATE-1)

    /** Whether an event is a manual-reset one that is asked to be. */
    public boolean isManualReset(boolean asked) {
        return asked;
    }

    /** Whether an event is signaled at first. */
    public boolean isInitiallySignaled(boolean asked) {
        return asked;
    }

    /** Whether a mutex belongs to its creator. */
    public boolean isInitiallyOwned(boolean asked) {
        return asked;
    }

    /** The count of a semaphore at first. */
    public int initialCount(int asked) {
        return asked;
    }

    /** The maximum count of a semaphore. */
    public int maximumCount(int asked) {
        return asked;
    }

    /** Whether there can be a semaphore with these counts (KERNEL-CREATE-COUNT-1). */
    public boolean takesCounts(int count, int maximum) {
        return maximum >= 1 && count >= 0 && count <= maximum;
    }

    // SignalObjectAndWait

    /** Whether the first object is signaled at all (SIGNALWAIT-TYPES-1). */
    public boolean signals(DispatcherObject object, boolean apcPending) {
        return true;
    }

    /** How many units the call releases of a semaphore (SIGNALWAIT-SEMAPHORE-ONE-1). */
    public int unitsToRelease() {
        return 1;
    }

    /** Whether the wait follows although the first object could not be signaled (SIGNALWAIT-SEMFULL-1). */
    public boolean waitsUnsignaled(DispatcherObject object) {
        return false;
    }
}
