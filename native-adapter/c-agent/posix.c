/* The system where it is Linux, or something like it, and WinPR the implementation. */

#define OWN_NAME "WinPR"
#define LIBRARY "libwinpr2.so.2"
#define TERMINATED_COST 0 /* a terminated thread leaves nothing behind */
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
