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
#include <windows.h>
#include <fcntl.h>
#include <io.h>
#else
#define _GNU_SOURCE
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
#define EVENTS_MAX 10000   /* more is a loop without end */
#define ACTORS_MAX 256     /* threads of one program, and APC routines */
#define ARGUMENTS_MAX 8    /* of a function */
#define NESTING_MAX 64     /* of lists and records in a call */
#define BLOCKED_MAX 64     /* threads that may be left behind blocked for ever before the process is exhausted */
#define YIELDS_MAX 500     /* at the starting line, before a thread goes to sleep */
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

/* ---- The system: all that differs between POSIX and Windows ------------------------------------------------------------------ */

#ifdef _WIN32
#define FORMAT gnu_printf
#else
#define FORMAT printf
#endif

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

#define OWN_NAME "Windows"
#define LIBRARY "kernel32.dll"
typedef HANDLE Bell;

static DWORD self_index;

static int64_t now(void) {
    static LARGE_INTEGER frequency;
    LARGE_INTEGER count;
    if (frequency.QuadPart == 0) {
        QueryPerformanceFrequency(&frequency);
    }
    QueryPerformanceCounter(&count);
    int64_t seconds = count.QuadPart / frequency.QuadPart;
    return seconds * SECOND + (count.QuadPart - seconds * frequency.QuadPart) * SECOND / frequency.QuadPart;
}

static void bell_make(Bell *bell) { *bell = CreateEventW(NULL, FALSE, FALSE, NULL); }
static void bell_drop(Bell *bell) { CloseHandle(*bell); }
static void bell_ring(Bell *bell) { SetEvent(*bell); }

static void bell_await(Bell *bell, int64_t nanos) {
    WaitForSingleObject(*bell, nanos == NEVER ? INFINITE : (DWORD)((nanos + MILLISECOND - 1) / MILLISECOND));
}

static void nap(int64_t nanos) { Sleep((DWORD)(nanos / MILLISECOND)); }
static void yield(void) { SwitchToThread(); }
static long processors(void) { SYSTEM_INFO info; return GetSystemInfo(&info), (long)info.dwNumberOfProcessors; }
static void halt(void) { TerminateProcess(GetCurrentProcess(), 0); }
static void *pages_take(size_t size) { return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE); }
static void pages_give(void *pages, size_t size) { (void)size, VirtualFree(pages, 0, MEM_RELEASE); }
static void set_self(Actor *actor) { TlsSetValue(self_index, actor); }
static Actor *get_self(void) { return TlsGetValue(self_index); }
static void *library_load(const char *path) { return LoadLibraryA(path); }
static void *library_find(void *library, const char *name) { return (void *)(uintptr_t)GetProcAddress(library, name); }
static int output_write(const char *text, unsigned size) { return _write(protocol, text, size); }
static int input_read(char *text, unsigned size) { return _read(0, text, size); }

static DWORD WINAPI own_thread(LPVOID run) { return ((void (*)(void))(uintptr_t)run)(), 0; }

static void spawn(void (*run)(void)) { CloseHandle(CreateThread(NULL, 0, own_thread, (LPVOID)(uintptr_t)run, 0, NULL)); }

static const char *wine(void) {
    const char *(CDECL *version)(void) = library_find(GetModuleHandleA("ntdll.dll"), "wine_get_version");
    return version == NULL ? NULL : version();
}

/* Raw system calls of Linux work in a program under Wine, and see its threads as Linux does. */
static int64_t linux_call(int64_t number, int64_t a, int64_t b, int64_t c, int64_t d) {
    int64_t result;
    register int64_t fourth __asm__("r10") = d;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth) : "rcx", "r11", "memory");
    return result;
}

static int proc_open(const char *path) { return (int)linux_call(2, (int64_t)(uintptr_t)path, 0, 0, 0); }
static int proc_read(int file, char *text, int size) { return (int)linux_call(17, file, (int64_t)(uintptr_t)text, size, 0); }
static void proc_close(int file) { linux_call(3, file, 0, 0, 0); }
static long own_key(void) { return wine() != NULL ? (long)linux_call(186, 0, 0, 0, 0) : (long)GetCurrentThreadId(); }

/* What NtQuerySystemInformation tells of processes and their threads; winternl.h hides most of it. */
typedef struct {
    LARGE_INTEGER times[3];
    ULONG wait_time;
    PVOID start;
    HANDLE process, thread;
    LONG priority[2];
    ULONG switches, state, reason;
} SystemThread;
typedef struct {
    ULONG next, threads;
    BYTE unused[72];
    HANDLE id;
    BYTE rest[168];
    SystemThread thread[1];
} SystemProcess;
_Static_assert(sizeof(SystemThread) == 80 && offsetof(SystemProcess, thread) == 256, "as in a 64-bit Windows");

static SystemProcess *own_process; /* as it was when last looked around */

static void look_around(void) {
    static BYTE *buffer;
    static ULONG size = 1 << 20;
    LONG(NTAPI * query)(int, void *, ULONG, ULONG *) =
        (LONG(NTAPI *)(int, void *, ULONG, ULONG *))library_find(GetModuleHandleA("ntdll.dll"), "NtQuerySystemInformation");
    own_process = NULL;
    if (wine() != NULL || query == NULL) {
        return; /* Wine leaves the states of threads 0 */
    }
    for (;;) {
        buffer = buffer == NULL ? malloc(size) : buffer;
        LONG status = query(5, buffer, size, NULL);
        if (status >= 0) {
            break;
        }
        if ((ULONG)status != 0xC0000004 || size > (64u << 20)) {
            return;
        }
        free(buffer);
        buffer = NULL;
        size *= 2;
    }
    for (SystemProcess *process = (SystemProcess *)buffer;; process = (SystemProcess *)((BYTE *)process + process->next)) {
        if ((uintptr_t)process->id == GetCurrentProcessId()) {
            own_process = process;
        }
        if (process->next == 0 || own_process != NULL) {
            return;
        }
    }
}

static Sighting look_windows(long key) {
    if (own_process == NULL) {
        return (Sighting){SEEN_NOT, 0};
    }
    for (ULONG i = 0; i < own_process->threads; i++) {
        const SystemThread *thread = &own_process->thread[i];
        if ((long)(uintptr_t)thread->thread == key) {
            State state = thread->state == 5 ? SEEN_BLOCKED : thread->state == 4 ? SEEN_ENDED : SEEN_RUNNABLE;
            return (Sighting){state, thread->switches};
        }
    }
    return (Sighting){SEEN_ENDED, 0};
}

/* A thread that awaits an answer of the wineserver sleeps, too: of its reads only that of 16 bytes is a wait of the program. */
static bool is_wait(long key) {
    char path[64], text[128] = "";
    unsigned number = 0, count = 0;
    format(path, sizeof path, "/proc/self/task/%ld/syscall", key);
    int file = proc_open(path);
    if (file >= 0) {
        proc_read(file, text, sizeof text - 1);
        proc_close(file);
    }
    if (sscanf(text, "%u %*x %*x %x", &number, &count) != 2) {
        return file < 0; /* not allowed to see it; `running` */
    }
    return number == 0 ? count == 16 : number != 1 && number != 20 && number != 46 && number != 47;
}

static LONG WINAPI crashed(EXCEPTION_POINTERS *problem) {
    fprintf(stderr, "agent: exception 0x%08lX at %p\n", problem->ExceptionRecord->ExceptionCode,
            problem->ExceptionRecord->ExceptionAddress);
    fflush(stderr);
    await_written();
    TerminateProcess(GetCurrentProcess(), problem->ExceptionRecord->ExceptionCode);
    return EXCEPTION_CONTINUE_SEARCH;
}

static void system_begin(void) {
    self_index = TlsAlloc();
    protocol = _dup(1);
    _dup2(2, 1);
    SetStdHandle(STD_OUTPUT_HANDLE, GetStdHandle(STD_ERROR_HANDLE));
    _setmode(protocol, _O_BINARY);
    _setmode(0, _O_BINARY);
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    SetUnhandledExceptionFilter(crashed);
}

static void describe(char *name, char *version, char *platform, size_t size, void *library) {
    (void)library;
    OSVERSIONINFOW windows = {.dwOSVersionInfoSize = sizeof windows};
    LONG(NTAPI * query)(OSVERSIONINFOW *) =
        (LONG(NTAPI *)(OSVERSIONINFOW *))library_find(GetModuleHandleA("ntdll.dll"), "RtlGetVersion");
    if (query != NULL) {
        query(&windows);
    }
    format(name, size, "%s", wine() != NULL ? "Wine" : OWN_NAME);
    format(version, size, "%lu.%lu.%lu", windows.dwMajorVersion, windows.dwMinorVersion, windows.dwBuildNumber);
    format(platform, size, "Windows %s x86-64", version);
    if (wine() != NULL) {
        format(version, size, "%s", wine());
    }
}

#else

#define OWN_NAME "WinPR"
#define LIBRARY "libwinpr2.so.2"
typedef sem_t Bell;

static __thread Actor *self;
static int input = 0;

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * SECOND + time.tv_nsec;
}

static void bell_make(Bell *bell) { sem_init(bell, 0, 0); }
static void bell_drop(Bell *bell) { sem_destroy(bell); }
static void bell_ring(Bell *bell) { sem_post(bell); }

static void bell_await(Bell *bell, int64_t nanos) {
    int64_t end = nanos == NEVER ? 0 : now() + nanos;
    struct timespec time = {end / SECOND, end % SECOND};
    (void)(nanos == NEVER ? sem_wait(bell) : sem_clockwait(bell, CLOCK_MONOTONIC, &time));
}

static void nap(int64_t nanos) { nanosleep(&(struct timespec){nanos / SECOND, nanos % SECOND}, NULL); }
static void yield(void) { sched_yield(); }
static long processors(void) { return sysconf(_SC_NPROCESSORS_ONLN); }
static void halt(void) { _exit(0); }
static void pages_give(void *pages, size_t size) { munmap(pages, size); }
static void set_self(Actor *actor) { self = actor; }
static Actor *get_self(void) { return self; }
static void *library_load(const char *path) { return dlopen(path, RTLD_NOW | RTLD_LOCAL); }
static int output_write(const char *text, unsigned size) { return (int)write(protocol, text, size); }
static int input_read(char *text, unsigned size) { return (int)read(input, text, size); }
static int proc_open(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }
static int proc_read(int file, char *text, int size) { return (int)pread(file, text, (size_t)size, 0); }
static void proc_close(int file) { close(file); }
static long own_key(void) { return gettid(); }
static void look_around(void) {}
static const char *wine(void) { return "none, but threads are seen in the same way"; }
static Sighting look_windows(long key) { return (Sighting){SEEN_NOT, key}; }
static bool is_wait(long key) { return key != 0; }

static void *pages_take(size_t size) {
    void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

/* WinPR puts an underscore before names that are taken on other systems. */
static void *library_find(void *library, const char *name) {
    char underscored[64];
    void *found = dlsym(library, name);
    format(underscored, sizeof underscored, "_%s", name);
    return found != NULL ? found : dlsym(library, underscored);
}

static void *own_thread(void *run) { return ((void (*)(void))(uintptr_t)run)(), NULL; }

static void spawn(void (*run)(void)) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, own_thread, (void *)(uintptr_t)run) == 0) {
        pthread_detach(thread);
    }
}

