/* The system beneath the agent: time, bells, memory, threads, the two streams of the protocol, and how
   threads look from outside. posix.c implements it for Linux, windows.c for Windows, Wine and ReactOS. Any
   thread may call what does not say otherwise. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef _WIN32
typedef void *Bell; /* the handle of an event */
#else
#include <semaphore.h>
typedef sem_t Bell;
#endif

/* Times and durations are in nanoseconds unless a name says otherwise. */
#define MILLISECOND INT64_C(1000000)
#define SECOND (1000 * MILLISECOND)
#define NEVER INT64_MAX
#define PAUSE (2 * MILLISECOND) /* how long a thread that may miss its bell waits before it looks again */

extern const char *const default_library; /* what the agent loads if it is told nothing else */
extern const int terminated_cost;         /* stacks that a terminated thread leaves behind: 0 or 1 */
extern bool only_processor;               /* there is one only: a thread that spins holds up all others */

/* Moves the streams of the protocol out of the reach of foreign code. A thread that crashes calls `dying`;
   then the process ends as it would have. Main calls this first, once. */
void system_begin(void (*dying)(void));

/* The implementation, as the welcome of the protocol describes it. */
typedef struct {
    char name[32];
    char version[64];
    char platform[96];
} Description;
Description describe(void *library);

/* A monotonic clock; and the time of day in units of 100 ns since 1601. */
int64_t now(void);
int64_t utc(void);
void nap(int64_t nanos);
void yield(void);

/* The number of this process. */
long process_number(void);

/* Ends the process at once, without cleaning up. */
_Noreturn void halt(void);

/* A bell wakes one thread that awaits it; a ring that nobody awaits is kept for the next await. bell_await
   may return early. bell_ring takes no lock. */
void bell_make(Bell *bell);
void bell_drop(Bell *bell);
void bell_ring(Bell *bell);
void bell_await(Bell *bell, int64_t nanos);

/* Zeroed pages, or NULL. Not from malloc, whose lock a terminated thread may have left locked. */
void *pages_take(size_t size);
void pages_give(void *pages, size_t size);

/* Starts a thread of the agent that never ends. */
void spawn(void (*run)(void));

/* A pointer of the calling thread's own; NULL until it is set. */
void set_self(void *self);
void *get_self(void);

/* A library, and a function of one; NULL if there is none. */
void *library_load(const char *path);
void *library_find(void *library, const char *name);

/* The streams of the protocol. Both return a number of bytes; 0 at the end, negative after an error
   (errno). */
int output_write(const char *text, unsigned size);
int input_read(char *text, unsigned size);

/* How a thread looks from outside. SEEN_SERVED: it sleeps for a moment, until the wineserver has answered. */
typedef enum { SEEN_BLOCKED, SEEN_SERVED, SEEN_RUNNABLE, SEEN_ENDED, SEEN_NOT } State;
typedef struct {
    State state;
    int64_t switches; /* how often it has been switched to or from: equal if it has not run in between */
} Sighting;

/* The key by which the calling thread can be looked at. */
long own_key(void);

/* Whether /proc shows the threads, as it does on Linux and under Wine. */
bool has_proc(void);

/* A file of /proc. proc_open returns a descriptor, or a negative number; proc_read reads from the beginning
   and returns a number of bytes, at most 0 after an error. */
int proc_open(const char *path);
int proc_read(int file, char *text, int size);
void proc_close(int file);

/* Whether a thread that sleeps is in a wait of the program, not in one that
   the implementation needs for itself. */
bool is_wait(long key);

/* Where there is no /proc: look_around takes a picture of all threads of the process, and look_natively finds
   one in the latest picture. Only the director calls them. */
void look_around(void);
Sighting look_natively(long key);
