package org.apctck.reference.fault.generated;

import java.util.List;
import org.apctck.reference.kernel.IoStatus;
import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.RequestPolicy;
import org.jspecify.annotations.Nullable;

/** Requests are decided otherwise under a condition and as documented elsewhere, and where no thread is known any more. */
final class GuardedRequest extends RequestPolicy {
    private final RequestPolicy faulty;
    private final Guard guard;

    GuardedRequest(RequestPolicy faulty, Guard guard) {
        this.faulty = faulty;
        this.guard = guard;
    }

    private RequestPolicy at(String decision, Kernel kernel, @Nullable KThread thread) {
        return thread != null && guard.isOpen(decision, new Occasion(kernel, thread, null)) ? faulty : DOCUMENTED;
    }

    private static @Nullable KThread issuer(Kernel kernel, Irp irp) {
        return kernel.find(irp.issuer()) instanceof KThread thread ? thread : null;
    }

    @Override
    public boolean isSilentWhenRefused(Kernel kernel, Irp irp) {
        return at("isSilentWhenRefused", kernel, issuer(kernel, irp)).isSilentWhenRefused(kernel, irp);
    }

    @Override
    public List<KThread> routineReceivers(Kernel kernel, IoStatus status, @Nullable KThread issuer) {
        return at("routineReceivers", kernel, issuer).routineReceivers(kernel, status, issuer);
    }

    @Override
    public IoStatus toldOfRequest(Kernel kernel, IoStatus status) {
        return at("toldOfRequest", kernel, issuer(kernel, status.irp())).toldOfRequest(kernel, status);
    }

    @Override
    public boolean endsWait(Kernel kernel, KThread receiver) {
        return at("endsWait", kernel, receiver).endsWait(kernel, receiver);
    }
}