/* The events before a crash are written, then the process dies of its signal as it would have. */
static void crashed(int number, siginfo_t *info, void *context) {
    Dl_info place = {0};
#ifdef __x86_64__
    dladdr((void *)(uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[16 /* REG_RIP */], &place);
#endif
    dprintf(2, "agent: signal %d for address %p in %s of %s\n", number, info->si_addr,
            place.dli_sname == NULL ? "?" : place.dli_sname, place.dli_fname == NULL ? "?" : place.dli_fname);
    await_written();
    signal(number, SIG_DFL);
    raise(number);
    (void)context;
}

static void system_begin(void) {
    struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_NODEFER};
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) {
        sigaction(deadly[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); /* a crash of the implementation is a result like any other */
    input = fcntl(0, F_DUPFD_CLOEXEC, 64); /* out of the reach of foreign code, which gets nothing to read */
    int nothing = open("/dev/null", O_RDONLY);
    protocol = fcntl(1, F_DUPFD_CLOEXEC, 64);
    if (input < 0 || protocol < 0 || dup2(nothing, 0) < 0 || dup2(2, 1) < 0) {
        fprintf(stderr, "agent: the protocol cannot be moved away from standard input and output: errno %d\n", errno);
        exit(3);
    }
    close(nothing);
}

static void describe(char *name, char *version, char *platform, size_t size, void *library) {
    struct utsname system;
    const char *(*query)(void) = (const char *(*)(void))(uintptr_t)library_find(library, "winpr_get_version_string");
    uname(&system);
    format(name, size, OWN_NAME);
    format(version, size, "%s", query == NULL ? "" : query());
    format(platform, size, "%.32s %.32s", system.sysname, system.machine);
}

/* What WinPR's headers lack. The library is asked whether it has them all the same. */
HANDLE OpenThread(DWORD, BOOL, DWORD);
BOOL PulseEvent(HANDLE);
HANDLE GetCurrentThread(void);
HANDLE GetCurrentProcess(void);

#endif

/* How a thread is seen from outside: by /proc on Linux and under Wine. `file` keeps its status open between looks. */
static Sighting look(long key, int *file) {
    char text[4096];
    if (wine() == NULL) {
        return look_windows(key);
    }
    if (*file <= 0) {
        format(text, sizeof text, "/proc/self/task/%ld/status", key);
        *file = proc_open(text);
    }
    int size = *file < 0 ? 0 : proc_read(*file, text, sizeof text - 1);
    if (size <= 0) {
        if (*file > 0) {
            proc_close(*file);
        }
        *file = 0;
        return (Sighting){SEEN_ENDED, 0};
    }
    text[size] = 0;
    const char *state = strstr(text, "State:"), *own = strstr(text, "\nvoluntary_ctxt_switches:");
    const char *forced = strstr(text, "\nnonvoluntary_ctxt_switches:");
    if (state == NULL || own == NULL || forced == NULL) {
        return (Sighting){SEEN_NOT, 0};
    }
    char letter = state[7];
    int64_t switches = strtoll(own + 25, NULL, 10) + strtoll(forced + 28, NULL, 10);
    State asleep = letter == 'S' ? (is_wait(key) ? SEEN_BLOCKED : SEEN_SERVED) : SEEN_RUNNABLE;
    return (Sighting){letter == 'Z' || letter == 'X' ? SEEN_ENDED : asleep, switches};
}

/* ---- The functions under test: their signatures, and the prototypes of the headers to check them ------------------------------ */

typedef enum { AS_BOOL, AS_WAIT, AS_SLEEP, AS_NONZERO, AS_HANDLE, AS_COUNT, AS_ID, AS_ERROR, AS_VOID } Result;

/*
 * X(name, result, parameters, arguments). Parameters, a letter each: h handle, H list of handles, d DWORD, n LONG, b BOOL,
 * m milliseconds, s size, u ULONG_PTR, p pointer, i thread id, a APC routine, r start routine; out-parameters: D DWORD,
 * I thread id, X exit code, O handle. Arguments: P a pointer or handle, N a number, C a routine.
 */
#define FUNCTIONS(X)                                                                                                             \
    X(CreateThread, AS_HANDLE, "psrudI", P(0), N(1), C(LPTHREAD_START_ROUTINE, 2), P(3), N(4), P(5))                             \
    X(ResumeThread, AS_COUNT, "h", P(0))                                                                                         \
    X(SuspendThread, AS_COUNT, "h", P(0))                                                                                        \
    X(TerminateThread, AS_BOOL, "hd", P(0), N(1))                                                                                \
    X(GetExitCodeThread, AS_BOOL, "hX", P(0), P(1))                                                                              \
    X(GetCurrentThreadId, AS_ID, "")                                                                                             \
    X(GetCurrentThread, AS_HANDLE, "")                                                                                           \
    X(GetCurrentProcess, AS_HANDLE, "")                                                                                          \
    X(OpenThread, AS_HANDLE, "dbi", N(0), N(1), N(2))                                                                            \
    X(DuplicateHandle, AS_BOOL, "hhhOdbd", P(0), P(1), P(2), P(3), N(4), N(5), N(6))                                             \
    X(CloseHandle, AS_BOOL, "h", P(0))                                                                                           \
    X(QueueUserAPC, AS_NONZERO, "ahu", C(PAPCFUNC, 0), P(1), N(2))                                                               \
    X(SleepEx, AS_SLEEP, "mb", N(0), N(1))                                                                                       \
    X(WaitForSingleObject, AS_WAIT, "hm", P(0), N(1))                                                                            \
    X(WaitForSingleObjectEx, AS_WAIT, "hmb", P(0), N(1), N(2))                                                                   \
    X(WaitForMultipleObjects, AS_WAIT, "dHbm", N(0), P(1), N(2), N(3))                                                           \
    X(WaitForMultipleObjectsEx, AS_WAIT, "dHbmb", N(0), P(1), N(2), N(3), N(4))                                                  \
    X(SignalObjectAndWait, AS_WAIT, "hhmb", P(0), P(1), N(2), N(3))                                                              \
    X(CreateEventW, AS_HANDLE, "pbbp", P(0), N(1), N(2), P(3))                                                                   \
    X(SetEvent, AS_BOOL, "h", P(0))                                                                                              \
    X(ResetEvent, AS_BOOL, "h", P(0))                                                                                            \
    X(PulseEvent, AS_BOOL, "h", P(0))                                                                                            \
    X(CreateMutexW, AS_HANDLE, "pbp", P(0), N(1), P(2))                                                                          \
    X(ReleaseMutex, AS_BOOL, "h", P(0))                                                                                          \
    X(CreateSemaphoreW, AS_HANDLE, "pnnp", P(0), N(1), N(2), P(3))                                                               \
    X(ReleaseSemaphore, AS_BOOL, "hnD", P(0), N(1), P(2))                                                                        \
    X(GetLastError, AS_ERROR, "")
#define PROCEDURES(X)             \
    X(ExitThread, "d", N(0))      \
    X(Sleep, "m", N(0))           \
    X(SetLastError, "d", N(0))

#define P(i) ((void *)(uintptr_t)argument[i])
#define N(i) argument[i]
#define C(type, i) ((type)(uintptr_t)argument[i])
#define VALUE(name, result, parameters, ...)                                             \
    static uint64_t call_##name(void *address, const uint64_t *argument) {               \
        (void)argument;                                                                  \
        return (uint64_t)(uintptr_t)((__typeof__(&name))(uintptr_t)address)(__VA_ARGS__); \
    }
/* By hand, for the headers of Windows say that ExitThread does not return, and here the compiler must not rely on that. */
#define NO_VALUE(name, parameters, ...)                                      \
    static uint64_t call_##name(void *address, const uint64_t *argument) {   \
        ((VOID(WINAPI *)(DWORD))(uintptr_t)address)((DWORD)__VA_ARGS__);     \
        return 0;                                                            \
    }
FUNCTIONS(VALUE)
PROCEDURES(NO_VALUE)

typedef struct {
    const char *name;
    Result result;
    const char *parameters;
    uint64_t (*call)(void *address, const uint64_t *argument);
    int timeout, alertable; /* the index of the parameter, or -1 */
    void *address;          /* NULL if the implementation does not have it */
} Function;

#define NUMBER(name, ...) FN_##name,
enum { FUNCTIONS(NUMBER) PROCEDURES(NUMBER) FN_COUNT };
#define ROW(name, result, parameters, ...) {#name, result, parameters, call_##name, -1, -1, NULL},
#define ROW_OF_NONE(name, parameters, ...) {#name, AS_VOID, parameters, call_##name, -1, -1, NULL},
static Function functions[] = {FUNCTIONS(ROW) PROCEDURES(ROW_OF_NONE)};

static const char *library_name = LIBRARY;

static void functions_find(void *library) {
    for (int i = 0; i < FN_COUNT; i++) {
        functions[i].address = library_find(library, functions[i].name);
        const char *timeout = strchr(functions[i].parameters, 'm');
        functions[i].timeout = timeout == NULL ? -1 : (int)(timeout - functions[i].parameters);
        functions[i].alertable = timeout == NULL || timeout[1] != 'b' ? -1 : functions[i].timeout + 1;
    }
}

typedef struct { const char *name; uint32_t value; } Constant;
static const Constant constants[] = {
    {"NULL", 0}, {"TRUE", 1}, {"FALSE", 0}, {"INFINITE", 0xFFFFFFFF}, {"WAIT_OBJECT_0", 0}, {"WAIT_ABANDONED_0", 0x80},
    {"WAIT_IO_COMPLETION", 0xC0}, {"WAIT_TIMEOUT", 0x102}, {"WAIT_FAILED", 0xFFFFFFFF}, {"STILL_ACTIVE", 259},
    {"MAXIMUM_WAIT_OBJECTS", 64}, {"CREATE_SUSPENDED", 4}, {"DUPLICATE_CLOSE_SOURCE", 1}, {"DUPLICATE_SAME_ACCESS", 2},
    {"SYNCHRONIZE", 0x100000}, {"THREAD_TERMINATE", 1}, {"THREAD_SUSPEND_RESUME", 2}, {"THREAD_GET_CONTEXT", 8},
    {"THREAD_SET_CONTEXT", 0x10}, {"THREAD_SET_INFORMATION", 0x20}, {"THREAD_QUERY_INFORMATION", 0x40},
    {"THREAD_QUERY_LIMITED_INFORMATION", 0x800}, {"THREAD_ALL_ACCESS", 0x1FFFFF}, {"EVENT_MODIFY_STATE", 2},
    {"EVENT_ALL_ACCESS", 0x1F0003}, {"MUTEX_MODIFY_STATE", 1}, {"MUTEX_ALL_ACCESS", 0x1F0001}, {"SEMAPHORE_MODIFY_STATE", 2},
    {"SEMAPHORE_ALL_ACCESS", 0x1F0003}, {NULL, 0}};
static const Constant errors[] = {
    {"ERROR_SUCCESS", 0}, {"ERROR_ACCESS_DENIED", 5}, {"ERROR_INVALID_HANDLE", 6}, {"ERROR_NOT_ENOUGH_MEMORY", 8},
    {"ERROR_GEN_FAILURE", 31}, {"ERROR_NOT_SUPPORTED", 50}, {"ERROR_INVALID_PARAMETER", 87}, {"ERROR_CALL_NOT_IMPLEMENTED", 120},
    {"ERROR_SIGNAL_REFUSED", 156}, {"ERROR_NOT_OWNER", 288}, {"ERROR_TOO_MANY_POSTS", 298}, {"ERROR_OPERATION_ABORTED", 995},
    {"ERROR_IO_INCOMPLETE", 996}, {"ERROR_IO_PENDING", 997}, {NULL, 0}};

static const Constant *constant(const char *name) {
    for (const Constant *table = constants; table != NULL; table = table == constants ? errors : NULL) {
        for (const Constant *one = table; one->name != NULL; one++) {
            if (strcmp(one->name, name) == 0) {
                return one;
            }
        }
    }
    return NULL;
}

/* Calls a function; `error` is what the calling thread has as its last error, `failure` gets the one that a failure set. */
static uint64_t invoke(const Function *function, const uint64_t *argument, uint32_t *error, int64_t *failure) {
    const Function *get = &functions[FN_GetLastError], *set = &functions[FN_SetLastError];
    /* Where APCs may run inside they would see the sentinel. */
    bool may_fail = function->result != AS_SLEEP && function->result < AS_ID, wide = function->result == AS_HANDLE;
    bool sentinel = may_fail && (function->alertable < 0 || (uint32_t)argument[function->alertable] == 0);
    set->call(set->address, &(uint64_t){sentinel ? SENTINEL : *error});
    uint64_t value = function->call(function->address, argument);
    uint32_t after = (uint32_t)get->call(get->address, NULL);
    *failure = sentinel && after == SENTINEL ? UNCHANGED : after;
    *error = *failure == UNCHANGED ? *error : after; /* as if the sentinel had never been */
    return wide ? value : (uint32_t)value;
}

static bool is_failure(Result result, uint64_t value) {
    switch (result) {
        case AS_BOOL:
        case AS_NONZERO:
        case AS_HANDLE: return value == 0;
        case AS_WAIT:
        case AS_COUNT: return value == 0xFFFFFFFF;
        default: return false;
    }
}

/* ---- What is written: a program's memory, its events, the queue to the writer -------------------------------------------------- */

