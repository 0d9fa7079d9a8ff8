package org.apctck.reference.fault;

import java.util.List;
import java.util.Locale;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;

/** Faults of functions that do nothing and say that they did: a scenario in which nothing is to happen must tell them, too. */
final class IdleFaults {
    static final List<Fault> ALL = List.of(
            idle(ApiFunction.QUEUE_USER_APC),
            idle(ApiFunction.SUSPEND_THREAD),
            idle(ApiFunction.RESUME_THREAD),
            idle(ApiFunction.TERMINATE_THREAD),
            idle(ApiFunction.EXIT_THREAD)
                    .seenIn("WinPR 2.11.7, see expectations/winpr.yaml")
                    .breaking("THREAD-EXIT-LOST-1"),
            idle(ApiFunction.SET_EVENT),
            idle(ApiFunction.RESET_EVENT),
            idle(ApiFunction.RELEASE_MUTEX),
            idle(ApiFunction.RELEASE_SEMAPHORE),
            idle(ApiFunction.CLOSE_HANDLE),
            idle(ApiFunction.SET_LAST_ERROR),
            idle(ApiFunction.SET_WAITABLE_TIMER),
            idle(ApiFunction.SET_WAITABLE_TIMER_EX),
            idle(ApiFunction.CANCEL_WAITABLE_TIMER),
            idle(ApiFunction.READ_FILE_EX).breaking("FILEIO-BADHANDLE-1"),
            idle(ApiFunction.WRITE_FILE_EX).breaking("FILEIO-BADHANDLE-1"),
            idle(ApiFunction.WRITE_FILE),
            idle(ApiFunction.CANCEL_IO).breaking("CANCEL-IO-ROUTINE-1"));

    private IdleFaults() {}

    private static Fault idle(ApiFunction idle) {
        String id = idle.name().replace('_', '-').toUpperCase(Locale.ROOT) + "-DOES-NOTHING";
        return new Fault(id, idle + " does nothing and says that it did", new ResultPolicy() {
            @Override
            public boolean performs(KThread caller, ApiFunction function) {
                return function != idle;
            }
        });
    }
}
