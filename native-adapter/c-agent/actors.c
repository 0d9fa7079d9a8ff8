#include "actors.h"

#include <inttypes.h>
#include <string.h>

#include "sdk.h"

#define TELLING (200 * MILLISECOND) /* how long a thread waits for another one to tell that it goes on */

Scene *_Atomic playing;

void break_off(Scene *scene, const char *status, const char *evidence) {
    Breakoff *off = take(&scene->memory, sizeof *off), *none = NULL;
    *off = (Breakoff){status, evidence};
    atomic_compare_exchange_strong(&scene->off, &none, off);
    bell_ring(&director_bell);
}

Actor *find_actor(Scene *scene, const char *name) {
    ACTORS(scene, actor) {
        if (strcmp(actor->name, name) == 0) {
            return actor;
        }
    }
    return NULL;
}

Actor *add_actor(Scene *scene, const char *given) {
    Actor *actor = take(&scene->memory, sizeof *actor);
    /* A number of its own, also where two are added at the same time. */
    int index = atomic_fetch_add(&scene->actor_count, 1);
    const char *name = given != NULL ? given : text(&scene->memory, "thread%d", index);
    const char *free_name = name;
    for (int i = 2; find_actor(scene, free_name) != NULL; i++) {
        free_name = text(&scene->memory, "%s#%d", name, i);
    }
    actor->scene = scene;
    actor->name = free_name;
    bell_make(&actor->bell);
    if (index >= ACTORS_MAX) {
        break_off(scene, "FAULT", "this agent has room for 256 threads in a program");
    } else {
        atomic_store(&scene->actors[index], actor);
    }
    return actor;
}

static void take_down(Scene *scene, int seq, int64_t micros, Item event) {
    if (seq < EVENTS_MAX) {
        Item *item = take(&scene->memory, sizeof *item);
        *item = event;
        item->trace = &scene->trace;
        item->seq = seq;
        item->micros = micros;
        send_event(item);
    }
}

int64_t micros_of(const Scene *scene) { return (now() - scene->began) / 1000; }

void record(Scene *scene, const char *thread, const char *kind, const char *what, const char *error,
            const Slot *slots) {
    if (atomic_load(&scene->open) && !atomic_load(&scene->closed)) {
        int64_t micros = micros_of(scene);
        take_down(scene, atomic_fetch_add(&scene->events, 1), micros,
                  (Item){.thread = thread, .kind = kind, .what = what, .last_error = error, .slots = slots});
    }
}

bool record_as(Actor *actor, int events, int64_t micros, const char *kind, const char *what) {
    bool is_next = atomic_compare_exchange_strong(&actor->scene->events, &events, events + 1);
    if (is_next) {
        take_down(actor->scene, events, micros, (Item){.thread = actor->name, .kind = kind, .what = what});
    }
    return is_next;
}

static Suspension *suspension(const Actor *target, bool also_noted) {
    ACTORS(target->scene, actor) {
        Suspension *one = atomic_load(&actor->suspending);
        if (one != NULL && one->target == target && (also_noted || !one->noted)) {
            return one;
        }
    }
    return NULL;
}

bool is_being_suspended(const Actor *target) { return suspension(target, true) != NULL; }

Suspension *suspension_of(const Actor *target) { return suspension(target, false); }

void note_suspended(Suspension *suspension) {
    if (suspension != NULL && !atomic_exchange(&suspension->noted, true)) {
        Actor *target = suspension->target;
        record(target->scene, target->name, "suspended", "", NULL, NULL);
        /* Only now, so that whoever resumes the thread tells of it behind this. */
        atomic_fetch_add(&target->suspensions, 1);
    }
}

/* Each time has a number, so that the end of one is not taken for that of the next. */
void announce_resumption(Actor *actor) {
    static _Atomic uint32_t announcements;
    atomic_store(&actor->resumption, 2 * (atomic_fetch_add(&announcements, 1) + 1));
}

static bool turns(Actor *actor, uint32_t from, uint32_t to) {
    return atomic_compare_exchange_strong(&actor->resumption, &from, to);
}

static bool is_announced(uint32_t resumption) { return resumption != 0 && resumption % 2 == 0; }

void withdraw_resumption(Actor *actor) {
    uint32_t one = actor->resumption;
    if (is_announced(one)) {
        turns(actor, one, 0);
    }
}

/* Recorded by who resumed the thread or by itself, who comes first. The other waits until it is told, or
   what it does next would be told before; not for ever, since who tells may be terminated meanwhile, or
   suspended. */
void note_resumed(Actor *actor) {
    uint32_t one = actor->resumption;
    if (is_announced(one) && turns(actor, one, one + 1)) {
        record(actor->scene, actor->name, "resumed", "", NULL, NULL);
        turns(actor, one + 1, 0);
        return;
    }
    one = actor->resumption;
    for (int64_t end = now() + TELLING; one % 2 == 1 && actor->resumption == one && now() < end;) {
        yield();
    }
    if (one % 2 == 1) {
        turns(actor, one, 0);
    }
}

void happens(Actor *actor, const char *kind, const char *what, const char *error, const Slot *slots) {
    /* If nobody has suspended it, whoever resumes it knows better whether there was anything to resume. */
    if (actor->suspensions > 0) {
        note_resumed(actor);
    }
    record(actor->scene, actor->name, kind, what, error, slots);
}

const char *write_number(Scene *scene, uint64_t number) {
    return text(&scene->memory, number <= 0xFFFF ? "%" PRIu64 : "0x%" PRIX64, number);
}

