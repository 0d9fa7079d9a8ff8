/*
 * The agent in C: runs programs on an implementation of the Windows API and speaks the protocol of docs/protocol/ on standard
 * input and output. One source for WinPR (gcc, winpr/ headers) and for Windows, Wine and ReactOS (MinGW).
 *
 * What an entry, a race and a quiescent point mean is said in docs/protocol/README.md; org.apctck.spec.stage does the same in Java,
 * and the names here are those there. Who does what:
 *
 *   reader    takes lines from standard input; ends the process when the input ends; never enters the implementation
 *   writer    writes events and answers; never enters the implementation
 *   director  (main) reads programs, posts entries, looks at the threads from outside; never enters the implementation
 *   home      makes the cast and the objects, resumes and closes; WinPR takes it for the main thread of the process
 *   actors    the threads of the program; they take no lock and call no malloc here, for they may end at any instruction
 */
#ifdef _WIN32
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0601
#define __USE_MINGW_ANSI_STDIO 1
#define FORMAT gnu_printf
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#else
#define _GNU_SOURCE
#define FORMAT printf
#include <winpr/error.h>
#include <winpr/handle.h>
#include <winpr/synch.h>
#include <winpr/thread.h>
#include <winpr/wtypes.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>
#endif
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cJSON/cJSON.h"

#define MILLISECOND INT64_C(1000000) /* in nanoseconds, like every time here that does not say otherwise */
#define SECOND (1000 * MILLISECOND)
#define POLL (50 * MILLISECOND / 1000) /* between two looks */
#define PAUSE (2 * MILLISECOND)        /* the longest pause while time passes: a wait may end before its time-out */
#define HANG SECOND                    /* how long a wait may be overdue, or nothing move, before it counts as a hang */
#define BOUND SECOND                   /* how long threads that are told to leave may take */
#define GRACE (700 * MILLISECOND)      /* how long what was asked for may take after the end of the input */
#define NEVER INT64_MAX
#define ROUNDS 3           /* equal rounds in a row that prove that a thread is blocked */
#define PATIENCE 4         /* times the limit for a program that looks at rest, while threads beside it run that might deceive the look */
#define EVENTS_MAX 100000  /* a trace holds no more */
#define ACTORS_MAX 256     /* threads of one program, and APC routines */
#define ARGUMENTS_MAX 8    /* of a function */
#define NESTING_MAX 64     /* of lists and records in a call */
#define LEFT_MAX 64        /* threads, blocked or terminated, that may have left their stacks behind before the process is exhausted */
#define MEETING (5 * MILLISECOND)  /* so long a thread waits for those that it is to meet */
#define YIELDING (MILLISECOND / 2) /* at the starting line, before a thread goes to sleep */
#define TELLING (200 * MILLISECOND) /* that a thread goes on, while another one waits for it to be told */
#define LINE_MAX_BYTES (64u << 20)
#define HANDLES_MAX 65     /* one more than a wait takes: a count that is too high reads NULL and not past the end */
#define CHUNK (256u << 10) /* the memory of a program grows by this */
#define SENTINEL 0xDEAD0BADu              /* a last error that nobody sets */
#define UNCHANGED INT64_C(-1)             /* the function failed and left the last error as it was */
#define INVALID UINT64_C(0x0BADBAD0)      /* a multiple of four like every handle, and at no address that is ever mapped */
#define CURRENT_THREAD ((uint64_t)-2)     /* the pseudo handle of the calling thread */
#define PATTERN 0xA5                      /* what out-parameters hold until they are written */

typedef struct Scene Scene;
typedef struct Actor Actor;
/* SERVED: it sleeps for a moment, until the wineserver has answered */
typedef enum { SEEN_BLOCKED, SEEN_SERVED, SEEN_RUNNABLE, SEEN_ENDED, SEEN_NOT } State;
typedef struct { State state; int64_t switches; } Sighting;

static int protocol = -1;         /* the descriptor that takes the protocol */
static void await_written(void);  /* returns when everything has been written, within a bound */

static void format(char *text, size_t size, const char *pattern, ...) __attribute__((format(FORMAT, 3, 4)));

static void format(char *text, size_t size, const char *pattern, ...) {
    va_list arguments;
    va_start(arguments, pattern);
    vsnprintf(text, size, pattern, arguments);
    va_end(arguments);
}

#ifdef _WIN32
#include "windows.c"
#else
#include "posix.c"
#endif
#include "api.c"
#include "outbox.c"
#include "program.c"
#include "actors.c"
#include "calls.c"
#include "lookout.c"
#include "director.c"
#include "conversation.c"

/* agent [LIBRARY [DIGEST]] */
int main(int count, char **arguments) {
    system_begin();
    const char *path = count > 1 ? arguments[1] : LIBRARY;
    void *library = library_load(path);
    library_name = path;
    for (const char *at = path; *at != 0; at++) {
        library_name = *at == '/' || *at == '\\' ? at + 1 : library_name;
    }
    if (library != NULL) {
        functions_find(library);
    }
    if (library == NULL || functions[FN_CreateThread].address == NULL || functions[FN_GetLastError].address == NULL
        || functions[FN_SetLastError].address == NULL) {
        fprintf(stderr, "%s: %s\n", path, library == NULL ? "cannot be loaded" : "is no implementation of the API");
        return 3;
    }
    only_processor = processors() == 1;
    Bell *bells[] = {&director_bell, &home.bell, &to_writer.bell, &to_director.bell};
    for (size_t i = 0; i < sizeof bells / sizeof *bells; i++) {
        bell_make(bells[i]);
    }
    spawn(write_run);
    spawn(home_run);
    spawn(read_run);
    for (bool more = true; more;) {
        for (Node *node = take_all(&to_director), *next; node != NULL; node = next) {
            Input *line = (Input *)node;
            next = node->next;
            more = more && !line->end && answer(line->text, library, count > 2 ? arguments[2] : "");
            free(line);
        }
    }
    cJSON *bye = cJSON_CreateObject();
    cJSON_AddStringToObject(bye, "type", "bye");
    say(NULL, bye);
    halt();
}
