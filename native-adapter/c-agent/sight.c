#include "sight.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What /proc calls the states of a thread. */
enum { PROC_SLEEPING = 'S', PROC_ZOMBIE = 'Z', PROC_DEAD = 'X' };

#define STATE "\nState:\t"
#define OWN_SWITCHES "\nvoluntary_ctxt_switches:"
#define FORCED_SWITCHES "\nnonvoluntary_ctxt_switches:"

void look_away(int *file) {
    if (*file > 0) {
        proc_close(*file);
    }
    *file = 0;
}

Sighting look(long key, int *file) {
    char text[4096];
    if (!has_proc()) {
        return look_natively(key);
    }
    if (*file <= 0) {
        snprintf(text, sizeof text, "/proc/self/task/%ld/status", key);
        *file = proc_open(text);
    }
    int size = *file < 0 ? 0 : proc_read(*file, text, sizeof text - 1);
    if (size <= 0) {
        look_away(file);
        return (Sighting){SEEN_ENDED, 0};
    }
    text[size] = 0;
    const char *state = strstr(text, STATE), *own = strstr(text, OWN_SWITCHES);
    const char *forced = strstr(text, FORCED_SWITCHES);
    if (state == NULL || own == NULL || forced == NULL) {
        return (Sighting){SEEN_NOT, 0};
    }
    int64_t switches =
        strtoll(own + strlen(OWN_SWITCHES), NULL, 10) + strtoll(forced + strlen(FORCED_SWITCHES), NULL, 10);
    switch (state[strlen(STATE)]) {
        case PROC_ZOMBIE:
        case PROC_DEAD: return (Sighting){SEEN_ENDED, switches};
        case PROC_SLEEPING: return (Sighting){is_wait(key) ? SEEN_BLOCKED : SEEN_SERVED, switches};
        default: return (Sighting){SEEN_RUNNABLE, switches};
    }
}

static _Atomic long own_keys[OWN_THREADS];

void own_thread_begins(OwnThread which) { atomic_store(&own_keys[which], own_key()); }

bool own_threads_wait(void) {
    static int files[OWN_THREADS];
    for (int i = 0; i < OWN_THREADS; i++) {
        if (look(own_keys[i], &files[i]).state == SEEN_RUNNABLE) {
            return false;
        }
    }
    return true;
}
