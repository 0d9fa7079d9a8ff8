#include "outbox.h"

#include <errno.h>
#include <string.h>

#include "sight.h"

static Queue to_writer;
Bell director_bell;

void push(Queue *queue, Node *node) {
    Node *older = atomic_load(&queue->newest);
    do {
        node->next = older;
    } while (!atomic_compare_exchange_weak(&queue->newest, &older, node));
    if (older == NULL) { /* the node itself belongs to who takes it */
        bell_ring(&queue->bell);
    }
}

Node *take_all(Queue *queue) {
    Node *newest, *oldest = NULL;
    while ((newest = atomic_exchange(&queue->newest, NULL)) == NULL) {
        bell_await(&queue->bell, NEVER);
    }
    while (newest != NULL) {
        Node *next = newest->next;
        newest->next = oldest;
        oldest = newest;
        newest = next;
    }
    return oldest;
}

void send_event(Item *event) { push(&to_writer, &event->node); }

void await_written(void) {
    static Item mark;
    push(&to_writer, &mark.node);
    for (int64_t end = now() + GRACE; !atomic_load(&mark.done) && now() < end;) {
        bell_ring(&to_writer.bell);
        yield();
    }
}

void say(Trace *closed, cJSON *message) {
    Item item = {.trace = closed, .message = message};
    push(&to_writer, &item.node);
    for (; !atomic_load(&item.done); bell_await(&director_bell, PAUSE)) {
        bell_ring(&to_writer.bell); /* who pushed before may have been terminated before it rang */
    }
}

static void write_all(const char *text, size_t size) {
    while (size > 0) {
        int count = output_write(text, size > INT32_MAX ? INT32_MAX : (unsigned)size);
        if (count <= 0 && errno != EINTR) {
            halt(); /* the host has gone, and there is nobody left to write to */
        }
        text += count > 0 ? count : 0;
        size -= count > 0 ? (size_t)count : 0;
    }
}

static cJSON *event_json(const Item *event) {
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "event");
    cJSON_AddNumberToObject(json, "id", event->trace->id);
    cJSON_AddNumberToObject(json, "seq", event->seq);
    cJSON_AddNumberToObject(json, "micros", (double)event->micros);
    if (event->thread != NULL) {
        cJSON_AddStringToObject(json, "thread", event->thread);
    }
    cJSON_AddStringToObject(json, "event", event->kind);
    if (*event->what != 0) {
        cJSON_AddStringToObject(json, "what", event->what);
    }
    if (event->last_error != NULL) {
        cJSON_AddStringToObject(json, "lastError", event->last_error);
    }
    cJSON *slots = event->slots == NULL ? NULL : cJSON_AddObjectToObject(json, "slots");
    for (const Slot *slot = event->slots; slot != NULL; slot = slot->next) {
        cJSON_AddStringToObject(slots, slot->name, slot->value);
    }
    return json;
}

/* An event of a program whose trace is closed is left out; the closing itself gets
   the number of those that were not. */
static cJSON *item_json(Item *item) {
    if (item->message == NULL) {
        if (item->trace == NULL || item->trace->silent) {
            return NULL;
        }
        item->trace->told++;
        return event_json(item);
    }
    if (item->trace != NULL) {
        cJSON_AddNumberToObject(item->message, "events", item->trace->told);
        item->trace->silent = true;
    }
    return item->message;
}

static void write_run(void) {
    own_thread_begins(OWN_WRITER);
    for (;;) {
        Node *next;
        for (Node *node = take_all(&to_writer); node != NULL; node = next) {
            Item *item = (Item *)node;
            next = node->next; /* once it is done the item is gone */
            bool is_event = item->message == NULL && item->trace != NULL;
            cJSON *json = item_json(item);
            if (json != NULL) {
                char *line = cJSON_PrintUnformatted(json);
                size_t size = strlen(line);
                line[size] = '\n'; /* in place of the end, which is not written */
                write_all(line, size + 1);
                cJSON_free(line);
                cJSON_Delete(json);
            }
            if (!is_event) { /* nobody waits for an event */
                atomic_store(&item->done, true);
                bell_ring(&director_bell);
            }
        }
    }
}

void outbox_begin(void) {
    bell_make(&to_writer.bell);
    bell_make(&director_bell);
    spawn(write_run);
}