typedef struct Node { struct Node *next; } Node;
typedef struct { _Atomic(Node *) newest; Bell bell; } Queue;
typedef struct Chunk { struct Chunk *older; _Atomic size_t used; size_t size; } Chunk;
typedef _Atomic(Chunk *) Memory;
typedef struct Slot { struct Slot *next; const char *name, *value; } Slot;
typedef struct { /* an event of a scene, or another message */
    Node node;
    Scene *scene;
    cJSON *message;
    _Atomic bool done; /* the message has been written */
    int seq;
    int64_t micros;
    const char *thread, *kind, *what, *last_error;
    const Slot *slots;
} Item;

static bool only_processor; /* where who waits at work holds up everybody else */
static Queue to_writer, to_director;
static Bell director_bell;

/* Takes no lock, so a thread may be terminated in it. */
static void push(Queue *queue, Node *node) {
    node->next = atomic_load(&queue->newest);
    while (!atomic_compare_exchange_weak(&queue->newest, &node->next, node)) {
    }
    if (node->next == NULL) {
        bell_ring(&queue->bell);
    }
}

/* Takes all that was pushed, oldest first; waits until there is something. */
static Node *take_all(Queue *queue) {
    Node *newest, *oldest = NULL;
    while ((newest = atomic_exchange(&queue->newest, NULL)) == NULL) {
        bell_await(&queue->bell, NEVER);
    }
    while (newest != NULL) {
        Node *next = newest->next;
        newest->next = oldest;
        oldest = newest;
        newest = next;
    }
    return oldest;
}

/* On a thread that is about to take the process with it. */
static void await_written(void) {
    static Item mark;
    push(&to_writer, &mark.node);
    for (int64_t end = now() + GRACE; !atomic_load(&mark.done) && now() < end;) {
        yield();
    }
}

/* Zeroed memory that lasts as long as its program. Takes no lock but the system's own. */
static void *take(Memory *memory, size_t size) {
    const size_t head = (sizeof(Chunk) + 15) & ~(size_t)15;
    size = (size + 15) & ~(size_t)15;
    for (;;) {
        Chunk *chunk = atomic_load(memory);
        size_t used = chunk == NULL ? 0 : atomic_fetch_add(&chunk->used, size);
        if (chunk != NULL && used + size <= chunk->size) {
            return (char *)chunk + used;
        }
        size_t room = head + size > CHUNK ? head + size : CHUNK;
        Chunk *another = pages_take(room);
        if (another == NULL) {
            fprintf(stderr, "agent: out of memory\n");
            abort();
        }
        another->older = chunk;
        another->size = room;
        atomic_store(&another->used, head);
        if (!atomic_compare_exchange_strong(memory, &chunk, another)) {
            pages_give(another, room);
        }
    }
}

static void give_back(Chunk *chunk) {
    while (chunk != NULL) {
        Chunk *older = chunk->older;
        pages_give(chunk, chunk->size);
        chunk = older;
    }
}

/* The text that a pattern makes, in the memory of a program. */
static const char *text(Memory *memory, const char *pattern, ...)
    __attribute__((format(FORMAT, 2, 3)));

static const char *text(Memory *memory, const char *pattern, ...) {
    char buffer[1024];
    va_list arguments;
    va_start(arguments, pattern);
    int size = vsnprintf(buffer, sizeof buffer, pattern, arguments);
    va_end(arguments);
    size = size < 0 ? 0 : size < (int)sizeof buffer ? size : (int)sizeof buffer - 1;
    return memcpy(take(memory, (size_t)size + 1), buffer, (size_t)size);
}

/* ---- A program as data, and the grammar of calls -------------------------------------------------------------------------------- */

typedef struct Variable Variable;
typedef struct { enum { NUMBER_, NULL_, NAME_, ID_, INVALID_, SLOT_, LIST_, RECORD_ } kind; uint64_t number; Variable *name; struct Items *items; } Value;
struct Items { struct Items *next; Value value; };
typedef struct {
    const Function *function;
    Variable *binding;
    const char *text; /* without the binding, in canonical form */
    int count;
    Value arguments[ARGUMENTS_MAX];
} Call;
typedef struct { Variable *name; int count, index, line; Call *calls; uint32_t exit_code; } Routine;
struct Variable { /* a name of the program: declared, or bound by a call */
    Variable *next;
    const char *name;
    enum { UNDECLARED, THREAD, OBJECT, APC, START } kind;
    bool bound;
    _Atomic uint64_t value; /* 0 before it is bound, as in C */
    Routine *routine;
    Actor *actor;
};
typedef struct { Actor *actor; int count; Call *calls; } Lane;
typedef struct { enum { CALL, ELAPSE, RACE } kind; int lanes, millis; Lane *lane; } Entry;
typedef struct Object { struct Object *next; Variable *name; const Function *creator; uint64_t arguments[4]; Actor *owner; } Object;
typedef struct Use { struct Use *next; Variable *name; char wanted; const char *call; } Use; /* to be checked when all names are known */

typedef struct Off { const char *status, *evidence; } Off;
typedef struct Handle { struct Handle *next; uint64_t value; _Atomic(Actor *) actor; _Atomic bool known, open; } Handle;

struct Scene { /* one program, while it runs and for as long as anything of it is left */
    Memory memory;
    double id;
    Variable *variables;
    Object *objects;
    Use *uses;
    const char *error, *unknown; /* what is wrong with the program; which function is missing here */
    Entry *entries;
    int entry_count, apc_count;
    Routine *apcs[ACTORS_MAX];
    struct { Routine *routine; Actor *actor; } starts[ACTORS_MAX];
    Actor *actors[ACTORS_MAX];
    _Atomic int actor_count, start_count;
    bool may_terminate; /* whether some call terminates threads */
    _Atomic bool harmed, racing;
    _Atomic(Handle *) handles;
    _Atomic(Off *) off; /* why the performance cannot go on */
    int64_t limit, deadline, began;
    _Atomic int events;
    _Atomic bool open, closed;
    int told; /* events that were written; with `silent` the writer's own */
    bool silent;
};

static void wrong(Scene *scene, const char *pattern, ...) __attribute__((format(FORMAT, 2, 3)));

static void wrong(Scene *scene, const char *pattern, ...) {
    char buffer[512];
    va_list arguments;
    va_start(arguments, pattern);
    vsnprintf(buffer, sizeof buffer, pattern, arguments);
    va_end(arguments);
    scene->error = scene->error != NULL ? scene->error : text(&scene->memory, "%s", buffer);
}

static Variable *variable(Scene *scene, const char *name, size_t size) {
    for (Variable *one = scene->variables; one != NULL; one = one->next) {
        if (strncmp(one->name, name, size) == 0 && one->name[size] == 0) {
            return one;
        }
    }
    Variable *created = take(&scene->memory, sizeof *created);
    created->name = memcpy(take(&scene->memory, size + 1), name, size);
    created->next = scene->variables;
    return scene->variables = created;
}

/* Reads a call and writes it anew in canonical form. After an error nothing is left to read. */
typedef struct { Scene *scene; const char *text, *at; char *out; int nesting; } Reader;

static void misread(Reader *reader, const char *problem) {
    wrong(reader->scene, "%s in `%.200s`, column %d", problem, reader->text, (int)(reader->at - reader->text) + 1);
    reader->at += strlen(reader->at);
}

static void write_text(Reader *reader, const char *text, size_t size) {
    memcpy(reader->out, text, size);
    reader->out += size;
}

static char peek(Reader *reader) {
    while (isspace((unsigned char)*reader->at)) {
        reader->at++;
    }
    return *reader->at;
}

static bool accept(Reader *reader, char wanted, const char *written) {
    if (peek(reader) != wanted) {
        return false;
    }
    reader->at++;
    write_text(reader, written, strlen(written));
    return true;
}

static void expect(Reader *reader, char wanted, const char *written) {
    char problem[] = "expected ` `";
    problem[10] = wanted;
    if (!accept(reader, wanted, written)) {
        misread(reader, problem);
    }
}

/* A word, and what follows it at once; empty after an error. */
static const char *word(Reader *reader, size_t *size) {
    peek(reader);
    const char *start = reader->at;
    while (isalnum((unsigned char)*reader->at) || *reader->at == '_') {
        reader->at++;
    }
    *size = (size_t)(reader->at - start);
    if (*size == 0 || isdigit((unsigned char)*start)) {
        *size = 0;
        misread(reader, "expected a name");
        return start;
    }
    write_text(reader, start, *size);
    return start;
}

static const Constant *constant_of(const char *name, size_t size) {
    char copy[64];
    if (size >= sizeof copy) {
        return NULL;
    }
    format(copy, sizeof copy, "%.*s", (int)size, name);
    return constant(copy);
}

static Value number(Reader *reader) {
    char digits[32], *end;
    size_t size = 0;
    while ((isalnum((unsigned char)reader->at[size]) || reader->at[size] == '-') && size < sizeof digits) {
        size++;
    }
    format(digits, sizeof digits, "%.*s", (int)size, reader->at);
    bool hex = size > 2 && digits[0] == '0' && (digits[1] | 32) == 'x' && digits[2] != '-';
    errno = 0;
    uint64_t value = hex ? strtoull(digits + 2, &end, 16) : (uint64_t)strtoll(digits, &end, 10);
    if (size >= sizeof digits || errno != 0 || *end != 0) {
        misread(reader, "expected a 64-bit number");
        return (Value){NULL_, 0, NULL, NULL};
    }
    write_text(reader, reader->at, size);
    reader->at += size;
    return (Value){value == 0 ? NULL_ : NUMBER_, value, NULL, NULL};
}

static Value value(Reader *reader);

static Value items(Reader *reader, char close) {
    Value list = {close == ']' ? LIST_ : RECORD_, 0, NULL, NULL};
    struct Items **last = &list.items;
    if (++reader->nesting > NESTING_MAX) {
        misread(reader, "too deep a list");
    }
    while (peek(reader) != close && *reader->at != 0) {
        if (list.number++ > 0) {
            expect(reader, ',', ", ");
        }
        size_t size;
        if (close == '}') {
            word(reader, &size);
            expect(reader, ':', ": ");
        }
        *last = take(&reader->scene->memory, sizeof **last);
        (*last)->value = value(reader);
        last = &(*last)->next;
    }
    reader->nesting--;
    expect(reader, close, close == ']' ? "]" : "}");
    return list;
}

static Value value(Reader *reader) {
    size_t size;
    char next = peek(reader);
    if (next == '[' || next == '{') {
        accept(reader, next, next == '[' ? "[" : "{");
        return items(reader, next == '[' ? ']' : '}');
    }
    if (next == '-' || isdigit((unsigned char)next)) {
        return number(reader);
    }
    if (accept(reader, '&', "&")) {
        const char *name = word(reader, &size);
        Variable *slot = variable(reader->scene, name, size);
        slot->bound = true;
        return (Value){SLOT_, 0, slot, NULL};
    }
    const char *name = word(reader, &size);
    if (size == 7 && strncmp(name, "invalid", size) == 0) {
        return (Value){INVALID_, INVALID, NULL, NULL};
    }
    if (size == 2 && strncmp(name, "id", size) == 0 && isalpha((unsigned char)peek(reader))) {
        write_text(reader, " ", 1);
        if (strncmp(word(reader, &size), "of", 2) != 0 || size != 2) {
            misread(reader, "expected `id of THREAD`");
        }
        write_text(reader, " ", 1);
        name = word(reader, &size);
        return (Value){ID_, 0, variable(reader->scene, name, size), NULL};
    }
    const Constant *known = constant_of(name, size);
    if (known == NULL) {
        return (Value){NAME_, 0, variable(reader->scene, name, size), NULL};
    }
    Value result = {strcmp(known->name, "NULL") == 0 ? NULL_ : NUMBER_, known->value, NULL, NULL};
    while (accept(reader, '|', " | ")) {
        name = word(reader, &size);
        known = constant_of(name, size);
        if (known == NULL) {
            misread(reader, "unknown constant");
            break;
        }
        result = (Value){NUMBER_, result.number | known->value, NULL, NULL};
    }
    return result;
}

static void use(Scene *scene, Variable *name, char wanted, const char *call) {
    Use *used = take(&scene->memory, sizeof *used);
    *used = (Use){scene->uses, name, wanted, call};
    scene->uses = used;
}

