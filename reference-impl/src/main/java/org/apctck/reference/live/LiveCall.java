package org.apctck.reference.live;

import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.KTimer;
import org.apctck.reference.kernel.UserApc;
import org.apctck.reference.win32.PlainCall;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Role;
import org.jspecify.annotations.Nullable;

/** A call that a Java thread makes on the kernel, with the Java code that its routine stands for. */
final class LiveCall extends PlainCall {
    private final LiveKernel kernel;
    private final @Nullable LiveRoutine routine;

    /**
     * @param routine what runs at the address that the call gives for a routine; an APC routine returns something that nobody sees
     */
    LiveCall(
            LiveKernel kernel,
            KThread caller,
            ApiFunction function,
            @Nullable LiveRoutine routine,
            long @Nullable [] array,
            long[] arguments) {
        super(caller, function, array, arguments);
        this.kernel = kernel;
        this.routine = routine;
    }

    @Override
    protected void created(KThread thread) {
        kernel.start(
                thread,
                routine(),
                value(function().at(Role.DATA)),
                value(function().at("dwStackSize")));
    }

    @Override
    protected void queued(KThread thread, UserApc apc) {
        kernel.keepRoutine(thread, apc.routine(), routine());
    }

    @Override
    protected void issued(Irp irp) {
        kernel.keepRoutine(caller(), irp.routine(), routine());
    }

    @Override
    protected void armed(KTimer timer) {
        kernel.armed(timer, routine);
    }

    private LiveRoutine routine() {
        if (routine == null) {
            throw new IllegalStateException(function() + " without a routine");
        }
        return routine;
    }
}
