#include "api.h"

#include <string.h>

#include "sdk.h"
#include "system.h"

/* A last error that nobody sets. */
#define SENTINEL 0xDEAD0BADu

/* The prototypes of the headers check what the tables say. */
#define POINTER(i) ((void *)(uintptr_t)argument[i])
#define NUMBER(i) argument[i]
#define ROUTINE(type, i) ((type)(uintptr_t)argument[i])
#define CALL_VALUE(name, result, effect, arguments, ...)                              \
    static uint64_t call_##name(void *address, const uint64_t *argument) {            \
        (void)argument;                                                               \
        return (uint64_t)(uintptr_t)((__typeof__(&name))(uintptr_t)address)arguments; \
    }
/* By hand, for the headers of Windows say that ExitThread does not return, and here
   the compiler must not rely on that. */
#define CALL_VOID(name, effect, arguments, ...)                            \
    static uint64_t call_##name(void *address, const uint64_t *argument) { \
        ((VOID(WINAPI *)(DWORD))(uintptr_t)address)((DWORD)arguments);     \
        return 0;                                                          \
    }
FUNCTIONS(CALL_VALUE)
PROCEDURES(CALL_VOID)

#define ROW(function, returned, done, arguments, ...) \
    {.name = #function,                               \
     .result = returned,                              \
     .effect = done,                                  \
     .call = call_##function,                         \
     .parameters = {__VA_ARGS__}},
#define ROW_OF_VOID(function, done, arguments, ...) ROW(function, AS_VOID, done, arguments, __VA_ARGS__)
Function functions[FN_COUNT] = {FUNCTIONS(ROW) PROCEDURES(ROW_OF_VOID)};

/* The headers check these tables as well. */
#define SIZE(structure, size) [LAYOUT_##structure] = size,
#define PLACE(structure, member, kind, at) \
    {LAYOUT_##structure, #member, kind, at, sizeof(((structure *)0)->member)},
#define CHECK_SIZE(structure, size) _Static_assert(sizeof(structure) == (size), #structure);
#define CHECK_PLACE(structure, member, kind, at) \
    _Static_assert(offsetof(structure, member) == (at), #structure "." #member);
STRUCTURES(CHECK_SIZE)
FIELDS(CHECK_PLACE)
static const size_t sizes[] = {STRUCTURES(SIZE)};
static const Field fields[] = {FIELDS(PLACE)};

const char *library_name;

static const Constant constants[] = {CONSTANTS{NULL, 0}};
static const Constant errors[] = {ERRORS{NULL, 0}};

bool functions_find(void *library, const char *path) {
    library_name = path;
    for (const char *at = path; *at != 0; at++) {
        library_name = *at == '/' || *at == '\\' ? at + 1 : library_name;
    }
    for (Function *function = functions; function < functions + FN_COUNT; function++) {
        function->address = library_find(library, function->name);
        for (int role = 0; role < ROLES; role++) {
            function->places[role] = -1;
        }
        for (int at = 0; at < ARGUMENTS_MAX && function->parameters[at].type != TYPE_NONE; at++) {
            function->places[function->parameters[at].role] = at;
            function->count = at + 1;
        }
    }
    return functions[FN_CreateThread].address != NULL && functions[FN_GetLastError].address != NULL
        && functions[FN_SetLastError].address != NULL;
}

bool has(const Function *function, Role role) { return function->places[role] >= 0; }

uint64_t argument_in(const Function *function, const uint64_t *argument, Role role) {
    return argument[function->places[role]];
}

const Field *field_of(Layout layout, const char *name) {
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (fields[i].layout == layout && strcmp(fields[i].name, name) == 0) {
            return &fields[i];
        }
    }
    return NULL;
}

size_t bytes_of(Layout layout) { return sizes[layout]; }

static const Constant *find(const Constant *table, const char *name) {
    while (table->name != NULL && strcmp(table->name, name) != 0) {
        table++;
    }
    return table->name == NULL ? NULL : table;
}

const Constant *constant(const char *name) {
    const Constant *found = find(constants, name);
    return found != NULL ? found : find(errors, name);
}

const char *error_name(uint32_t code) {
    const Constant *error = errors;
    while (error->name != NULL && error->value != code) {
        error++;
    }
    return error->name;
}

bool is_failure(Result result, uint64_t value) {
    switch (result) {
        case AS_BOOL:
        case AS_NONZERO:
        case AS_HANDLE: return value == 0;
        case AS_FILE: return value == (uint64_t)(uintptr_t)INVALID_HANDLE_VALUE;
        case AS_WAIT:
        case AS_SUSPEND_COUNT: return value == WAIT_FAILED;
        case AS_ANSWER:
        case AS_SLEEP:
        case AS_THREAD_ID:
        case AS_ERROR_CODE:
        case AS_VOID: return false;
    }
    return false;
}

uint32_t last_error_get(void) {
    const Function *function = &functions[FN_GetLastError];
    return (uint32_t)function->call(function->address, NULL);
}

void last_error_set(uint32_t code) {
    const Function *function = &functions[FN_SetLastError];
    function->call(function->address, &(uint64_t){code});
}

bool own_identifier(uint32_t *identifier) {
    const Function *function = &functions[FN_GetCurrentThreadId];
    if (function->address != NULL) {
        *identifier = (uint32_t)function->call(function->address, NULL);
    }
    return function->address != NULL;
}

uint64_t invoke(const Function *function, const uint64_t *argument, uint32_t *error, int64_t *failure) {
    bool may_fail = is_failure(function->result, 0) || is_failure(function->result, WAIT_FAILED);
    /* Where APCs may run inside they would see the sentinel. */
    bool may_run_apcs =
        has(function, ROLE_ALERTABLE) && (uint32_t)argument_in(function, argument, ROLE_ALERTABLE) != 0;
    bool sentinel = may_fail && !may_run_apcs;
    last_error_set(sentinel ? SENTINEL : *error);
    uint64_t value = function->call(function->address, argument);
    uint32_t after = last_error_get();
    *failure = sentinel && after == SENTINEL ? UNCHANGED : after;
    *error = *failure == UNCHANGED ? *error : after; /* as if the sentinel had never been */
    return function->result == AS_HANDLE || function->result == AS_FILE ? value : (uint32_t)value;
}