/* Whether a value can stand where a parameter of that letter is; what names stand for is checked at the end. */
static bool fits(Scene *scene, char letter, const Value *value, const char *call) {
    bool null = value->kind == NULL_;
    switch (letter) {
        case 'h':
            if (value->kind == NAME_) {
                use(scene, value->name, 'h', call);
            }
            return null || value->kind == NAME_ || value->kind == INVALID_;
        case 'H':
            for (struct Items *item = value->items; item != NULL; item = item->next) {
                if (!fits(scene, 'h', &item->value, call)) {
                    return false;
                }
            }
            return null || value->kind == LIST_;
        case 'a':
        case 'r':
        case 'i':
            if (value->kind == NAME_ || value->kind == ID_) {
                use(scene, value->name, letter, call);
            }
            return value->kind == NAME_ || (letter == 'i' && (null || value->kind == NUMBER_ || value->kind == ID_));
        case 'p': return null; /* attributes and names: none yet */
        case 'D':
        case 'I':
        case 'X':
        case 'O': return null || value->kind == SLOT_;
        default: return null || value->kind == NUMBER_;
    }
}

static const char *not_exported(Scene *scene, const Function *function) {
    return text(&scene->memory, "%s does not export %s", library_name, function->name);
}

static void read_call(Scene *scene, const cJSON *json, Call *call) {
    if (!cJSON_IsString(json)) {
        wrong(scene, "a call is a text");
        return;
    }
    const char *source = json->valuestring;
    char *out = take(&scene->memory, 3 * strlen(source) + 8);
    Reader reader = {scene, source, source, out, 0};
    size_t size;
    const char *name = word(&reader, &size);
    if (peek(&reader) == '=') {
        reader.at++;
        call->binding = variable(scene, name, size);
        call->binding->bound = true;
        reader.out = out;
        name = word(&reader, &size);
    }
    for (int i = 0; i < FN_COUNT; i++) {
        if (strncmp(functions[i].name, name, size) == 0 && functions[i].name[size] == 0) {
            call->function = &functions[i];
        }
    }
    const char *letters = call->function == NULL ? "" : call->function->parameters;
    expect(&reader, '(', "(");
    while (peek(&reader) != ')' && *reader.at != 0) {
        if (call->count > 0) {
            expect(&reader, ',', ", ");
        }
        Value argument = value(&reader);
        if (call->function != NULL && call->count < (int)strlen(letters) && *reader.at != 0
            && !fits(scene, letters[call->count], &argument, source)) {
            misread(&reader, "an argument of the wrong form");
        }
        if (call->count < ARGUMENTS_MAX) {
            call->arguments[call->count] = argument;
        }
        call->count++;
    }
    expect(&reader, ')', ")");
    if (peek(&reader) != 0) {
        misread(&reader, "unexpected text after the call");
    }
    *reader.out = 0;
    call->text = out;
    if (call->function == NULL || call->function->address == NULL) { /* known to the kit, and not to this agent or the library */
        scene->unknown = call->function == NULL ? text(&scene->memory, "this agent does not know %.*s", (int)size, name)
                                                : not_exported(scene, call->function);
    }
    if (call->function != NULL && call->count != (int)strlen(letters)) {
        wrong(scene, "%s takes %d arguments, not %d", call->function->name, (int)strlen(letters), call->count);
    }
    scene->may_terminate |= call->function == &functions[FN_TerminateThread];
}

static Call *read_calls(Scene *scene, const cJSON *json, int *count) {
    const cJSON *item;
    Call *calls = take(&scene->memory, (size_t)cJSON_GetArraySize(json) * sizeof *calls);
    cJSON_ArrayForEach(item, json) {
        read_call(scene, item, &calls[(*count)++]);
    }
    return calls;
}

static Variable *declare(Scene *scene, const cJSON *json, int kind) {
    const char *name = cJSON_IsString(json) ? json->valuestring : "";
    size_t size = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    Variable *created = variable(scene, name, strlen(name));
    if (size == 0 || name[size] != 0 || isdigit((unsigned char)*name) || constant(name) != NULL || strcmp(name, "invalid") == 0) {
        wrong(scene, "`%.100s` cannot be a name", name);
    } else if (created->kind != UNDECLARED) {
        wrong(scene, "`%.100s` names two things", name);
    }
    created->kind = kind;
    return created;
}

static Actor *cast_member(Scene *scene, const cJSON *json) {
    const char *name = cJSON_IsString(json) ? json->valuestring : "";
    Variable *thread = variable(scene, name, strlen(name));
    if (thread->kind != THREAD) {
        wrong(scene, "`%.100s` is not a declared thread", name);
    }
    return thread->actor;
}

static bool flag(const cJSON *json, const char *name) { return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(json, name)); }

static double amount(Scene *scene, const cJSON *json, const char *name, double least, double most) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, name);
    if (!cJSON_IsNumber(item) || item->valuedouble < least || item->valuedouble > most) {
        wrong(scene, "%s must be a number from %.0f to %.0f", name, least, most);
        return least;
    }
    return item->valuedouble;
}

static void read_object(Scene *scene, const cJSON *json) {
    Object *object = take(&scene->memory, sizeof *object), **last = &scene->objects;
    const char *type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, "type"));
    object->name = declare(scene, cJSON_GetObjectItemCaseSensitive(json, "name"), OBJECT);
    if (type != NULL && strcmp(type, "event") == 0) {
        object->creator = &functions[FN_CreateEventW];
        object->arguments[1] = flag(json, "manualReset");
        object->arguments[2] = flag(json, "signaled");
    } else if (type != NULL && strcmp(type, "mutex") == 0) {
        const cJSON *owner = cJSON_GetObjectItemCaseSensitive(json, "owner");
        object->creator = &functions[FN_CreateMutexW];
        object->owner = owner == NULL ? NULL : cast_member(scene, owner);
        object->arguments[1] = owner != NULL;
    } else if (type != NULL && strcmp(type, "semaphore") == 0) {
        object->creator = &functions[FN_CreateSemaphoreW];
        object->arguments[2] = (uint64_t)amount(scene, json, "maximum", 1, INT32_MAX);
        object->arguments[1] = (uint64_t)amount(scene, json, "count", 0, (double)object->arguments[2]);
    } else {
        wrong(scene, "an object of an unknown type");
    }
    if (object->creator != NULL && object->creator->address == NULL) {
        scene->unknown = not_exported(scene, object->creator);
    }
    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = object;
}

static Routine *add_apc(Scene *scene, Variable *name) {
    Routine *routine = take(&scene->memory, sizeof *routine);
    if (scene->apc_count == ACTORS_MAX) {
        wrong(scene, "more than %d APC routines", ACTORS_MAX);
        return routine;
    }
    *routine = (Routine){.name = name, .index = scene->apc_count};
    name->kind = APC;
    name->routine = routine;
    return scene->apcs[scene->apc_count++] = routine;
}

static void read_routine(Scene *scene, const cJSON *json) {
    const char *kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, "kind"));
    const cJSON *exit_code = cJSON_GetObjectItemCaseSensitive(json, "exitCode");
    bool apc = kind != NULL && strcmp(kind, "apc") == 0;
    Variable *name = declare(scene, cJSON_GetObjectItemCaseSensitive(json, "name"), apc ? APC : START);
    if (kind == NULL || (!apc && strcmp(kind, "thread") != 0)) {
        wrong(scene, "a routine of an unknown kind");
    }
    if (apc) {
        add_apc(scene, name);
    } else {
        name->routine = take(&scene->memory, sizeof *name->routine);
        name->routine->name = name;
        name->routine->exit_code = exit_code == NULL ? 0 : (uint32_t)(int64_t)exit_code->valuedouble;
    }
    name->routine->calls = read_calls(scene, cJSON_GetObjectItemCaseSensitive(json, "body"), &name->routine->count);
}

static void read_entry(Scene *scene, const cJSON *json, Entry *entry) {
    const cJSON *race = cJSON_GetObjectItemCaseSensitive(json, "race"), *lane;
    bool elapses = cJSON_HasObjectItem(json, "elapse");
    entry->kind = race != NULL ? RACE : elapses ? ELAPSE : CALL;
    if (entry->kind == ELAPSE) {
        entry->millis = (int)amount(scene, json, "elapse", 0, 60000);
        return;
    }
    entry->lane = take(&scene->memory, (size_t)(race == NULL ? 1 : cJSON_GetArraySize(race)) * sizeof *entry->lane);
    if (entry->kind == CALL) {
        entry->lanes = entry->lane->count = 1;
        entry->lane->actor = cast_member(scene, cJSON_GetObjectItemCaseSensitive(json, "thread"));
        entry->lane->calls = take(&scene->memory, sizeof(Call));
        read_call(scene, cJSON_GetObjectItemCaseSensitive(json, "call"), entry->lane->calls);
        return;
    }
    cJSON_ArrayForEach(lane, race) {
        Lane *one = &entry->lane[entry->lanes++];
        one->actor = cast_member(scene, &(cJSON){.type = cJSON_String, .valuestring = lane->string});
        one->calls = read_calls(scene, lane, &one->count);
    }
    if (entry->lanes < 2) {
        wrong(scene, "a race needs at least two threads");
    }
}

/* Now that all names are known: what they are used as. */
static void check_names(Scene *scene) {
    for (Use *used = scene->uses; used != NULL; used = used->next) {
        Variable *name = used->name;
        if (used->wanted == 'a' && name->kind == UNDECLARED && !name->bound) {
            add_apc(scene, name); /* a routine with an empty body need not be declared */
        }
    }
    for (Use *used = scene->uses; used != NULL; used = used->next) {
        int kind = used->name->kind;
        bool bound = kind == UNDECLARED && used->name->bound;
        bool right = used->wanted == 'a'   ? kind == APC
                     : used->wanted == 'r' ? kind == START
                     : used->wanted == 'i' ? kind == THREAD || bound
                                           : kind == THREAD || kind == OBJECT || bound;
        if (!right) {
            wrong(scene, "`%.100s` is not what `%.200s` needs there, or is not declared", used->name->name, used->call);
        }
    }
    for (Variable *one = scene->variables; one != NULL; one = one->next) {
        if (one->bound && one->kind != UNDECLARED) {
            wrong(scene, "`%.100s` is declared and cannot be bound", one->name);
        }
    }
}

/* ---- The threads of a program, and what is recorded of them ---------------------------------------------------------------------- */

typedef struct Frame { /* what a thread is in: a call, or with none the body of a routine; no two are equal */
    struct Frame *below;
    const Call *call;
    int64_t began;
} Frame;
typedef struct { _Atomic int missing; _Atomic int64_t start; const Lane *lane; int lanes; } Line;
typedef struct { enum { MAKE_CALLS, MAKE_OBJECT, LEAVE } kind; const Lane *lane; Line *line; Object *object; } Work;
typedef enum { IDLE_, ENDED_, SUSPENDED_, BLOCKED_, HELD_, BUSY_, UNSEEN_ } Standing;
typedef struct { Standing standing; Frame *frame; int64_t switches; } Seen;

struct Actor { /* a thread of the program; the names of phases are what it says of itself */
    Scene *scene;
    const char *name;
    _Atomic enum { UNSTARTED, ACTIVE, IDLE, RETURNED, GONE } phase;
    _Atomic(Frame *) top;
    _Atomic(const Work *) mail;
    Bell bell;
    _Atomic long key;
    int file;
    _Atomic bool asleep, removed, suspending_itself, doomed, resumption, identified;
    _Atomic int suspensions;
    _Atomic uint32_t identifier;
    int64_t delay;       /* how long it is held back when a race begins */
    uint32_t last_error; /* as the implementation has it for this thread, while the agent's own code runs */
    bool starts_suspended;
    Frame *reported; /* the director's, like the rest */
    Seen seen;
};

static Scene *_Atomic playing; /* the program in progress */

#define ACTORS(scene, actor)                                                                                       \
    for (int i_ = 0; i_ < atomic_load(&(scene)->actor_count) && i_ < ACTORS_MAX; i_++)                             \
        for (Actor *actor = (scene)->actors[i_]; actor != NULL && !actor->removed; actor = NULL)

static int present_actors(Scene *scene) {
    int count = 0;
    ACTORS(scene, actor) {
        count++;
    }
    return count;
}

static void break_off(Scene *scene, const char *status, const char *evidence) {
    Off *off = take(&scene->memory, sizeof *off), *none = NULL;
    *off = (Off){status, evidence};
    atomic_compare_exchange_strong(&scene->off, &none, off);
    bell_ring(&director_bell);
}

static Actor *find_actor(Scene *scene, const char *name) {
    ACTORS(scene, actor) {
        if (strcmp(actor->name, name) == 0) {
            return actor;
        }
    }
    return NULL;
}

