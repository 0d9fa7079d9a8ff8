package org.apctck.kit.generate;

import static org.apctck.spec.api.ApiFunction.CANCEL_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.CLOSE_HANDLE;
import static org.apctck.spec.api.ApiFunction.CREATE_EVENT;
import static org.apctck.spec.api.ApiFunction.CREATE_MUTEX;
import static org.apctck.spec.api.ApiFunction.CREATE_SEMAPHORE;
import static org.apctck.spec.api.ApiFunction.CREATE_THREAD;
import static org.apctck.spec.api.ApiFunction.CREATE_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.CREATE_WAITABLE_TIMER_EX;
import static org.apctck.spec.api.ApiFunction.DUPLICATE_HANDLE;
import static org.apctck.spec.api.ApiFunction.EXIT_THREAD;
import static org.apctck.spec.api.ApiFunction.GET_CURRENT_PROCESS;
import static org.apctck.spec.api.ApiFunction.GET_CURRENT_THREAD;
import static org.apctck.spec.api.ApiFunction.GET_CURRENT_THREAD_ID;
import static org.apctck.spec.api.ApiFunction.GET_EXIT_CODE_THREAD;
import static org.apctck.spec.api.ApiFunction.GET_LAST_ERROR;
import static org.apctck.spec.api.ApiFunction.OPEN_THREAD;
import static org.apctck.spec.api.ApiFunction.PULSE_EVENT;
import static org.apctck.spec.api.ApiFunction.QUEUE_USER_APC;
import static org.apctck.spec.api.ApiFunction.RELEASE_MUTEX;
import static org.apctck.spec.api.ApiFunction.RELEASE_SEMAPHORE;
import static org.apctck.spec.api.ApiFunction.RESET_EVENT;
import static org.apctck.spec.api.ApiFunction.RESUME_THREAD;
import static org.apctck.spec.api.ApiFunction.SET_EVENT;
import static org.apctck.spec.api.ApiFunction.SET_LAST_ERROR;
import static org.apctck.spec.api.ApiFunction.SET_WAITABLE_TIMER;
import static org.apctck.spec.api.ApiFunction.SET_WAITABLE_TIMER_EX;
import static org.apctck.spec.api.ApiFunction.SIGNAL_OBJECT_AND_WAIT;
import static org.apctck.spec.api.ApiFunction.SLEEP;
import static org.apctck.spec.api.ApiFunction.SLEEP_EX;
import static org.apctck.spec.api.ApiFunction.SUSPEND_THREAD;
import static org.apctck.spec.api.ApiFunction.TERMINATE_THREAD;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_MULTIPLE_OBJECTS_EX;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_SINGLE_OBJECT;
import static org.apctck.spec.api.ApiFunction.WAIT_FOR_SINGLE_OBJECT_EX;

import java.util.EnumSet;
import java.util.Set;
import org.apctck.spec.api.ApiFunction;

/**
 * The functions that one program may call. Each program goes without most families of functions, so that those it has meet often;
 * and some program has all that a target has, whatever the target lacks.
 */
final class Repertoire {
    private final Set<ApiFunction> functions = EnumSet.of(
            QUEUE_USER_APC,
            SLEEP_EX,
            WAIT_FOR_SINGLE_OBJECT,
            WAIT_FOR_SINGLE_OBJECT_EX,
            SET_EVENT,
            RESET_EVENT,
            CREATE_EVENT);

    /** What there was a chance of. */
    private final Set<ApiFunction> families = EnumSet.noneOf(ApiFunction.class);

    Repertoire(Draw draw) {
        family(draw, 50, WAIT_FOR_MULTIPLE_OBJECTS, WAIT_FOR_MULTIPLE_OBJECTS_EX);
        family(draw, 50, SIGNAL_OBJECT_AND_WAIT);
        family(draw, 45, CREATE_SEMAPHORE, RELEASE_SEMAPHORE);
        family(draw, 40, CREATE_THREAD);
        family(draw, 40, SUSPEND_THREAD, RESUME_THREAD);
        family(draw, 20, RESUME_THREAD);
        family(draw, 25, TERMINATE_THREAD);
        family(draw, 25, EXIT_THREAD);
        // Threads that end abandon what they own.
        family(draw, endsThreads() ? 80 : 35, CREATE_MUTEX, RELEASE_MUTEX);
        family(draw, 35, GET_EXIT_CODE_THREAD);
        family(draw, 30, OPEN_THREAD, CLOSE_HANDLE);
        family(draw, 30, GET_CURRENT_PROCESS, DUPLICATE_HANDLE, CLOSE_HANDLE);
        family(draw, 30, PULSE_EVENT);
        family(draw, 30, GET_CURRENT_THREAD);
        family(draw, 15, GET_CURRENT_THREAD_ID);
        family(draw, 25, GET_LAST_ERROR, SET_LAST_ERROR);
        family(draw, 40, SLEEP);
        family(draw, 45, CREATE_WAITABLE_TIMER, SET_WAITABLE_TIMER, CANCEL_WAITABLE_TIMER);
        family(draw, has(CREATE_WAITABLE_TIMER) ? 45 : 0, CREATE_WAITABLE_TIMER_EX, SET_WAITABLE_TIMER_EX);
        family(draw, has(CREATE_WAITABLE_TIMER) ? 40 : 0, CLOSE_HANDLE);
        for (ApiFunction function : ApiFunction.values()) {
            if (!isInFamily(function)) {
                family(draw, 20, function);
            }
        }
    }

    private boolean isInFamily(ApiFunction function) {
        return families.contains(function) || functions.contains(function);
    }

    /** Whether threads may be ended before they return. */
    boolean endsThreads() {
        return has(TERMINATE_THREAD) || has(EXIT_THREAD);
    }

    private void family(Draw draw, int percent, ApiFunction... members) {
        families.addAll(Set.of(members));
        if (draw.chance(percent)) {
            functions.addAll(Set.of(members));
        }
    }

    boolean has(ApiFunction function) {
        return functions.contains(function);
    }
}
