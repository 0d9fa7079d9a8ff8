/* The functions under test: their signatures as data, and the prototypes of the headers to check them. */
#include "tables.h"

#define P(i) ((void *)(uintptr_t)argument[i])
#define N(i) argument[i]
#define C(type, i) ((type)(uintptr_t)argument[i])
#define VALUE(name, result, effect, arguments, ...)                                  \
    static uint64_t call_##name(void *address, const uint64_t *argument) {           \
        (void)argument;                                                              \
        return (uint64_t)(uintptr_t)((__typeof__(&name))(uintptr_t)address)arguments; \
    }
/* By hand, for the headers of Windows say that ExitThread does not return, and here the compiler must not rely on that. */
#define NO_VALUE(name, effect, arguments, ...)                             \
    static uint64_t call_##name(void *address, const uint64_t *argument) { \
        ((VOID(WINAPI *)(DWORD))(uintptr_t)address)((DWORD)arguments);     \
        return 0;                                                          \
    }
FUNCTIONS(VALUE)
PROCEDURES(NO_VALUE)

typedef struct { Type type; Role role; } Parameter;

typedef struct {
    const char *name;
    Result result;
    Effect effect;
    uint64_t (*call)(void *address, const uint64_t *argument);
    Parameter parameters[ARGUMENTS_MAX];
    int count;         /* of the parameters */
    int places[ROLES]; /* the index of the argument in that role, or -1 */
    void *address;     /* NULL if the implementation does not have it */
} Function;

#define NUMBER(name, ...) FN_##name,
enum { FUNCTIONS(NUMBER) PROCEDURES(NUMBER) FN_COUNT };
#define ROW(function, returned, done, arguments, ...) \
    {.name = #function, .result = returned, .effect = done, .call = call_##function, .parameters = {__VA_ARGS__}},
#define ROW_OF_NONE(function, done, arguments, ...) ROW(function, AS_VOID, done, arguments, __VA_ARGS__)
static Function functions[] = {FUNCTIONS(ROW) PROCEDURES(ROW_OF_NONE)};

static const char *library_name = LIBRARY;

static void functions_find(void *library) {
    for (int i = 0; i < FN_COUNT; i++) {
        functions[i].address = library_find(library, functions[i].name);
        for (int role = 0; role < ROLES; role++) {
            functions[i].places[role] = -1;
        }
        for (int at = 0; at < ARGUMENTS_MAX && functions[i].parameters[at].type != T_NONE; at++) {
            functions[i].places[functions[i].parameters[at].role] = at;
            functions[i].count = at + 1;
        }
    }
}

static bool has(const Function *function, Role role) { return function->places[role] >= 0; }

/* The argument in a role that the function has. */
static uint64_t argument_in(const Function *function, const uint64_t *argument, Role role) { return argument[function->places[role]]; }

typedef struct { const char *name; uint32_t value; } Constant;
static const Constant constants[] = {CONSTANTS {NULL, 0}};
static const Constant errors[] = {ERRORS {NULL, 0}};

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

static bool is_failure(Result result, uint64_t value) {
    switch (result) {
        case AS_BOOL:
        case AS_NONZERO:
        case AS_HANDLE: return value == 0;
        case AS_WAIT:
        case AS_SUSPEND_COUNT: return value == 0xFFFFFFFF;
        case AS_SLEEP:
        case AS_THREAD_ID:
        case AS_ERROR_CODE:
        case AS_VOID: return false;
    }
    return false;
}

/* Calls a function; `error` is what the calling thread has as its last error, `failure` gets the one that a failure set. */
static uint64_t invoke(const Function *function, const uint64_t *argument, uint32_t *error, int64_t *failure) {
    const Function *get = &functions[FN_GetLastError], *set = &functions[FN_SetLastError];
    /* Where APCs may run inside they would see the sentinel. */
    bool may_fail = is_failure(function->result, 0) || is_failure(function->result, 0xFFFFFFFF), wide = function->result == AS_HANDLE;
    bool sentinel = may_fail && (!has(function, ROLE_ALERTABLE) || (uint32_t)argument_in(function, argument, ROLE_ALERTABLE) == 0);
    set->call(set->address, &(uint64_t){sentinel ? SENTINEL : *error});
    uint64_t value = function->call(function->address, argument);
    uint32_t after = (uint32_t)get->call(get->address, NULL);
    *failure = sentinel && after == SENTINEL ? UNCHANGED : after;
    *error = *failure == UNCHANGED ? *error : after; /* as if the sentinel had never been */
    return wide ? value : (uint32_t)value;
}
