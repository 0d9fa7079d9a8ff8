/* The threads of a program while it is performed: what is recorded of them, how far each of them is, and
   which values stand for them. Actors call most of this on their own threads, so nothing here takes a lock or
   calls malloc: they may end at any instruction. */
#pragma once

#include "outbox.h"
#include "program.h"

#define EVENTS_MAX 100000               /* a trace holds no more */
#define CURRENT_THREAD (UINT64_MAX - 1) /* the pseudo handle of the calling thread, -2 */

typedef struct Scene Scene;
typedef struct Actor Actor;

/* What a thread is in: a call, or with none the body of a routine. No two are equal. */
typedef struct Frame {
    struct Frame *below;
    const Call *call;
    int64_t began;
} Frame;

/* A call of SuspendThread that is in progress. It may have taken effect long before it returns. */
typedef struct {
    Actor *target;
    _Atomic bool noted; /* counted among the suspensions of its target */
} Suspension;

/* How a timer was set. */
typedef struct Setting {
    struct Setting *next;
    Actor *setter;
    const Routine *routine; /* or NULL */
    uint64_t data;          /* what the routine is given */
    int64_t began;          /* when the call began */
    int64_t began_utc;      /* the same as a time of day */
    int64_t due_millis;     /* how long after that it is due */
    int64_t period_millis;  /* 0 for none */
    const void *timer;      /* which one, as long as it is armed like that */
    _Atomic int64_t since;  /* when it was seen to be armed; 0 before that, NEVER when it is no more */
} Setting;

/* How a thread stands, by what it says of itself and by looks. The order matters: up to STANDS_BLOCKED it is
   at rest, and from STANDS_BUSY on it may go on. */
typedef enum {
    STANDS_IDLE,
    STANDS_ENDED,
    STANDS_SUSPENDED,
    STANDS_BLOCKED,
    STANDS_HELD, /* asleep, but in no wait of the program */
    STANDS_BUSY,
    STANDS_UNSEEN
} Standing;

typedef struct {
    Standing standing;
    Frame *frame;
    int64_t switches;
} Seen;

typedef enum { UNSTARTED, ACTIVE, IDLE, RETURNED, GONE } Phase;

/* A thread of the program. */
struct Actor {
    Scene *scene;
    const char *name;
    _Atomic Phase phase; /* what it says of itself */
    _Atomic(Frame *) top;
    _Atomic(const struct Work *) mail; /* what the director wants of it next */
    Bell bell;
    _Atomic long key;               /* by which it is looked at */
    _Atomic bool asleep;            /* at the starting line of a race */
    _Atomic bool removed;           /* it was not created after all */
    _Atomic bool suspending_itself; /* it is in the call that does so */
    _Atomic bool doomed;            /* somebody has terminated it */
    _Atomic bool resumed;           /* it was resumed, and that is being counted */
    _Atomic bool identified;        /* its identifier is known */
    _Atomic uint32_t identifier;
    _Atomic uint32_t resumption; /* 0; the even number of its announcement; odd while it is recorded */
    _Atomic int suspensions;
    _Atomic(Suspension *) suspending; /* what it is doing to another one */
    Setting *setting;                 /* what it is doing to a timer */
    int64_t delay;                    /* how long it is held back when a race begins */
    int made;                         /* how many calls of the script it has begun */
    int meeting;                      /* in which of them, from 1, it awaits others, or 0 */
    uint32_t last_error;              /* in the implementation, while the agent's own code runs */

    /* The director's. */
    int file; /* see look() */
    Frame *reported;
    Seen seen;
};

/* A handle that was issued. */
typedef struct Handle {
    struct Handle *next;
    uint64_t value;
    const void *object;     /* what it stands for: equal to that of its copies and no other */
    _Atomic(Actor *) actor; /* the thread that it stands for, or NULL */
    _Atomic bool known;     /* it stands for a thread */
    _Atomic bool open;
} Handle;

typedef struct {
    const char *status, *evidence;
} Breakoff;

