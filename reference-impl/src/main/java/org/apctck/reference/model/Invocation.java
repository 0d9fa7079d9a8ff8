package org.apctck.reference.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.Win32Layer;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.ReturnType;
import org.apctck.spec.Role;
import org.apctck.spec.Symbols;
import org.jspecify.annotations.Nullable;

/** Makes one planned call on the Win32 layer: looks up its operands, calls, binds what it wrote. */
final class Invocation {
    private static final int CREATE_SUSPENDED = 4;
    private static final long INFINITE = 0xFFFF_FFFFL;

    private final Machine machine;
    private final Win32Layer win32;
    private final ModelThread thread;
    private final KThread caller;
    private final PlannedCall call;
    private final Choice choice;
    private final long[] out = {0};

    Invocation(Machine machine, ModelThread thread, PlannedCall call, Choice choice) {
        this.machine = machine;
        this.win32 = machine.win32();
        this.thread = thread;
        this.caller = thread.kernelThread;
        this.call = call;
        this.choice = choice;
    }

    /** Makes the call; for SignalObjectAndWait its first half. */
    long invoke() {
        long value = policy().performs(call.function()) ? effect() : feigned(call.function());
        return value == Win32Layer.WAITING ? value : policy().answer(call.function(), value);
    }

    /** What a call answers that has done nothing and does not say so. */
    private static long feigned(ApiFunction function) {
        return function.returnType() == ReturnType.WAIT || function.returnType() == ReturnType.SUSPEND_COUNT ? 0 : 1;
    }

    /** Signals the first object of SignalObjectAndWait again; false where that fails. */
    boolean signalAgain() {
        return win32.signalForWait(caller, arg(0), arg(1), choice) != 0;
    }

    private long effect() {
        return switch (call.function()) {
            case CREATE_THREAD -> createThread();
            case RESUME_THREAD -> win32.resumeThread(caller, arg(0), choice);
            case SUSPEND_THREAD -> win32.suspendThread(caller, arg(0), choice);
            case EXIT_THREAD -> nothing(() -> win32.exitThread(caller, (int) arg(0), choice));
            case TERMINATE_THREAD -> win32.terminateThread(caller, arg(0), (int) arg(1), choice);
            case GET_EXIT_CODE_THREAD -> win32.getExitCodeThread(caller, arg(0), out);
            case GET_CURRENT_THREAD_ID -> Win32Layer.threadId(caller);
            case GET_CURRENT_THREAD -> Win32Layer.CURRENT_THREAD;
            case GET_CURRENT_PROCESS -> Win32Layer.CURRENT_PROCESS;
            case OPEN_THREAD -> win32.openThread(caller, (int) arg(0), arg(2));
            case DUPLICATE_HANDLE ->
                win32.duplicateHandle(caller, arg(0), arg(1), arg(2), out, (int) arg(4), (int) arg(6));
            case CLOSE_HANDLE -> win32.closeHandle(caller, arg(0));
            case QUEUE_USER_APC -> queueUserApc();
            case SLEEP -> win32.sleepEx(caller, arg(0), alertable(), choice);
            case SLEEP_EX -> win32.sleepEx(caller, arg(0), alertable(), choice);
            case WAIT_FOR_SINGLE_OBJECT -> win32.waitForSingleObjectEx(caller, arg(0), arg(1), alertable(), choice);
            case WAIT_FOR_SINGLE_OBJECT_EX -> win32.waitForSingleObjectEx(caller, arg(0), arg(1), alertable(), choice);
            case WAIT_FOR_MULTIPLE_OBJECTS ->
                win32.waitForMultipleObjectsEx(caller, handles(), arg(2) != 0, arg(3), alertable(), choice);
            case WAIT_FOR_MULTIPLE_OBJECTS_EX ->
                win32.waitForMultipleObjectsEx(caller, handles(), arg(2) != 0, arg(3), alertable(), choice);
            case SIGNAL_OBJECT_AND_WAIT ->
                win32.signalForWait(caller, arg(0), arg(1), choice) != 0 ? Win32Layer.WAITING : 0xFFFF_FFFFL;
            case CREATE_EVENT -> win32.createEvent(caller, arg(1) != 0, arg(2) != 0);
            case SET_EVENT -> win32.setEvent(caller, arg(0), choice);
            case RESET_EVENT -> win32.resetEvent(caller, arg(0));
            case PULSE_EVENT -> win32.pulseEvent(caller, arg(0), choice);
            case CREATE_MUTEX -> win32.createMutex(caller, arg(1) != 0, choice);
            case RELEASE_MUTEX -> win32.releaseMutex(caller, arg(0), choice);
            case CREATE_SEMAPHORE -> win32.createSemaphore(caller, (int) arg(1), (int) arg(2));
            case RELEASE_SEMAPHORE -> win32.releaseSemaphore(caller, arg(0), (int) arg(1), out, choice);
            case GET_LAST_ERROR -> win32.getLastError(caller);
            case SET_LAST_ERROR -> nothing(() -> win32.setLastError(caller, (int) arg(0)));
        };
    }

    private long queueUserApc() {
        if (arg(0) == 0) {
            return win32.queueNothing(caller, arg(1), choice);
        }
        ModelThread target = target();
        if (target != null && policy().waitsToQueue(target.isInApcRoutine())) {
            return win32.sleepEx(caller, INFINITE, false, choice);
        }
        return win32.queueUserApc(caller, new UserApc(arg(0), arg(2)), arg(1), choice);
    }

