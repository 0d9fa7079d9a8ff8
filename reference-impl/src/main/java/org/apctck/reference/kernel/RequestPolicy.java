package org.apctck.reference.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided about requests to files: who is told how one has ended. */
public class RequestPolicy extends Policy {
    /** Every decision as documented. */
    public static final RequestPolicy DOCUMENTED = new RequestPolicy();

    protected RequestPolicy() {}

    /** Whether a call that is refused queues no routine (FILEIO-FAIL-NOCALL-1). */
    public boolean isSilentWhenRefused(Kernel kernel, Irp irp) {
        return true;
    }

    /** The threads that get the routine of a request that has ended, each once: who has issued it (FILEIO-THREAD-1, FILEIO-QUEUED-1). */
    public List<KThread> routineReceivers(Kernel kernel, IoStatus status, @Nullable KThread issuer) {
        return issuer == null ? List.of() : List.of(issuer);
    }

    /** What the routine is told (FILEIO-ARGS-1, FILEIO-DATA-1, FILEIO-ERROR-ZERO-BYTES-1). */
    public IoStatus toldOfRequest(Kernel kernel, IoStatus status) {
        return status;
    }

    /** Whether the routine ends an alertable wait of its thread (FILEIO-WAIT-RETURN-1). */
    public boolean endsWait(Kernel kernel, KThread receiver) {
        return true;
    }
}
