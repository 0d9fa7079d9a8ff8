/* A program as data, read from its JSON and the grammar of its calls (docs/protocol/README.md). The main
   thread reads it; then only the values of its variables change. */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "api.h"
#include "cJSON/cJSON.h"
#include "memory.h"

#define ACTORS_MAX 256        /* threads of one program, and routines that are queued */
#define TIMES_MAX 1000        /* for which a loop makes its call */
#define UNITS_PER_MILLI 10000 /* what C counts the times of timers in: 100 ns */

/* What `invalid` stands for: a multiple of four like every handle, and at no address that is ever mapped. */
#define INVALID UINT64_C(0x0BADBAD0)

typedef struct Variable Variable;

typedef enum {
    VALUE_NUMBER,
    VALUE_NULL, /* 0 too */
    VALUE_NAME,
    VALUE_ID,      /* `id of THREAD` */
    VALUE_INVALID, /* `invalid` */
    VALUE_SLOT,    /* `&NAME` */
    VALUE_LIST,
    VALUE_RECORD,
    VALUE_TEXT
} ValueKind;

typedef struct {
    ValueKind kind;
    uint64_t number; /* of a list or a record, how many elements it has */
    Variable *name;  /* of a name, an id or a slot */
    struct Element *elements;
    const char *text; /* of a text */
} Value;

typedef struct Element {
    struct Element *next;
    const char *name; /* of a field of a record, else NULL */
    Value value;
} Element;

typedef struct {
    const Function *function;
    Variable *binding; /* what gets the result, or NULL */
    const char *text;  /* as written, without binding and loop */
    const char *again; /* the call is made again while it returns that, as traces write it */
    int at_most;       /* so often in all; 0 if it is no loop */
    int count;
    Value arguments[ARGUMENTS_MAX];
} Call;

typedef struct {
    Variable *name;
    int count; /* of the calls */
    int index; /* among the routines that are queued */
    Call *calls;
    uint32_t exit_code;
} Routine;

/* A name of the program: declared, or bound by a call. */
struct Variable {
    Variable *next;
    const char *name;
    enum { UNDECLARED, THREAD, OBJECT, APC, TIMER, COMPLETION, START } kind;
    bool bound;             /* by some call */
    bool suspended;         /* a thread that is created suspended */
    _Atomic uint64_t value; /* of the performance; 0 before it is bound, as in C */
    Routine *routine;       /* of APC, TIMER, COMPLETION and START */
    struct Actor *actor;    /* of the performance; of THREAD */
};

/* The calls that a thread makes in one entry. */
typedef struct {
    Variable *thread;
    int count;
    Call *calls;
} Lane;

typedef struct {
    enum { CALL, ELAPSE, COMPLETED, RACE } kind;
    int lanes, millis;
    Lane *lane;        /* one of CALL, several of RACE */
    Variable *request; /* of COMPLETED: its OVERLAPPED */
} Entry;

typedef struct Object {
    struct Object *next;
    Variable *name;
    Call call;    /* what makes it */
    Variable *by; /* the thread that makes the call, or NULL if any may */
} Object;

typedef struct {
    Memory *memory; /* everything here is taken from it */
    Variable *variables;
    Variable *threads[ACTORS_MAX];
    int thread_count;
    Object *objects;
    Routine *apcs[ACTORS_MAX]; /* of timers and requests, too */
    int apc_count;
    Entry *entries;
    int entry_count;
    bool may_terminate;  /* whether some call terminates threads */
    const char *error;   /* what is wrong with the program, or NULL */
    const char *unknown; /* why it cannot be performed here although it is right, or NULL */
    struct Use *uses;    /* of names, for as long as the program is read */
} Program;

/* When a timer is due, as a program says it. */
typedef struct {
    enum { DUE_AFTER, DUE_AT, DUE_RAW } form;
    int64_t amount; /* milliseconds, or units of 100 ns for DUE_RAW */
} DueTime;

/* Reads a due time; false if the value is none. */
bool read_due_time(const Value *value, DueTime *due);

/* Fills in a program that is empty but for its memory. If the JSON is wrong, `error` says
   so and the rest is not to be used. */
void read_program(Program *program, const cJSON *json);

/* Returns a field that is a number. If it is missing or out of range, returns `least`
   and sets the error of the program. */
double read_amount(Program *program, const cJSON *json, const char *name, double least, double most);

/* A field of an object, or NULL; its text, or NULL if it has none; and whether it is the text `wanted`. */
const cJSON *field(const cJSON *json, const char *name);
const char *field_text(const cJSON *json, const char *name);
bool field_is(const cJSON *json, const char *name, const char *wanted);
