/* The system where it is Windows, or Wine or ReactOS in its place. */

#define OWN_NAME "Windows"
#define LIBRARY "kernel32.dll"
#define TERMINATED_COST 1 /* the stack of a terminated thread is lost, a mebibyte under Wine */
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
    return number == 0 ? count == 16 : number != 1 && number != 19 && number != 20 && number != 46 && number != 47;
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
