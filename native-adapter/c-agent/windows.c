/* The system where it is Windows, or Wine or ReactOS in its place. */
#include <windows.h>

#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>

#include "system.h"

const char *const default_library = "kernel32.dll";
const int terminated_cost = 1; /* a mebibyte under Wine */
bool only_processor;

static DWORD self_index;
static int output;
static void (*when_dying)(void);

int64_t now(void) {
    static LARGE_INTEGER frequency;
    LARGE_INTEGER count;
    if (frequency.QuadPart == 0) {
        QueryPerformanceFrequency(&frequency);
    }
    QueryPerformanceCounter(&count);
    int64_t seconds = count.QuadPart / frequency.QuadPart;
    return seconds * SECOND + (count.QuadPart - seconds * frequency.QuadPart) * SECOND / frequency.QuadPart;
}

int64_t utc(void) {
    FILETIME time;
    GetSystemTimeAsFileTime(&time);
    return (int64_t)((uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime);
}

void bell_make(Bell *bell) { *bell = CreateEventW(NULL, FALSE, FALSE, NULL); }
void bell_drop(Bell *bell) { CloseHandle(*bell); }
void bell_ring(Bell *bell) { SetEvent(*bell); }

void bell_await(Bell *bell, int64_t nanos) {
    WaitForSingleObject(*bell, nanos == NEVER ? INFINITE : (DWORD)((nanos + MILLISECOND - 1) / MILLISECOND));
}

void nap(int64_t nanos) { Sleep((DWORD)(nanos / MILLISECOND)); }
void yield(void) { SwitchToThread(); }
void halt(void) {
    TerminateProcess(GetCurrentProcess(), 0);
    abort(); /* not reached */
}

void *pages_take(size_t size) { return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE); }
void pages_give(void *pages, size_t size) { (void)size, VirtualFree(pages, 0, MEM_RELEASE); }
void set_self(void *self) { TlsSetValue(self_index, self); }
void *get_self(void) { return TlsGetValue(self_index); }
void *library_load(const char *path) { return LoadLibraryA(path); }
void *library_find(void *library, const char *name) {
    return (void *)(uintptr_t)GetProcAddress(library, name);
}
int output_write(const char *text, unsigned size) { return _write(output, text, size); }
int input_read(char *text, unsigned size) { return _read(0, text, size); }

static DWORD WINAPI own_thread(LPVOID run) { return ((void (*)(void))(uintptr_t)run)(), 0; }

void spawn(void (*run)(void)) {
    CloseHandle(CreateThread(NULL, 0, own_thread, (LPVOID)(uintptr_t)run, 0, NULL));
}

typedef const char *(CDECL *WineVersion)(void);
typedef LONG(NTAPI *QueryInformation)(int kind, void *buffer, ULONG size, ULONG *needed);
typedef LONG(NTAPI *QueryVersion)(OSVERSIONINFOW *version);

static void *ntdll(const char *function) { return library_find(GetModuleHandleA("ntdll.dll"), function); }

/* The version of Wine, or NULL where there is none. */
static const char *wine(void) {
    WineVersion version = (WineVersion)ntdll("wine_get_version");
    return version == NULL ? NULL : version();
}

bool has_proc(void) { return wine() != NULL; }

/* Raw system calls of Linux work in a program under Wine, and see its threads as Linux does. */
enum {
    LINUX_READ = 0,
    LINUX_WRITE = 1,
    LINUX_OPEN = 2,
    LINUX_CLOSE = 3,
    LINUX_PREAD = 17,
    LINUX_READV = 19,
    LINUX_WRITEV = 20,
    LINUX_SENDMSG = 46,
    LINUX_RECVMSG = 47,
    LINUX_GETTID = 186,
};

static int64_t linux_call(int64_t number, int64_t first, int64_t second, int64_t third, int64_t fourth) {
    int64_t result;
    register int64_t in_r10 __asm__("r10") = fourth;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(first), "S"(second), "d"(third), "r"(in_r10)
                     : "rcx", "r11", "memory");
    return result;
}

int proc_open(const char *path) { return (int)linux_call(LINUX_OPEN, (int64_t)(uintptr_t)path, 0, 0, 0); }
int proc_read(int file, char *text, int size) {
    return (int)linux_call(LINUX_PREAD, file, (int64_t)(uintptr_t)text, size, 0);
}
void proc_close(int file) { linux_call(LINUX_CLOSE, file, 0, 0, 0); }
long own_key(void) {
    return has_proc() ? (long)linux_call(LINUX_GETTID, 0, 0, 0, 0) : (long)GetCurrentThreadId();
}

