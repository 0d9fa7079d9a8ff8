/* The threads of a program: what is recorded of them, and which values stand for them. */
typedef struct Frame { /* what a thread is in: a call, or with none the body of a routine; no two are equal */
    struct Frame *below;
    const Call *call;
    int64_t began;
} Frame;
typedef struct { _Atomic int missing; _Atomic int64_t start; const Lane *lane; int lanes; } Line;
typedef struct { enum { MAKE_CALLS, MAKE_OBJECT, LEAVE } kind; const Lane *lane; Line *line; Object *object; } Work;
typedef struct { /* a call of SuspendThread that is in progress; it may have taken effect long before it returns */
    Actor *target;
    _Atomic bool noted; /* counted among the suspensions of its target */
} Suspension;
typedef enum { IDLE_, ENDED_, SUSPENDED_, BLOCKED_, HELD_, BUSY_, UNSEEN_ } Standing;
typedef struct { Standing standing; Frame *frame; int64_t switches; } Seen;

struct Actor { /* a thread of the program; the names of phases are what it says of itself */
    Scene *scene;
    const char *name;
    _Atomic enum { UNSTARTED, ACTIVE, IDLE, RETURNED, GONE } phase;
    _Atomic(Frame *) top;
    _Atomic(const Work *) mail;
    Bell bell;
    _Atomic long key;
    int file;
    _Atomic bool asleep, removed, suspending_itself, doomed, resumed, identified;
    _Atomic uint32_t resumption; /* 0, or the number of its announcement, which is even; odd while it is being told: that it goes on is told once, whoever comes first */
    _Atomic int suspensions;
    _Atomic(Suspension *) suspending;
    _Atomic uint32_t identifier;
    int64_t delay;       /* how long it is held back when a race begins */
    int made, meeting;   /* how many calls of the script it has begun; in which of them, from 1, it awaits others, or 0 */
    uint32_t last_error; /* as the implementation has it for this thread, while the agent's own code runs */
    bool starts_suspended;
    Frame *reported; /* the director's, like the rest */
    Seen seen;
};

static Scene *_Atomic playing; /* the program in progress */

#define ACTORS(scene, actor)                                                                                       \
    for (int i_ = 0; i_ < atomic_load(&(scene)->actor_count) && i_ < ACTORS_MAX; i_++)                             \
        for (Actor *actor = atomic_load(&(scene)->actors[i_]); actor != NULL && !actor->removed; actor = NULL)

static void break_off(Scene *scene, const char *status, const char *evidence) {
    Off *off = take(&scene->memory, sizeof *off), *none = NULL;
    *off = (Off){status, evidence};
    atomic_compare_exchange_strong(&scene->off, &none, off);
    bell_ring(&director_bell);
}

static Actor *find_actor(Scene *scene, const char *name) {
    ACTORS(scene, actor) {
        if (strcmp(actor->name, name) == 0) {
            return actor;
        }
    }
    return NULL;
}

/* Adds a thread; without a name it is called after its number, and a name that is taken gets one. */
static Actor *add_actor(Scene *scene, const char *given) {
    Actor *actor = take(&scene->memory, sizeof *actor);
    int index = atomic_fetch_add(&scene->actor_count, 1); /* its own, also where two are added at the same time */
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
        item->scene = scene;
        item->seq = seq;
        item->micros = micros;
        push(&to_writer, &item->node);
    }
}

static void record(Scene *scene, const char *thread, const char *kind, const char *what, const char *error, const Slot *slots) {
    if (atomic_load(&scene->open) && !atomic_load(&scene->closed)) {
        int64_t micros = (now() - scene->began) / 1000;
        take_down(scene, atomic_fetch_add(&scene->events, 1), micros,
                  (Item){.thread = thread, .kind = kind, .what = what, .last_error = error, .slots = slots});
    }
}

static bool is_still(Actor *actor);

