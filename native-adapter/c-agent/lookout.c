/* How the threads of a program stand: by what they say themselves, and seen from outside where they are in a call. */
/* How a thread is seen from outside: by /proc on Linux and under Wine. `file` keeps its status open between looks. */
static Sighting look(long key, int *file) {
    char text[4096];
    if (wine() == NULL) {
        return look_windows(key);
    }
    if (*file <= 0) {
        format(text, sizeof text, "/proc/self/task/%ld/status", key);
        *file = proc_open(text);
    }
    int size = *file < 0 ? 0 : proc_read(*file, text, sizeof text - 1);
    if (size <= 0) {
        if (*file > 0) {
            proc_close(*file);
        }
        *file = 0;
        return (Sighting){SEEN_ENDED, 0};
    }
    text[size] = 0;
    const char *state = strstr(text, "State:"), *own = strstr(text, "\nvoluntary_ctxt_switches:");
    const char *forced = strstr(text, "\nnonvoluntary_ctxt_switches:");
    if (state == NULL || own == NULL || forced == NULL) {
        return (Sighting){SEEN_NOT, 0};
    }
    char letter = state[7];
    int64_t switches = strtoll(own + 25, NULL, 10) + strtoll(forced + 28, NULL, 10);
    State asleep = letter == 'S' ? (is_wait(key) ? SEEN_BLOCKED : SEEN_SERVED) : SEEN_RUNNABLE;
    return (Sighting){letter == 'Z' || letter == 'X' ? SEEN_ENDED : asleep, switches};
}

typedef struct { int events; bool at_rest, by_looks; } Round;

static void ended(Actor *actor) {
    if (atomic_exchange(&actor->phase, GONE) != GONE) {
        record(actor->scene, actor->name, "exits", "", NULL, NULL);
    }
}

static Seen see_from_outside(Actor *actor, Frame *frame) {
    Sighting sighting = look(actor->key, &actor->file);
    if (sighting.state == SEEN_ENDED) {
        ended(actor);
        return (Seen){ENDED_, NULL, 0};
    }
    bool runs = sighting.state == SEEN_RUNNABLE || sighting.state == SEEN_SERVED;
    /* One that still runs is on its way to where its suspension takes effect. */
    if (actor->suspensions > 0 && !actor->doomed && !runs) {
        return (Seen){SUSPENDED_, frame, 0};
    }
    Standing standing = BUSY_;
    if (atomic_load(&actor->top) != frame || runs) {
        sighting.switches = runs ? sighting.switches : 0;
    } else if (sighting.state == SEEN_NOT) {
        standing = UNSEEN_;
    } else if (actor->doomed || actor->phase == RETURNED) {
        standing = HELD_;
    } else if (actor->suspending_itself) {
        standing = SUSPENDED_;
    } else if (frame != NULL && frame->call != NULL) { /* otherwise in the agent's own code, which waits for nothing */
        /* Who suspended it need not have come back from the call: it may be suspended itself. */
        bool may_wait = has(frame->call->function, ROLE_TIMEOUT);
        standing = may_wait ? BLOCKED_ : suspension_of(actor) != NULL ? SUSPENDED_ : HELD_;
    }
    return (Seen){standing, frame, sighting.switches};
}

static Seen see(Actor *actor, bool may_be_terminated) {
    Frame *frame = atomic_load(&actor->top);
    switch (atomic_load(&actor->phase)) {
        case GONE: return (Seen){ENDED_, NULL, 0};
        case UNSTARTED:
            if (actor->doomed) {
                ended(actor);
                return (Seen){ENDED_, NULL, 0};
            }
            return (Seen){actor->suspensions > 0 ? SUSPENDED_ : BUSY_, NULL, 0};
        case IDLE:
            if (may_be_terminated && look(actor->key, &actor->file).state == SEEN_ENDED) {
                ended(actor);
                return (Seen){ENDED_, NULL, 0};
            }
            return (Seen){actor->doomed ? HELD_ : actor->suspensions > 0 ? SUSPENDED_ : IDLE_, NULL, 0};
        case ACTIVE:
            if (actor->suspensions == 0 && !actor->doomed && (frame == NULL || frame->call == NULL)) {
                return (Seen){BUSY_, frame, 0};
            }
            return see_from_outside(actor, frame);
        default: return see_from_outside(actor, frame);
    }
}