/* Adds a thread; a name that is taken gets a number. */
static Actor *add_actor(Scene *scene, const char *name) {
    Actor *actor = take(&scene->memory, sizeof *actor);
    const char *free_name = name;
    for (int i = 2; find_actor(scene, free_name) != NULL; i++) {
        free_name = text(&scene->memory, "%s#%d", name, i);
    }
    actor->scene = scene;
    actor->name = free_name;
    bell_make(&actor->bell);
    int index = atomic_fetch_add(&scene->actor_count, 1);
    if (index >= ACTORS_MAX) {
        break_off(scene, "FAULT", "this agent has room for 256 threads in a program");
    } else {
        scene->actors[index] = actor;
    }
    return actor;
}

static void record(Scene *scene, const char *thread, const char *kind, const char *what, const char *error, const Slot *slots) {
    if (!atomic_load(&scene->open) || atomic_load(&scene->closed)) {
        return;
    }
    int64_t micros = (now() - scene->began) / 1000;
    int seq = atomic_fetch_add(&scene->events, 1);
    if (seq < EVENTS_MAX) {
        Item *event = take(&scene->memory, sizeof *event);
        *event = (Item){.scene = scene, .seq = seq, .micros = micros, .thread = thread, .kind = kind, .what = what,
                        .last_error = error, .slots = slots};
        push(&to_writer, &event->node);
    }
}

/* A thread goes on: recorded by who resumed it or by itself, who comes first. */
static void note_resumed(Actor *actor) {
    if (atomic_exchange(&actor->resumption, false)) {
        record(actor->scene, actor->name, "resumed", "", NULL, NULL);
    }
}

static void happens(Actor *actor, const char *kind, const char *what, const char *error, const Slot *slots) {
    note_resumed(actor);
    record(actor->scene, actor->name, kind, what, error, slots);
}

static const char *write_number(Scene *scene, uint64_t number) {
    return text(&scene->memory, number <= 0xFFFF ? "%" PRIu64 : "0x%" PRIX64, number);
}

static const char *write_error(Scene *scene, uint32_t code) {
    for (const Constant *one = errors; one->name != NULL; one++) {
        if (one->value == code) {
            return one->name;
        }
    }
    return text(&scene->memory, "%" PRIu32, code);
}

static const char *write_identifier(Scene *scene, uint32_t identifier) {
    ACTORS(scene, actor) {
        if (actor->identified && actor->identifier == identifier) {
            return text(&scene->memory, "id of %s", actor->name);
        }
    }
    return write_number(scene, identifier);
}

static const char *write_result(Scene *scene, Result result, uint64_t value) {
    Memory *memory = &scene->memory;
    switch (result) {
        case AS_VOID: return "void";
        case AS_BOOL: return value == 0 ? "FALSE" : "TRUE";
        case AS_NONZERO: return value == 0 ? "0" : "nonzero";
        case AS_HANDLE: return value == 0 ? "NULL" : "handle";
        case AS_COUNT: return value == 0xFFFFFFFF ? "0xFFFFFFFF" : text(memory, "%" PRIu64, value);
        case AS_ID: return write_identifier(scene, (uint32_t)value);
        case AS_ERROR: return write_error(scene, (uint32_t)value);
        default: break;
    }
    if (value == 0xC0) {
        return "WAIT_IO_COMPLETION";
    }
    if (result == AS_WAIT) {
        uint64_t abandoned = value - 0x80;
        if (value < 64 || abandoned < 64) {
            const char *name = value < 64 ? "WAIT_OBJECT_0" : "WAIT_ABANDONED_0";
            uint64_t index = value < 64 ? value : abandoned;
            return index == 0 ? name : text(memory, "%s + %" PRIu64, name, index);
        }
        if (value == 0x102 || value == 0xFFFFFFFF) {
            return value == 0x102 ? "WAIT_TIMEOUT" : "WAIT_FAILED";
        }
    }
    return text(memory, value < 10 ? "%" PRIu64 : "0x%" PRIX64, value);
}

/* ---- Handles and identifiers: which thread a value stands for -------------------------------------------------------------------- */

static void handle_closed(Scene *scene, uint64_t value) {
    for (Handle *one = atomic_load(&scene->handles); one != NULL; one = one->next) {
        if (one->value == value) {
            one->known = one->open = false;
        }
    }
}

static void handle_known(Scene *scene, uint64_t value, Actor *actor, bool open) {
    Handle *handle = take(&scene->memory, sizeof *handle);
    handle->value = value;
    handle->actor = actor;
    handle->known = actor != NULL;
    handle->open = open;
    handle->next = atomic_load(&scene->handles);
    while (!atomic_compare_exchange_weak(&scene->handles, &handle->next, handle)) {
    }
}

/* A handle was issued, whatever its value stood for before. */
static void handle_opened(Scene *scene, uint64_t value, Actor *actor) {
    handle_closed(scene, value);
    handle_known(scene, value, actor, true);
}

static Actor *thread_of(uint64_t value, Actor *caller) {
    if (value == CURRENT_THREAD) {
        return caller;
    }
    for (Handle *one = atomic_load(&caller->scene->handles); one != NULL; one = one->next) {
        if (one->value == value && one->known) {
            return one->actor;
        }
    }
    return NULL;
}

static void identify(Actor *actor, uint32_t identifier) {
    actor->identifier = identifier;
    actor->identified = true;
}

static uint32_t own_identifier(void) {
    const Function *function = &functions[FN_GetCurrentThreadId];
    return (uint32_t)function->call(function->address, NULL);
}

static Actor *thread_identified_by(Scene *scene, uint32_t identifier) {
    ACTORS(scene, actor) {
        if (actor->identified && actor->identifier == identifier) {
            return actor;
        }
    }
    return NULL;
}

/* The calling thread is seen here for the first time. */
static void appear(Actor *actor) {
    atomic_store(&actor->key, own_key());
    atomic_store(&actor->phase, ACTIVE);
    set_self(actor);
    if (functions[FN_GetCurrentThreadId].address != NULL) {
        identify(actor, own_identifier());
    }
}

/* The thread that runs this, whoever called it: an APC may be the first that is seen of a thread. */
static Actor *current(void) {
    Actor *known = get_self(), *only = NULL;
    Scene *scene = atomic_load(&playing);
    int count = 0;
    if (known != NULL) {
        return known;
    }
    if (functions[FN_GetCurrentThreadId].address != NULL) {
        known = thread_identified_by(scene, own_identifier());
        known = known != NULL && known->phase == UNSTARTED ? known : NULL;
    }
    ACTORS(scene, actor) {
        if (actor->phase == UNSTARTED && actor->suspensions == 0) {
            only = actor;
            count++;
        }
    }
    known = known != NULL ? known : count == 1 ? only : add_actor(scene, "stranger");
    appear(known);
    return known;
}

/* ---- Calls and the bodies of routines ------------------------------------------------------------------------------------------- */

static void perform(Actor *actor, const Call *call);

static void run_body(Actor *actor, const Routine *routine) {
    Frame *frame = take(&actor->scene->memory, sizeof *frame);
    frame->below = actor->top;
    atomic_store(&actor->top, frame);
    for (int i = 0; i < routine->count; i++) {
        perform(actor, &routine->calls[i]);
    }
    atomic_store(&actor->top, frame->below);
}

/* The last error is taken before and put back after all that the agent does, which might change it. */
static uint32_t last_error_get(void) { return (uint32_t)functions[FN_GetLastError].call(functions[FN_GetLastError].address, NULL); }

static void last_error_set(uint32_t code) {
    functions[FN_SetLastError].call(functions[FN_SetLastError].address, &(uint64_t){code});
}

static void apc_runs(int index, uint64_t data) {
    uint32_t error = last_error_get();
    Actor *actor = current();
    Scene *scene = actor->scene;
    const Routine *routine = scene->apcs[index];
    actor->last_error = error;
    happens(actor, "begins", text(&scene->memory, "%s(%s)", routine->name->name, write_number(scene, data)), NULL, NULL);
    run_body(actor, routine);
    happens(actor, "ends", routine->name->name, NULL, NULL);
    last_error_set(actor->last_error);
}

static void make_object(Scene *scene, const Object *object, uint32_t *error);

/* Returns when every thread of the race has arrived and its delay has passed since; without a lock, for a thread may end here. */
static void line_await(Line *line, Actor *actor) {
    if (atomic_fetch_sub(&line->missing, 1) == 1) {
        atomic_store(&line->start, now());
        for (int i = 0; i < line->lanes; i++) {
            if (line->lane[i].actor->asleep) {
                bell_ring(&line->lane[i].actor->bell);
            }
        }
    }
    for (int i = 0; i < YIELDS_MAX && atomic_load(&line->start) == 0; i++) {
        yield();
    }
    for (actor->asleep = true; atomic_load(&line->start) == 0;) {
        bell_await(&actor->bell, NEVER);
    }
    actor->asleep = false;
    for (int64_t left = actor->delay; left > 0; left = line->start + actor->delay - now()) {
        if (left > PAUSE) {
            bell_await(&actor->bell, left - PAUSE / 2); /* to be woken takes longer than the delays that hit a window differ by */
        } else if (only_processor) {
            yield();
        }
    }
}

/* What is between entries: a wait that is not alertable and that the implementation knows nothing of, where it can be had. */
static void await_entries(Actor *actor) {
    Scene *scene = actor->scene;
    while (!atomic_load(&scene->closed)) {
        const Work *work = atomic_load(&actor->mail);
        if (work == NULL) {
            atomic_store(&actor->phase, IDLE);
            bell_ring(&director_bell);
        }
        while ((work = atomic_load(&actor->mail)) == NULL) {
            bell_await(&actor->bell, NEVER);
        }
        atomic_store(&actor->mail, NULL);
        atomic_store(&actor->phase, ACTIVE);
        if (work->kind == MAKE_OBJECT) {
            make_object(scene, work->object, &actor->last_error);
        } else if (work->kind == MAKE_CALLS) {
            if (work->line != NULL) {
                line_await(work->line, actor);
            }
            for (int i = 0; i < work->lane->count; i++) {
                perform(actor, &work->lane->calls[i]);
            }
        }
    }
}

static uint32_t start_runs(int index, uint64_t parameter) {
    Scene *scene = atomic_load(&playing);
    Actor *actor = scene->starts[index].actor;
    const Routine *routine = scene->starts[index].routine;
    uint32_t error = last_error_get();
    if (get_self() == NULL) {
        appear(actor);
    }
    actor->last_error = error;
    happens(actor, "starts",
            routine == NULL ? "" : text(&scene->memory, "%s(%s)", routine->name->name, write_number(scene, parameter)), NULL, NULL);
    if (routine == NULL) {
        await_entries(actor);
    } else {
        run_body(actor, routine);
    }
    last_error_set(actor->last_error);
    atomic_store(&actor->phase, RETURNED);
    bell_ring(&director_bell);
    return routine == NULL ? 0 : routine->exit_code;
}