/* Records what was seen of a thread when there were that many events; false if it may have become untrue: there have been others since,
   or the thread does not stand as it did. It may have gone on and have to wait for a processor before it tells. What holds before and
   after the moment that the event bears holds in it. */
static bool record_if_next(Actor *actor, int events, const char *kind, const char *what) {
    Scene *scene = actor->scene;
    int64_t micros = (now() - scene->began) / 1000;
    bool is_next = is_still(actor) && atomic_compare_exchange_strong(&scene->events, &events, events + 1);
    if (is_next) {
        take_down(scene, events, micros, (Item){.thread = actor->name, .kind = kind, .what = what});
    }
    return is_next;
}

/* Whether another thread is in a call that suspends this one, or is just telling of it. */
static bool is_being_suspended(const Actor *target) {
    ACTORS(target->scene, actor) {
        Suspension *one = atomic_load(&actor->suspending);
        if (one != NULL && one->target == target) {
            return true;
        }
    }
    return false;
}

/* A suspension of that thread which is in progress and which nobody has taken note of. */
static Suspension *suspension_of(const Actor *target) {
    ACTORS(target->scene, actor) {
        Suspension *one = atomic_load(&actor->suspending);
        if (one != NULL && one->target == target && !one->noted) {
            return one;
        }
    }
    return NULL;
}

/* A thread is suspended: recorded when the call returns, or when it is seen before. */
static void note_suspended(Suspension *one) {
    if (one != NULL && !atomic_exchange(&one->noted, true)) {
        record(one->target->scene, one->target->name, "suspended", "", NULL, NULL);
        atomic_fetch_add(&one->target->suspensions, 1); /* only now, so that whoever resumes the thread tells of it behind this */
    }
}

/* Somebody is about to resume the thread. Each time has a number, so that the end of one is not taken for that of the next. */
static void announce_resumption(Actor *actor) {
    static _Atomic uint32_t announcements;
    atomic_store(&actor->resumption, 2 * (atomic_fetch_add(&announcements, 1) + 1));
}

static bool turns(Actor *actor, uint32_t from, uint32_t to) { return atomic_compare_exchange_strong(&actor->resumption, &from, to); }

static bool is_announced(uint32_t resumption) { return resumption != 0 && resumption % 2 == 0; }

/* The thread was not resumed after all. */
static void withdraw_resumption(Actor *actor) {
    uint32_t one = actor->resumption;
    if (is_announced(one)) {
        turns(actor, one, 0);
    }
}

/* A thread goes on: recorded by who resumed it or by itself, who comes first. The other waits until it is told, or what it does
   next would be told before; not for ever, since who tells may be terminated meanwhile, or suspended. */
