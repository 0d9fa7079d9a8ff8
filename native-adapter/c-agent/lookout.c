#include "lookout.h"

#include "sdk.h"
#include "sight.h"
#include "timers.h"

static Seen ended(Actor *actor) {
    if (atomic_exchange(&actor->phase, GONE) != GONE) {
        record(actor->scene, actor->name, "exits", "", NULL, NULL);
    }
    return (Seen){STANDS_ENDED, NULL, 0};
}

static Seen see_from_outside(Actor *actor, Frame *frame) {
    Sighting sighting = look(actor->key, &actor->file);
    if (sighting.state == SEEN_ENDED) {
        return ended(actor);
    }
    bool runs = sighting.state == SEEN_RUNNABLE || sighting.state == SEEN_SERVED;
    /* One that still runs is on its way to where its suspension takes effect. */
    if (actor->suspensions > 0 && !actor->doomed && !runs) {
        return (Seen){STANDS_SUSPENDED, frame, 0};
    }
    Standing standing = STANDS_BUSY;
    if (atomic_load(&actor->top) != frame || runs) {
        sighting.switches = runs ? sighting.switches : 0;
    } else if (sighting.state == SEEN_NOT) {
        standing = STANDS_UNSEEN;
    } else if (actor->doomed || actor->phase == RETURNED) {
        standing = STANDS_HELD;
    } else if (actor->suspending_itself) {
        standing = STANDS_SUSPENDED;
    } else if (call_of(frame) != NULL) { /* otherwise in the agent's own code, which waits for nothing */
        /* Who suspended it need not have come back from the call: it may be suspended itself. */
        bool may_wait = has(frame->call->function, ROLE_TIMEOUT);
        standing = may_wait ? STANDS_BLOCKED : suspension_of(actor) != NULL ? STANDS_SUSPENDED : STANDS_HELD;
    }
    return (Seen){standing, frame, sighting.switches};
}

static Seen see(Actor *actor) {
    Frame *frame = atomic_load(&actor->top);
    switch (atomic_load(&actor->phase)) {
        case GONE: return ended(actor);
        case UNSTARTED:
            if (actor->doomed) {
                return ended(actor);
            }
            return (Seen){actor->suspensions > 0 ? STANDS_SUSPENDED : STANDS_BUSY, NULL, 0};
        case IDLE:
            if (actor->scene->program.may_terminate && look(actor->key, &actor->file).state == SEEN_ENDED) {
                return ended(actor);
            }
            return (Seen){actor->doomed            ? STANDS_HELD
                          : actor->suspensions > 0 ? STANDS_SUSPENDED
                                                   : STANDS_IDLE,
                          NULL, 0};
        case ACTIVE:
            if (actor->suspensions == 0 && !actor->doomed && call_of(frame) == NULL) {
                return (Seen){STANDS_BUSY, frame, 0};
            }
            return see_from_outside(actor, frame);
        default: return see_from_outside(actor, frame);
    }
}

/* Whether a thread stands as it did, and has not run in between. */
static bool is_same(Seen one, Seen other) {
    return one.standing == other.standing && one.frame == other.frame && one.switches == other.switches;
}

/* The thread may have gone on and have to wait for a processor before it tells. What holds before and after
   the moment that the event bears holds in it. */
bool record_if_still(Actor *actor, int events, const char *kind, const char *what) {
    int64_t micros = micros_of(actor->scene);
    look_around();
    return is_same(see(actor), actor->seen) && record_as(actor, events, micros, kind, what);
}

bool look_at_all(Scene *scene, Round *round) {
    Round last = *round;
    bool same = true;
    *round = (Round){atomic_load(&scene->events), true, false};
    look_around();
    ACTORS(scene, actor) {
        Seen seen = see(actor);
        bool waits = seen.standing == STANDS_BLOCKED || seen.standing == STANDS_HELD;
        same &= is_same(seen, actor->seen);
        round->at_rest &= seen.standing <= STANDS_BLOCKED;
        round->by_looks |= waits || seen.switches != 0;
        actor->seen = seen;
    }
    return same && round->events == last.events;
}

/* The time-out of a call that has one. It is written as a number or left to a name, which counts as 0. */
static uint32_t timeout_millis(const Call *call) {
    return (uint32_t)call->arguments[call->function->places[ROLE_TIMEOUT]].number;
}

static bool has_timeout(const Actor *actor) {
    const Call *call = call_of(actor->seen.frame);
    return has(call->function, ROLE_TIMEOUT) && timeout_millis(call) != INFINITE;
}

static bool is_blocked(const Actor *actor) {
    return actor->seen.standing == STANDS_BLOCKED && call_of(actor->seen.frame) != NULL;
}

bool is_in_finite_wait(Actor *actor) {
    return is_blocked(actor)
        && (has_timeout(actor) || timer_expiry(actor, actor->seen.frame, now()) != NEVER);
}

int64_t next_timeout(Scene *scene, int64_t time) {
    int64_t soonest = NEVER, least_overdue = NEVER;
    ACTORS(scene, actor) {
        const Frame *frame = actor->seen.frame;
        if (!is_blocked(actor)) {
            continue;
        }
        if (has_timeout(actor)) {
            int64_t overdue = time - frame->began - (int64_t)timeout_millis(frame->call) * MILLISECOND;
            if (overdue < 0) {
                soonest = -overdue < soonest ? -overdue : soonest;
            } else {
                least_overdue = overdue < least_overdue ? overdue : least_overdue;
            }
        }
        int64_t expiry = timer_expiry(actor, frame, time);
        if (expiry != NEVER) {
            int64_t left = expiry < time ? 0 : expiry - time;
            soonest = left < soonest ? left : soonest;
        }
    }
    return soonest != NEVER || least_overdue == NEVER ? soonest : -least_overdue;
}

bool has_finite_wait(Scene *scene) { return next_timeout(scene, now()) != NEVER; }

bool is_hung(Scene *scene, int64_t time) {
    int64_t next = next_timeout(scene, time);
    ACTORS(scene, actor) {
        if (actor->seen.standing > STANDS_HELD) {
            return false;
        }
    }
    return next == NEVER || next < -HANG;
}

const char *describe_actor(const Actor *actor) {
    static const char *const words[] = {
        [STANDS_IDLE] = "is idle",          [STANDS_ENDED] = "has ended", [STANDS_SUSPENDED] = "is suspended",
        [STANDS_BLOCKED] = "is blocked",    [STANDS_HELD] = "is blocked", [STANDS_BUSY] = "is running",
        [STANDS_UNSEEN] = "cannot be seen",
    };
    const Seen *seen = &actor->seen;
    const Call *call = call_of(seen->frame);
    bool not_started = seen->standing == STANDS_BUSY && actor->phase == UNSTARTED;
    return text(&actor->scene->memory, "%s %s%s%.300s%s", actor->name,
                not_started ? "has not started" : words[seen->standing], call == NULL ? "" : " in ",
                call == NULL ? "" : call->text,
                seen->standing != STANDS_HELD ? ""
                : call == NULL                ? " at its end"
                                              : ", which cannot block");
}

const char *describe_all(Scene *scene) {
    const char *all = "";
    ACTORS(scene, actor) {
        if (actor->seen.standing > STANDS_ENDED) {
            all = text(&scene->memory, "%s%s%s", all, *all == 0 ? "" : "; ", describe_actor(actor));
        }
    }
    return all;
}
