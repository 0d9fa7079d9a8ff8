package org.apctck.reference.fault;

import java.util.List;
import org.apctck.reference.kernel.IoStatus;
import org.apctck.reference.kernel.Irp;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.Kernel;
import org.apctck.reference.kernel.NtStatus;
import org.apctck.reference.kernel.RequestPolicy;
import org.jspecify.annotations.Nullable;

/** Faults of requests and their completion routines. */
final class RequestFaults {
    private static final int[] NOTHING = {};

    static final List<Fault> ALL = List.of(
            new Fault("COMPLETION-LOST", "the completion routine of a request never runs", new RequestPolicy() {
                        @Override
                        public List<KThread> routineReceivers(
                                Kernel kernel, IoStatus status, @Nullable KThread issuer) {
                            return List.of();
                        }
                    })
                    .breaking("FILEIO-QUEUED-1"),
            new Fault("COMPLETION-TWICE", "the completion routine of a request runs twice", new RequestPolicy() {
                        @Override
                        public List<KThread> routineReceivers(
                                Kernel kernel, IoStatus status, @Nullable KThread issuer) {
                            return issuer == null ? List.of() : List.of(issuer, issuer);
                        }
                    })
                    .breaking("FILEIO-QUEUED-1"),
            new Fault(
                            "COMPLETION-ON-ANOTHER-THREAD",
                            "the completion routine runs on a thread that has not issued the request",
                            new RequestPolicy() {
                                @Override
                                public List<KThread> routineReceivers(
                                        Kernel kernel, IoStatus status, @Nullable KThread issuer) {
                                    return kernel.threads()
                                            .filter(thread -> thread != issuer)
                                            .limit(1)
                                            .toList();
                                }
                            })
                    .breaking("FILEIO-THREAD-1"),
            new Fault("COMPLETION-ENDS-NO-WAIT", "a completion does not end an alertable wait", new RequestPolicy() {
                        @Override
                        public boolean endsWait(Kernel kernel, KThread receiver) {
                            return false;
                        }
                    })
                    .breaking("FILEIO-WAIT-RETURN-1"),
            new Fault("COMPLETION-TOLD-NO-BYTES", "the completion routine is told zero bytes", new RequestPolicy() {
                        @Override
                        public IoStatus toldOfRequest(Kernel kernel, IoStatus status) {
                            return status.as(status.status(), status.bytes(), 0);
                        }
                    })
                    .breaking("FILEIO-ARGS-1"),
            new Fault(
                            "COMPLETION-BEFORE-DATA",
                            "the buffer is empty when the completion routine runs",
                            new RequestPolicy() {
                                @Override
                                public IoStatus toldOfRequest(Kernel kernel, IoStatus status) {
                                    return status.as(status.status(), NOTHING, status.count());
                                }
                            })
                    .breaking("FILEIO-DATA-1"),
            new Fault(
                            "COMPLETION-TOLD-SUCCESS",
                            "the completion routine of a failure is told success",
                            new RequestPolicy() {
                                @Override
                                public IoStatus toldOfRequest(Kernel kernel, IoStatus status) {
                                    return status.as(NtStatus.SUCCESS, status.bytes(), status.count());
                                }
                            })
                    .breaking("FILEIO-ASYNC-ERROR-1"),
            new Fault(
                            "COMPLETION-LOST-BY-FAILURE",
                            "the completion routine of a request that fails never runs",
                            new RequestPolicy() {
                                @Override
                                public List<KThread> routineReceivers(
                                        Kernel kernel, IoStatus status, @Nullable KThread issuer) {
                                    return NtStatus.isError(status.status())
                                            ? List.of()
                                            : super.routineReceivers(kernel, status, issuer);
                                }
                            })
                    .breaking("FILEIO-ASYNC-ERROR-1"),
            new Fault(
                            "REFUSED-CALL-COMPLETES",
                            "the completion routine of a call that fails runs",
                            new RequestPolicy() {
                                @Override
                                public boolean isSilentWhenRefused(Kernel kernel, Irp irp) {
                                    return false;
                                }
                            })
                    .breaking("FILEIO-FAIL-NOCALL-1"));

    private RequestFaults() {}
}