/* Each routine has a function of its own, as nothing but its address tells which one it is. */
#define HEX(X, row) X(row##0) X(row##1) X(row##2) X(row##3) X(row##4) X(row##5) X(row##6) X(row##7) \
                    X(row##8) X(row##9) X(row##A) X(row##B) X(row##C) X(row##D) X(row##E) X(row##F)
#define ALL(X) HEX(X, 0) HEX(X, 1) HEX(X, 2) HEX(X, 3) HEX(X, 4) HEX(X, 5) HEX(X, 6) HEX(X, 7) \
               HEX(X, 8) HEX(X, 9) HEX(X, A) HEX(X, B) HEX(X, C) HEX(X, D) HEX(X, E) HEX(X, F)
#define ENTRY(n)                                                                                            \
    static VOID CALLBACK apc_##n(ULONG_PTR data) { apc_runs(0x##n, data); }                                 \
    static DWORD WINAPI start_##n(LPVOID parameter) { return start_runs(0x##n, (uint64_t)(uintptr_t)parameter); }
#define APC_NAME(n) apc_##n,
#define START_NAME(n) start_##n,
ALL(ENTRY)
static const PAPCFUNC apcs[ACTORS_MAX] = {ALL(APC_NAME)};
static const LPTHREAD_START_ROUTINE starts[ACTORS_MAX] = {ALL(START_NAME)};

/* The function that starts a thread: of the cast without a routine. */
static uint64_t start_address(Scene *scene, Routine *routine, Actor *actor) {
    int index = atomic_fetch_add(&scene->start_count, 1);
    if (index >= ACTORS_MAX) {
        break_off(scene, "FAULT", "this agent has room for 256 threads in a program");
        index = ACTORS_MAX - 1;
    }
    scene->starts[index].routine = routine;
    scene->starts[index].actor = actor;
    return (uint64_t)(uintptr_t)starts[index];
}

static uint64_t argument_of(Scene *scene, const Value *value, char letter, Actor *child) {
    switch (value->kind) {
        case NAME_:
            if (letter == 'a') {
                return (uint64_t)(uintptr_t)apcs[value->name->routine->index];
            }
            return letter == 'r' ? start_address(scene, value->name->routine, child) : atomic_load(&value->name->value);
        case ID_: {
            Actor *actor = find_actor(scene, value->name->name);
            return actor != NULL && actor->identified ? actor->identifier : atomic_load(&value->name->value);
        }
        case SLOT_: return (uint64_t)(uintptr_t)memset(take(&scene->memory, sizeof(uint64_t)), PATTERN, sizeof(uint64_t));
        case LIST_: {
            uint64_t size = value->number > HANDLES_MAX ? value->number : HANDLES_MAX, *list = take(&scene->memory, 8 * size);
            int index = 0;
            for (const struct Items *item = value->items; item != NULL; item = item->next) {
                list[index++] = argument_of(scene, &item->value, 'h', NULL);
            }
            return (uint64_t)(uintptr_t)list;
        }
        default: return value->number;
    }
}

/* What a function wrote through a pointer; false if it wrote nothing. */
static bool read_out(uint64_t address, char letter, uint64_t *value) {
    uint64_t pattern;
    memset(&pattern, PATTERN, sizeof pattern);
    memcpy(value, (const void *)(uintptr_t)address, sizeof *value);
    bool is_written = letter == 'O' ? *value != pattern : (uint32_t)*value != (uint32_t)pattern;
    *value = letter == 'O' ? *value : (uint32_t)*value;
    return is_written;
}

static const Slot *bind_slots(Scene *scene, const Call *call, const uint64_t *argument) {
    Slot *slots = NULL;
    for (int i = call->count - 1; i >= 0; i--) {
        char letter = call->function->parameters[i];
        uint64_t value;
        if (call->arguments[i].kind == SLOT_ && read_out(argument[i], letter, &value)) {
            Slot *slot = take(&scene->memory, sizeof *slot);
            *slot = (Slot){slots, call->arguments[i].name->name, NULL};
            slot->value = letter == 'I'   ? write_identifier(scene, (uint32_t)value)
                          : letter == 'O' ? write_result(scene, AS_HANDLE, value)
                          : letter == 'X' && value == 259 ? "STILL_ACTIVE"
                                                          : write_number(scene, value);
            atomic_store(&call->arguments[i].name->value, value);
            slots = slot;
        }
    }
    return slots;
}

/* What calls do to the threads and handles that the director must know of, before the call for what others may see at once … */
static void effects_before(Actor *caller, const Call *call, const uint64_t *argument, Actor *child) {
    Actor *thread = thread_of(argument[0], caller);
    if (child != NULL && (argument[4] & 4) != 0) {
        child->suspensions = 1; /* CREATE_SUSPENDED */
    }
    if (thread == NULL) {
        return;
    }
    if (call->function == &functions[FN_ResumeThread]) {
        thread->resumption = true;
    } else if (call->function == &functions[FN_SuspendThread] && thread == caller) {
        caller->suspending_itself = true;
    } else if (call->function == &functions[FN_TerminateThread] && (caller->scene->racing || thread->phase == ACTIVE)) {
        Frame *frame = atomic_load(&thread->top); /* ended in the middle of something, it may leave locks behind */
        caller->scene->harmed |= caller->scene->racing || frame == NULL || frame->call == NULL || frame->call->function->timeout < 0;
    }
}

/* … and after it, before its result is bound. */
static void effects_after(Actor *caller, const Call *call, const uint64_t *argument, Actor *child, uint64_t result, bool failed) {
    Scene *scene = caller->scene;
    Actor *thread = thread_of(argument[0], caller);
    uint64_t value;
    caller->suspending_itself = false;
    if (failed) {
        if (child != NULL) {
            child->removed = true;
        }
        if (call->function == &functions[FN_ResumeThread] && thread != NULL) {
            thread->resumption = false; /* it was not resumed after all */
        }
        return;
    }
    switch (call->function - functions) {
        case FN_CreateThread:
            handle_opened(scene, result, child);
            if (argument[5] != 0 && read_out(argument[5], 'I', &value) && !child->identified) {
                identify(child, (uint32_t)value);
            }
            break;
        case FN_OpenThread: handle_opened(scene, result, thread_identified_by(scene, (uint32_t)argument[2])); break;
        case FN_CreateEventW:
        case FN_CreateMutexW:
        case FN_CreateSemaphoreW: handle_opened(scene, result, NULL); break;
        case FN_DuplicateHandle:
            thread = thread_of(argument[1], caller);
            if ((argument[6] & 1) != 0) { /* DUPLICATE_CLOSE_SOURCE */
                handle_closed(scene, argument[1]);
            }
            if (argument[3] != 0 && read_out(argument[3], 'O', &value)) {
                handle_opened(scene, value, thread);
            }
            break;
        case FN_CloseHandle: handle_closed(scene, argument[0]); break;
        case FN_GetCurrentThread:
            if (result != CURRENT_THREAD && thread_of(result, caller) == NULL) {
                handle_known(scene, result, caller, false);
            }
            break;
        case FN_SuspendThread: /* who suspends itself comes here only after it was resumed */
            if (thread != NULL && thread != caller) {
                atomic_fetch_add(&thread->suspensions, 1);
                record(scene, thread->name, "suspended", "", NULL, NULL);
            }
            break;
        case FN_ResumeThread: /* counted by successes: the count that the implementation returns may be wrong */
            if (thread != NULL) {
                thread->suspensions = thread->suspensions > 0 ? thread->suspensions - 1 : 0;
                note_resumed(thread);
            }
            break;
        case FN_TerminateThread:
            if (thread != NULL) {
                thread->doomed = true;
            }
            break;
        default: break;
    }
}

/* Makes a call on the calling thread; once the performance is over nothing, so that who is still on the way comes to an end. */
static void perform(Actor *actor, const Call *call) {
    Scene *scene = actor->scene;
    const Function *function = call->function;
    uint64_t argument[ARGUMENTS_MAX] = {0};
    int64_t failure;
    Actor *child = NULL;
    if (atomic_load(&scene->closed)) {
        return;
    }
    happens(actor, "calls", call->text, NULL, NULL);
    Frame *frame = take(&scene->memory, sizeof *frame);
    *frame = (Frame){actor->top, call, now()};
    atomic_store(&actor->top, frame);
    if (function == &functions[FN_CreateThread]) {
        child = add_actor(scene, call->binding != NULL ? call->binding->name
                                                       : text(&scene->memory, "thread%d", present_actors(scene)));
    }
    for (int i = 0; i < call->count; i++) {
        argument[i] = argument_of(scene, &call->arguments[i], function->parameters[i], child);
    }
    effects_before(actor, call, argument, child);
    uint64_t result = invoke(function, argument, &actor->last_error, &failure);
    bool failed = is_failure(function->result, result);
    effects_after(actor, call, argument, child, result, failed);
    const Slot *slots = failed ? NULL : bind_slots(scene, call, argument);
    if (call->binding != NULL) {
        atomic_store(&call->binding->value, result);
    }
    atomic_store(&actor->top, frame->below);
    happens(actor, "returns", write_result(scene, function->result, result),
            !failed ? NULL : failure == UNCHANGED ? "unchanged" : write_error(scene, (uint32_t)failure), slots);
    if (failed && failure == 120) {
        break_off(scene, "NOT_IMPLEMENTED",
                  text(&scene->memory, "%s of %s failed with ERROR_CALL_NOT_IMPLEMENTED", function->name, library_name));
    }
}

/* ---- Looking at the threads ------------------------------------------------------------------------------------------------------ */

typedef struct { int events; bool at_rest, by_looks; } Round;

static void ended(Actor *actor) {
    if (atomic_exchange(&actor->phase, GONE) != GONE) {
        record(actor->scene, actor->name, "exits", "", NULL, NULL);
    }
}

static Seen see_from_outside(Actor *actor, Frame *frame) {
    Sighting sighting = look(actor->key, &actor->file);
    if (sighting.state == SEEN_ENDED) {
        ended(actor);
        return (Seen){ENDED_, NULL, 0};
    }
    bool runs = sighting.state == SEEN_RUNNABLE || sighting.state == SEEN_SERVED;
    /* One that still runs is on its way to where its suspension takes effect. */
    if (actor->suspensions > 0 && !actor->doomed && !runs) {
        return (Seen){SUSPENDED_, frame, 0};
    }
    Standing standing = BUSY_;
    if (atomic_load(&actor->top) != frame || runs) {
        sighting.switches = runs ? sighting.switches : 0;
    } else if (sighting.state == SEEN_NOT) {
        standing = UNSEEN_;
    } else if (actor->doomed || actor->phase == RETURNED) {
        standing = HELD_;
    } else if (actor->suspending_itself) {
        standing = SUSPENDED_;
    } else if (frame != NULL && frame->call != NULL) { /* otherwise in the agent's own code, which waits for nothing */
        standing = frame->call->function->timeout >= 0 ? BLOCKED_ : HELD_;
    }
    return (Seen){standing, frame, sighting.switches};
}

static Seen see(Actor *actor, bool may_be_terminated) {
    Frame *frame = atomic_load(&actor->top);
    switch (atomic_load(&actor->phase)) {
        case GONE: return (Seen){ENDED_, NULL, 0};
        case UNSTARTED:
            if (actor->doomed) {
                ended(actor);
                return (Seen){ENDED_, NULL, 0};
            }
            return (Seen){actor->suspensions > 0 ? SUSPENDED_ : BUSY_, NULL, 0};
        case IDLE:
            if (may_be_terminated && look(actor->key, &actor->file).state == SEEN_ENDED) {
                ended(actor);
                return (Seen){ENDED_, NULL, 0};
            }
            return (Seen){actor->doomed ? HELD_ : actor->suspensions > 0 ? SUSPENDED_ : IDLE_, NULL, 0};
        case ACTIVE:
            if (actor->suspensions == 0 && !actor->doomed && (frame == NULL || frame->call == NULL)) {
                return (Seen){BUSY_, frame, 0};
            }
            return see_from_outside(actor, frame);
        default: return see_from_outside(actor, frame);
    }
}

/* Looks at every thread once; whether all is as it was when last looked at. */
static bool look_at_all(Scene *scene, Round *round) {
    Round last = *round;
    bool same = true;
    *round = (Round){atomic_load(&scene->events), true, false};
    look_around();
    ACTORS(scene, actor) {
        Seen seen = see(actor, scene->may_terminate), before = actor->seen;
        bool waits = seen.standing == BLOCKED_ || seen.standing == HELD_;
        same &= seen.standing == before.standing && seen.frame == before.frame && seen.switches == before.switches;
        round->at_rest &= seen.standing <= BLOCKED_;
        round->by_looks |= waits || seen.switches != 0;
        actor->seen = seen;
    }
    return same && round->events == last.events;
}

static bool is_in_finite_wait(const Actor *actor) {
    const Seen *seen = &actor->seen;
    if (seen->standing != BLOCKED_ || seen->frame == NULL || seen->frame->call == NULL) {
        return false;
    }
    const Call *call = seen->frame->call;
    return call->function->timeout >= 0 && (uint32_t)call->arguments[call->function->timeout].number != 0xFFFFFFFF;
}

/* How long the next time-out of a finite wait is away; negative if all are overdue by so much or more, NEVER without any. */
static int64_t next_timeout(Scene *scene, int64_t time) {
    int64_t soonest = NEVER, least_overdue = NEVER;
    ACTORS(scene, actor) {
        if (is_in_finite_wait(actor)) {
            const Call *call = actor->seen.frame->call;
            int64_t overdue = time - actor->seen.frame->began
                              - (int64_t)(uint32_t)call->arguments[call->function->timeout].number * MILLISECOND;
            if (overdue < 0) {
                soonest = -overdue < soonest ? -overdue : soonest;
            } else {
                least_overdue = overdue < least_overdue ? overdue : least_overdue;
            }
        }
    }
    return soonest != NEVER || least_overdue == NEVER ? soonest : -least_overdue;
}

static bool has_finite_wait(Scene *scene) { return next_timeout(scene, 0) != NEVER; }

/* Whether nothing can happen any more, if it stays so: no thread runs, and no finite wait is about to end. */
static bool is_hung(Scene *scene, int64_t time) {
    int64_t next = next_timeout(scene, time);
    ACTORS(scene, actor) {
        if (actor->seen.standing > HELD_) {
            return false;
        }
    }
    return next == NEVER || next < -HANG;
}

static const char *describe_actor(const Actor *actor) {
    static const char *const words[] = {"is idle", "has ended", "is suspended", "is blocked", "is blocked", "is running", "cannot be seen"};
    const Seen *seen = &actor->seen;
    const Call *call = seen->frame == NULL ? NULL : seen->frame->call;
    bool not_started = seen->standing == BUSY_ && actor->phase == UNSTARTED;
    return text(&actor->scene->memory, "%s %s%s%.300s%s", actor->name, not_started ? "has not started" : words[seen->standing],
                call == NULL ? "" : " in ", call == NULL ? "" : call->text,
                seen->standing != HELD_ ? "" : call == NULL ? " at its end" : ", which cannot block");
}

/* Every thread that is not idle and has not ended. */
static const char *describe_all(Scene *scene) {
    const char *all = "";
    ACTORS(scene, actor) {
        if (actor->seen.standing > ENDED_) {
            all = text(&scene->memory, "%s%s%s", all, *all == 0 ? "" : "; ", describe_actor(actor));
        }
    }
    return all;
}

/* ---- The director: entries, quiescence, the end ----------------------------------------------------------------------------------- */

static _Atomic long own_keys[3]; /* of reader, writer and home */

/* Whether reader, writer and home wait: what they hold, a lock of malloc say, may be what a thread waits for. */
static bool own_threads_wait(void) {
    static int files[3];
    for (int i = 0; i < 3; i++) {
        if (look(own_keys[i], &files[i]).state == SEEN_RUNNABLE) {
            return false;
        }
    }
    return true;
}

static bool goes_on(Scene *scene) {
    if (atomic_load(&scene->events) > EVENTS_MAX) {
        break_off(scene, "UNSETTLED", text(&scene->memory, "more than %d events: the program goes on for ever", EVENTS_MAX));
    }
    return atomic_load(&scene->off) == NULL;
}

/* Returns when the program is quiescent, finite waits may be in progress; false if it cannot go on. */
static bool settle(Scene *scene) {
    Round round = {-1, false, false};
    int64_t changed = now();
    bool quiet = false;
    for (int equal = 0; goes_on(scene); bell_await(&director_bell, POLL)) {
        equal = look_at_all(scene, &round) ? equal + 1 : 1;
        int64_t time = now();
        if (equal == 1) {
            changed = time;
            quiet = false;
        }
        if (round.at_rest && round.events == atomic_load(&scene->events)) {
            if (quiet || !round.by_looks) {
                return goes_on(scene); /* a thread may have broken off just before it came to rest */
            }
            quiet = equal >= ROUNDS && own_threads_wait();
        }
        bool limit = time > scene->deadline;
        if ((limit ? equal >= ROUNDS : time - changed > HANG) && is_hung(scene, time)) {
            break_off(scene, "TIMEOUT", describe_all(scene));
        } else if (limit) {
            break_off(scene, "UNSETTLED", text(&scene->memory, "not quiescent within %" PRId64 " ms: %s",
                                               scene->limit / MILLISECOND, describe_all(scene)));
        }
    }
    return false;
}

/* Lets some time pass while finite waits are in progress, which does not count; returns at the next quiescent point. */
static bool let_time_pass(Scene *scene) {
    int64_t began = now(), next = next_timeout(scene, began);
    if (next < -HANG) {
        break_off(scene, "TIMEOUT", text(&scene->memory, "a time-out is overdue: %s", describe_all(scene)));
        return false;
    }
    bell_await(&director_bell, next < POLL ? POLL : next > PAUSE ? PAUSE : next);
    scene->deadline += now() - began;
    return settle(scene);
}

static bool elapse(Scene *scene, int64_t duration) {
    int64_t end = now() + duration;
    for (int64_t left = duration; left > 0 && goes_on(scene); left = end - now()) {
        bell_await(&director_bell, left);
    }
    scene->deadline += duration;
    return settle(scene);
}

static void post(Actor *actor, Work work) {
    Work *mail = take(&actor->scene->memory, sizeof *mail);
    *mail = work;
    if (actor->phase == IDLE) {
        atomic_store(&actor->phase, ACTIVE);
    }
    atomic_store(&actor->mail, mail);
    bell_ring(&actor->bell);
}

/* Lets time pass until the thread takes an entry. */
static bool ready(Scene *scene, Actor *actor, int index) {
    while (!(actor->phase == IDLE && actor->suspensions == 0 && !actor->doomed)) {
        if (actor->seen.standing == ENDED_ || !has_finite_wait(scene)) {
            break_off(scene, "STUCK", text(&scene->memory, "script[%d] cannot begin: %s%s", index, describe_actor(actor),
                                           actor->seen.standing == BLOCKED_ ? " for ever" : ""));
            return false;
        }
        if (!let_time_pass(scene)) {
            return false;
        }
    }
    return true;
}

/* Such a thread can take part in a race, for others may resume it; nobody waits for it at the line. */
static bool is_late(const Actor *actor) {
    return actor->suspensions > 0 && actor->mail == NULL && (actor->phase == IDLE || actor->phase == UNSTARTED);
}

static bool race(Scene *scene, const Entry *entry, int index) {
    Line *line = take(&scene->memory, sizeof *line);
    for (int i = 0; i < entry->lanes; i++) {
        if (!is_late(entry->lane[i].actor)) {
            if (!ready(scene, entry->lane[i].actor, index)) {
                return false;
            }
            line->missing++;
        }
    }
    line->lane = entry->lane;
    line->lanes = entry->lanes;
    scene->racing = true;
    for (int i = 0; i < entry->lanes; i++) {
        Actor *actor = entry->lane[i].actor;
        post(actor, (Work){MAKE_CALLS, &entry->lane[i], is_late(actor) ? NULL : line, NULL});
    }
    for (bool waits = settle(scene); waits;) {
        waits = false;
        for (int i = 0; i < entry->lanes; i++) {
            waits |= is_in_finite_wait(entry->lane[i].actor);
        }
        waits = waits && let_time_pass(scene);
    }
    scene->racing = false;
    return goes_on(scene);
}

/* Records who is seen blocked, once for each call. */
static void report(Scene *scene) {
    ACTORS(scene, actor) {
        Frame *frame = actor->seen.frame;
        bool blocked = actor->seen.standing == BLOCKED_;
        if (frame != NULL && frame->call != NULL && (blocked || actor->suspending_itself) && actor->reported != frame) {
            actor->reported = frame;
            record(scene, actor->name, blocked ? "blocked" : "suspended", blocked ? frame->call->function->name : "", NULL, NULL);
        }
    }
}

static struct { _Atomic(void (*)(Scene *)) work; Scene *scene; _Atomic bool done; Bell bell; } home;

static void home_run(void) {
    own_keys[2] = own_key();
    for (;; bell_await(&home.bell, NEVER)) {
        void (*work)(Scene *) = atomic_exchange(&home.work, NULL);
        if (work != NULL) {
            work(home.scene);
            atomic_store(&home.done, true);
            bell_ring(&director_bell);
        }
    }
}

/* Has the home thread do something, from which it may never come back; false if it did not until `end`, or should not go on. */
static bool at_home(Scene *scene, void (*work)(Scene *), int64_t end, bool while_it_goes_on) {
    home.scene = scene;
    atomic_store(&home.done, false);
    atomic_store(&home.work, work);
    for (bell_ring(&home.bell); !atomic_load(&home.done); bell_await(&director_bell, PAUSE)) {
        if (now() > end || (while_it_goes_on && !goes_on(scene))) {
            return false;
        }
    }
    return true;
}

/* Makes one thing of the set-up and binds its name to the handle; the performance is off if it cannot be made. */
static uint64_t make(Scene *scene, Variable *name, const Function *creator, const uint64_t *argument, uint32_t *error) {
    int64_t failure;
    uint64_t handle = invoke(creator, argument, error, &failure);
    if (handle == 0) {
        break_off(scene, failure == 120 ? "NOT_IMPLEMENTED" : "UNSETTLED",
                  text(&scene->memory, "set-up: %s for %s failed with %s", creator->name, name->name,
                       failure == UNCHANGED ? "-1" : write_error(scene, (uint32_t)failure)));
    }
    atomic_store(&name->value, handle);
    return handle;
}

static void make_object(Scene *scene, const Object *object, uint32_t *error) {
    uint64_t handle = make(scene, object->name, object->creator, object->arguments, error);
    if (handle != 0) {
        handle_opened(scene, handle, NULL);
    }
}

static void make_all(Scene *scene) {
    uint32_t error = last_error_get();
    ACTORS(scene, actor) {
        uint64_t identifier = 0;
        memset(&identifier, PATTERN, sizeof identifier);
        uint64_t argument[] = {0, 0, start_address(scene, NULL, actor), 0, actor->starts_suspended ? 4 : 0, (uint64_t)(uintptr_t)&identifier};
        uint64_t handle = make(scene, variable(scene, actor->name, strlen(actor->name)), &functions[FN_CreateThread], argument, &error);
        if (handle == 0) {
            return;
        }
        handle_opened(scene, handle, actor);
        if (read_out(argument[5], 'I', &identifier) && !actor->identified) {
            identify(actor, (uint32_t)identifier);
        }
    }
    for (Object *object = scene->objects; object != NULL; object = object->next) {
        if (object->owner == NULL) {
            make_object(scene, object, &error);
        }
    }
}

/* Makes what the program declares; returns when every thread that was not created suspended is idle. */
static bool set_up(Scene *scene) {
    if (scene->unknown != NULL) {
        break_off(scene, "NOT_IMPLEMENTED", scene->unknown);
    }
    if (!at_home(scene, make_all, scene->deadline, true)) {
        break_off(scene, "UNSETTLED", "the set-up did not end");
        return false;
    }
    bool settled = settle(scene);
    for (Object *object = scene->objects; object != NULL && settled; object = object->next) {
        if (object->owner != NULL) {
            post(object->owner, (Work){MAKE_OBJECT, NULL, NULL, object});
            settled = settle(scene);
        }
    }
    return settled;
}

/* Runs the entries; who is blocked for ever in the end, in words. */
static const char *run_script(Scene *scene) {
    const char *blocked = "";
    for (int i = 0; i < scene->entry_count; i++) {
        const Entry *entry = &scene->entries[i];
        if (i > 0) {
            record(scene, NULL, "quiescent", "", NULL, NULL);
        }
        if (entry->kind == CALL && ready(scene, entry->lane->actor, i)) {
            post(entry->lane->actor, (Work){MAKE_CALLS, entry->lane, NULL, NULL});
            settle(scene);
        } else if (entry->kind == ELAPSE) {
            elapse(scene, entry->millis * MILLISECOND);
        } else if (entry->kind == RACE) {
            race(scene, entry, i);
        }
        if (!goes_on(scene)) {
            return "";
        }
        report(scene);
    }
    while (has_finite_wait(scene)) {
        if (!let_time_pass(scene)) {
            return "";
        }
    }
    report(scene);
    record(scene, NULL, "quiescent", "", NULL, NULL);
    ACTORS(scene, actor) {
        if (actor->seen.standing == BLOCKED_) {
            blocked = text(&scene->memory, "%s%s%s for ever", blocked, *blocked == 0 ? "" : ", ", describe_actor(actor));
        }
    }
    return blocked;
}

static void resume_all(Scene *scene) {
    uint32_t error = last_error_get();
    ACTORS(scene, actor) {
        for (Handle *handle = scene->handles; handle != NULL && !actor->doomed && actor->suspensions > 0; handle = handle->next) {
            if (handle->actor == actor && handle->known) { /* one whose handle the program has closed stays suspended */
                for (int64_t failure; actor->suspensions > 0; actor->suspensions--) {
                    invoke(&functions[FN_ResumeThread], &handle->value, &error, &failure);
                }
            }
        }
    }
}

static void close_all(Scene *scene) {
    uint32_t error = last_error_get();
    int64_t failure;
    for (Handle *handle = scene->handles; handle != NULL; handle = handle->next) {
        if (handle->open && functions[FN_CloseHandle].address != NULL) {
            invoke(&functions[FN_CloseHandle], &handle->value, &error, &failure);
        }
    }
}

/* Lets the threads go. Returns how many stay blocked for ever, or -1 if the process is not fit for another program. */
static int tear_down(Scene *scene, bool at_rest) {
    Round round = {0};
    int blocked = 0, left = 1, suspended = 0;
    look_at_all(scene, &round);
    ACTORS(scene, actor) {
        actor->reported = actor->seen.standing == BLOCKED_ && !is_in_finite_wait(actor) ? actor->seen.frame : NULL;
        blocked += actor->reported != NULL;
        suspended += actor->suspensions > 0 && !actor->doomed;
        if (actor->phase == IDLE || actor->doomed || actor->phase == GONE) {
            post(actor, (Work){LEAVE, NULL, NULL, NULL});
        }
    }
    int64_t end = now() + BOUND;
    if (!at_rest || (suspended > 0 && (functions[FN_ResumeThread].address == NULL || !at_home(scene, resume_all, end, false)))) {
        return -1;
    }
    for (; left > 0; bell_await(&director_bell, POLL)) {
        if (now() > end) {
            return -1;
        }
        left = 0;
        look_at_all(scene, &round);
        ACTORS(scene, actor) {
            left += !(actor->seen.standing == ENDED_ || (actor->seen.standing == BLOCKED_ && actor->reported != NULL));
        }
    }
    return blocked > 0 ? blocked : at_home(scene, close_all, end, false) ? 0 : -1;
}

/* ---- The conversation ------------------------------------------------------------------------------------------------------------ */

static void write_all(const char *text, size_t size) {
    while (size > 0) {
        int count = output_write(text, size > INT32_MAX ? INT32_MAX : (unsigned)size);
        if (count <= 0 && errno != EINTR) {
            halt(); /* the host has gone, and there is nobody left to write to */
        }
        text += count > 0 ? count : 0;
        size -= count > 0 ? (size_t)count : 0;
    }
}

static cJSON *event_json(const Item *event) {
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "event");
    cJSON_AddNumberToObject(json, "id", event->scene->id);
    cJSON_AddNumberToObject(json, "seq", event->seq);
    cJSON_AddNumberToObject(json, "micros", (double)event->micros);
    if (event->thread != NULL) {
        cJSON_AddStringToObject(json, "thread", event->thread);
    }
    cJSON_AddStringToObject(json, "event", event->kind);
    if (*event->what != 0) {
        cJSON_AddStringToObject(json, "what", event->what);
    }
    if (event->last_error != NULL) {
        cJSON_AddStringToObject(json, "lastError", event->last_error);
    }
    cJSON *slots = event->slots == NULL ? NULL : cJSON_AddObjectToObject(json, "slots");
    for (const Slot *slot = event->slots; slot != NULL; slot = slot->next) {
        cJSON_AddStringToObject(slots, slot->name, slot->value);
    }
    return json;
}

