package org.apctck.spec.stage;

import java.util.List;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.DueTime;
import org.apctck.spec.api.Effect;
import org.apctck.spec.api.Role;
import org.apctck.spec.api.Value;
import org.jspecify.annotations.Nullable;

/**
 * What calls do to the threads and handles that the stage keeps count of: without it the stage could not tell a suspended
 * thread from one that hangs, nor whose identifier it sees.
 */
final class Effects {
    private static final long CREATE_SUSPENDED = 0x4;
    private static final long DUPLICATE_CLOSE_SOURCE = 0x1;

    /** How often a thread gives way to one that tells of a suspension. */
    private static final int TELLING_MAX = 1000;

    private final Scene scene;
    private final Names names;

    Effects(Scene scene) {
        this.scene = scene;
        this.names = scene.names();
    }

    /** To be told before the call, for what another thread may see before it returns. */
    void before(Actor caller, Call call, List<Argument> arguments, @Nullable Actor child) {
        switch (call.function().effect()) {
            case CREATES_THREAD -> {
                if (child != null && (scalar(call, arguments, Role.CREATION) & CREATE_SUSPENDED) != 0) {
                    child.setSuspensions(1);
                }
            }
            case RESUMES_THREAD -> {
                Actor resumed = thread(caller, call, arguments);
                if (resumed != null) {
                    resumed.resumption().announce();
                }
            }
            case SUSPENDS_THREAD -> {
                Actor suspended = thread(caller, call, arguments);
                if (suspended == caller) {
                    caller.setSuspendingItself(true);
                } else if (suspended != null) {
                    caller.setSuspending(new Suspension(suspended));
                }
            }
            case ARMS_TIMER -> caller.setSetting(announced(caller, call));
            case ISSUES_REQUEST, TRANSFERS -> scene.requests().announce(call);
            case NONE,
                    GIVES_WAY,
                    OPENS_THREAD,
                    OPENS_OBJECT,
                    COPIES_HANDLE,
                    CLOSES_HANDLE,
                    NAMES_CALLER,
                    IDENTIFIES_CALLER,
                    QUEUES_APC,
                    ENDS_CALLER,
                    ENDS_THREAD,
                    SIGNALS_OBJECT,
                    PULSES_OBJECT,
                    RESETS_OBJECT,
                    DISARMS_TIMER,
                    CANCELS_REQUESTS -> {}
        }
    }

    private Timers.Setting announced(Actor caller, Call call) {
        long utc = Timers.utc();
        Timers.Setting setting = new Timers.Setting(
                caller,
                call.argument(Role.ROUTINE) instanceof Value.Name routine ? routine.name() : null,
                Value.number(call.argument(Role.DATA)),
                System.nanoTime(),
                utc,
                DueTime.read(call.argument(Role.DUE_TIME)).millis(utc),
                Value.number(call.argument(Role.PERIOD)));
        scene.timers().announce(setting);
        return setting;
    }

    /** To be told after the call, before its result is bound. */
    void after(Actor caller, Call call, List<Argument> arguments, @Nullable Actor child, Answer answer) {
        caller.setSuspendingItself(false);
        if (call.function().returnType().isFailure(answer.value())) {
            failed(caller, call, arguments, child);
        } else {
            succeeded(caller, call, arguments, child, answer);
        }
        caller.setSuspending(null); // only now, so that it can be seen that a suspension is being told of
    }

    private void succeeded(Actor caller, Call call, List<Argument> arguments, @Nullable Actor child, Answer answer) {
        switch (call.function().effect()) {
            case CREATES_THREAD -> created(call, arguments, child, answer.value());
            case OPENS_THREAD -> opened(call, arguments, answer.value());
            case OPENS_OBJECT -> openedObject(answer.value());
            case COPIES_HANDLE -> copied(caller, call, arguments);
            case CLOSES_HANDLE -> names.closed(scalar(call, arguments, Role.HANDLE));
            case NAMES_CALLER -> names.currentThread(answer.value(), caller);
            // None for who suspends itself: it comes here only after it was resumed.
            case SUSPENDS_THREAD -> scene.noteSuspended(caller.suspending());
            case RESUMES_THREAD -> resumed(thread(caller, call, arguments), answer.value());
            case ENDS_THREAD -> terminated(thread(caller, call, arguments));
            case ARMS_TIMER -> armed(caller, scalar(call, arguments, Role.OBJECT));
            case DISARMS_TIMER -> scene.timers().disarmed(scalar(call, arguments, Role.OBJECT), beganNanos(caller));
            case NONE,
                    GIVES_WAY,
                    IDENTIFIES_CALLER,
                    QUEUES_APC,
                    ENDS_CALLER,
                    SIGNALS_OBJECT,
                    PULSES_OBJECT,
                    RESETS_OBJECT,
                    ISSUES_REQUEST,
                    TRANSFERS,
                    CANCELS_REQUESTS -> {}
        }
    }