/* Whether a thread stands as it did when last looked at, and has not run in between. */
static bool is_still(Actor *actor) {
    look_around();
    Seen seen = see(actor, actor->scene->may_terminate), before = actor->seen;
    return seen.standing == before.standing && seen.frame == before.frame && seen.switches == before.switches;
}

/* Looks at every thread once; whether all is as it was when last looked at. */
static bool look_at_all(Scene *scene, Round *round) {
    Round last = *round;
    bool same = true;
    *round = (Round){atomic_load(&scene->events), true, false};
    look_around();
    ACTORS(scene, actor) {
        Seen seen = see(actor, scene->may_terminate), before = actor->seen;
        bool waits = seen.standing == BLOCKED_ || seen.standing == HELD_;
        same &= seen.standing == before.standing && seen.frame == before.frame && seen.switches == before.switches;
        round->at_rest &= seen.standing <= BLOCKED_;
        round->by_looks |= waits || seen.switches != 0;
        actor->seen = seen;
    }
    return same && round->events == last.events;
}

static bool is_in_finite_wait(const Actor *actor) {
    const Seen *seen = &actor->seen;
    if (seen->standing != BLOCKED_ || seen->frame == NULL || seen->frame->call == NULL) {
        return false;
    }
    const Call *call = seen->frame->call;
    return has(call->function, ROLE_TIMEOUT) && (uint32_t)call->arguments[call->function->places[ROLE_TIMEOUT]].number != 0xFFFFFFFF;
}

/* How long the next time-out of a finite wait is away; negative if all are overdue by so much or more, NEVER without any. */
static int64_t next_timeout(Scene *scene, int64_t time) {
    int64_t soonest = NEVER, least_overdue = NEVER;
    ACTORS(scene, actor) {
        if (is_in_finite_wait(actor)) {
            const Call *call = actor->seen.frame->call;
            int64_t overdue = time - actor->seen.frame->began
                              - (int64_t)(uint32_t)call->arguments[call->function->places[ROLE_TIMEOUT]].number * MILLISECOND;
            if (overdue < 0) {
                soonest = -overdue < soonest ? -overdue : soonest;
            } else {
                least_overdue = overdue < least_overdue ? overdue : least_overdue;
            }
        }
    }
    return soonest != NEVER || least_overdue == NEVER ? soonest : -least_overdue;
}

static bool has_finite_wait(Scene *scene) { return next_timeout(scene, 0) != NEVER; }

/* Whether nothing can happen any more, if it stays so: no thread runs, and no finite wait is about to end. */
static bool is_hung(Scene *scene, int64_t time) {
    int64_t next = next_timeout(scene, time);
    ACTORS(scene, actor) {
        if (actor->seen.standing > HELD_) {
            return false;
        }
    }
    return next == NEVER || next < -HANG;
}

static const char *describe_actor(const Actor *actor) {
    static const char *const words[] = {"is idle", "has ended", "is suspended", "is blocked", "is blocked", "is running", "cannot be seen"};
    const Seen *seen = &actor->seen;
    const Call *call = seen->frame == NULL ? NULL : seen->frame->call;
    bool not_started = seen->standing == BUSY_ && actor->phase == UNSTARTED;
    return text(&actor->scene->memory, "%s %s%s%.300s%s", actor->name, not_started ? "has not started" : words[seen->standing],
                call == NULL ? "" : " in ", call == NULL ? "" : call->text,
                seen->standing != HELD_ ? "" : call == NULL ? " at its end" : ", which cannot block");
}

/* Every thread that is not idle and has not ended. */
static const char *describe_all(Scene *scene) {
    const char *all = "";
    ACTORS(scene, actor) {
        if (actor->seen.standing > ENDED_) {
            all = text(&scene->memory, "%s%s%s", all, *all == 0 ? "" : "; ", describe_actor(actor));
        }
    }
    return all;
}
