#include "director.h"

#include <inttypes.h>

#include "calls.h"
#include "lookout.h"
#include "requests.h"
#include "sight.h"

#define POLL (50 * MILLISECOND / 1000) /* between two looks */
#define BOUND SECOND                   /* how long threads that are told to leave may take */
#define ROUNDS 3                       /* equal rounds in a row that prove that a thread is blocked */
/* Times the limit for a program that looks at rest, while threads beside it run that might deceive the
   look. */
#define PATIENCE 4

static bool goes_on(Scene *scene) {
    if (atomic_load(&scene->events) > EVENTS_MAX) {
        break_off(scene, "UNSETTLED",
                  text(&scene->memory, "more than %d events: a trace holds no more", EVENTS_MAX));
    }
    return atomic_load(&scene->off) == NULL;
}

/* Returns when the program is quiescent, finite waits may be in progress; false if it cannot go on. */
static bool settle(Scene *scene) {
    Round round = {-1, false, false};
    int64_t changed = now();
    bool quiet = false;
    for (int equal = 0; goes_on(scene); bell_await(&director_bell, POLL)) {
        equal = look_at_all(scene, &round) ? equal + 1 : 1;
        int64_t time = now();
        if (equal == 1) {
            changed = time;
            quiet = false;
        }
        if (round.at_rest && round.events == atomic_load(&scene->events)) {
            if (quiet || !round.by_looks) {
                scene->seen_events = round.events;
                return goes_on(scene); /* a thread may have broken off just before it came to rest */
            }
            quiet = equal >= ROUNDS && own_threads_wait();
        }
        /* Threads that look at rest, only that others run which might deceive the look,
           do not hang, and get more time. */
        int times = round.at_rest ? PATIENCE : 1;
        bool limit = time > scene->deadline + (times - 1) * scene->limit;
        if (!round.at_rest && (limit ? equal >= ROUNDS : time - changed > HANG) && is_hung(scene, time)) {
            break_off(scene, "TIMEOUT", describe_all(scene));
        } else if (limit) {
            break_off(scene, "UNSETTLED",
                      text(&scene->memory, "not quiescent within %" PRId64 " ms: %s%s",
                           times * scene->limit / MILLISECOND, describe_all(scene),
                           round.at_rest ? ", and other threads of the process run" : ""));
        }
    }
    return false;
}

/* Lets some time pass while finite waits are in progress, which does not count;
   returns at the next quiescent point. */
static bool let_time_pass(Scene *scene) {
    int64_t began = now(), next = next_timeout(scene, began);
    if (next < -HANG) {
        break_off(scene, "TIMEOUT", text(&scene->memory, "a time-out is overdue: %s", describe_all(scene)));
        return false;
    }
    bell_await(&director_bell, next < POLL ? POLL : next > PAUSE ? PAUSE : next);
    int64_t paused = now() - began;
    int events = scene->seen_events;
    bool settled = settle(scene);
    /* Where nothing happened, the looks took time of the wait as well. Where something did, they count: a
       program that sleeps for a moment again and again must come to its limit. */
    scene->deadline += scene->seen_events == events ? now() - began : paused;
    return settled;
}

static bool elapse(Scene *scene, int64_t duration) {
    int64_t end = now() + duration;
    for (int64_t left = duration; left > 0 && goes_on(scene); left = end - now()) {
        bell_await(&director_bell, left);
    }
    scene->deadline += duration;
    return settle(scene);
}

/* Returns when a request has ended and all is at rest again. */
static bool complete(Scene *scene, const Variable *request, int index) {
    while (is_pending(request) && goes_on(scene)) {
        if (now() > scene->deadline) {
            break_off(scene, "STUCK",
                      text(&scene->memory, "script[%d] cannot begin: the request %s is still pending", index,
                           request->name));
            return false;
        }
        bell_await(&director_bell, POLL);
    }
    return settle(scene);
}

static void post(Actor *actor, Work work) {
    Work *mail = take(&actor->scene->memory, sizeof *mail);
    *mail = work;
    if (actor->phase == IDLE) {
        atomic_store(&actor->phase, ACTIVE);
    }
    atomic_store(&actor->mail, mail);
    bell_ring(&actor->bell);
}

