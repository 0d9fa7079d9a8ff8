#include "calls.h"

#include <string.h>

#include "requests.h"
#include "sdk.h"
#include "timers.h"

#define MEETING (5 * MILLISECOND)  /* how long a thread waits for those that it is to meet */
#define YIELDING (MILLISECOND / 2) /* how long it spins at the starting line, before it goes to sleep */
#define TELLING_MAX 1000           /* how often a thread gives way to one that tells of a suspension */
#define HANDLES_MAX 65             /* one more than a wait takes: the next one is NULL, not past the end */
#define UNWRITTEN UINT64_C(0xA5A5A5A5A5A5A5A5) /* what out-parameters hold until they are written */

static void perform(Actor *actor, const Call *call, bool meets);

static void run_body(Actor *actor, const Routine *routine) {
    Frame *frame = take(&actor->scene->memory, sizeof *frame);
    frame->below = actor->top;
    atomic_store(&actor->top, frame);
    for (int i = 0; i < routine->count; i++) {
        perform(actor, &routine->calls[i], false);
    }
    atomic_store(&actor->top, frame->below);
}

static const char *routine_text(Scene *scene, const Routine *routine, uint64_t argument) {
    return text(&scene->memory, "%s(%s)", routine->name->name, write_number(scene, argument));
}

/* What a routine of a timer is given. */
static const char *timer_text(Scene *scene, const Routine *routine, uint64_t data, uint64_t told) {
    return text(&scene->memory, "%s(%s, %s)", routine->name->name, write_number(scene, data),
                write_signal_time(scene, routine, data, told));
}

/* Here and in start_runs the last error is taken first and put back last, as what
   the agent itself does may change it. */
static void apc_runs(int index, uint64_t data, uint64_t told) {
    uint32_t error = last_error_get();
    Actor *actor = current_actor();
    Scene *scene = actor->scene;
    const Routine *routine = scene->program.apcs[index];
    actor->last_error = error;
    const char *what = routine->name->kind == TIMER ? timer_text(scene, routine, data, told)
                                                    : routine_text(scene, routine, data);
    happens(actor, "begins", what, NULL, NULL);
    run_body(actor, routine);
    happens(actor, "ends", routine->name->name, NULL, NULL);
    last_error_set(actor->last_error);
}

static void completion_runs(int index, uint32_t failure, uint32_t bytes, const void *overlapped) {
    uint32_t error = last_error_get();
    Actor *actor = current_actor();
    Scene *scene = actor->scene;
    const Routine *routine = scene->program.apcs[index];
    actor->last_error = error;
    happens(actor, "begins", completion_text(scene, routine, failure, bytes, overlapped), NULL,
            completion_slots(scene, bytes, overlapped));
    run_body(actor, routine);
    happens(actor, "ends", routine->name->name, NULL, NULL);
    last_error_set(actor->last_error);
}

/* Returns when every thread of the race has arrived and its delay has passed since; without
   a lock, for a thread may end here. */
static void line_await(Line *line, Actor *actor) {
    if (atomic_fetch_sub(&line->missing, 1) == 1) {
        atomic_store(&line->start, now());
        for (int i = 0; i < line->lanes; i++) {
            if (line->lane[i].thread->actor->asleep) {
                bell_ring(&line->lane[i].thread->actor->bell);
            }
        }
    }
    /* For a time and not a number of times: where a dozen others want the processor, each yield
       gives it away for many milliseconds. */
    for (int64_t end = now() + YIELDING; atomic_load(&line->start) == 0 && now() < end;) {
        yield();
    }
    for (actor->asleep = true; atomic_load(&line->start) == 0;) {
        bell_await(&actor->bell, PAUSE); /* who was to ring may have been terminated by one who left before */
    }
    actor->asleep = false;
    for (int64_t left = actor->delay; left > 0; left = line->start + actor->delay - now()) {
        if (left > PAUSE) {
            /* To be woken takes longer than the delays that hit a window differ by. */
            bell_await(&actor->bell, left - PAUSE / 2);
        } else if (only_processor) {
            yield();
        }
    }
}

