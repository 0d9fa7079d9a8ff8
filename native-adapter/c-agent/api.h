/* The functions under test: their signatures as data, and how they are called. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tables.h"

#define ARGUMENTS_MAX 8

/* In place of an error: the function failed and left the last error as it was. */
#define UNCHANGED INT64_C(-1)

typedef struct {
    Type type;
    Role role;
    Layout layout; /* of the structure that programs may write there, or LAYOUT_NONE */
} Parameter;

/* A field of a structure of the SDK. */
typedef struct {
    Layout layout;
    const char *name;
    Type type;
    size_t offset, bytes;
} Field;

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

#define INDEX(name, ...) FN_##name,
enum { FUNCTIONS(INDEX) PROCEDURES(INDEX) FN_COUNT };
#undef INDEX

typedef struct {
    const char *name;
    uint32_t value;
} Constant;

extern Function functions[FN_COUNT]; /* by FN_…; functions_find completes them */
extern const char *library_name;     /* without the folder */

/* Looks the functions up in the library. False if it lacks those without which no program can run. Main
   calls this once, before all else here. */
bool functions_find(void *library, const char *path);

/* Whether a function has an argument in a role; and that argument, of a function that has it. */
bool has(const Function *function, Role role);
uint64_t argument_in(const Function *function, const uint64_t *argument, Role role);

/* Returns the field of that name, or NULL; and how many bytes a structure has. */
const Field *field_of(Layout layout, const char *name);
size_t bytes_of(Layout layout);

/* Returns the constant or error of that name, or NULL. */
const Constant *constant(const char *name);

/* Returns the name of an error, or NULL. */
const char *error_name(uint32_t code);

bool is_failure(Result result, uint64_t value);

/* Calls a function on the calling thread. `error` is the last error that the program would find,
   before the call and after it. `failure` becomes the error that the function set, or UNCHANGED; it
   has a meaning only if the call failed. */
uint64_t invoke(const Function *function, const uint64_t *argument, uint32_t *error, int64_t *failure);

/* The last error of the calling thread in the implementation. */
uint32_t last_error_get(void);
void last_error_set(uint32_t code);

/* Asks the implementation for the id of the calling thread. False if it lacks the function. */
bool own_identifier(uint32_t *identifier);
