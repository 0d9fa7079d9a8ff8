package org.apctck.jna;

import com.sun.jna.Callback;
import com.sun.jna.CallbackReference;
import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apctck.spec.api.ParameterType;
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
    private final KeptMemory memory;
    private final Map<Upcall, Callback> callbacks = new ConcurrentHashMap<>();
    private final List<Callback> kept = new ArrayList<>();

    /**
     * How C declares the routines of a kind, the type of their results apart: what a routine without a result leaves in its place
     * nobody reads. Each takes what the entrance adds as a last argument of its own.
     */
    enum Shape {
        /** {@code (ULONG_PTR)} and {@code (LPVOID)}. */
        ONE_WORD(1, ParameterType.ULONG_PTR) {
            @Override
            Callback callback(Body body) {
                return (OneWord) (data, kept) -> body.run(kept, data);
            }
        },
        /** {@code (LPVOID, DWORD, DWORD)}: the halves of the time. */
        WORD_AND_TIME(3, ParameterType.ULONG_PTR, ParameterType.SIGNAL_TIME) {
            @Override
            Callback callback(Body body) {
                return (WordAndTime)
                        (data, low, high, kept) -> body.run(kept, data, (long) high << 32 | low & DWORD_MASK);
            }
        },
        /** {@code (DWORD, DWORD, LPOVERLAPPED)}. */
        TWO_NUMBERS_AND_POINTER(3, ParameterType.COMPLETION_ERROR, ParameterType.DWORD, ParameterType.OVERLAPPED) {
            @Override
            Callback callback(Body body) {
                return (TwoNumbersAndPointer) (error, bytes, overlapped, kept) -> body.run(
                        kept,
                        error & DWORD_MASK,
                        bytes & DWORD_MASK,
                        body.memory().refresh(overlapped));
            }
        };

        private static final long DWORD_MASK = 0xFFFF_FFFFL;

        private final int arguments;
        private final List<ParameterType> parameters;

        Shape(int arguments, ParameterType... parameters) {
            this.arguments = arguments;
            this.parameters = List.of(parameters);
        }

        static Shape of(Routine.Kind kind) {
            return Arrays.stream(values())
                    .filter(shape -> shape.parameters.equals(kind.parameters()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no shape takes " + kind.parameters()));
        }

        /** How many arguments C passes. */
        int arguments() {
            return arguments;
        }

        abstract Callback callback(Body body);
    }

    interface OneWord extends Callback {
        int callback(long data, long kept);
    }

    interface WordAndTime extends Callback {
        int callback(long data, int low, int high, long kept);
    }

    interface TwoNumbersAndPointer extends Callback {
        int callback(int error, int bytes, Pointer overlapped, long kept);
    }

    Callbacks(LastError lastError, KeptMemory memory) {
        this.lastError = lastError;
        this.memory = memory;
        Native.setCallbackExceptionHandler((callback, problem) -> problem.printStackTrace());
    }

    /** The pointer of {@code upcall}, the same each time. */
    Pointer pointer(Upcall upcall) {
        Callback known = callbacks.get(upcall); // first without a lock: its holder may have been terminated
        return lastError.entrance(
                CallbackReference.getFunctionPointer(
                        known != null ? known : callbacks.computeIfAbsent(upcall, this::create)),
                Shape.of(upcall.kind()).arguments());
    }

    private Callback create(Upcall upcall) {
        Callback callback = Shape.of(upcall.kind()).callback(new Body(upcall, lastError, memory));
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

    /** What a routine does, whatever its shape. */
    private record Body(Upcall upcall, LastError lastError, KeptMemory memory) {
        /** Not in a finally block: a thread that ends in its routine does not leave it. */
        int run(long kept, long... arguments) {
            lastError.entered(kept);
            long result = result(arguments);
            lastError.leaves(kept);
            return (int) result;
        }

        private long result(long... arguments) {
            try {
                return upcall.run(arguments);
            } catch (RuntimeException | Error problem) {
                upcall.failed(problem); // nothing may be thrown through the frames of the implementation
                return 0;
            }
        }
    }
}
