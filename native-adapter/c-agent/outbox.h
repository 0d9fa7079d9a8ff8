/* What goes out to the host: events and messages, written by a thread of their own. */
#pragma once

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "cJSON/cJSON.h"
#include "system.h"

#define GRACE (700 * MILLISECOND) /* how long what was asked for may take after the end of the input */

/* A queue with one taker. A node is the first member of what is queued; whoever takes it owns both. */
typedef struct Node {
    struct Node *next;
} Node;
typedef struct {
    _Atomic(Node *) newest;
    Bell bell;
} Queue;

/* Appends a node. Takes no lock, so any thread may be terminated in it. If that happens before it rings,
   nobody rings until the queue has been emptied: a taker that must not miss it is rung for by others. */
void push(Queue *queue, Node *node);

/* Takes all nodes, oldest first; waits until there is one. */
Node *take_all(Queue *queue);

/* Rung by whoever has news for the director. */
extern Bell director_bell;

/* What the writer knows of the trace of a program. */
typedef struct {
    double id;   /* of the program */
    int told;    /* how many events were written */
    bool silent; /* the trace is closed; later events are left out */
} Trace;

typedef struct Slot {
    struct Slot *next;
    const char *name, *value;
} Slot;

/* An event of a trace, or another message. */
typedef struct {
    Node node;
    Trace *trace;      /* of an event; of a message, the trace that it closes, or NULL */
    cJSON *message;    /* or NULL: then it is an event, described by the rest */
    _Atomic bool done; /* the message has been written */
    int seq;
    int64_t micros;
    const char *thread, *kind, *what, *last_error; /* the first and the last may be NULL */
    const Slot *slots;
} Item;

/* Makes the bells and starts the writer. Main calls this once. */
void outbox_begin(void);

/* Hands an event to the writer, on any thread; takes no lock. The item and its texts must last until the
   message that closes the trace has been written. */
void send_event(Item *event);

/* Writes a message and deletes it; returns when that is done. If the message closes a trace, the number of
   its events is added. Only the director calls this. */
void say(Trace *closed, cJSON *message);

/* Returns when everything has been written, or after GRACE. For a thread that is about to end the process. */
void await_written(void);
