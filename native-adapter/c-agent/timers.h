/* The timers of a program that may do something by themselves, as far as its calls tell. An armed timer is treated
   like a finite wait: the script lets time pass for it only where that can end a wait. */
#pragma once

#include "actors.h"

/* What C is given for a due time. */
int64_t due_units(const DueTime *due);

/* Notes that a call is about to set a timer, whose routine may run before the call returns. */
void timer_announce(Actor *setter, const Call *call);

/* Notes that the timer was set as announced, by a call that began then; and that a call has cancelled one. */
void timer_armed(Actor *setter, uint64_t handle, int64_t began);
void timer_disarmed(Scene *scene, uint64_t handle, int64_t began);

/* When time may end the wait of a thread by a timer: in the past if it may be about to; NEVER if it does not. */
int64_t timer_expiry(Actor *waiter, const Frame *wait, int64_t time);

/* What a routine was told of the time, as it stands in a trace: whether a timer with that routine and that argument
   can have been signaled then. Zero, which is what an implementation tells that does not tell the time, stands as
   it is. */
const char *write_signal_time(Scene *scene, const Routine *routine, uint64_t data, uint64_t told);
