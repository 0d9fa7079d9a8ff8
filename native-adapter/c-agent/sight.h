/* How threads look from outside, whatever they say of themselves. Only the director looks. */
#pragma once

#include <stdbool.h>

#include "system.h"

/* Looks at the thread with that key. `file`, 0 at first, keeps its status open until look_away. */
Sighting look(long key, int *file);
void look_away(int *file);

/* The agent's own threads that the director looks at. */
typedef enum { OWN_READER, OWN_WRITER, OWN_HOME, OWN_THREADS } OwnThread;

/* Each of them calls this first. */
void own_thread_begins(OwnThread which);

/* Whether none of them runs: what they hold, a lock of malloc say, may be what a thread waits for. */
bool own_threads_wait(void);
