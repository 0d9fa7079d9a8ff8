/* The system where it is Linux, or something like it, and WinPR the implementation. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#include "system.h"

/* The lowest descriptor for the protocol: out of the reach of foreign code. */
#define DESCRIPTOR_MIN 64

const char *const default_library = "libwinpr2.so.2";
const int terminated_cost = 0;
bool only_processor;

static __thread void *own_self;
static int input, output;
static void (*when_dying)(void);

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * SECOND + time.tv_nsec;
}

int64_t utc(void) {
    struct timespec time;
    clock_gettime(CLOCK_REALTIME, &time);
    return INT64_C(116444736000000000) + time.tv_sec * INT64_C(10000000) + time.tv_nsec / 100;
}

void bell_make(Bell *bell) { sem_init(bell, 0, 0); }
void bell_drop(Bell *bell) { sem_destroy(bell); }
void bell_ring(Bell *bell) { sem_post(bell); }

void bell_await(Bell *bell, int64_t nanos) {
    int64_t end = nanos == NEVER ? 0 : now() + nanos;
    struct timespec time = {end / SECOND, end % SECOND};
    (void)(nanos == NEVER ? sem_wait(bell) : sem_clockwait(bell, CLOCK_MONOTONIC, &time));
}

void nap(int64_t nanos) { nanosleep(&(struct timespec){nanos / SECOND, nanos % SECOND}, NULL); }
void yield(void) { sched_yield(); }
void halt(void) { _exit(0); }
void pages_give(void *pages, size_t size) { munmap(pages, size); }
void set_self(void *self) { own_self = self; }
void *get_self(void) { return own_self; }
void *library_load(const char *path) { return dlopen(path, RTLD_NOW | RTLD_LOCAL); }
int output_write(const char *text, unsigned size) { return (int)write(output, text, size); }
int input_read(char *text, unsigned size) { return (int)read(input, text, size); }
int proc_open(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }
int proc_read(int file, char *text, int size) { return (int)pread(file, text, (size_t)size, 0); }
void proc_close(int file) { close(file); }
long own_key(void) { return gettid(); }
void look_around(void) {}
bool has_proc(void) { return true; }
Sighting look_natively(long key) { return (Sighting){SEEN_NOT, key}; }
bool is_wait(long key) { return key != 0; }

void *pages_take(size_t size) {
    void *pages = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return pages == MAP_FAILED ? NULL : pages;
}

/* WinPR puts an underscore before names that are taken on other systems. */
void *library_find(void *library, const char *name) {
    char underscored[64];
    void *found = dlsym(library, name);
    snprintf(underscored, sizeof underscored, "_%s", name);
    return found != NULL ? found : dlsym(library, underscored);
}

static void *own_thread(void *run) { return ((void (*)(void))(uintptr_t)run)(), NULL; }

void spawn(void (*run)(void)) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, own_thread, (void *)(uintptr_t)run) == 0) {
        pthread_detach(thread);
    }
}

/* The events before a crash are written, then the process dies of its signal as it would have. */
static void crashed(int number, siginfo_t *info, void *context) {
    Dl_info place = {0};
#ifdef __x86_64__
    dladdr((void *)(uintptr_t)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP], &place);
#endif
    dprintf(2, "agent: signal %d for address %p in %s of %s\n", number, info->si_addr,
            place.dli_sname == NULL ? "?" : place.dli_sname, place.dli_fname == NULL ? "?" : place.dli_fname);
    when_dying();
    signal(number, SIG_DFL);
    raise(number);
    (void)context;
}

void system_begin(void (*dying)(void)) {
    when_dying = dying;
    only_processor = sysconf(_SC_NPROCESSORS_ONLN) == 1;
    struct sigaction action = {.sa_sigaction = crashed, .sa_flags = SA_SIGINFO | SA_NODEFER};
    static const int deadly[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
    for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) {
        sigaction(deadly[i], &action, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    /* A crash of the implementation is a result like any other. */
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
    input = fcntl(0, F_DUPFD_CLOEXEC, DESCRIPTOR_MIN); /* foreign code gets nothing to read */
    int nothing = open("/dev/null", O_RDONLY);
    output = fcntl(1, F_DUPFD_CLOEXEC, DESCRIPTOR_MIN);
    if (input < 0 || output < 0 || dup2(nothing, 0) < 0 || dup2(2, 1) < 0) {
        fprintf(stderr, "agent: the protocol cannot be moved away from standard input and output: errno %d\n",
                errno);
        exit(3);
    }
    close(nothing);
}

typedef const char *(*QueryVersion)(void);

Description describe(void *library) {
    Description own = {.name = "WinPR"};
    struct utsname system;
    QueryVersion query = (QueryVersion)(uintptr_t)library_find(library, "winpr_get_version_string");
    uname(&system);
    snprintf(own.version, sizeof own.version, "%s", query == NULL ? "" : query());
    snprintf(own.platform, sizeof own.platform, "%.32s %.32s", system.sysname, system.machine);
    return own;
}

long process_number(void) { return getpid(); }
