#include "conversation.h"

#include <stdlib.h>
#include <string.h>

#include "director.h"
#include "sight.h"

#define PROTOCOL 2
#define OTHER_PROTOCOL "this agent speaks protocol 2 and no other"
#define LINE_BYTES_MAX (64u << 20)
#define LEFT_MAX 64 /* threads that may have left their stacks behind before the process is exhausted */

static Queue to_director;

static void say_error(const double *id, const char *cause, const char *problem) {
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "error");
    if (id != NULL) {
        cJSON_AddNumberToObject(json, "id", *id);
    }
    cJSON_AddStringToObject(json, "cause", cause);
    cJSON_AddStringToObject(json, "message", problem);
    say(NULL, json);
}

/* A line, or the end of the input. */
typedef struct {
    Node node;
    bool end;
    char text[];
} Input;

static void read_run(void) {
    size_t size = 0, room = 1 << 16;
    char *buffer = malloc(room);
    own_thread_begins(OWN_READER);
    for (int count = 1; count > 0 && buffer != NULL;) {
        count = input_read(buffer + size, (unsigned)(room - size));
        size_t start = 0;
        for (size_t i = size; count > 0 && i < size + (size_t)count; i++) {
            if (buffer[i] == '\n') {
                Input *line = malloc(sizeof *line + i - start + 1);
                line->end = false;
                memcpy(line->text, buffer + start, i - start);
                line->text[i - start] = 0;
                push(&to_director, &line->node);
                start = i + 1;
            }
        }
        size += count > 0 ? (size_t)count : 0;
        memmove(buffer, buffer + start, size -= start);
        if (size == room) {
            buffer = room >= LINE_BYTES_MAX ? NULL : realloc(buffer, room *= 2);
        }
    }
    Input *last = calloc(1, sizeof *last);
    last->end = true;
    push(&to_director, &last->node);
    nap(GRACE); /* the director ends the process as soon as it has done what was asked for */
    halt();
}

static void greet(const cJSON *hello, void *library, const char *digest) {
    const cJSON *asked = field(hello, "protocol");
    if (!cJSON_IsNumber(asked) || asked->valueint != PROTOCOL) {
        say_error(NULL, "agent", OTHER_PROTOCOL);
        halt();
    }
    Description own = describe(library);
    cJSON *json = cJSON_CreateObject(), *apis, *limits;
    cJSON_AddStringToObject(json, "type", "welcome");
    cJSON_AddNumberToObject(json, "protocol", PROTOCOL);
    cJSON_AddStringToObject(json, "implementation", own.name);
    cJSON_AddStringToObject(json, "version", own.version);
    cJSON_AddStringToObject(json, "digest", digest);
    cJSON_AddStringToObject(json, "platform", own.platform);
    apis = cJSON_AddArrayToObject(json, "apis");
    for (int i = 0; i < FN_COUNT; i++) {
        if (functions[i].address != NULL) {
            cJSON_AddItemToArray(apis, cJSON_CreateString(functions[i].name));
        }
    }
    cJSON_AddStringToObject(json, "clock", "monotonic");
    const char *const can[] = {"steering", "drill-hang", "drill-crash"};
    cJSON_AddItemToObject(json, "capabilities", cJSON_CreateStringArray(can, 3));
    limits = cJSON_AddObjectToObject(json, "limits");
    cJSON_AddNumberToObject(limits, "threads", ACTORS_MAX);
    cJSON_AddNumberToObject(limits, "apcRoutines", ACTORS_MAX);
    say(NULL, json);
}

static double id_of(const cJSON *message) {
    const cJSON *id = field(message, "id");
    return cJSON_IsNumber(id) ? id->valuedouble : 0;
}

static void gather_cast(Scene *scene) {
    for (int i = 0; i < scene->program.thread_count; i++) {
        Variable *thread = scene->program.threads[i];
        thread->actor = add_actor(scene, thread->name);
        thread->actor->suspensions = thread->suspended;
    }
}

static void steer(Scene *scene, const cJSON *steering) {
    const cJSON *item;
    cJSON_ArrayForEach(item, field(steering, "delayNanos")) {
        Actor *actor = find_actor(scene, item->string);
        if (actor != NULL && item->valuedouble > 0 && item->valuedouble <= (double)SECOND) {
            actor->delay = (int64_t)item->valuedouble;
        }
    }
    cJSON_ArrayForEach(item, field(steering, "meets")) {
        Actor *actor = find_actor(scene, item->string);
        if (actor != NULL && item->valuedouble >= 0 && item->valuedouble < INT32_MAX) {
            actor->meeting = (int)item->valuedouble + 1;
            scene->missing++;
        }
    }
}

