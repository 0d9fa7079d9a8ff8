package org.apctck.reference.win32;

import java.util.Arrays;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.DispatcherObject;
import org.apctck.reference.kernel.KEvent;
import org.apctck.reference.kernel.KMutex;
import org.apctck.reference.kernel.KProcess;
import org.apctck.reference.kernel.KSemaphore;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.Win32Policy.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * One process as Win32 shows it: handles with access rights, return values and last errors over the {@link Kernel}.
 *
 * <p>Every method is one call by {@code caller} and returns at once with the value of the C function, zero-extended. A
 * function that can block returns {@link #WAITING}: the caller is then in a kernel wait, or has just been in one, and what it
 * returns is {@link #waitResult} of its status once that is no longer pending. Nothing here schedules, parks or runs APCs.
 *
 * <p>A failed call sets the last error of the caller; a successful one leaves it alone.
 */
public final class Win32Layer {
    /** Returned by a function that has begun a wait; no function returns this value otherwise. */
    public static final long WAITING = Long.MIN_VALUE;

    public static final long CURRENT_PROCESS = -1;
    public static final long CURRENT_THREAD = -2;

    /** The time-out that never elapses. */
    static final long INFINITE = 0xFFFF_FFFFL;

    private static final long FAILED = 0xFFFF_FFFFL;
    private static final int DUPLICATE_CLOSE_SOURCE = 1;
    private static final int DUPLICATE_SAME_ACCESS = 2;
    private static final int[] NO_OBJECTS = {};

    private final Kernel kernel;
    private final Win32Policy policy;
    private final HandleTable handles;
    private final KProcess process;
    /** By thread id. The array is never changed, only replaced, so copies share it. */
    private int[] lastErrors;

    /** A process with the given kernel to itself and no handles. */
    public Win32Layer(Kernel kernel) {
        this(kernel, Win32Policy.DOCUMENTED);
    }

    /** A process with the given kernel to itself, no handles, and the decisions of {@code policy}. */
    public Win32Layer(Kernel kernel, Win32Policy policy) {
        this.kernel = kernel;
        this.policy = policy;
        this.handles = new HandleTable();
        this.process = kernel.createProcess();
        this.lastErrors = new int[0];
    }

    /** The same process over a copy of its kernel. */
    public Win32Layer(Win32Layer other, Kernel kernel) {
        this(other, kernel, other.policy);
    }

    /** The same process over a copy of its kernel, with the decisions of {@code policy} from here on. */
    public Win32Layer(Win32Layer other, Kernel kernel, Win32Policy policy) {
        this.kernel = kernel;
        this.policy = policy;
        this.handles = new HandleTable(other.handles);
        this.process = (KProcess) kernel.object(other.process.id());
        this.lastErrors = other.lastErrors;
    }

    /** Writes everything that what happens next depends on, without the kernel. */
    public void writeTo(StateWriter out) {
        handles.writeTo(out);
        out.put(lastErrors);
    }

    // Threads

    /** Makes a thread of the cast; the driver lets it begin. */
    public long createThread(boolean suspended) {
        return open(kernel.createThread(suspended));
    }

    /** @return a handle with all access; the driver lets the thread begin */
    public long createThread(KThread caller, boolean suspended) {
        return handles.open(
                kernel.createThread(suspended).id(), policy.at(caller).accessOfNewThread());
    }

    /** @return the previous suspend count, or 0xFFFFFFFF */
    public long resumeThread(KThread caller, long handle, Choice choice) {
        return find(caller, handle, KThread.class, Purpose.RESUME) instanceof KThread thread
                ? count(caller, kernel.resume(thread, choice))
                : FAILED;
    }

    /** @return the previous suspend count, or 0xFFFFFFFF */
    public long suspendThread(KThread caller, long handle, Choice choice) {
        return find(caller, handle, KThread.class, Purpose.SUSPEND) instanceof KThread thread
                ? count(caller, kernel.suspend(thread, caller, choice))
                : FAILED;
    }

    public void exitThread(KThread caller, int exitCode, Choice choice) {
        kernel.end(caller, exitCode, choice);
    }

    public long terminateThread(KThread caller, long handle, int exitCode, Choice choice) {
        if (find(caller, handle, KThread.class, Purpose.TERMINATE) instanceof KThread thread) {
            kernel.terminate(thread, caller, exitCode, choice);
            return 1;
        }
        return 0;
    }

    /** @return nonzero with the code in {@code exitCode[0]}, or 0 */
    public long getExitCodeThread(KThread caller, long handle, long[] exitCode) {
        if (find(caller, handle, KThread.class, Purpose.QUERY) instanceof KThread thread) {
            exitCode[0] = policy.at(caller).exitCodeTold(thread) & FAILED;
            return 1;
        }
        return 0;
    }

    /** Thread ids are multiples of four, as handles are, and never 0. */
    public static long threadId(KThread thread) {
        return 4L * (thread.id() + 1);
    }

    /** @return a handle with the access asked for, or NULL and 87 for an id that is not that of a thread */
    public long openThread(KThread caller, int access, long threadId) {
        long id = threadId / 4 - 1;
        if (threadId % 4 == 0 && kernel.has(id) && kernel.object((int) id) instanceof KThread thread) {
            return handles.open(thread.id(), Access.grantedForThread(access));
        }
        return fail(caller, NtStatus.INVALID_PARAMETER, 0);
    }

    // Handles

    /** @return nonzero with the new handle in {@code target[0]}, or 0 */
    public long duplicateHandle(
            KThread caller,
            long sourceProcess,
            long source,
            long targetProcess,
            long[] target,
            int access,
            int options) {
        if (find(caller, sourceProcess, KProcess.class, Purpose.DUPLICATE_IN) == null) {
            return 0;
        }
        DispatcherObject object = find(caller, source, DispatcherObject.class, Purpose.DUPLICATE);
        if (object == null) {
            return 0;
        }
        boolean same = (options & DUPLICATE_SAME_ACCESS) != 0;
        int asked = object instanceof KThread ? Access.grantedForThread(access) : access;
        int granted = same ? accessOf(source) : asked;
        if ((options & DUPLICATE_CLOSE_SOURCE) != 0) {
            closeHandle(caller, source); // also if the rest fails, as the page says of the flag
        }
        if (find(caller, targetProcess, KProcess.class, Purpose.DUPLICATE_IN) == null) {
            return 0;
        }
        target[0] = source == CURRENT_THREAD && !policy.at(caller).duplicatesThread()
                ? CURRENT_THREAD
                : handles.open(object.id(), granted);
        return 1;
    }

    /** Closing a pseudo handle has no effect. */
    public long closeHandle(KThread caller, long handle) {
        if (isPseudoHandle(handle)) {
            return 1;
        }
        if (!handles.isOpen(handle)) {
            return fail(caller, NtStatus.INVALID_HANDLE, 0);
        }
        handles.close(handle);
        return 1;
    }

    // APCs

    /** @return nonzero, or 0 and 31 for a thread that has ended */
    public long queueUserApc(KThread caller, UserApc apc, long handle, Choice choice) {
        if (find(caller, handle, KThread.class, Purpose.QUEUE_APC) instanceof KThread thread) {
            return result(
                    caller,
                    kernel.queueUserApc(
                            policy.at(caller).receiver(caller, thread),
                            policy.at(caller).queued(apc),
                            choice));
        }
        return 0;
    }

    /** QueueUserAPC without a routine. @return 0 and 87, or nonzero, as it is read; nothing is queued (QUEUE-NULLFN-1) */
    public long queueNothing(KThread caller, long handle, Choice choice) {
        if (find(caller, handle, KThread.class, Purpose.QUEUE_APC) == null) {
            return 0;
        }
        return choice.choose(ChoicePoint.NULL_ROUTINE, 2) == 0 ? fail(caller, NtStatus.INVALID_PARAMETER, 0) : 1;
    }

    // Waits

    /** @return {@link #WAITING} */
    public long sleepEx(KThread caller, long millis, boolean alertable, Choice choice) {
        kernel.wait(caller, NO_OBJECTS, false, alertable, deadline(caller, millis), choice);
        return WAITING;
    }

    /** @return {@link #WAITING}, or WAIT_FAILED */
    public long waitForSingleObjectEx(KThread caller, long handle, long millis, boolean alertable, Choice choice) {
        return wait(caller, new long[] {handle}, false, millis, alertable, choice);
    }

    /**
     * A wait for several objects. What no page says is a reading: whether it takes a pseudo handle (RETURN-WFMO-PSEUDO-1), and
     * whether an object may stand twice in a wait for all (RETURN-WFMO-TWICE-1).
     *
     * @return {@link #WAITING}, or WAIT_FAILED; 87 for no object or more than 64
     */
    public long waitForMultipleObjectsEx(
            KThread caller, long[] waited, boolean all, long millis, boolean alertable, Choice choice) {
        if (!policy.at(caller).takesHandles(waited.length)) {
            return fail(caller, NtStatus.INVALID_PARAMETER, FAILED);
        }
        boolean refused = Arrays.stream(waited).anyMatch(handle -> isRefusedAmongSeveral(caller, handle))
                || Arrays.stream(waited).anyMatch(Win32Layer::isPseudoHandle)
                        && choice.choose(ChoicePoint.PSEUDO_HANDLE_AMONG_SEVERAL, 2) == 1;
        return refused
                ? fail(caller, NtStatus.INVALID_HANDLE, FAILED)
                : wait(caller, waited, all, millis, alertable, choice);
    }

    private boolean isRefusedAmongSeveral(KThread caller, long handle) {
        return handles.isOpen(handle) && !policy.at(caller).takesAmongSeveral(kernel.object(handles.object(handle)));
    }

    private long wait(KThread caller, long[] waited, boolean all, long millis, boolean alertable, Choice choice) {
        int[] objects = new int[waited.length];
        for (int i = 0; i < waited.length; i++) {
            DispatcherObject object = find(caller, waited[i], DispatcherObject.class, Purpose.WAIT);
            if (object == null) {
                return FAILED;
            }
            objects[i] = object.id();
        }
        if (all && Arrays.stream(objects).distinct().count() < objects.length) {
            if (choice.choose(ChoicePoint.OBJECT_TWICE_IN_WAIT_FOR_ALL, 2) == 0) {
                return fail(caller, NtStatus.INVALID_PARAMETER, FAILED);
            }
            objects = Arrays.stream(objects).distinct().toArray();
        }
        kernel.wait(caller, objects, all, alertable, deadline(caller, millis), choice);
        return WAITING;
    }

    /**
     * The first half of SignalObjectAndWait: checks both handles and signals the first.
     *
     * @return nonzero if the wait is to follow, or 0 where the call has failed with WAIT_FAILED
     */
    public long signalForWait(KThread caller, long signaled, long waited, Choice choice) {
        DispatcherObject toSignal = find(caller, signaled, DispatcherObject.class, Purpose.SIGNAL);
        if (toSignal == null || find(caller, waited, DispatcherObject.class, Purpose.WAIT) == null) {
            return 0;
        }
        if (!policy.at(caller).signals(toSignal, kernel.hasUserApc(caller))) {
            return 1;
        }
        return signal(caller, signaled, toSignal, choice) != 0
                        || policy.at(caller).waitsUnsignaled(toSignal)
                ? 1
                : 0;
    }

    private long signal(KThread caller, long signaled, DispatcherObject toSignal, Choice choice) {
        if (toSignal instanceof KEvent) {
            return setEvent(caller, signaled, choice);
        }
        if (toSignal instanceof KMutex) {
            return releaseMutex(caller, signaled, choice);
        }
        return toSignal instanceof KSemaphore
                ? releaseSemaphore(caller, signaled, policy.at(caller).unitsToRelease(), new long[1], choice)
                : fail(caller, NtStatus.OBJECT_TYPE_MISMATCH, 0);
    }

    /** What a wait function returns when its wait has ended with {@code status}. */
    public static long waitResult(int status) {
        return status;
    }

    /** What SleepEx returns when its delay has ended with {@code status}: 0 for the time, not WAIT_TIMEOUT. */
    public static long sleepResult(int status) {
        return status == NtStatus.TIMEOUT ? 0 : status;
    }

    // Objects

    public long createEvent(KThread caller, boolean manualReset, boolean signaled) {
        return open(kernel.createEvent(
                policy.at(caller).isManualReset(manualReset), policy.at(caller).isInitiallySignaled(signaled)));
    }

    public long setEvent(KThread caller, long handle, Choice choice) {
        if (find(caller, handle, KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            kernel.setEvent(event, choice);
            return 1;
        }
        return 0;
    }

    public long resetEvent(KThread caller, long handle) {
        if (find(caller, handle, KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            kernel.resetEvent(event);
            return 1;
        }
        return 0;
    }

    public long pulseEvent(KThread caller, long handle, Choice choice) {
        if (find(caller, handle, KEvent.class, Purpose.MODIFY_EVENT) instanceof KEvent event) {
            kernel.pulseEvent(event, choice);
            return 1;
        }
        return 0;
    }

    public long createMutex(KThread caller, boolean initialOwner, Choice choice) {
        KMutex mutex = kernel.createMutex();
        if (policy.at(caller).isInitiallyOwned(initialOwner)) {
            kernel.wait(caller, new int[] {mutex.id()}, false, false, kernel.nowMicros(), choice);
        }
        return open(mutex);
    }

    /** @return nonzero, or 0 and 288 if the caller does not own the mutex */
    public long releaseMutex(KThread caller, long handle, Choice choice) {
        return find(caller, handle, KMutex.class, Purpose.RELEASE_MUTEX) instanceof KMutex mutex
                ? result(caller, kernel.releaseMutex(mutex, caller, choice))
                : 0;
    }

    /** @return a handle, or NULL and 87 for a maximum below 1 or a count outside 0 to the maximum */
    public long createSemaphore(KThread caller, int count, int maximum) {
        return policy.at(caller).takesCounts(count, maximum)
                ? open(kernel.createSemaphore(
                        policy.at(caller).initialCount(count), policy.at(caller).maximumCount(maximum)))
                : fail(caller, NtStatus.INVALID_PARAMETER, 0);
    }

    /** @return nonzero with the previous count in {@code previous[0]}, or 0 and 87 or 298 with nothing changed */
    public long releaseSemaphore(KThread caller, long handle, int more, long[] previous, Choice choice) {
        if (find(caller, handle, KSemaphore.class, Purpose.RELEASE_SEMAPHORE) instanceof KSemaphore semaphore) {
            int before = semaphore.count();
            int status = kernel.releaseSemaphore(semaphore, more, choice);
            if (status == NtStatus.SUCCESS) {
                previous[0] = policy.at(caller).previousCount(before, more);
            }
            return result(caller, status);
        }
        return 0;
    }

    // Errors

    public long getLastError(KThread caller) {
        return caller.id() < lastErrors.length ? lastErrors[caller.id()] & FAILED : 0;
    }

    public void setLastError(KThread caller, int code) {
        lastErrors = Arrays.copyOf(lastErrors, Math.max(lastErrors.length, caller.id() + 1));
        lastErrors[caller.id()] = code;
    }

    /** The thread behind a handle that the driver has just got from {@link #createThread}. */
    public KThread thread(long handle) {
        return (KThread) kernel.object(handles.object(handle));
    }

    /** The thread behind a handle that a caller names, for the driver: no rights are asked; null if it is not a handle to a thread. */
    public @Nullable KThread thread(KThread caller, long handle) {
        if (handle == CURRENT_THREAD) {
            return caller;
        }
        return handles.isOpen(handle) && kernel.object(handles.object(handle)) instanceof KThread thread
                ? thread
                : null;
    }

    /** Whether a handle is one to an object that is signaled and stays so whoever waits for it; no rights are asked. */
    public boolean isSignaledForGood(KThread caller, long handle) {
        if (!handles.isOpen(handle)) {
            return false;
        }
        DispatcherObject object = kernel.object(handles.object(handle));
        return !object.isConsumed() && object.isSignaledFor(caller);
    }

    private long open(DispatcherObject object) {
        return handles.open(object.id(), Access.ALL);
    }

    /** The object behind a handle, or null with the last error set: 6 if there is none of that type, 5 without the access. */
    private @Nullable DispatcherObject find(
            KThread caller, long handle, Class<? extends DispatcherObject> type, Purpose purpose) {
        DispatcherObject object;
        if (handle == CURRENT_THREAD && policy.at(caller).knowsPseudoHandle()) {
            object = policy.at(caller).current(kernel, caller);
        } else if (handle == CURRENT_PROCESS
                && (purpose != Purpose.WAIT || policy.at(caller).waitsForProcess())) {
            object = process;
        } else if (handles.isOpen(handle)) {
            object = kernel.object(handles.object(handle));
        } else {
            fail(caller, NtStatus.INVALID_HANDLE, 0);
            return null;
        }
        if (!type.isInstance(object)) {
            fail(caller, NtStatus.OBJECT_TYPE_MISMATCH, 0);
            return null;
        }
        if ((policy.at(caller).access(purpose) & ~accessOf(handle)) != 0) {
            fail(caller, NtStatus.ACCESS_DENIED, 0);
            return null;
        }
        return object;
    }

    private int accessOf(long handle) {
        return isPseudoHandle(handle) ? Access.ALL : handles.access(handle);
    }

    private static boolean isPseudoHandle(long handle) {
        return handle == CURRENT_PROCESS || handle == CURRENT_THREAD;
    }

    private long count(KThread caller, int status) {
        // With a fault a count may be below zero, and no status: -1 reads as a failure without a last error then.
        return NtStatus.isError(status) && status != -1 ? fail(caller, status, FAILED) : status & FAILED;
    }

    private long result(KThread caller, int status) {
        return NtStatus.isError(status) ? fail(caller, status, 0) : 1;
    }

    private long fail(KThread caller, int status, long value) {
        setLastError(caller, policy.at(caller).lastError(status));
        return value;
    }

    private long deadline(KThread caller, long millis) {
        return Deadline.after(kernel.nowMicros(), policy.at(caller).timeoutMillis(millis));
    }
}