/* Returns when all that are to meet within their calls have begun them, or have not for long; at work, so
   that nobody takes it for blocked. */
static void meet(Scene *scene) {
    atomic_fetch_sub(&scene->missing, 1);
    for (int64_t end = now() + MEETING; atomic_load(&scene->missing) > 0 && now() < end;) {
        yield();
    }
}

/* What is between entries: a wait that is not alertable and that the implementation
   knows nothing of, where it can be had. */
static void await_entries(Actor *actor) {
    Scene *scene = actor->scene;
    while (!atomic_load(&scene->closed)) {
        const Work *work = atomic_load(&actor->mail);
        if (work == NULL) {
            atomic_store(&actor->phase, IDLE);
            bell_ring(&director_bell);
        }
        while ((work = atomic_load(&actor->mail)) == NULL) {
            bell_await(&actor->bell, NEVER);
        }
        atomic_store(&actor->mail, NULL);
        atomic_store(&actor->phase, ACTIVE);
        if (work->kind == MAKE_OBJECT) {
            make_object(scene, work->object, &actor->last_error);
        } else if (work->kind == MAKE_CALLS) {
            if (work->line != NULL) {
                line_await(work->line, actor);
            }
            for (int i = 0; i < work->lane->count; i++) {
                actor->made++;
                perform(actor, &work->lane->calls[i], scene->racing && actor->made == actor->meeting);
            }
        }
    }
}

static uint32_t start_runs(int index, uint64_t parameter) {
    Scene *scene = atomic_load(&playing);
    Actor *actor = scene->starts[index].actor;
    const Routine *routine = scene->starts[index].routine;
    uint32_t error = last_error_get();
    if (get_self() == NULL) {
        appear(actor);
    }
    actor->last_error = error;
    happens(actor, "starts", routine == NULL ? "" : routine_text(scene, routine, parameter), NULL, NULL);
    if (routine == NULL) {
        await_entries(actor);
    } else {
        run_body(actor, routine);
    }
    last_error_set(actor->last_error);
    atomic_store(&actor->phase, RETURNED);
    bell_ring(&director_bell);
    return routine == NULL ? 0 : routine->exit_code;
}