/* Lets time pass until the thread takes an entry. */
static bool ready(Scene *scene, Actor *actor, int index) {
    while (!(actor->phase == IDLE && actor->suspensions == 0 && !actor->doomed)) {
        if (actor->seen.standing == STANDS_ENDED || !has_finite_wait(scene)) {
            break_off(scene, "STUCK",
                      text(&scene->memory, "script[%d] cannot begin: %s%s", index, describe_actor(actor),
                           actor->seen.standing == STANDS_BLOCKED ? " for ever" : ""));
            return false;
        }
        if (!let_time_pass(scene)) {
            return false;
        }
    }
    return true;
}

/* Such a thread can take part in a race, for others may resume it; nobody waits for it at the line. */
static bool is_late(const Actor *actor) {
    return actor->suspensions > 0 && actor->mail == NULL
        && (actor->phase == IDLE || actor->phase == UNSTARTED);
}

static bool race(Scene *scene, const Entry *entry, int index) {
    Line *line = take(&scene->memory, sizeof *line);
    for (int i = 0; i < entry->lanes; i++) {
        if (!is_late(entry->lane[i].thread->actor)) {
            if (!ready(scene, entry->lane[i].thread->actor, index)) {
                return false;
            }
            line->missing++;
        }
    }
    line->lane = entry->lane;
    line->lanes = entry->lanes;
    scene->racing = true;
    for (int i = 0; i < entry->lanes; i++) {
        Actor *actor = entry->lane[i].thread->actor;
        post(actor, (Work){MAKE_CALLS, &entry->lane[i], is_late(actor) ? NULL : line, NULL});
    }
    for (bool waits = settle(scene); waits;) {
        waits = false;
        for (int i = 0; i < entry->lanes; i++) {
            waits |= is_in_finite_wait(entry->lane[i].thread->actor);
        }
        waits = waits && let_time_pass(scene);
    }
    scene->racing = false;
    return goes_on(scene);
}

/* Records who is seen blocked, once for each call, and who is seen suspended by a call that has not returned.
   A finite wait may end meanwhile: then it is not blocked any more, and the threads are looked at again. */
static bool report(Scene *scene) {
    int events = scene->seen_events;
    ACTORS(scene, actor) {
        Frame *frame = actor->seen.frame;
        bool blocked = actor->seen.standing == STANDS_BLOCKED;
        Suspension *suspension = suspension_of(actor);
        if (actor->seen.standing == STANDS_SUSPENDED && suspension != NULL) {
            note_suspended(suspension);
            return settle(scene) && report(scene);
        }
        if (call_of(frame) == NULL || !(blocked || actor->suspending_itself) || actor->reported == frame) {
            continue;
        }
        const char *where = blocked ? frame->call->function->name : "";
        if (!record_if_still(actor, events++, blocked ? "blocked" : "suspended", where)) {
            return settle(scene) && report(scene);
        }
        actor->reported = frame;
    }
    return true;
}

/* What is done by the home thread, for the director. */
static struct {
    _Atomic(void (*)(Scene *)) work;
    Scene *scene;
    _Atomic bool done;
    Bell bell;
} home;

static void home_run(void) {
    own_thread_begins(OWN_HOME);
    for (;; bell_await(&home.bell, NEVER)) {
        void (*work)(Scene *) = atomic_exchange(&home.work, NULL);
        if (work != NULL) {
            work(home.scene);
            atomic_store(&home.done, true);
            bell_ring(&director_bell);
        }
    }
}

/* Has the home thread do something, from which it may never come back; false if it did not
   until `end`, or should not go on. */
static bool at_home(Scene *scene, void (*work)(Scene *), int64_t end, bool while_it_goes_on) {
    home.scene = scene;
    atomic_store(&home.done, false);
    atomic_store(&home.work, work);
    for (bell_ring(&home.bell); !atomic_load(&home.done); bell_await(&director_bell, PAUSE)) {
        if (now() > end || (while_it_goes_on && !goes_on(scene))) {
            return false;
        }
    }
    return true;
}

static void make_threads(Scene *scene) {
    const Program *program = &scene->program;
    uint32_t error = last_error_get();
    for (int i = 0; i < program->thread_count; i++) {
        if (!make_thread(scene, program->threads[i], &error)) {
            return;
        }
    }
}

/* Makes the next objects, up to one that a thread of the program has to make. */
static void make_objects(Scene *scene) {
    uint32_t error = last_error_get();
    for (; scene->unmade != NULL && scene->unmade->by == NULL; scene->unmade = scene->unmade->next) {
        make_object(scene, scene->unmade, &error);
    }
}

