/* How the threads of a program stand: by what they say themselves, and by looks from outside where they are
   in a call. Only the director calls this. */
#pragma once

#include "actors.h"

#define HANG SECOND /* how long a wait may be overdue, or nothing move, before it counts as a hang */

/* What a look at all threads has shown. Before the first one, `events` is -1. */
typedef struct {
    int events;
    bool at_rest;  /* every thread is */
    bool by_looks; /* but of some only looks from outside say so */
} Round;

/* Looks at every thread once. Returns whether all is as in the round before, which this one replaces. */
bool look_at_all(Scene *scene, Round *round);

/* Records what was seen of a thread when there were that many events; false if it may have become untrue:
   there have been others since, or the thread does not stand as it did. */
bool record_if_still(Actor *actor, int events, const char *kind, const char *what);

/* Whether a thread, or any thread, was last seen blocked in a wait that time ends, by its time-out or by a timer. */
bool is_in_finite_wait(Actor *actor);
bool has_finite_wait(Scene *scene);

/* Returns how long after `time` the next finite wait ends; negative if all time-outs are overdue, each by at
   least that; NEVER if there is none. */
int64_t next_timeout(Scene *scene, int64_t time);

/* Whether nothing can happen any more, if it stays so: no thread runs, and no finite wait is about to end. */
bool is_hung(Scene *scene, int64_t time);

/* How a thread stands, in words; and how all threads do that are not idle and have not ended. */
const char *describe_actor(const Actor *actor);
const char *describe_all(Scene *scene);
