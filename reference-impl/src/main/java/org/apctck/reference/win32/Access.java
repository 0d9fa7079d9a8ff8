package org.apctck.reference.win32;

/** Access rights: a handle carries some, each function needs some. */
final class Access {
    static final int SYNCHRONIZE = 0x10_0000;
    static final int THREAD_TERMINATE = 0x1;
    static final int THREAD_SUSPEND_RESUME = 0x2;
    static final int THREAD_SET_CONTEXT = 0x10;
    static final int THREAD_QUERY_INFORMATION = 0x40;
    static final int PROCESS_DUP_HANDLE = 0x40;
    static final int THREAD_QUERY_LIMITED_INFORMATION = 0x800;
    static final int EVENT_MODIFY_STATE = 0x2;
    static final int SEMAPHORE_MODIFY_STATE = 0x2;
    static final int TIMER_MODIFY_STATE = 0x2;
    /** No right is needed: ReleaseMutex asks who owns the mutex instead. */
    static final int NONE = 0;
    /** Every right there is: what the one who creates an object gets. */
    static final int ALL = 0x1F_FFFF;

    private Access() {}

    /** What a handle to a thread grants when {@code desired} was asked for: querying includes limited querying. */
    static int grantedForThread(int desired) {
        return (desired & THREAD_QUERY_INFORMATION) != 0 ? desired | THREAD_QUERY_LIMITED_INFORMATION : desired;
    }
}