    private void failed(Actor caller, Call call, List<Argument> arguments, @Nullable Actor child) {
        if (child != null) {
            scene.cast().remove(child);
        }
        if (call.function().effect() == Effect.RESUMES_THREAD) {
            Actor thread = thread(caller, call, arguments);
            if (thread != null) {
                thread.resumption().withdraw();
            }
        }
    }

    private void created(Call call, List<Argument> arguments, @Nullable Actor child, long handle) {
        if (child == null) {
            return;
        }
        names.openedThread(handle, child);
        scene.timers().opened(handle);
        if (arguments.get(call.function().at(Role.IDENTIFIER)) instanceof Argument.Out out
                && out.cell().isWritten()
                && !names.isIdentified(child)) {
            names.identify(child, out.cell().value());
        }
    }

    private void openedObject(long handle) {
        names.opened(handle);
        scene.timers().opened(handle);
    }

    private void armed(Actor caller, long handle) {
        Timers.Setting setting = caller.setting();
        if (setting != null) {
            scene.timers().armed(handle, setting, beganNanos(caller));
        }
    }

    private static long beganNanos(Actor caller) {
        Frame call = caller.top();
        return call == null ? System.nanoTime() : call.beganNanos();
    }

    private void opened(Call call, List<Argument> arguments, long handle) {
        String name = names.threadIdentifiedBy(scalar(call, arguments, Role.IDENTIFIER));
        Actor thread = name == null ? null : scene.cast().find(name);
        if (thread == null) {
            names.opened(handle);
        } else {
            names.openedThread(handle, thread);
        }
        scene.timers().opened(handle);
    }

    private void copied(Actor caller, Call call, List<Argument> arguments) {
        long source = scalar(call, arguments, Role.HANDLE);
        Actor thread = names.thread(source, caller);
        Object object = scene.timers().object(source); // the copy may have the value of a source that is closed
        if ((scalar(call, arguments, Role.OPTIONS) & DUPLICATE_CLOSE_SOURCE) != 0) {
            names.closed(source);
        }
        if (arguments.get(call.function().at(Role.COPY)) instanceof Argument.Out out
                && out.cell().isWritten()) {
            scene.timers().opened(out.cell().value(), object);
            if (thread == null) {
                names.opened(out.cell().value());
            } else {
                names.openedThread(out.cell().value(), thread);
            }
        }
    }

    /**
     * The count is kept by successes: the previous count that the implementation returns may be wrong. But if it says that
     * there was a suspension that nobody has counted, then one whose call is in progress had taken effect.
     */
    private void resumed(@Nullable Actor thread, long previousCount) {
        if (thread == null) {
            return;
        }
        Suspension pending = scene.cast().suspensionOf(thread);
        while (pending != null && thread.suspensions() < previousCount) {
            scene.noteSuspended(pending);
            pending = scene.cast().suspensionOf(thread);
        }
        for (int i = 0;
                i < TELLING_MAX
                        && thread.suspensions() < previousCount
                        && scene.cast().isBeingSuspended(thread);
                i++) {
            Thread.yield(); // somebody is just telling of the suspension, and may be stopped meanwhile
        }
        thread.setResumed(true); // it may be seen for the first time between what is recorded and what is counted
        scene.noteResumed(thread);
        thread.removeSuspension();
        thread.setResumed(false);
    }

    private void terminated(@Nullable Actor thread) {
        if (thread != null) {
            thread.doom();
        }
    }

    /** The thread that the call acts upon, if it is one of the program. */
    private @Nullable Actor thread(Actor caller, Call call, List<Argument> arguments) {
        return names.thread(scalar(call, arguments, Role.THREAD), caller);
    }

    private static long scalar(Call call, List<Argument> arguments, Role role) {
        return arguments.get(call.function().at(role)) instanceof Argument.Scalar scalar ? scalar.value() : 0;
    }
}
