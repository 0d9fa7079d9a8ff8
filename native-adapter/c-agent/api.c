/* The functions under test: their signatures as data, and the prototypes of the headers to check them. */
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