/* One program, while it runs and for as long as anything of it is left. */
struct Scene {
    Memory memory;
    Program program;
    Trace trace;
    struct {
        Routine *routine; /* NULL for a thread that the program declares */
        Actor *actor;
    } starts[ACTORS_MAX]; /* what each start address stands for */
    _Atomic(Actor *) actors[ACTORS_MAX];
    _Atomic int actor_count, start_count;
    _Atomic int missing; /* how many of the threads that await each other in their calls have yet to come */
    _Atomic bool harmed; /* a thread was ended where it may have left locks behind */
    _Atomic bool racing; /* a race is in progress */
    _Atomic bool open;   /* the trace has begun */
    _Atomic bool closed; /* the performance is over */
    _Atomic int events;
    _Atomic(Handle *) handles;
    _Atomic(Setting *) settings;        /* of all timers, the latest first */
    _Atomic(struct Request *) requests; /* the latest first */
    _Atomic(Breakoff *) off;            /* why the performance cannot go on, or NULL */
    const Object *unmade;               /* of the set-up: the next object to be made */
    int64_t limit, deadline, began;
    int seen_events; /* how many there were when the director last saw that all is quiet */
};

/* The program in progress. */
extern Scene *_Atomic playing;

#define ACTORS(scene, actor)                                                                           \
    for (int index_ = 0; index_ < atomic_load(&(scene)->actor_count) && index_ < ACTORS_MAX; index_++) \
        for (Actor *actor = atomic_load(&(scene)->actors[index_]); actor != NULL && !actor->removed;   \
             actor = NULL)

/* The call that a frame is of; NULL for none, and for that of a routine. */
static inline const Call *call_of(const Frame *frame) { return frame == NULL ? NULL : frame->call; }

/* Ends the performance for a reason: the status of the trace and the evidence for
   it. Only the first reason counts. */
void break_off(Scene *scene, const char *status, const char *evidence);

/* Adds a thread. Without a name it is called after its number; to a name that is taken a number is added. */
Actor *add_actor(Scene *scene, const char *given);
Actor *find_actor(Scene *scene, const char *name);

/* Makes the calling thread known as that of an actor. Called once on each thread, when it is seen first. */
void appear(Actor *actor);

/* The actor whose thread calls this. If the thread has not appeared, it does now: an APC
   may be the first that is seen of it. */
Actor *current_actor(void);

/* Notes which identifier the implementation gave a thread; finds the thread with an identifier, or NULL. */
void identify(Actor *actor, uint32_t identifier);
Actor *thread_identified_by(Scene *scene, uint32_t identifier);

/* How many microseconds ago the trace began. */
int64_t micros_of(const Scene *scene);

/* Records an event while the trace is open. `thread`, `error` and `slots` may be NULL. The texts must last
   as long as the memory of the scene. */
void record(Scene *scene, const char *thread, const char *kind, const char *what, const char *error,
            const Slot *slots);

/* Records an event with that time, but only if there have been that many events; false if there
   are more. The director calls this. */
bool record_as(Actor *actor, int events, int64_t micros, const char *kind, const char *what);

/* Records what an actor does, on its own thread. */
void happens(Actor *actor, const char *kind, const char *what, const char *error, const Slot *slots);

/* Whether another thread is in a call that suspends this one, or is just telling of it. */
bool is_being_suspended(const Actor *target);

/* A suspension of that thread which is in progress and which nobody has taken note of, or NULL. */
Suspension *suspension_of(const Actor *target);

/* Records and counts a suspension, the first time. Called when the call returns, or when its
   effect is seen before. NULL is ignored. */
void note_suspended(Suspension *suspension);

/* Who is about to resume a thread announces that, and withdraws it if the call fails. */
void announce_resumption(Actor *actor);
void withdraw_resumption(Actor *actor);

/* Records that a thread goes on, once for each announcement. Who has resumed it and the thread itself both
   call this; when it returns, the event is recorded. */
void note_resumed(Actor *actor);

/* Values as traces write them. */
const char *write_number(Scene *scene, uint64_t number);
const char *write_error(Scene *scene, uint32_t code);
const char *write_identifier(Scene *scene, uint32_t identifier);
const char *write_result(Scene *scene, Result result, uint64_t value);

/* Notes that a handle was issued, for a thread of the program or for something else (NULL), whatever its
   value stood for before; for what another one stands for or stood for; and that one was closed. */
void handle_opened(Scene *scene, uint64_t value, Actor *actor);
void handle_copied(Scene *scene, uint64_t value, Actor *actor, const void *object);
void handle_closed(Scene *scene, uint64_t value);

/* What a handle stands for, or stood for until it was closed; NULL for a value that nobody was given. */
const void *object_of(Scene *scene, uint64_t value);

/* Notes that a value stands for a thread although it need not be closed. */
void handle_known(Scene *scene, uint64_t value, Actor *actor);

/* The thread that a handle stands for when `caller` uses it, or NULL. */
Actor *thread_of(uint64_t value, Actor *caller);
