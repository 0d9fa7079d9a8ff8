package org.apctck.reference.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.reference.kernel.Deadline;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.win32.Win32Call;
import org.apctck.reference.win32.Win32Process;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.ParameterType;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/** One planned call in its process: looks up its operands, calls, binds what it wrote. */
final class Invocation extends Win32Call {
    private static final int[] NO_OBJECTS = {};
    private static final long[] NOTHING = {};
    /** A due time counts 100 ns. */
    private static final long UNITS_PER_MICRO = 10;

    private final Machine machine;
    private final Win32Process win32;
    private final Plan plan;
    private final ModelThread thread;
    private final KThread caller;
    private final PlannedCall call;
    private final Choice choice;
    /** What the call has written, by the index of the argument. */
    private final long[] written;

    Invocation(Machine machine, ModelThread thread, PlannedCall call, Choice choice) {
        super(call.function());
        this.machine = machine;
        this.win32 = machine.win32();
        this.plan = machine.plan();
        this.thread = thread;
        this.caller = thread.kernelThread;
        this.call = call;
        this.choice = choice;
        this.written =
                call.slots().length == 0 ? NOTHING : new long[call.operands().size()];
    }

    /** Makes the call; of one that acts twice the first act. */
    long invoke() {
        return answered(plan.results().performs(caller, call.function()) ? effect() : feigned(call.function()));
    }

    private long answered(long value) {
        return hasReturned(value) ? plan.results().answer(caller, call.function(), value) : value;
    }

    /** Whether that is what a call returns, and not that it waits or is between its acts. */
    static boolean hasReturned(long value) {
        return value != Win32Process.WAITING && value != Win32Process.BETWEEN;
    }

    /** What a call answers that has done nothing and does not say so. */
    private static long feigned(ApiFunction function) {
        return function.returnType() == ReturnType.WAIT || function.returnType() == ReturnType.SUSPEND_COUNT ? 0 : 1;
    }

    /** Makes the first act of a call that acts twice again; false where that fails. */
    boolean actAgain() {
        boolean hasActed = win32.call(this) == Win32Process.BETWEEN;
        if (hasActed) {
            machine.kernel().drop(machine.kernel().object(kept())); // no second act comes
        }
        return hasActed;
    }

    /** Makes the second act. */
    long proceed() {
        return answered(win32.proceed(this));
    }

    private long effect() {
        if (call.function().effect() == Effect.QUEUES_APC && argument(Role.ROUTINE) != 0) {
            ModelThread target = target();
            if (target != null && plan.delivery().waitsToQueue(caller, target.isInApcRoutine())) {
                machine.kernel().wait(caller, NO_OBJECTS, false, false, Deadline.NEVER, choice);
                return Win32Process.WAITING;
            }
        }
        return win32.call(this);
    }

    /** The thread that the call acts upon, or null if its handle is that of none. */
    @Nullable
    ModelThread target() {
        KThread target = win32.thread(caller, argument(Role.THREAD));
        return target == null ? null : machine.thread(target);
    }

    @Override
    protected boolean isAlertable() {
        boolean asked =
                call.function().has(Role.ALERTABLE) && plan.arguments().isTrue(caller, argument(Role.ALERTABLE));
        return plan.delivery().isAlertable(caller, call.function(), asked, timeoutMillis(), thread.isInApcRoutine());
    }

    /** The time-out as given, of a call that can block. */
    long timeoutMillis() {
        return argument(Role.TIMEOUT);
    }

    /**
     * Which of its objects a wait that has blocked for any of them reports: the one that ended it, or the first that is signaled by
     * now (RETURN-WFMO-INDEX-BLOCKED-1). Where the one that ended it was taken, that settles it.
     */
    int reported(int status) {
        boolean several = call.function().has(Role.ALL);
        if (!several || argument(Role.ALL) != 0 || status <= NtStatus.WAIT_0 || status >= NtStatus.ABANDONED_WAIT_0) {
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
        return plan.results().answer(caller, call.function(), Win32Process.result(call.function(), status));
    }

    /** Binds the result and the out-parameters. */
    void bind(long value) {
        if (call.binding() >= 0) {
            machine.setVariable(call.binding(), value);
        }
        if (!call.function().returnType().isFailure(value)) {
            for (int slot : call.slots()) {
                machine.setVariable(out(slot).index(), written[slot]);
            }
        }
    }

    /** The number of the event that the return of this call is. */
    int returned(long result) {
        long value = plan.results().told(caller, call.function(), result);
        ReturnType type = call.function().returnType();
        boolean failed = type.isFailure(value);
        boolean tellsSlots = !failed && call.slots().length > 0;
        if (!failed && !tellsSlots && type != ReturnType.THREAD_ID) {
            return machine.returned(type, value);
        }
        String lastError = failed ? ReturnType.ERROR_CODE.write(win32.getLastError(caller)) : null;
        String what = type == ReturnType.THREAD_ID ? machine.threadIdText(value) : type.write(value);
        if (!tellsSlots) {
            return machine.returned(what, lastError, Map.of());
        }
        Map<String, String> slots = new LinkedHashMap<>();
        for (int slot : call.slots()) {
            slots.put(out(slot).name(), slotText(out(slot)));
        }
        return machine.returned(what, lastError, slots);
    }

    private Operand.Out out(int argument) {
        return (Operand.Out) call.operands().get(argument);
    }

    private String slotText(Operand.Out slot) {
        long value = machine.variable(slot.index());
        return slot.type() == ParameterType.OUT_THREAD_ID
                ? machine.threadIdText(value)
                : slot.type().write(value);
    }

    // As its function sees it

    @Override
    protected KThread caller() {
        return caller;
    }

    @Override
    protected Choice choice() {
        return choice;
    }

    @Override
    protected long value(int index) {
        return value(call.operands().get(index));
    }

    @Override
    protected long @Nullable [] values(int index) {
        return call.operands().get(index) instanceof Operand.Sequence list
                ? list.items().stream().mapToLong(this::value).toArray()
                : null;
    }

    @Override
    protected void write(int index, long value) {
        if (written.length > 0) {
            written[index] = value;
        }
    }

    @Override
    protected void created(KThread made) {
        machine.addThread(call.bindingName(), made, argument(Role.ROUTINE), argument(Role.DATA));
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
            return thread == null ? 0 : Win32Process.threadId(thread);
        }
        if (operand instanceof Operand.Due due) {
            return due.time().units(UNITS_PER_MICRO * machine.kernel().utcMicros());
        }
        throw new IllegalArgumentException("not a number: " + operand);
    }
}