static void note_resumed(Actor *actor) {
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

static void happens(Actor *actor, const char *kind, const char *what, const char *error, const Slot *slots) {
    if (actor->suspensions > 0) { /* otherwise whoever resumes it knows better whether there was anything to resume */
        note_resumed(actor);
    }
    record(actor->scene, actor->name, kind, what, error, slots);
}

static const char *write_number(Scene *scene, uint64_t number) {
    return text(&scene->memory, number <= 0xFFFF ? "%" PRIu64 : "0x%" PRIX64, number);
}

static const char *write_error(Scene *scene, uint32_t code) {
    for (const Constant *one = errors; one->name != NULL; one++) {
        if (one->value == code) {
            return one->name;
        }
    }
    return text(&scene->memory, "%" PRIu32, code);
}

static const char *write_identifier(Scene *scene, uint32_t identifier) {
    ACTORS(scene, actor) {
        if (actor->identified && actor->identifier == identifier) {
            return text(&scene->memory, "id of %s", actor->name);
        }
    }
    return write_number(scene, identifier);
}

static const char *write_result(Scene *scene, Result result, uint64_t value) {
    Memory *memory = &scene->memory;
    switch (result) {
        case AS_VOID: return "void";
        case AS_BOOL: return value == 0 ? "FALSE" : "TRUE";
        case AS_NONZERO: return value == 0 ? "0" : "nonzero";
        case AS_HANDLE: return value == 0 ? "NULL" : "handle";
        case AS_SUSPEND_COUNT: return value == 0xFFFFFFFF ? "0xFFFFFFFF" : text(memory, "%" PRIu64, value);
        case AS_THREAD_ID: return write_identifier(scene, (uint32_t)value);
        case AS_ERROR_CODE: return write_error(scene, (uint32_t)value);
        default: break;
    }
    if (value == 0xC0) {
        return "WAIT_IO_COMPLETION";
    }
    if (result == AS_WAIT) {
        uint64_t abandoned = value - 0x80;
        if (value < 64 || abandoned < 64) {
            const char *name = value < 64 ? "WAIT_OBJECT_0" : "WAIT_ABANDONED_0";
            uint64_t index = value < 64 ? value : abandoned;
            return index == 0 ? name : text(memory, "%s + %" PRIu64, name, index);
        }
        if (value == 0x102 || value == 0xFFFFFFFF) {
            return value == 0x102 ? "WAIT_TIMEOUT" : "WAIT_FAILED";
        }
    }
    return text(memory, value < 10 ? "%" PRIu64 : "0x%" PRIX64, value);
}

static void handle_closed(Scene *scene, uint64_t value) {
    for (Handle *one = atomic_load(&scene->handles); one != NULL; one = one->next) {
        if (one->value == value) {
            one->known = one->open = false;
        }
    }
}

static void handle_known(Scene *scene, uint64_t value, Actor *actor, bool open) {
    Handle *handle = take(&scene->memory, sizeof *handle);
    handle->value = value;
    handle->actor = actor;
    handle->known = actor != NULL;
    handle->open = open;
    handle->next = atomic_load(&scene->handles);
    while (!atomic_compare_exchange_weak(&scene->handles, &handle->next, handle)) {
    }
}

/* A handle was issued, whatever its value stood for before. */
static void handle_opened(Scene *scene, uint64_t value, Actor *actor) {
    handle_closed(scene, value);
    handle_known(scene, value, actor, true);
}

static Actor *thread_of(uint64_t value, Actor *caller) {
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

static void identify(Actor *actor, uint32_t identifier) {
    actor->identifier = identifier;
    actor->identified = true;
}

static uint32_t own_identifier(void) {
    const Function *function = &functions[FN_GetCurrentThreadId];
    return (uint32_t)function->call(function->address, NULL);
}

static Actor *thread_identified_by(Scene *scene, uint32_t identifier) {
    ACTORS(scene, actor) {
        if (actor->identified && actor->identifier == identifier) {
            return actor;
        }
    }
    return NULL;
}

/* The calling thread is seen here for the first time. */
static void appear(Actor *actor) {
    atomic_store(&actor->key, own_key());
    atomic_store(&actor->phase, ACTIVE);
    set_self(actor);
    if (functions[FN_GetCurrentThreadId].address != NULL) {
        identify(actor, own_identifier());
    }
}

/* The thread that runs this, whoever called it: an APC may be the first that is seen of a thread. */
static Actor *current(void) {
    Actor *known = get_self(), *only = NULL;
    Scene *scene = atomic_load(&playing);
    int count = 0;
    if (known != NULL) {
        return known;
    }
    if (functions[FN_GetCurrentThreadId].address != NULL) {
        known = thread_identified_by(scene, own_identifier());
        known = known != NULL && known->phase == UNSTARTED ? known : NULL;
    }
    ACTORS(scene, actor) {
        if (actor->phase == UNSTARTED && (actor->suspensions == 0 || actor->resumption != 0 || actor->resumed)) {
            only = actor;
            count++;
        }
    }
    known = known != NULL ? known : count == 1 ? only : add_actor(scene, "stranger");
    appear(known);
    return known;
}