const char *write_error(Scene *scene, uint32_t code) {
    const char *name = error_name(code);
    return name != NULL ? name : text(&scene->memory, "%" PRIu32, code);
}

const char *write_identifier(Scene *scene, uint32_t identifier) {
    const Actor *actor = thread_identified_by(scene, identifier);
    return actor != NULL ? text(&scene->memory, "id of %s", actor->name) : write_number(scene, identifier);
}

const char *write_result(Scene *scene, Result result, uint64_t value) {
    Memory *memory = &scene->memory;
    switch (result) {
        case AS_VOID: return "void";
        case AS_BOOL:
        case AS_ANSWER: return value == 0 ? "FALSE" : "TRUE";
        case AS_NONZERO: return value == 0 ? "0" : "nonzero";
        case AS_HANDLE: return value == 0 ? "NULL" : "handle";
        case AS_FILE: return is_failure(result, value) ? "INVALID_HANDLE_VALUE" : "handle";
        case AS_SUSPEND_COUNT:
            return is_failure(result, value) ? "0xFFFFFFFF" : text(memory, "%" PRIu64, value);
        case AS_THREAD_ID: return write_identifier(scene, (uint32_t)value);
        case AS_ERROR_CODE: return write_error(scene, (uint32_t)value);
        default: break;
    }
    if (value == WAIT_IO_COMPLETION) {
        return "WAIT_IO_COMPLETION";
    }
    if (result == AS_WAIT) {
        uint64_t signaled = value - WAIT_OBJECT_0, abandoned = value - WAIT_ABANDONED;
        if (signaled < MAXIMUM_WAIT_OBJECTS || abandoned < MAXIMUM_WAIT_OBJECTS) {
            bool is_signaled = signaled < MAXIMUM_WAIT_OBJECTS;
            const char *name = is_signaled ? "WAIT_OBJECT_0" : "WAIT_ABANDONED_0";
            uint64_t index = is_signaled ? signaled : abandoned;
            return index == 0 ? name : text(memory, "%s + %" PRIu64, name, index);
        }
        if (value == WAIT_TIMEOUT || value == WAIT_FAILED) {
            return value == WAIT_TIMEOUT ? "WAIT_TIMEOUT" : "WAIT_FAILED";
        }
    }
    return text(memory, value < 10 ? "%" PRIu64 : "0x%" PRIX64, value);
}

void handle_closed(Scene *scene, uint64_t value) {
    for (Handle *one = atomic_load(&scene->handles); one != NULL; one = one->next) {
        if (one->value == value) {
            one->known = one->open = false;
        }
    }
}

static void add_handle(Scene *scene, uint64_t value, Actor *actor, const void *object, bool open) {
    Handle *handle = take(&scene->memory, sizeof *handle);
    handle->value = value;
    handle->object = object != NULL ? object : handle;
    handle->actor = actor;
    handle->known = actor != NULL;
    handle->open = open;
    handle->next = atomic_load(&scene->handles);
    while (!atomic_compare_exchange_weak(&scene->handles, &handle->next, handle)) {
    }
}

void handle_copied(Scene *scene, uint64_t value, Actor *actor, const void *object) {
    handle_closed(scene, value);
    add_handle(scene, value, actor, object, true);
}

void handle_opened(Scene *scene, uint64_t value, Actor *actor) { handle_copied(scene, value, actor, NULL); }

void handle_known(Scene *scene, uint64_t value, Actor *actor) {
    add_handle(scene, value, actor, NULL, false);
}

const void *object_of(Scene *scene, uint64_t value) {
    for (Handle *one = atomic_load(&scene->handles); one != NULL; one = one->next) {
        if (one->value == value) {
            return one->object;
        }
    }
    return NULL;
}

Actor *thread_of(uint64_t value, Actor *caller) {
    if (value == CURRENT_THREAD) {
        return caller;
    }
    for (Handle *one = atomic_load(&caller->scene->handles); one != NULL; one = one->next) {
        if (one->value == value && one->known) {
            return one->actor;
        }
    }
    return NULL;
}

void identify(Actor *actor, uint32_t identifier) {
    actor->identifier = identifier;
    actor->identified = true;
}

Actor *thread_identified_by(Scene *scene, uint32_t identifier) {
    ACTORS(scene, actor) {
        if (actor->identified && actor->identifier == identifier) {
            return actor;
        }
    }
    return NULL;
}

void appear(Actor *actor) {
    uint32_t identifier;
    atomic_store(&actor->key, own_key());
    atomic_store(&actor->phase, ACTIVE);
    set_self(actor);
    if (own_identifier(&identifier)) {
        identify(actor, identifier);
    }
}

/* An APC may be the first that is seen of a thread. */
Actor *current_actor(void) {
    Actor *known = get_self(), *only = NULL;
    Scene *scene = atomic_load(&playing);
    uint32_t identifier;
    int count = 0;
    if (known != NULL) {
        return known;
    }
    if (own_identifier(&identifier)) {
        known = thread_identified_by(scene, identifier);
        known = known != NULL && known->phase == UNSTARTED ? known : NULL;
    }
    ACTORS(scene, actor) {
        if (actor->phase == UNSTARTED
            && (actor->suspensions == 0 || actor->resumption != 0 || actor->resumed)) {
            only = actor;
            count++;
        }
    }
    known = known != NULL ? known : count == 1 ? only : add_actor(scene, "stranger");
    appear(known);
    return known;
}
