/* What the threads of a program do: they make its calls and run the bodies of its routines. */
#pragma once

#include "actors.h"

/* The line at which the threads of a race start together. The director fills
   it in before anybody knows of it. */
typedef struct {
    const Lane *lane;
    int lanes;
    _Atomic int missing;   /* how many threads have not come yet */
    _Atomic int64_t start; /* when the last one came, or 0 */
} Line;

/* What the director wants of a thread: the mail of an actor. It lasts as long as the scene. */
typedef struct Work {
    enum { MAKE_CALLS, MAKE_OBJECT, LEAVE } kind;
    const Lane *lane;     /* of MAKE_CALLS */
    Line *line;           /* of MAKE_CALLS; NULL outside of races, and for who comes late */
    const Object *object; /* of MAKE_OBJECT */
} Work;

/* Make a thread or an object of the set-up, on the calling thread, and bind its name to the
   handle. If it cannot be made, the performance is broken off. `error` is the last error of
   the calling thread, as for invoke(). */
bool make_thread(Scene *scene, Variable *thread, uint32_t *error);
void make_object(Scene *scene, const Object *object, uint32_t *error);
