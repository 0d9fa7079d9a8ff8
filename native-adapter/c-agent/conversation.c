/* What host and agent say to each other, a JSON object a line (docs/protocol/README.md). */
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
    cJSON_AddNumberToObject(json, "id", event->scene->id);
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

/* An event of a program whose trace is closed is left out; the closing itself gets the number of those that were not. */
static cJSON *item_json(Item *item) {
    if (item->message == NULL) {
        if (item->scene == NULL || item->scene->silent) {
            return NULL;
        }
        item->scene->told++;
        return event_json(item);
    }
    if (item->scene != NULL) {
        cJSON_AddNumberToObject(item->message, "events", item->scene->told);
        item->scene->silent = true;
    }
    return item->message;
}

static void write_run(void) {
    own_keys[0] = own_key();
    for (;;) {
        Node *next;
        for (Node *node = take_all(&to_writer); node != NULL; node = next) {
            Item *item = (Item *)node;
            next = node->next; /* once it is done the item is gone */
            bool lasting = item->message == NULL && item->scene != NULL;
            cJSON *json = item_json(item);
            if (json != NULL) {
                char *line = cJSON_PrintUnformatted(json);
                size_t size = strlen(line);
                line[size] = '\n'; /* in place of the end, which is not written */
                write_all(line, size + 1);
                cJSON_free(line);
                cJSON_Delete(json);
            }
            if (!lasting) {
                atomic_store(&item->done, true);
                bell_ring(&director_bell);
            }
        }
    }
}

/* Says something and returns when it has been written. */
static void say(Scene *scene, cJSON *message) {
    Item item = {.scene = scene, .message = message};
    push(&to_writer, &item.node);
    for (; !atomic_load(&item.done); bell_await(&director_bell, PAUSE)) {
        bell_ring(&to_writer.bell); /* who pushed before may have been terminated before it rang */
    }
}

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

typedef struct { Node node; bool end; char text[]; } Input; /* a line, or the end of the input */

static void read_run(void) {
    size_t size = 0, room = 1 << 16;
    char *buffer = malloc(room);
    own_keys[1] = own_key();
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
            buffer = room >= LINE_MAX_BYTES ? NULL : realloc(buffer, room *= 2);
        }
    }
    Input *last = calloc(1, sizeof *last);
    last->end = true;
    push(&to_director, &last->node);
    nap(GRACE); /* the director ends the process as soon as it has done what was asked for */
    halt();
}

static void greet(const cJSON *hello, void *library, const char *digest) {
    char name[32], version[64], platform[96];
    const cJSON *asked = cJSON_GetObjectItemCaseSensitive(hello, "protocol");
    if (!cJSON_IsNumber(asked) || asked->valueint != 1) {
        say_error(NULL, "agent", "this agent speaks protocol 1 and no other");
        halt();
    }
    describe(name, version, platform, sizeof version, library);
    cJSON *json = cJSON_CreateObject(), *apis, *limits;
    cJSON_AddStringToObject(json, "type", "welcome");
    cJSON_AddNumberToObject(json, "protocol", 1);
    cJSON_AddStringToObject(json, "implementation", name);
    cJSON_AddStringToObject(json, "version", version);
    cJSON_AddStringToObject(json, "digest", digest);
    cJSON_AddStringToObject(json, "platform", platform);
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

static void read_program(Scene *scene, const cJSON *program) {
    const cJSON *item, *list = cJSON_GetObjectItemCaseSensitive(program, "threads");
    cJSON_ArrayForEach(item, list) {
        Variable *thread = declare(scene, cJSON_GetObjectItemCaseSensitive(item, "name"), THREAD);
        if (scene->actor_count >= ACTORS_MAX) {
            wrong(scene, "more than %d threads", ACTORS_MAX);
            return;
        }
        thread->actor = add_actor(scene, thread->name);
        thread->actor->starts_suspended = flag(item, "suspended");
        thread->actor->suspensions = thread->actor->starts_suspended;
    }
    if (scene->actor_count == 0) {
        wrong(scene, "a program needs at least one thread");
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(program, "objects")) {
        read_object(scene, item);
    }
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(program, "routines")) {
        read_routine(scene, item);
    }
    list = cJSON_GetObjectItemCaseSensitive(program, "script");
    scene->entries = take(&scene->memory, (size_t)cJSON_GetArraySize(list) * sizeof *scene->entries);
    cJSON_ArrayForEach(item, list) {
        read_entry(scene, item, &scene->entries[scene->entry_count++]);
    }
    check_names(scene);
}