/* An event of a program whose trace is closed is left out; the closing itself gets the number of those that were not. */
static cJSON *item_json(Item *item) {
    if (item->message == NULL) {
        if (item->scene == NULL || item->scene->silent) {
            return NULL;
        }
        item->scene->told++;
        return event_json(item);
    }
    if (item->scene != NULL) {
        cJSON_AddNumberToObject(item->message, "events", item->scene->told);
        item->scene->silent = true;
    }
    return item->message;
}

static void write_run(void) {
    own_keys[0] = own_key();
    for (;;) {
        Node *next;
        for (Node *node = take_all(&to_writer); node != NULL; node = next) {
            Item *item = (Item *)node;
            next = node->next; /* once it is done the item is gone */
            bool lasting = item->message == NULL && item->scene != NULL;
            cJSON *json = item_json(item);
            if (json != NULL) {
                char *line = cJSON_PrintUnformatted(json);
                size_t size = strlen(line);
                line[size] = '\n'; /* in place of the end, which is not written */
                write_all(line, size + 1);
                cJSON_free(line);
                cJSON_Delete(json);
            }
            if (!lasting) {
                atomic_store(&item->done, true);
                bell_ring(&director_bell);
            }
        }
    }
}

/* Says something and returns when it has been written. */
static void say(Scene *scene, cJSON *message) {
    Item item = {.scene = scene, .message = message};
    push(&to_writer, &item.node);
    while (!atomic_load(&item.done)) {
        bell_await(&director_bell, PAUSE);
    }
}