bool set_up(Scene *scene) {
    if (scene->program.unknown != NULL) {
        break_off(scene, "NOT_IMPLEMENTED", scene->program.unknown);
    }
    if (!at_home(scene, make_threads, scene->deadline, true)) {
        break_off(scene, "UNSETTLED", "the set-up did not end");
        return false;
    }
    bool settled = settle(scene);
    scene->unmade = scene->program.objects;
    while (settled && scene->unmade != NULL) {
        const Object *object = scene->unmade;
        if (object->by == NULL) {
            if (!at_home(scene, make_objects, scene->deadline, true)) {
                break_off(scene, "UNSETTLED", "the set-up did not end");
                return false;
            }
            settled = goes_on(scene);
        } else {
            post(object->by->actor, (Work){MAKE_OBJECT, NULL, NULL, object});
            settled = settle(scene);
            scene->unmade = object->next;
        }
    }
    return settled;
}

const char *run_script(Scene *scene) {
    const char *blocked = "";
    for (int i = 0; i < scene->program.entry_count; i++) {
        const Entry *entry = &scene->program.entries[i];
        if (i > 0) {
            record(scene, NULL, "quiescent", "", NULL, NULL);
        }
        if (entry->kind == CALL && ready(scene, entry->lane->thread->actor, i)) {
            post(entry->lane->thread->actor, (Work){MAKE_CALLS, entry->lane, NULL, NULL});
            settle(scene);
        } else if (entry->kind == ELAPSE) {
            elapse(scene, entry->millis * MILLISECOND);
        } else if (entry->kind == COMPLETED) {
            complete(scene, entry->request, i);
        } else if (entry->kind == RACE) {
            race(scene, entry, i);
        }
        if (!goes_on(scene) || !report(scene)) {
            return "";
        }
    }
    while (has_finite_wait(scene)) {
        if (!let_time_pass(scene)) {
            return "";
        }
    }
    if (!report(scene)) {
        return "";
    }
    record(scene, NULL, "quiescent", "", NULL, NULL);
    ACTORS(scene, actor) {
        if (actor->seen.standing == STANDS_BLOCKED) {
            blocked = text(&scene->memory, "%s%s%s for ever", blocked, *blocked == 0 ? "" : ", ",
                           describe_actor(actor));
        }
    }
    return blocked;
}

static void resume_all(Scene *scene) {
    uint32_t error = last_error_get();
    ACTORS(scene, actor) {
        for (Handle *handle = scene->handles; handle != NULL && !actor->doomed && actor->suspensions > 0;
             handle = handle->next) {
            /* A thread whose handle the program has closed stays suspended. */
            if (handle->actor == actor && handle->known) {
                for (int64_t failure; actor->suspensions > 0; actor->suspensions--) {
                    invoke(&functions[FN_ResumeThread], &handle->value, &error, &failure);
                }
            }
        }
    }
}

static void close_all(Scene *scene) {
    uint32_t error = last_error_get();
    int64_t failure;
    for (Handle *handle = scene->handles; handle != NULL; handle = handle->next) {
        if (handle->open && functions[FN_CloseHandle].address != NULL) {
            invoke(&functions[FN_CloseHandle], &handle->value, &error, &failure);
        }
    }
}

int tear_down(Scene *scene, bool at_rest) {
    Round round = {0};
    int blocked = 0, left = 1, suspended = 0;
    look_at_all(scene, &round);
    ACTORS(scene, actor) {
        bool for_ever = actor->seen.standing == STANDS_BLOCKED && !is_in_finite_wait(actor);
        actor->reported = for_ever ? actor->seen.frame : NULL;
        blocked += actor->reported != NULL;
        suspended += actor->suspensions > 0 && !actor->doomed;
        if (actor->phase == IDLE || actor->doomed || actor->phase == GONE) {
            post(actor, (Work){LEAVE, NULL, NULL, NULL});
        }
    }
    int64_t end = now() + BOUND;
    if (!at_rest
        || (suspended > 0
            && (functions[FN_ResumeThread].address == NULL || !at_home(scene, resume_all, end, false)))) {
        return -1;
    }
    for (; left > 0; bell_await(&director_bell, POLL)) {
        if (now() > end) {
            return -1;
        }
        left = 0;
        look_at_all(scene, &round);
        ACTORS(scene, actor) {
            bool stays = actor->seen.standing == STANDS_BLOCKED && actor->reported != NULL;
            left += actor->seen.standing != STANDS_ENDED && !stays;
        }
    }
    return blocked > 0 ? blocked : at_home(scene, close_all, end, false) ? 0 : -1;
}

void director_begin(void) {
    bell_make(&home.bell);
    spawn(home_run);
}