/* clang-format off */
/* Each routine has a function of its own, as nothing but its address tells which one it is. */
#define HEX(X, row) X(row##0) X(row##1) X(row##2) X(row##3) X(row##4) X(row##5) X(row##6) X(row##7) \
                    X(row##8) X(row##9) X(row##A) X(row##B) X(row##C) X(row##D) X(row##E) X(row##F)
#define ALL(X) HEX(X, 0) HEX(X, 1) HEX(X, 2) HEX(X, 3) HEX(X, 4) HEX(X, 5) HEX(X, 6) HEX(X, 7) \
               HEX(X, 8) HEX(X, 9) HEX(X, A) HEX(X, B) HEX(X, C) HEX(X, D) HEX(X, E) HEX(X, F)
/* clang-format on */
#define ENTRY(n)                                                                             \
    static VOID CALLBACK apc_##n(ULONG_PTR data) { apc_runs(0x##n, data, 0); }               \
    static VOID CALLBACK timer_##n(LPVOID data, DWORD low, DWORD high) {                     \
        apc_runs(0x##n, (uint64_t)(uintptr_t)data, (uint64_t)high << 32 | low);              \
    }                                                                                        \
    static VOID CALLBACK completion_##n(DWORD error, DWORD bytes, LPOVERLAPPED overlapped) { \
        completion_runs(0x##n, error, bytes, overlapped);                                    \
    }                                                                                        \
    static DWORD WINAPI start_##n(LPVOID parameter) {                                        \
        return start_runs(0x##n, (uint64_t)(uintptr_t)parameter);                            \
    }
#define APC_NAME(n) apc_##n,
#define TIMER_NAME(n) timer_##n,
#define COMPLETION_NAME(n) completion_##n,
#define START_NAME(n) start_##n,
ALL(ENTRY)
static const PAPCFUNC apcs[ACTORS_MAX] = {ALL(APC_NAME)};
static const PTIMERAPCROUTINE timers[ACTORS_MAX] = {ALL(TIMER_NAME)};
static const LPOVERLAPPED_COMPLETION_ROUTINE completions[ACTORS_MAX] = {ALL(COMPLETION_NAME)};
static const LPTHREAD_START_ROUTINE starts[ACTORS_MAX] = {ALL(START_NAME)};

/* The function that starts a thread: of the cast without a routine. */
static uint64_t start_address(Scene *scene, Routine *routine, Actor *actor) {
    int index = atomic_fetch_add(&scene->start_count, 1);
    if (index >= ACTORS_MAX) {
        break_off(scene, "FAULT", "this agent has room for 256 threads in a program");
        index = ACTORS_MAX - 1;
    }
    scene->starts[index].routine = routine;
    scene->starts[index].actor = actor;
    return (uint64_t)(uintptr_t)starts[index];
}

static uint64_t due_time_of(Scene *scene, const Value *value) {
    LARGE_INTEGER *units = take(&scene->memory, sizeof *units);
    DueTime due = {0};
    read_due_time(value, &due);
    units->QuadPart = due_units(&due);
    return (uint64_t)(uintptr_t)units;
}

static uint64_t argument_of(Scene *scene, const Value *value, Type type, Layout layout, Actor *child) {
    switch (value->kind) {
        case VALUE_NAME:
            if (type == TYPE_APC_ROUTINE) {
                return (uint64_t)(uintptr_t)apcs[value->name->routine->index];
            }
            if (type == TYPE_TIMER_ROUTINE) {
                return (uint64_t)(uintptr_t)timers[value->name->routine->index];
            }
            if (type == TYPE_COMPLETION_ROUTINE) {
                return (uint64_t)(uintptr_t)completions[value->name->routine->index];
            }
            if (type == TYPE_BUFFER) {
                return buffer_of(scene, value->name);
            }
            return type == TYPE_THREAD_ROUTINE ? start_address(scene, value->name->routine, child)
                                               : atomic_load(&value->name->value);
        case VALUE_ID: {
            Actor *actor = find_actor(scene, value->name->name);
            return actor != NULL && actor->identified ? actor->identifier : atomic_load(&value->name->value);
        }
        case VALUE_TEXT:
            return type == TYPE_TEXT ? wide_name_of(scene, value->text) : (uint64_t)(uintptr_t)value->text;
        case VALUE_SLOT: {
            if (type == TYPE_OVERLAPPED) {
                return overlapped_of(scene, value->name);
            }
            uint64_t *cell = take(&scene->memory, sizeof *cell);
            *cell = UNWRITTEN;
            return (uint64_t)(uintptr_t)cell;
        }
        case VALUE_LIST: {
            uint64_t size = value->number > HANDLES_MAX ? value->number : HANDLES_MAX;
            uint64_t *list = take(&scene->memory, size * sizeof *list);
            int index = 0;
            for (const Element *element = value->elements; element != NULL; element = element->next) {
                list[index++] = argument_of(scene, &element->value, TYPE_HANDLE, LAYOUT_NONE, NULL);
            }
            return (uint64_t)(uintptr_t)list;
        }
        case VALUE_RECORD: {
            if (type == TYPE_DUE_TIME) {
                return due_time_of(scene, value);
            }
            char *structure = take(&scene->memory, bytes_of(layout));
            for (const Element *element = value->elements; element != NULL; element = element->next) {
                const Field *field = field_of(layout, element->name);
                uint64_t content = argument_of(scene, &element->value, field->type, LAYOUT_NONE, NULL);
                memcpy(structure + field->offset, &content, field->bytes);
            }
            return (uint64_t)(uintptr_t)structure;
        }
        default: return value->number;
    }
}

static void arguments_of(Scene *scene, const Call *call, Actor *child, uint64_t *argument) {
    for (int i = 0; i < call->count; i++) {
        const Parameter *parameter = &call->function->parameters[i];
        argument[i] = argument_of(scene, &call->arguments[i], parameter->type, parameter->layout, child);
    }
}

/* What a function wrote through a pointer; false if it wrote nothing. */
static bool read_out(uint64_t address, Type type, uint64_t *value) {
    uint64_t mask = type == TYPE_OUT_HANDLE ? UINT64_MAX : UINT32_MAX;
    memcpy(value, (const void *)(uintptr_t)address, sizeof *value);
    *value &= mask;
    return *value != (UNWRITTEN & mask);
}

static const Slot *bind_slots(Scene *scene, const Call *call, const uint64_t *argument) {
    Slot *slots = NULL;
    for (int i = call->count - 1; i >= 0; i--) {
        Type type = call->function->parameters[i].type;
        uint64_t value;
        if (call->arguments[i].kind == VALUE_SLOT && type != TYPE_OVERLAPPED
            && read_out(argument[i], type, &value)) {
            Slot *slot = take(&scene->memory, sizeof *slot);
            *slot = (Slot){slots, call->arguments[i].name->name, NULL};
            slot->value = type == TYPE_OUT_THREAD_ID ? write_identifier(scene, (uint32_t)value)
                        : type == TYPE_OUT_HANDLE    ? write_result(scene, AS_HANDLE, value)
                        : type == TYPE_OUT_EXIT_CODE && value == STILL_ACTIVE ? "STILL_ACTIVE"
                                                                              : write_number(scene, value);
            atomic_store(&call->arguments[i].name->value, value);
            slots = slot;
        }
    }
    return slots;
}

/* The thread that a call is about, if it is one of the program. */
static Actor *acted_upon(Actor *caller, const Call *call, const uint64_t *argument) {
    return has(call->function, ROLE_THREAD)
             ? thread_of(argument_in(call->function, argument, ROLE_THREAD), caller)
             : NULL;
}

/* What calls do to the threads and handles that the director must know of, before the call
   for what others may see at once … */
static void effects_before(Actor *caller, const Call *call, const uint64_t *argument, Actor *child) {
    Actor *thread = acted_upon(caller, call, argument);
    Effect effect = call->function->effect;
    if (child != NULL && (argument_in(call->function, argument, ROLE_CREATION) & CREATE_SUSPENDED) != 0) {
        child->suspensions = 1;
    }
    if (effect == EFFECT_ARMS_TIMER) {
        timer_announce(caller, call);
    }
    if (has(call->function, ROLE_REQUEST)) {
        request_announce(caller->scene, call);
    }
    if (thread == NULL) {
        return;
    }
    if (effect == EFFECT_RESUMES_THREAD) {
        announce_resumption(thread);
    } else if (effect == EFFECT_SUSPENDS_THREAD && thread == caller) {
        caller->suspending_itself = true;
    } else if (effect == EFFECT_SUSPENDS_THREAD) {
        Suspension *suspension = take(&caller->scene->memory, sizeof *suspension);
        suspension->target = thread;
        atomic_store(&caller->suspending, suspension);
    } else if (effect == EFFECT_ENDS_THREAD && (caller->scene->racing || thread->phase == ACTIVE)) {
        /* Ended in the middle of something, the thread may leave locks behind. */
        const Call *within = call_of(atomic_load(&thread->top));
        caller->scene->harmed |=
            caller->scene->racing || within == NULL || !has(within->function, ROLE_TIMEOUT);
    }
}

/* Counted by successes: the count that the implementation returns may be wrong. But if it says more than was
   counted, a suspension that is in progress has taken effect. */
static void count_resumption(Actor *thread, uint64_t previous_count) {
    Suspension *pending;
    while ((pending = suspension_of(thread)) != NULL && (uint64_t)thread->suspensions < previous_count) {
        note_suspended(pending);
    }
    int times = 0; /* somebody is just telling of the suspension, and may be stopped meanwhile */
    while (times++ < TELLING_MAX && (uint64_t)thread->suspensions < previous_count
           && is_being_suspended(thread)) {
        yield();
    }
    /* The thread may be seen for the first time between what is recorded and what is counted. */
    thread->resumed = true;
    note_resumed(thread);
    int count = thread->suspensions;
    while (count > 0 && !atomic_compare_exchange_weak(&thread->suspensions, &count, count - 1)) {
    }
    thread->resumed = false;
}

/* … and after it, before its result is bound. */
static void effects_after(Actor *caller, const Call *call, const uint64_t *argument, Actor *child,
                          uint64_t result, bool failed) {
    Scene *scene = caller->scene;
    const Function *function = call->function;
    Actor *thread = acted_upon(caller, call, argument);
    uint64_t value, handle, out;
    const void *object;
    int64_t began = atomic_load(&caller->top)->began;
    caller->suspending_itself = false;
    if (failed) {
        atomic_store(&caller->suspending, NULL);
        if (child != NULL) {
            child->removed = true;
        }
        if (function->effect == EFFECT_RESUMES_THREAD && thread != NULL) {
            withdraw_resumption(thread);
        }
        return;
    }
    switch (function->effect) {
        case EFFECT_CREATES_THREAD:
            handle_opened(scene, result, child);
            out = argument_in(function, argument, ROLE_IDENTIFIER);
            if (out != 0 && read_out(out, TYPE_OUT_THREAD_ID, &value) && !child->identified) {
                identify(child, (uint32_t)value);
            }
            break;
        case EFFECT_OPENS_THREAD:
            value = argument_in(function, argument, ROLE_IDENTIFIER);
            handle_opened(scene, result, thread_identified_by(scene, (uint32_t)value));
            break;
        case EFFECT_OPENS_OBJECT: handle_opened(scene, result, NULL); break;
        case EFFECT_COPIES_HANDLE:
            handle = argument_in(function, argument, ROLE_HANDLE);
            thread = thread_of(handle, caller);
            object = object_of(scene, handle);
            if ((argument_in(function, argument, ROLE_OPTIONS) & DUPLICATE_CLOSE_SOURCE) != 0) {
                handle_closed(scene, handle);
            }
            out = argument_in(function, argument, ROLE_COPY);
            if (out != 0 && read_out(out, TYPE_OUT_HANDLE, &value)) {
                handle_copied(scene, value, thread, object);
            }
            break;
        case EFFECT_CLOSES_HANDLE: handle_closed(scene, argument_in(function, argument, ROLE_HANDLE)); break;
        case EFFECT_NAMES_CALLER:
            if (result != CURRENT_THREAD && thread_of(result, caller) == NULL) {
                handle_known(scene, result, caller);
            }
            break;
        case EFFECT_SUSPENDS_THREAD:
            /* None for who suspends itself: it comes here only after it was resumed. */
            note_suspended(atomic_load(&caller->suspending));
            break;
        case EFFECT_RESUMES_THREAD:
            if (thread != NULL) {
                count_resumption(thread, result);
            }
            break;
        case EFFECT_ENDS_THREAD:
            if (thread != NULL) {
                thread->doomed = true;
            }
            break;
        case EFFECT_ARMS_TIMER:
            timer_armed(caller, argument_in(function, argument, ROLE_OBJECT), began);
            break;
        case EFFECT_DISARMS_TIMER:
            timer_disarmed(scene, argument_in(function, argument, ROLE_OBJECT), began);
            break;
        case EFFECT_NONE:
        case EFFECT_GIVES_WAY:
        case EFFECT_IDENTIFIES_CALLER:
        case EFFECT_QUEUES_APC:
        case EFFECT_ENDS_CALLER:
        case EFFECT_SIGNALS_OBJECT:
        case EFFECT_PULSES_OBJECT:
        case EFFECT_RESETS_OBJECT:
        case EFFECT_ISSUES_REQUEST:
        case EFFECT_TRANSFERS:
        case EFFECT_CANCELS_REQUESTS: break;
    }
    /* Only now, so that it can be seen that a suspension is being told of. */
    atomic_store(&caller->suspending, NULL);
}

/* Makes a call on the calling thread, once, and gives what it has returned; once the performance is over
   nothing and NULL, so that who is still on the way comes to an end. */
static const char *make_call(Actor *actor, const Call *call, bool meets) {
    Scene *scene = actor->scene;
    const Function *function = call->function;
    uint64_t argument[ARGUMENTS_MAX] = {0};
    int64_t failure;
    Actor *child = NULL;
    if (atomic_load(&scene->closed)) {
        return NULL;
    }
    happens(actor, "calls", call->text, NULL, NULL);
    Frame *frame = take(&scene->memory, sizeof *frame);
    *frame = (Frame){actor->top, call, now()};
    atomic_store(&actor->top, frame);
    if (function->effect == EFFECT_CREATES_THREAD) {
        child = add_actor(scene, call->binding != NULL ? call->binding->name : NULL);
    }
    arguments_of(scene, call, child, argument);
    if (meets) {
        meet(scene);
    }
    effects_before(actor, call, argument, child);
    uint64_t result = invoke(function, argument, &actor->last_error, &failure);
    bool failed = is_failure(function->result, result);
    effects_after(actor, call, argument, child, result, failed);
    const Slot *slots = failed ? NULL : bind_slots(scene, call, argument);
    if (call->binding != NULL) {
        atomic_store(&call->binding->value, result);
    }
    atomic_store(&actor->top, frame->below);
    const char *error = !failed              ? NULL
                      : failure == UNCHANGED ? "unchanged"
                                             : write_error(scene, (uint32_t)failure);
    const char *returned = write_result(scene, function->result, result);
    happens(actor, "returns", returned, error, slots);
    if (failed && failure == ERROR_CALL_NOT_IMPLEMENTED) {
        break_off(scene, "NOT_IMPLEMENTED",
                  text(&scene->memory, "%s of %s failed with ERROR_CALL_NOT_IMPLEMENTED", function->name,
                       library_name));
    }
    return returned;
}

/* Makes a call, and again for as long as its loop demands. Threads meet the first time. */
static void perform(Actor *actor, const Call *call, bool meets) {
    const char *returned = make_call(actor, call, meets);
    for (int made = 1; returned != NULL && made < call->at_most && strcmp(returned, call->again) == 0;
         made++) {
        returned = make_call(actor, call, false);
    }
}

/* Makes one thing of the set-up and binds its name to the handle; the
   performance is off if it cannot be made. */
static uint64_t make(Scene *scene, Variable *name, const Function *creator, const uint64_t *argument,
                     uint32_t *error) {
    int64_t failure;
    uint64_t handle = invoke(creator, argument, error, &failure);
    if (is_failure(creator->result, handle)) {
        break_off(scene, failure == ERROR_CALL_NOT_IMPLEMENTED ? "NOT_IMPLEMENTED" : "UNSETTLED",
                  text(&scene->memory, "set-up: %s for %s failed with %s", creator->name, name->name,
                       failure == UNCHANGED ? "-1" : write_error(scene, (uint32_t)failure)));
    }
    atomic_store(&name->value, is_failure(creator->result, handle) ? 0 : handle);
    return atomic_load(&name->value);
}

void make_object(Scene *scene, const Object *object, uint32_t *error) {
    uint64_t argument[ARGUMENTS_MAX] = {0};
    arguments_of(scene, &object->call, NULL, argument);
    uint64_t handle = make(scene, object->name, object->call.function, argument, error);
    if (handle != 0) {
        handle_opened(scene, handle, NULL);
    }
}

bool make_thread(Scene *scene, Variable *thread, uint32_t *error) {
    Actor *actor = thread->actor;
    uint64_t written, identifier = UNWRITTEN;
    uint64_t flags = thread->suspended ? CREATE_SUSPENDED : 0, address = (uint64_t)(uintptr_t)&identifier;
    uint64_t argument[] = {0, 0, start_address(scene, NULL, actor), 0, flags, address};
    uint64_t handle = make(scene, thread, &functions[FN_CreateThread], argument, error);
    if (handle != 0) {
        handle_opened(scene, handle, actor);
        if (read_out(address, TYPE_OUT_THREAD_ID, &written) && !actor->identified) {
            identify(actor, (uint32_t)written);
        }
    }
    return handle != 0;
}