    /** The thread that QueueUserAPC is given, or null if it is none. */
    @Nullable
    ModelThread target() {
        KThread target = win32.thread(caller, arg(1));
        return target == null ? null : machine.thread(target);
    }

    private DeliveryPolicy policy() {
        return machine.plan().conduct().delivery().at(caller);
    }

    private boolean alertable() {
        boolean asked = call.function().has(Role.ALERTABLE) && policy().isTrue(arg(Role.ALERTABLE));
        return policy().isAlertable(call.function(), asked, timeoutMillis(), thread.isInApcRoutine(), caller);
    }

    /** The time-out as given, of a call that can block. */
    long timeoutMillis() {
        return arg(Role.TIMEOUT);
    }

    /** The second half of SignalObjectAndWait. */
    void waitAfterSignal() {
        win32.waitForSingleObjectEx(caller, arg(1), arg(2), alertable(), choice);
    }

    /**
     * Which of its objects a wait that has blocked for any of them reports: the one that ended it, or the first that is signaled by
     * now (RETURN-WFMO-INDEX-BLOCKED-1). Where the one that ended it was taken, that settles it.
     */
    int reported(int status) {
        boolean several = call.function().has(Role.ALL);
        if (!several || arg(Role.ALL) != 0 || status <= NtStatus.WAIT_0 || status >= NtStatus.ABANDONED_WAIT_0) {
            return status;
        }
        long[] handles = handles();
        if (win32.isSignaledForGood(caller, handles[status - NtStatus.WAIT_0])) {
            for (int i = 0; i < status - NtStatus.WAIT_0; i++) {
                if (win32.isSignaledForGood(caller, handles[i])) {
                    return choice.choose(ChoicePoint.INDEX_OF_BLOCKED_WAIT, 2) == 1 ? NtStatus.WAIT_0 + i : status;
                }
            }
        }
        return status;
    }

    /** What the wait of this call returns now that it has ended with {@code status}. */
    long resultOf(int status) {
        return policy().answer(
                        call.function(),
                        call.function().returnType() == ReturnType.WAIT
                                ? Win32Layer.waitResult(status)
                                : Win32Layer.sleepResult(status));
    }

    /** Binds the result and the out-parameters. */
    void bind(long value) {
        if (call.binding() >= 0) {
            machine.setVariable(call.binding(), value);
        }
        Operand.@Nullable Out slot = call.slot();
        if (slot != null && !call.function().returnType().isFailure(value)) {
            machine.setVariable(slot.index(), out[0]);
        }
    }

    /** The number of the event that the return of this call is. */
    int returned(long result) {
        long value = policy().told(call.function(), result);
        ReturnType type = call.function().returnType();
        boolean failed = type.isFailure(value);
        Operand.@Nullable Out slot = call.slot();
        if (!failed && slot == null && type != ReturnType.THREAD_ID) {
            return machine.returned(type, value);
        }
        String lastError = failed ? ReturnType.ERROR_CODE.write(win32.getLastError(caller)) : null;
        String what = type == ReturnType.THREAD_ID ? machine.threadIdText(value) : type.write(value);
        if (slot == null || failed) {
            return machine.returned(what, lastError, Map.of());
        }
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put(slot.name(), slotText(slot));
        return machine.returned(what, lastError, slots);
    }

    private String slotText(Operand.Out slot) {
        long value = machine.variable(slot.index());
        return switch (call.function()) {
            case CREATE_THREAD -> machine.threadIdText(value);
            case DUPLICATE_HANDLE -> ReturnType.HANDLE.write(value);
            case GET_EXIT_CODE_THREAD -> Symbols.exitCode(value);
            default -> Symbols.number(value);
        };
    }

    private long createThread() {
        boolean suspended = (arg(4) & CREATE_SUSPENDED) != 0;
        long handle = win32.createThread(caller, suspended);
        KThread thread = win32.thread(handle);
        out[0] = Win32Layer.threadId(thread);
        machine.addThread(call.bindingName(), thread, arg(2), arg(3));
        return handle;
    }

    private long[] handles() {
        if (!(call.operands().get(1) instanceof Operand.Sequence list)) {
            return new long[0];
        }
        List<Operand> items = list.items();
        int count = (int) Math.min(arg(0), items.size());
        if (arg(0) > items.size()) {
            // The C function would read past the array; a program cannot, so the count is judged before the handles.
            return new long[(int) Math.min(arg(0), 65)];
        }
        long[] handles = new long[count];
        for (int i = 0; i < count; i++) {
            handles[i] = value(items.get(i));
        }
        return handles;
    }

    private long arg(Role role) {
        return arg(call.function().at(role));
    }

    private long arg(int index) {
        return value(call.operands().get(index));
    }

    private long value(Operand operand) {
        if (operand instanceof Operand.Fixed fixed) {
            return fixed.value();
        }
        if (operand instanceof Operand.Variable variable) {
            return machine.variable(variable.index());
        }
        if (operand instanceof Operand.ThreadId id) {
            KThread thread = win32.thread(caller, machine.variable(id.index()));
            return thread == null ? 0 : Win32Layer.threadId(thread);
        }
        throw new IllegalArgumentException("not a number: " + operand);
    }

    private static long nothing(Runnable effect) {
        effect.run();
        return 0;
    }

    static boolean isSignalAndWait(PlannedCall call) {
        return call.function() == ApiFunction.SIGNAL_OBJECT_AND_WAIT;
    }
}
