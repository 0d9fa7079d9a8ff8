/* The performance of a program: set-up, entries, quiescence, end. Only the main thread calls this,
   and for the scene that is `playing`. */
#pragma once

#include "actors.h"

/* Starts the home thread, which enters the implementation in place of the director. Main calls this once. */
void director_begin(void);

/* Makes what the program declares. Returns when every thread that was not created suspended is idle, or false
   if the performance is broken off. */
bool set_up(Scene *scene);

/* Performs the entries. Returns who is blocked for ever in the end, in words; "" if nobody is, or
   if the performance is broken off. */
const char *run_script(Scene *scene);

/* Lets the threads go; `at_rest` says that none is in the middle of something. Returns how many stay blocked
   for ever, or -1 if the process is not fit for another program. */
int tear_down(Scene *scene, bool at_rest);