static void drop(Scene *scene) {
    ACTORS(scene, actor) {
        bell_drop(&actor->bell);
        look_away(&actor->file);
    }
    memory_drop(&scene->memory);
}

/* Runs a program and closes its trace. What it leaves behind blocked stays in memory. */
static void run(const cJSON *message) {
    static int left_behind;
    Memory memory = NULL;
    Scene *scene = take(&memory, sizeof *scene);
    Program *program = &scene->program;
    scene->memory = memory;
    scene->trace.id = id_of(message);
    program->memory = &scene->memory;
    scene->limit = (int64_t)(read_amount(program, message, "limitMillis", 1, INT32_MAX) * MILLISECOND);
    read_program(program, field(message, "program"));
    if (program->error != NULL) {
        say_error(&scene->trace.id, "program", program->error);
        drop(scene);
        return;
    }
    gather_cast(scene);
    steer(scene, field(message, "steering"));
    atomic_store(&playing, scene);
    scene->deadline = now() + scene->limit;
    const char *evidence = "";
    if (set_up(scene)) {
        scene->began = now();
        atomic_store(&scene->open, true);
        evidence = run_script(scene);
    }
    atomic_store(&scene->closed, true);
    const Breakoff *off = atomic_load(&scene->off);
    const char *status = off == NULL ? "COMPLETED" : off->status;
    bool at_rest = off == NULL || strcmp(status, "STUCK") == 0 || strcmp(status, "NOT_IMPLEMENTED") == 0;
    int blocked = tear_down(scene, at_rest);
    left_behind += blocked < 0 ? 0 : blocked;
    ACTORS(scene, actor) {
        left_behind += actor->doomed ? terminated_cost : 0;
    }
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "trace");
    cJSON_AddNumberToObject(json, "id", scene->trace.id);
    cJSON_AddStringToObject(json, "status", status);
    if (off != NULL || *evidence != 0) {
        cJSON_AddStringToObject(json, "evidence", off == NULL ? evidence : off->evidence);
    }
    if (blocked < 0 || scene->harmed || left_behind > LEFT_MAX) {
        cJSON_AddTrueToObject(json, "exhausted");
    }
    say(&scene->trace, json);
    if (blocked == 0) {
        drop(scene);
    }
}

/* Goes wrong on purpose, for doctor. */
static void drill(const cJSON *message) {
    Scene *scene = calloc(1, sizeof *scene);
    scene->trace.id = id_of(message);
    scene->began = now();
    scene->open = true;
    record(scene, "agent", "calls", "a drill", NULL, NULL);
    if (field_is(message, "drill", "crash")) {
        *(volatile int *)(uintptr_t)INVALID = 0; /* as a library does that follows a wild pointer */
    }
    for (;;) {
        nap(GRACE);
    }
}

/* Answers a line; false if it was the last. */
static bool answer(const char *line, void *library, const char *digest) {
    cJSON *message = cJSON_Parse(line);
    bool last = field_is(message, "type", "bye");
    if (message == NULL) {
        say_error(NULL, "agent", "a line that is no JSON");
    } else if (field_is(message, "type", "hello")) {
        greet(message, library, digest);
    } else if (field_is(message, "type", "run")) {
        run(message);
    } else if (field_is(message, "type", "drill")) {
        drill(message);
    } else if (!last) {
        say_error(NULL, "agent", "an agent answers hello, run, drill and bye only");
    }
    cJSON_Delete(message);
    return !last;
}

void converse(void *library, const char *digest) {
    bell_make(&to_director.bell);
    spawn(read_run);
    for (bool more = true; more;) {
        for (Node *node = take_all(&to_director), *next; node != NULL; node = next) {
            Input *line = (Input *)node;
            next = node->next;
            more = more && !line->end && answer(line->text, library, digest);
            free(line);
        }
    }
    cJSON *bye = cJSON_CreateObject();
    cJSON_AddStringToObject(bye, "type", "bye");
    say(NULL, bye);
}
