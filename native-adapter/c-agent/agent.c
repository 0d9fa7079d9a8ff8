/*
 * The agent in C: runs programs on an implementation of the Windows API and speaks the protocol of
 * docs/protocol/ on standard input and output. One source for WinPR (gcc, winpr/ headers) and for Windows, Wine
 * and ReactOS (MinGW).
 *
 * docs/protocol/README.md says what an entry, a race and a quiescent point mean; org.apctck.spec.stage does the
 * same in Java, and the names here are those there. Each file offers what its header declares, and uses only
 * what stands below it in this list:
 *
 *   agent          main
 *   conversation   what host and agent say to each other
 *   director       the performance of a program
 *   lookout        how the threads of a program stand
 *   calls          what the threads of a program do
 *   timers         what may happen by itself
 *   actors         what is recorded of them, and which values stand for them
 *   outbox         what is written
 *   sight          how a thread looks from outside
 *   program        a program as data
 *   api            the functions under test; tables.h has their signatures, sdk.h their prototypes
 *   memory         the memory of a program
 *   system         posix.c or windows.c
 *
 * The threads of the process:
 *
 *   reader     takes lines from standard input; ends the process when the input ends
 *   writer     writes events and answers
 *   director   (main) reads programs, posts entries, looks at the threads from outside
 *   home       makes the cast and the objects, resumes and closes; WinPR takes it for the main thread
 *   actors     the threads of the program; they take no lock and call no malloc here, for they may end at any
 *              instruction
 *
 * Only home and the actors ever enter the implementation.
 */
#include <stdio.h>

#include "api.h"
#include "conversation.h"
#include "director.h"
#include "outbox.h"
#include "system.h"

/* agent [LIBRARY [DIGEST]] */
int main(int count, char **arguments) {
    system_begin(await_written);
    const char *path = count > 1 ? arguments[1] : default_library;
    void *library = library_load(path);
    if (library == NULL || !functions_find(library, path)) {
        fprintf(stderr, "%s: %s\n", path,
                library == NULL ? "cannot be loaded" : "is no implementation of the API");
        return 3;
    }
    outbox_begin();
    director_begin();
    converse(library, count > 2 ? arguments[2] : "");
    halt();
}
