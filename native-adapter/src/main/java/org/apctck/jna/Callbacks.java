package org.apctck.jna;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apctck.spec.program.Routine;
import org.apctck.spec.stage.Upcall;

/**
 * The native function pointers of upcalls.
 *
 * <p>Each is held until {@link #forget}: a callback that was collected is an APC that is silently lost. Each upcall has an
 * object of its own, for two callbacks that are equal share one pointer.
 */
final class Callbacks {
    private final LastError lastError;
    private final Map<Upcall, Callback> callbacks = new ConcurrentHashMap<>();
    private final List<Callback> kept = new ArrayList<>();

    /** Called by the implementation as {@code VOID NTAPI routine(ULONG_PTR)}, with what the entrance adds. */
    interface ApcRoutine extends Callback {
        void callback(long data, long kept);
    }

    /** Called by the implementation as {@code DWORD WINAPI routine(LPVOID)}, with what the entrance adds. */
    interface ThreadRoutine extends Callback {
        int callback(long parameter, long kept);
    }

    Callbacks(LastError lastError) {
        this.lastError = lastError;
        Native.setCallbackExceptionHandler((callback, problem) -> problem.printStackTrace());
    }

    /** The pointer of {@code upcall}, the same each time. */
    Pointer pointer(Upcall upcall) {
        Callback known = callbacks.get(upcall); // first without a lock: its holder may have been terminated
        return lastError.entrance(CallbackReference.getFunctionPointer(
                known != null ? known : callbacks.computeIfAbsent(upcall, this::create)));
    }

    private Callback create(Upcall upcall) {
        Callback callback =
                upcall.kind() == Routine.Kind.APC ? new Apc(upcall, lastError) : new Start(upcall, lastError);
        // Attached once for the life of the thread, which makes an upcall forty times cheaper, and as a daemon, so that
        // a
        // thread that never returns does not hold up the end of the process.
        Native.setCallbackThreadInitializer(callback, new CallbackThreadInitializer(true, false, upcall.name()));
        return callback;
    }

    /** No upcall that was handed out since this or {@link #keep} was last called is entered any more. */
    void forget() {
        callbacks.clear();
    }

    /** Threads are left behind that may still enter what was handed out: it is held for the life of the process. */
    void keep() {
        kept.addAll(callbacks.values());
        callbacks.clear();
    }

    /** Not in a finally block: a thread that ends in its routine does not leave it. */
    private static long run(Upcall upcall, long argument, LastError lastError, long kept) {
        lastError.entered(kept);
        long result = run(upcall, argument);
        lastError.leaves(kept);
        return result;
    }

    private static long run(Upcall upcall, long argument) {
        try {
            return upcall.run(argument);
        } catch (RuntimeException | Error problem) {
            upcall.failed(problem); // nothing may be thrown through the frames of the implementation
            return 0;
        }
    }

    private record Apc(Upcall upcall, LastError lastError) implements ApcRoutine {
        @Override
        public void callback(long data, long kept) {
            run(upcall, data, lastError, kept);
        }
    }

    private record Start(Upcall upcall, LastError lastError) implements ThreadRoutine {
        @Override
        public int callback(long parameter, long kept) {
            return (int) run(upcall, parameter, lastError, kept);
        }
    }
}