static void drop(Scene *scene) {
    ACTORS(scene, actor) {
        bell_drop(&actor->bell);
        if (actor->file > 0) {
            proc_close(actor->file);
        }
    }
    give_back(atomic_load(&scene->memory));
}

/* Runs a program and closes its trace. What it leaves behind blocked stays in memory. */
static void run(const cJSON *message) {
    static int left_behind;
    Memory memory = NULL;
    Scene *scene = take(&memory, sizeof *scene);
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(message, "id");
    scene->memory = memory;
    scene->id = cJSON_IsNumber(id) ? id->valuedouble : 0;
    scene->limit = (int64_t)(amount(scene, message, "limitMillis", 1, INT32_MAX) * MILLISECOND);
    read_program(scene, cJSON_GetObjectItemCaseSensitive(message, "program"));
    const cJSON *delay, *steering = cJSON_GetObjectItemCaseSensitive(message, "steering");
    cJSON_ArrayForEach(delay, cJSON_GetObjectItemCaseSensitive(steering, "delayNanos")) {
        Actor *held_back = find_actor(scene, delay->string);
        if (held_back != NULL && delay->valuedouble > 0 && delay->valuedouble <= (double)SECOND) {
            held_back->delay = (int64_t)delay->valuedouble;
        }
    }
    const cJSON *number;
    cJSON_ArrayForEach(number, cJSON_GetObjectItemCaseSensitive(steering, "meets")) {
        Actor *meeting = find_actor(scene, number->string);
        if (meeting != NULL && number->valuedouble >= 0 && number->valuedouble < INT32_MAX) {
            meeting->meeting = (int)number->valuedouble + 1;
            scene->missing++;
        }
    }
    if (scene->error != NULL) {
        say_error(&scene->id, "program", scene->error);
        drop(scene);
        return;
    }
    atomic_store(&playing, scene);
    scene->deadline = now() + scene->limit;
    const char *evidence = "";
    if (set_up(scene)) {
        scene->began = now();
        atomic_store(&scene->open, true);
        evidence = run_script(scene);
    }
    atomic_store(&scene->closed, true);
    const Off *off = atomic_load(&scene->off);
    const char *status = off == NULL ? "COMPLETED" : off->status;
    bool at_rest = off == NULL || strcmp(status, "STUCK") == 0 || strcmp(status, "NOT_IMPLEMENTED") == 0;
    int blocked = tear_down(scene, at_rest);
    left_behind += blocked < 0 ? 0 : blocked;
    ACTORS(scene, actor) {
        left_behind += actor->doomed ? TERMINATED_COST : 0;
    }
    cJSON *json = cJSON_CreateObject();
    cJSON_AddStringToObject(json, "type", "trace");
    cJSON_AddNumberToObject(json, "id", scene->id);
    cJSON_AddStringToObject(json, "status", status);
    if (off != NULL || *evidence != 0) {
        cJSON_AddStringToObject(json, "evidence", off == NULL ? evidence : off->evidence);
    }
    if (blocked < 0 || scene->harmed || left_behind > LEFT_MAX) {
        cJSON_AddTrueToObject(json, "exhausted");
    }
    say(scene, json);
    if (blocked == 0) {
        drop(scene);
    }
}

/* Goes wrong on purpose, for doctor. */
static void drill(const cJSON *message) {
    const char *kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(message, "drill"));
    const cJSON *id = cJSON_GetObjectItemCaseSensitive(message, "id");
    Scene *scene = calloc(1, sizeof *scene);
    scene->id = cJSON_IsNumber(id) ? id->valuedouble : 0;
    scene->began = now();
    scene->open = true;
    record(scene, "agent", "calls", "a drill", NULL, NULL);
    if (kind != NULL && strcmp(kind, "crash") == 0) {
        *(volatile int *)(uintptr_t)INVALID = 0; /* as a library does that follows a wild pointer */
    }
    for (;;) {
        nap(GRACE);
    }
}

/* Answers a line; false if it was the last. */
static bool answer(const char *line, void *library, const char *digest) {
    cJSON *message = cJSON_Parse(line);
    const char *type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(message, "type"));
    bool last = type != NULL && strcmp(type, "bye") == 0;
    if (message == NULL) {
        say_error(NULL, "agent", "a line that is no JSON");
    } else if (type != NULL && strcmp(type, "hello") == 0) {
        greet(message, library, digest);
    } else if (type != NULL && strcmp(type, "run") == 0) {
        run(message);
    } else if (type != NULL && strcmp(type, "drill") == 0) {
        drill(message);
    } else if (!last) {
        say_error(NULL, "agent", "an agent answers hello, run, drill and bye only");
    }
    cJSON_Delete(message);
    return !last;
}