static void say_error(const double *id, const char *cause, const char *problem) {
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "error");
    if (id != NULL) {
        cJSON_AddNumberToObject(json, "id", *id);
    }
    cJSON_AddStringToObject(json, "cause", cause);
    cJSON_AddStringToObject(json, "message", problem);
    say(NULL, json);
}

typedef struct { Node node; bool end; char text[]; } Input; /* a line, or the end of the input */

static void read_run(void) {
    size_t size = 0, room = 1 << 16;
    char *buffer = malloc(room);
    own_keys[1] = own_key();
    for (int count = 1; count > 0 && buffer != NULL;) {
        count = input_read(buffer + size, (unsigned)(room - size));
        size_t start = 0;
        for (size_t i = size; count > 0 && i < size + (size_t)count; i++) {
            if (buffer[i] == '\n') {
                Input *line = malloc(sizeof *line + i - start + 1);
                line->end = false;
                memcpy(line->text, buffer + start, i - start);
                line->text[i - start] = 0;
                push(&to_director, &line->node);
                start = i + 1;
            }
        }
        size += count > 0 ? (size_t)count : 0;
        memmove(buffer, buffer + start, size -= start);
        if (size == room) {
            buffer = room >= LINE_MAX_BYTES ? NULL : realloc(buffer, room *= 2);
        }
    }
    Input *last = calloc(1, sizeof *last);
    last->end = true;
    push(&to_director, &last->node);
    nap(GRACE); /* the director ends the process as soon as it has done what was asked for */
    halt();
}

static void greet(const cJSON *hello, void *library, const char *digest) {
    char name[32], version[64], platform[96];
    const cJSON *asked = cJSON_GetObjectItemCaseSensitive(hello, "protocol");
    if (!cJSON_IsNumber(asked) || asked->valueint != 1) {
        say_error(NULL, "agent", "this agent speaks protocol 1 and no other");
        halt();
    }
    describe(name, version, platform, sizeof version, library);
    cJSON *json = cJSON_CreateObject(), *apis, *limits;
    cJSON_AddStringToObject(json, "type", "welcome");
    cJSON_AddNumberToObject(json, "protocol", 1);
    cJSON_AddStringToObject(json, "implementation", name);
    cJSON_AddStringToObject(json, "version", version);
    cJSON_AddStringToObject(json, "digest", digest);
    cJSON_AddStringToObject(json, "platform", platform);
    apis = cJSON_AddArrayToObject(json, "apis");
    for (int i = 0; i < FN_COUNT; i++) {
        if (functions[i].address != NULL) {
            cJSON_AddItemToArray(apis, cJSON_CreateString(functions[i].name));
        }
    }
    cJSON_AddStringToObject(json, "clock", "monotonic");
    const char *const can[] = {"steering", "drill-hang", "drill-crash"};
    cJSON_AddItemToObject(json, "capabilities", cJSON_CreateStringArray(can, 3));
    limits = cJSON_AddObjectToObject(json, "limits");
    cJSON_AddNumberToObject(limits, "threads", ACTORS_MAX);
    cJSON_AddNumberToObject(limits, "apcRoutines", ACTORS_MAX);
    say(NULL, json);
}

static void read_program(Scene *scene, const cJSON *program) {
    const cJSON *item, *list = cJSON_GetObjectItemCaseSensitive(program, "threads");
    cJSON_ArrayForEach(item, list) {
        Variable *thread = declare(scene, cJSON_GetObjectItemCaseSensitive(item, "name"), THREAD);
        if (scene->actor_count >= ACTORS_MAX) {
            wrong(scene, "more than %d threads", ACTORS_MAX);
            return;
        }
        thread->actor = add_actor(scene, thread->name);
        thread->actor->starts_suspended = flag(item, "suspended");
        thread->actor->suspensions = thread->actor->starts_suspended;
    }
    if (scene->actor_count == 0) {
        wrong(scene, "a program needs at least one thread");
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(program, "objects")) {
        read_object(scene, item);
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(program, "routines")) {
        read_routine(scene, item);
    }
    list = cJSON_GetObjectItemCaseSensitive(program, "script");
    scene->entries = take(&scene->memory, (size_t)cJSON_GetArraySize(list) * sizeof *scene->entries);
    cJSON_ArrayForEach(item, list) {
        read_entry(scene, item, &scene->entries[scene->entry_count++]);
    }
    check_names(scene);
}

static void drop(Scene *scene) {
    ACTORS(scene, actor) {
        bell_drop(&actor->bell);
        if (actor->file > 0) {
            proc_close(actor->file);
        }
    }
    give_back(atomic_load(&scene->memory));
}

/* Runs a program and closes its trace. What it leaves behind blocked stays in memory. */
static void run(const cJSON *message) {
    static int left_behind;
    Memory memory = NULL;
    Scene *scene = take(&memory, sizeof *scene);
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(message, "id");
    scene->memory = memory;
    scene->id = cJSON_IsNumber(id) ? id->valuedouble : 0;
    scene->limit = (int64_t)(amount(scene, message, "limitMillis", 1, INT32_MAX) * MILLISECOND);
    read_program(scene, cJSON_GetObjectItemCaseSensitive(message, "program"));
    const cJSON *delay, *steering = cJSON_GetObjectItemCaseSensitive(message, "steering");
    cJSON_ArrayForEach(delay, cJSON_GetObjectItemCaseSensitive(steering, "delayNanos")) {
        Actor *held_back = find_actor(scene, delay->string);
        if (held_back != NULL && delay->valuedouble > 0 && delay->valuedouble <= (double)SECOND) {
            held_back->delay = (int64_t)delay->valuedouble;
        }
    }
    if (scene->error != NULL) {
        say_error(&scene->id, "program", scene->error);
        drop(scene);
        return;
    }
    atomic_store(&playing, scene);
    scene->deadline = now() + scene->limit;
    const char *evidence = "";
    if (set_up(scene)) {
        scene->began = now();
        atomic_store(&scene->open, true);
        evidence = run_script(scene);
    }
    atomic_store(&scene->closed, true);
    const Off *off = atomic_load(&scene->off);
    const char *status = off == NULL ? "COMPLETED" : off->status;
    bool at_rest = off == NULL || strcmp(status, "STUCK") == 0 || strcmp(status, "NOT_IMPLEMENTED") == 0;
    int blocked = tear_down(scene, at_rest);
    left_behind += blocked < 0 ? 0 : blocked;
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "trace");
    cJSON_AddNumberToObject(json, "id", scene->id);
    cJSON_AddStringToObject(json, "status", status);
    if (off != NULL || *evidence != 0) {
        cJSON_AddStringToObject(json, "evidence", off == NULL ? evidence : off->evidence);
    }
    if (blocked < 0 || scene->harmed || left_behind > BLOCKED_MAX) {
        cJSON_AddTrueToObject(json, "exhausted");
    }
    say(scene, json);
    if (blocked == 0) {
        drop(scene);
    }
}

/* Goes wrong on purpose, for doctor. */
static void drill(const cJSON *message) {
    const char *kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(message, "drill"));
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(message, "id");
    Scene *scene = calloc(1, sizeof *scene);
    scene->id = cJSON_IsNumber(id) ? id->valuedouble : 0;
    scene->began = now();
    scene->open = true;
    record(scene, "agent", "calls", "a drill", NULL, NULL);
    if (kind != NULL && strcmp(kind, "crash") == 0) {
        *(volatile int *)(uintptr_t)INVALID = 0; /* as a library does that follows a wild pointer */
    }
    for (;;) {
        nap(GRACE);
    }
}

/* Answers a line; false if it was the last. */
static bool answer(const char *line, void *library, const char *digest) {
    cJSON *message = cJSON_Parse(line);
    const char *type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(message, "type"));
    bool last = type != NULL && strcmp(type, "bye") == 0;
    if (message == NULL) {
        say_error(NULL, "agent", "a line that is no JSON");
    } else if (type != NULL && strcmp(type, "hello") == 0) {
        greet(message, library, digest);
    } else if (type != NULL && strcmp(type, "run") == 0) {
        run(message);
    } else if (type != NULL && strcmp(type, "drill") == 0) {
        drill(message);
    } else if (!last) {
        say_error(NULL, "agent", "an agent answers hello, run, drill and bye only");
    }
    cJSON_Delete(message);
    return !last;
}

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

