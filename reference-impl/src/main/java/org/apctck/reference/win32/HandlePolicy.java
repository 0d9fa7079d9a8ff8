package org.apctck.reference.win32;

import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.Policy;

/** What is decided about handles: which access a use requires, and what the pseudo handles stand for. */
public class HandlePolicy extends Policy {
    /** Every decision as documented. */
    public static final HandlePolicy DOCUMENTED = new HandlePolicy();

    protected HandlePolicy() {}

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
        MODIFY_TIMER(Access.TIMER_MODIFY_STATE),
        TRANSFER(Access.NONE),
        CANCEL(Access.NONE),
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
    public int access(KThread caller, Purpose purpose) {
        return purpose.access();
    }

    /** The access of the handle that CreateThread returns: every right (THREAD-ALLACCESS-1). */
    public int accessOfNewThread(KThread caller) {
        return Access.ALL;
    }

    /** The access of the handle that CreateWaitableTimerExW returns: what was asked for (TIMER-CREATE-EX-ACCESS-1). */
    public int accessOfNewTimer(KThread caller, int asked) {
        return asked;
    }

    /** Whether the value of GetCurrentThread stands for the caller (QUEUE-SELF-1). */
    public boolean knowsPseudoHandle(KThread caller) {
        return true;
    }

    /** The thread that the value of GetCurrentThread stands for: the one that uses it (QUEUE-SELF-1). */
    public KThread current(Kernel kernel, KThread caller) {
        return caller;
    }

    /** Whether a duplicate of that value stands for the thread that made it (QUEUE-SELF-1). */
    public boolean duplicatesThread(KThread caller) {
        return true;
    }

    /** Whether the value of GetCurrentProcess stands for the process where an object is waited for (KERNEL-PROCESS-WAIT-1). */
    public boolean waitsForProcess(KThread caller) {
        return true;
    }
}