/* What NtQuerySystemInformation tells of processes and their threads; winternl.h hides most of it. */
enum { SYSTEM_PROCESS_INFORMATION = 5, THREAD_TERMINATED = 4, THREAD_WAITING = 5 };
#define INFO_LENGTH_MISMATCH ((LONG)0xC0000004)
#define INFO_BYTES_MAX (64u << 20)

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
_Static_assert(sizeof(SystemThread) == 80 && offsetof(SystemProcess, thread) == 256,
               "as in a 64-bit Windows");

static SystemProcess *own_process; /* as it was when last looked around */

void look_around(void) {
    static BYTE *buffer;
    static ULONG size = 1 << 20;
    QueryInformation query = (QueryInformation)ntdll("NtQuerySystemInformation");
    own_process = NULL;
    if (has_proc() || query == NULL) {
        return; /* Wine leaves the states of threads 0 */
    }
    for (;;) {
        buffer = buffer == NULL ? malloc(size) : buffer;
        LONG status = query(SYSTEM_PROCESS_INFORMATION, buffer, size, NULL);
        if (status >= 0) {
            break;
        }
        if (status != INFO_LENGTH_MISMATCH || size > INFO_BYTES_MAX) {
            return;
        }
        free(buffer);
        buffer = NULL;
        size *= 2;
    }
    for (SystemProcess *process = (SystemProcess *)buffer;;
         process = (SystemProcess *)((BYTE *)process + process->next)) {
        if ((uintptr_t)process->id == GetCurrentProcessId()) {
            own_process = process;
        }
        if (process->next == 0 || own_process != NULL) {
            return;
        }
    }
}

Sighting look_natively(long key) {
    if (own_process == NULL) {
        return (Sighting){SEEN_NOT, 0};
    }
    for (ULONG i = 0; i < own_process->threads; i++) {
        const SystemThread *thread = &own_process->thread[i];
        if ((long)(uintptr_t)thread->thread == key) {
            State state = thread->state == THREAD_WAITING    ? SEEN_BLOCKED
                        : thread->state == THREAD_TERMINATED ? SEEN_ENDED
                                                             : SEEN_RUNNABLE;
            return (Sighting){state, thread->switches};
        }
    }
    return (Sighting){SEEN_ENDED, 0};
}

/* A thread that awaits an answer of the wineserver sleeps, too: of its reads only that of
   16 bytes is a wait of the program. */
#define WAIT_REPLY_BYTES 16

bool is_wait(long key) {
    char path[64], text[128] = "";
    unsigned number = 0, count = 0;
    snprintf(path, sizeof path, "/proc/self/task/%ld/syscall", key);
    int file = proc_open(path);
    if (file >= 0) {
        proc_read(file, text, sizeof text - 1);
        proc_close(file);
    }
    if (sscanf(text, "%u %*x %*x %x", &number, &count) != 2) {
        return file < 0; /* not allowed to see it; or it says `running` */
    }
    switch (number) {
        case LINUX_READ: return count == WAIT_REPLY_BYTES;
        case LINUX_WRITE:
        case LINUX_READV:
        case LINUX_WRITEV:
        case LINUX_SENDMSG:
        case LINUX_RECVMSG: return false;
        default: return true;
    }
}

static LONG WINAPI crashed(EXCEPTION_POINTERS *problem) {
    fprintf(stderr, "agent: exception 0x%08lX at %p\n", problem->ExceptionRecord->ExceptionCode,
            problem->ExceptionRecord->ExceptionAddress);
    fflush(stderr);
    when_dying();
    TerminateProcess(GetCurrentProcess(), problem->ExceptionRecord->ExceptionCode);
    return EXCEPTION_CONTINUE_SEARCH;
}

void system_begin(void (*dying)(void)) {
    SYSTEM_INFO info;
    GetSystemInfo(&info);
    when_dying = dying;
    only_processor = info.dwNumberOfProcessors == 1;
    self_index = TlsAlloc();
    output = _dup(1);
    _dup2(2, 1);
    SetStdHandle(STD_OUTPUT_HANDLE, GetStdHandle(STD_ERROR_HANDLE));
    _setmode(output, _O_BINARY);
    _setmode(0, _O_BINARY);
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    SetUnhandledExceptionFilter(crashed);
}

Description describe(void *library) {
    Description own;
    OSVERSIONINFOW windows = {.dwOSVersionInfoSize = sizeof windows};
    QueryVersion query = (QueryVersion)ntdll("RtlGetVersion");
    if (query != NULL) {
        query(&windows);
    }
    snprintf(own.version, sizeof own.version, "%lu.%lu.%lu", windows.dwMajorVersion, windows.dwMinorVersion,
             windows.dwBuildNumber);
    snprintf(own.platform, sizeof own.platform, "Windows %s x86-64", own.version);
    snprintf(own.name, sizeof own.name, "%s", has_proc() ? "Wine" : "Windows");
    if (has_proc()) {
        snprintf(own.version, sizeof own.version, "%s", wine());
    }
    (void)library;
    return own;
}

long process_number(void) { return (long)GetCurrentProcessId(); }
