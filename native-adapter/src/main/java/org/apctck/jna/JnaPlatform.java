package org.apctck.jna;

import com.sun.jna.Function;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apctck.kit.agent.Serve;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.ReturnType;
import org.apctck.spec.api.Role;
import org.apctck.spec.stage.Answer;
import org.apctck.spec.stage.Argument;
import org.apctck.spec.stage.Platform;
import org.apctck.spec.stage.Sighting;

/** An implementation that was loaded into this process, behind its exports. */
final class JnaPlatform implements Platform {
    /** No code that anybody sets; a failure that leaves it has not set the last error. */
    private static final long SENTINEL = 0xDEAD_0BADL;

    /** A multiple of four like every handle, and at no address that is ever mapped. */
    private static final long INVALID_HANDLE = 0x0BAD_BAD0L;

    private static final long DWORD_MASK = 0xFFFF_FFFFL;

    /** What JNA says of an access violation. */
    private static final String ACCESS_VIOLATION = "Invalid memory access";

    private final String name;
    private final Exports exports;
    private final LastError lastError;
    private final Threads threads;
    private final Serve.Death death;
    private final KeptMemory kept = new KeptMemory();
    private final Callbacks callbacks;
    private final Map<ApiFunction, Function> entrances = new ConcurrentHashMap<>();
    private final HomeThread home = new HomeThread();

    JnaPlatform(NativeApi api) {
        this.name = api.name();
        this.exports = api.exports();
        this.lastError = api.lastError();
        this.callbacks = new Callbacks(lastError, kept);
        this.threads = api.threads();
        this.death = api.death();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean has(ApiFunction function) {
        return exports.has(function);
    }

    @Override
    public Answer call(ApiFunction function, List<Argument> arguments) {
        Marshaller marshaller = new Marshaller(function.parameters(), arguments, callbacks, kept);
        Function export = entrance(function);
        Answer answer = mayLeaveSentinel(function, arguments)
                ? callWithSentinel(function, export, marshaller.natives())
                : callPlainly(function, export, marshaller.natives());
        marshaller.readBack();
        return answer;
    }

    private Function entrance(ApiFunction function) {
        Function known = entrances.get(function); // first without a lock: its holder may have been terminated
        return known != null
                ? known
                : entrances.computeIfAbsent(function, absent -> lastError.around(exports.get(absent)));
    }

    /**
     * Whether a sentinel is set as the last error before the call. Not where APCs may run inside, which would see it, nor
     * where no failure value tells that the last error is meaningful.
     */
    private static boolean mayLeaveSentinel(ApiFunction function, List<Argument> arguments) {
        return switch (function.returnType()) {
            case ANSWER, SLEEP, THREAD_ID, ERROR_CODE, VOID -> false;
            case BOOL, WAIT, NONZERO, HANDLE, FILE, SUSPEND_COUNT ->
                !function.has(Role.ALERTABLE)
                        || arguments.get(function.at(Role.ALERTABLE)) instanceof Argument.Scalar scalar
                                && (scalar.value() & DWORD_MASK) == 0;
        };
    }

    private Answer callWithSentinel(ApiFunction function, Function export, Object[] natives) {
        long before = lastError.get();
        lastError.set(SENTINEL);
        long value = invoke(function.returnType(), export, natives);
        long after = lastError.get();
        if (after != SENTINEL) {
            return new Answer(value, after);
        }
        lastError.set(before); // as if the sentinel had never been: the program may ask for the last error itself
        return new Answer(value, Answer.UNCHANGED);
    }

    private Answer callPlainly(ApiFunction function, Function export, Object[] natives) {
        lastError.restore();
        long value = invoke(function.returnType(), export, natives);
        return new Answer(value, function.returnType().isFailure(value) ? lastError.get() : 0);
    }

    /** A call that reads where nothing is ends the process, as in any program. Under Windows JNA makes an Error of it. */
    private long invoke(ReturnType type, Function export, Object[] natives) {
        try {
            return enter(type, export, natives);
        } catch (Error e) {
            if (ACCESS_VIOLATION.equals(e.getMessage())) {
                death.crash();
            }
            throw e;
        }
    }

    private static long enter(ReturnType type, Function export, Object[] natives) {
        return switch (type) {
            case VOID -> {
                export.invokeVoid(natives);
                yield 0;
            }
            case HANDLE, FILE -> export.invokeLong(natives);
            case BOOL, ANSWER, WAIT, SLEEP, NONZERO, SUSPEND_COUNT, THREAD_ID, ERROR_CODE ->
                export.invokeInt(natives) & DWORD_MASK;
        };
    }

    @Override
    public boolean isInProgress(org.apctck.spec.stage.Memory overlapped) {
        return kept.isPending(overlapped);
    }

    @Override
    public void onHomeThread(Runnable work) {
        home.execute(work);
    }

    @Override
    public long identify() {
        long before = lastError.get();
        long key = threads.current();
        lastError.set(before); // a thread is seen for the first time in a routine, whose calls may ask for it
        return key;
    }

    @Override
    public Sighting look(long thread) {
        return threads.look(thread);
    }

    @Override
    public boolean isQuiet() {
        return threads.othersWait();
    }

    @Override
    public boolean survivesStopsAnywhere() {
        return false; // a thread that is stopped in the JVM holds the others up at their next safepoint
    }

    @Override
    public long invalidHandle() {
        return INVALID_HANDLE;
    }

    @Override
    public void forgetUpcalls() {
        callbacks.forget();
        kept.forget();
    }

    /** Threads of the last program are left behind: its upcalls must stay valid. */
    void keepUpcalls() {
        callbacks.keep();
        kept.keep();
    }
}
