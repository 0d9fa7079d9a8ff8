package org.apctck.spec.stage;

import java.util.List;
import org.apctck.spec.ApiFunction;
import org.apctck.spec.Call;
import org.jspecify.annotations.Nullable;

/**
 * What calls do to the threads and handles that the stage keeps count of: without it the stage could not tell a suspended
 * thread from one that hangs, nor whose identifier it sees.
 */
final class Effects {
    private static final long CREATE_SUSPENDED = 0x4;
    private static final int CREATION_FLAGS = 4;
    private static final int THREAD_ID_OUT = 5;
    private static final int OPEN_THREAD_ID = 2;
    private static final int DUPLICATE_SOURCE = 1;
    private static final int DUPLICATE_TARGET = 3;
    private static final int DUPLICATE_OPTIONS = 6;
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
        if (child != null && (scalar(arguments, CREATION_FLAGS) & CREATE_SUSPENDED) != 0) {
            child.setSuspensions(1);
        }
        if (call.function() == ApiFunction.RESUME_THREAD) {
            Actor resumed = names.thread(scalar(arguments, 0), caller);
            if (resumed != null) {
                resumed.resumption().announce();
            }
        }
        if (call.function() == ApiFunction.SUSPEND_THREAD) {
            Actor suspended = names.thread(scalar(arguments, 0), caller);
            if (suspended == caller) {
                caller.setSuspendingItself(true);
            } else if (suspended != null) {
                caller.setSuspending(new Suspension(suspended));
            }
        }
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
        switch (call.function()) {
            case CREATE_THREAD -> created(arguments, child, answer.value());
            case OPEN_THREAD -> opened(arguments, answer.value());
            case CREATE_EVENT, CREATE_MUTEX, CREATE_SEMAPHORE -> names.opened(answer.value());
            case DUPLICATE_HANDLE -> duplicated(caller, arguments);
            case CLOSE_HANDLE -> names.closed(scalar(arguments, 0));
            case GET_CURRENT_THREAD -> names.currentThread(answer.value(), caller);
            // None for who suspends itself: it comes here only after it was resumed.
            case SUSPEND_THREAD -> scene.noteSuspended(caller.suspending());
            case RESUME_THREAD -> resumed(names.thread(scalar(arguments, 0), caller), answer.value());
            case TERMINATE_THREAD -> terminated(names.thread(scalar(arguments, 0), caller));
            default -> {
                // The other functions change nothing that is counted here.
            }
        }
    }

    private void failed(Actor caller, Call call, List<Argument> arguments, @Nullable Actor child) {
        if (child != null) {
            scene.cast().remove(child);
        }
        if (call.function() == ApiFunction.RESUME_THREAD) {
            Actor thread = names.thread(scalar(arguments, 0), caller);
            if (thread != null) {
                thread.resumption().withdraw();
            }
        }
    }

    private void created(List<Argument> arguments, @Nullable Actor child, long handle) {
        if (child == null) {
            return;
        }
        names.openedThread(handle, child);
        if (arguments.get(THREAD_ID_OUT) instanceof Argument.Out out
                && out.cell().isWritten()
                && !names.isIdentified(child)) {
            names.identify(child, out.cell().value());
        }
    }

    private void opened(List<Argument> arguments, long handle) {
        String name = names.threadIdentifiedBy(scalar(arguments, OPEN_THREAD_ID));
        Actor thread = name == null ? null : scene.cast().find(name);
        if (thread == null) {
            names.opened(handle);
        } else {
            names.openedThread(handle, thread);
        }
    }

    private void duplicated(Actor caller, List<Argument> arguments) {
        long source = scalar(arguments, DUPLICATE_SOURCE);
        Actor thread = names.thread(source, caller);
        if ((scalar(arguments, DUPLICATE_OPTIONS) & DUPLICATE_CLOSE_SOURCE) != 0) {
            names.closed(source);
        }
        if (arguments.get(DUPLICATE_TARGET) instanceof Argument.Out out
                && out.cell().isWritten()) {
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

    private static long scalar(List<Argument> arguments, int index) {
        return arguments.get(index) instanceof Argument.Scalar scalar ? scalar.value() : 0;
    }
}
