/* A program as data: its JSON and the grammar of calls (docs/protocol/README.md). */
typedef struct Variable Variable;
typedef struct { enum { NUMBER_, NULL_, NAME_, ID_, INVALID_, SLOT_, LIST_, RECORD_ } kind; uint64_t number; Variable *name; struct Items *items; } Value;
struct Items { struct Items *next; Value value; };
typedef struct {
    const Function *function;
    Variable *binding;
    const char *text; /* as written, without the binding */
    int count;
    Value arguments[ARGUMENTS_MAX];
} Call;
typedef struct { Variable *name; int count, index; Call *calls; uint32_t exit_code; } Routine;
struct Variable { /* a name of the program: declared, or bound by a call */
    Variable *next;
    const char *name;
    enum { UNDECLARED, THREAD, OBJECT, APC, START } kind;
    bool bound;
    _Atomic uint64_t value; /* 0 before it is bound, as in C */
    Routine *routine;
    Actor *actor;
};
typedef struct { Actor *actor; int count; Call *calls; } Lane;
typedef struct { enum { CALL, ELAPSE, RACE } kind; int lanes, millis; Lane *lane; } Entry;
typedef struct Object { struct Object *next; Variable *name; const Function *creator; uint64_t arguments[4]; Actor *owner; } Object;
typedef struct Use { struct Use *next; Variable *name; Type wanted; const char *call; } Use; /* to be checked when all names are known */

typedef struct Off { const char *status, *evidence; } Off;
typedef struct Handle { struct Handle *next; uint64_t value; _Atomic(Actor *) actor; _Atomic bool known, open; } Handle;

struct Scene { /* one program, while it runs and for as long as anything of it is left */
    Memory memory;
    double id;
    Variable *variables;
    Object *objects;
    Use *uses;
    const char *error, *unknown; /* what is wrong with the program; which function is missing here */
    Entry *entries;
    int entry_count, apc_count;
    Routine *apcs[ACTORS_MAX];
    struct { Routine *routine; Actor *actor; } starts[ACTORS_MAX];
    _Atomic(Actor *) actors[ACTORS_MAX];
    _Atomic int actor_count, start_count;
    bool may_terminate; /* whether some call terminates threads */
    _Atomic int missing; /* of the threads that await each other in their calls, how many have not come yet */
    _Atomic bool harmed, racing;
    _Atomic(Handle *) handles;
    _Atomic(Off *) off; /* why the performance cannot go on */
    int64_t limit, deadline, began;
    _Atomic int events;
    int seen_events; /* how many there were when the director last saw that all is quiet */
    _Atomic bool open, closed;
    int told; /* events that were written; with `silent` the writer's own */
    bool silent;
};

static void wrong(Scene *scene, const char *pattern, ...) __attribute__((format(FORMAT, 2, 3)));

static void wrong(Scene *scene, const char *pattern, ...) {
    char buffer[512];
    va_list arguments;
    va_start(arguments, pattern);
    vsnprintf(buffer, sizeof buffer, pattern, arguments);
    va_end(arguments);
    scene->error = scene->error != NULL ? scene->error : text(&scene->memory, "%s", buffer);
}

static Variable *variable(Scene *scene, const char *name, size_t size) {
    for (Variable *one = scene->variables; one != NULL; one = one->next) {
        if (strncmp(one->name, name, size) == 0 && one->name[size] == 0) {
            return one;
        }
    }
    Variable *created = take(&scene->memory, sizeof *created);
    created->name = memcpy(take(&scene->memory, size + 1), name, size);
    created->next = scene->variables;
    return scene->variables = created;
}

/* Reads a call. After an error nothing is left to read. */
typedef struct { Scene *scene; const char *text, *at; int nesting; } Reader;

static void misread(Reader *reader, const char *problem) {
    wrong(reader->scene, "%s in `%.200s`, column %d", problem, reader->text, (int)(reader->at - reader->text) + 1);
    reader->at += strlen(reader->at);
}

static char peek(Reader *reader) {
    while (isspace((unsigned char)*reader->at)) {
        reader->at++;
    }
    return *reader->at;
}

static bool accept(Reader *reader, char wanted) {
    bool there = peek(reader) == wanted;
    reader->at += there;
    return there;
}

static void expect(Reader *reader, char wanted) {
    char problem[] = "expected ` `";
    problem[10] = wanted;
    if (!accept(reader, wanted)) {
        misread(reader, problem);
    }
}

/* A word, and what follows it at once; empty after an error. */
static const char *word(Reader *reader, size_t *size) {
    peek(reader);
    const char *start = reader->at;
    while (isalnum((unsigned char)*reader->at) || *reader->at == '_') {
        reader->at++;
    }
    *size = (size_t)(reader->at - start);
    if (*size == 0 || isdigit((unsigned char)*start)) {
        *size = 0;
        misread(reader, "expected a name");
    }
    return start;
}

static const Constant *constant_of(const char *name, size_t size) {
    char copy[64];
    if (size >= sizeof copy) {
        return NULL;
    }
    format(copy, sizeof copy, "%.*s", (int)size, name);
    return constant(copy);
}

static Value number(Reader *reader) {
    char digits[32], *end;
    size_t size = 0;
    while ((isalnum((unsigned char)reader->at[size]) || reader->at[size] == '-') && size < sizeof digits) {
        size++;
    }
    format(digits, sizeof digits, "%.*s", (int)size, reader->at);
    bool hex = size > 2 && digits[0] == '0' && (digits[1] | 32) == 'x' && digits[2] != '-';
    errno = 0;
    uint64_t value = hex ? strtoull(digits + 2, &end, 16) : (uint64_t)strtoll(digits, &end, 10);
    if (size >= sizeof digits || errno != 0 || *end != 0) {
        misread(reader, "expected a 64-bit number");
        return (Value){NULL_, 0, NULL, NULL};
    }
    reader->at += size;
    return (Value){value == 0 ? NULL_ : NUMBER_, value, NULL, NULL};
}

static Value value(Reader *reader);

static Value items(Reader *reader, char close) {
    Value list = {close == ']' ? LIST_ : RECORD_, 0, NULL, NULL};
    struct Items **last = &list.items;
    if (++reader->nesting > NESTING_MAX) {
        misread(reader, "too deep a list");
    }
    while (peek(reader) != close && *reader->at != 0) {
        if (list.number++ > 0) {
            expect(reader, ',');
        }
        size_t size;
        if (close == '}') {
            word(reader, &size);
            expect(reader, ':');
        }
        *last = take(&reader->scene->memory, sizeof **last);
        (*last)->value = value(reader);
        last = &(*last)->next;
    }
    reader->nesting--;
    expect(reader, close);
    return list;
}

static Value value(Reader *reader) {
    size_t size;
    char next = peek(reader);
    if (next == '[' || next == '{') {
        reader->at++;
        return items(reader, next == '[' ? ']' : '}');
    }
    if (next == '-' || isdigit((unsigned char)next)) {
        return number(reader);
    }
    if (accept(reader, '&')) {
        const char *name = word(reader, &size);
        Variable *slot = variable(reader->scene, name, size);
        slot->bound = true;
        return (Value){SLOT_, 0, slot, NULL};
    }
    const char *name = word(reader, &size);
    if (size == 7 && strncmp(name, "invalid", size) == 0) {
        return (Value){INVALID_, INVALID, NULL, NULL};
    }
    if (size == 2 && strncmp(name, "id", size) == 0 && isalpha((unsigned char)peek(reader))) {
        if (strncmp(word(reader, &size), "of", 2) != 0 || size != 2) {
            misread(reader, "expected `id of THREAD`");
        }
        name = word(reader, &size);
        return (Value){ID_, 0, variable(reader->scene, name, size), NULL};
    }
    const Constant *known = constant_of(name, size);
    if (known == NULL) {
        return (Value){NAME_, 0, variable(reader->scene, name, size), NULL};
    }
    Value result = {strcmp(known->name, "NULL") == 0 ? NULL_ : NUMBER_, known->value, NULL, NULL};
    while (accept(reader, '|')) {
        name = word(reader, &size);
        known = constant_of(name, size);
        if (known == NULL) {
            misread(reader, "unknown constant");
            break;
        }
        result = (Value){NUMBER_, result.number | known->value, NULL, NULL};
    }
    return result;
}

static void use(Scene *scene, Variable *name, Type wanted, const char *call) {
    Use *used = take(&scene->memory, sizeof *used);
    *used = (Use){scene->uses, name, wanted, call};
    scene->uses = used;
}

/* Whether a value can stand where a parameter of that type is; what names stand for is checked at the end. */
static bool fits(Scene *scene, Type type, const Value *value, const char *call) {
    bool null = value->kind == NULL_;
    switch (type) {
        case T_HANDLE:
            if (value->kind == NAME_) {
                use(scene, value->name, T_HANDLE, call);
            }
            return null || value->kind == NAME_ || value->kind == INVALID_;
        case T_HANDLES:
            for (struct Items *item = value->items; item != NULL; item = item->next) {
                if (!fits(scene, T_HANDLE, &item->value, call)) {
                    return false;
                }
            }
            return null || value->kind == LIST_;
        case T_APC_ROUTINE:
        case T_THREAD_ROUTINE:
        case T_THREAD_ID:
            if (value->kind == NAME_ || value->kind == ID_) {
                use(scene, value->name, type, call);
            }
            return value->kind == NAME_ || (type == T_APC_ROUTINE && null)
                || (type == T_THREAD_ID && (null || value->kind == NUMBER_ || value->kind == ID_));
        case T_POINTER: return null; /* attributes and names: none yet */
        case T_OUT_DWORD:
        case T_OUT_THREAD_ID:
        case T_OUT_EXIT_CODE:
        case T_OUT_HANDLE: return null || value->kind == SLOT_;
        case T_NONE:
        case T_DWORD:
        case T_LONG:
        case T_BOOL:
        case T_MILLISECONDS:
        case T_SIZE:
        case T_ULONG_PTR: return null || value->kind == NUMBER_;
    }
    return false;
}

static const char *not_exported(Scene *scene, const Function *function) {
    return text(&scene->memory, "%s does not export %s", library_name, function->name);
}

static void read_call(Scene *scene, const cJSON *json, Call *call) {
    if (!cJSON_IsString(json)) {
        wrong(scene, "a call is a text");
        return;
    }
    const char *source = json->valuestring;
    Reader reader = {scene, source, source, 0};
    call->text = source;
    size_t size;
    const char *name = word(&reader, &size);
    if (peek(&reader) == '=') {
        reader.at++;
        call->binding = variable(scene, name, size);
        call->binding->bound = true;
        peek(&reader);
        call->text = reader.at;
        name = word(&reader, &size);
    }
    for (int i = 0; i < FN_COUNT; i++) {
        if (strncmp(functions[i].name, name, size) == 0 && functions[i].name[size] == 0) {
            call->function = &functions[i];
        }
    }
    int count = call->function == NULL ? 0 : call->function->count;
    expect(&reader, '(');
    while (peek(&reader) != ')' && *reader.at != 0) {
        if (call->count > 0) {
            expect(&reader, ',');
        }
        Value argument = value(&reader);
        if (call->count < count && *reader.at != 0
            && !fits(scene, call->function->parameters[call->count].type, &argument, source)) {
            misread(&reader, "an argument of the wrong form");
        }
        if (call->count < ARGUMENTS_MAX) {
            call->arguments[call->count] = argument;
        }
        call->count++;
    }
    expect(&reader, ')');
    if (peek(&reader) != 0) {
        misread(&reader, "unexpected text after the call");
    }
    size_t length = strlen(call->text) + 1;
    call->text = memcpy(take(&scene->memory, length), call->text, length); /* it is needed longer than the message */
    if (call->function == NULL || call->function->address == NULL) { /* known to the kit, and not to this agent or the library */
        scene->unknown = call->function == NULL ? text(&scene->memory, "this agent does not know %.*s", (int)size, name)
                                                : not_exported(scene, call->function);
    }
    if (call->function != NULL && call->count != count) {
        wrong(scene, "%s takes %d arguments, not %d", call->function->name, count, call->count);
    }
    scene->may_terminate |= call->function != NULL && call->function->effect == EFFECT_ENDS_THREAD;
}

static Call *read_calls(Scene *scene, const cJSON *json, int *count) {
    const cJSON *item;
    Call *calls = take(&scene->memory, (size_t)cJSON_GetArraySize(json) * sizeof *calls);
    cJSON_ArrayForEach(item, json) {
        read_call(scene, item, &calls[(*count)++]);
    }
    return calls;
}

static Variable *declare(Scene *scene, const cJSON *json, int kind) {
    const char *name = cJSON_IsString(json) ? json->valuestring : "";
    size_t size = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    Variable *created = variable(scene, name, strlen(name));
    if (size == 0 || name[size] != 0 || isdigit((unsigned char)*name) || constant(name) != NULL || strcmp(name, "invalid") == 0) {
        wrong(scene, "`%.100s` cannot be a name", name);
    } else if (created->kind != UNDECLARED) {
        wrong(scene, "`%.100s` names two things", name);
    }
    created->kind = kind;
    return created;
}

static Actor *cast_member(Scene *scene, const cJSON *json) {
    const char *name = cJSON_IsString(json) ? json->valuestring : "";
    Variable *thread = variable(scene, name, strlen(name));
    if (thread->kind != THREAD) {
        wrong(scene, "`%.100s` is not a declared thread", name);
    }
    return thread->actor;
}

static bool flag(const cJSON *json, const char *name) { return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(json, name)); }

static double amount(Scene *scene, const cJSON *json, const char *name, double least, double most) {
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(json, name);
    if (!cJSON_IsNumber(item) || item->valuedouble < least || item->valuedouble > most) {
        wrong(scene, "%s must be a number from %.0f to %.0f", name, least, most);
        return least;
    }
    return item->valuedouble;
}

static void read_object(Scene *scene, const cJSON *json) {
    Object *object = take(&scene->memory, sizeof *object), **last = &scene->objects;
    const char *type = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, "type"));
    object->name = declare(scene, cJSON_GetObjectItemCaseSensitive(json, "name"), OBJECT);
    if (type != NULL && strcmp(type, "event") == 0) {
        object->creator = &functions[FN_CreateEventW];
        object->arguments[1] = flag(json, "manualReset");
        object->arguments[2] = flag(json, "signaled");
    } else if (type != NULL && strcmp(type, "mutex") == 0) {
        const cJSON *owner = cJSON_GetObjectItemCaseSensitive(json, "owner");
        object->creator = &functions[FN_CreateMutexW];
        object->owner = owner == NULL ? NULL : cast_member(scene, owner);
        object->arguments[1] = owner != NULL;
    } else if (type != NULL && strcmp(type, "semaphore") == 0) {
        object->creator = &functions[FN_CreateSemaphoreW];
        object->arguments[2] = (uint64_t)amount(scene, json, "maximum", 1, INT32_MAX);
        object->arguments[1] = (uint64_t)amount(scene, json, "count", 0, (double)object->arguments[2]);
    } else {
        wrong(scene, "an object of an unknown type");
    }
    if (object->creator != NULL && object->creator->address == NULL) {
        scene->unknown = not_exported(scene, object->creator);
    }
    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = object;
}

static Routine *add_apc(Scene *scene, Variable *name) {
    Routine *routine = take(&scene->memory, sizeof *routine);
    if (scene->apc_count == ACTORS_MAX) {
        wrong(scene, "more than %d APC routines", ACTORS_MAX);
        return routine;
    }
    *routine = (Routine){.name = name, .index = scene->apc_count};
    name->kind = APC;
    name->routine = routine;
    return scene->apcs[scene->apc_count++] = routine;
}

static void read_routine(Scene *scene, const cJSON *json) {
    const char *kind = cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(json, "kind"));
    const cJSON *exit_code = cJSON_GetObjectItemCaseSensitive(json, "exitCode");
    bool apc = kind != NULL && strcmp(kind, "apc") == 0;
    Variable *name = declare(scene, cJSON_GetObjectItemCaseSensitive(json, "name"), apc ? APC : START);
    if (kind == NULL || (!apc && strcmp(kind, "thread") != 0)) {
        wrong(scene, "a routine of an unknown kind");
    }
    if (apc) {
        add_apc(scene, name);
    } else {
        name->routine = take(&scene->memory, sizeof *name->routine);
        name->routine->name = name;
        name->routine->exit_code = exit_code == NULL ? 0 : (uint32_t)(int64_t)exit_code->valuedouble;
    }
    name->routine->calls = read_calls(scene, cJSON_GetObjectItemCaseSensitive(json, "body"), &name->routine->count);
}

static void read_entry(Scene *scene, const cJSON *json, Entry *entry) {
    const cJSON *race = cJSON_GetObjectItemCaseSensitive(json, "race"), *lane;
    bool elapses = cJSON_HasObjectItem(json, "elapse");
    entry->kind = race != NULL ? RACE : elapses ? ELAPSE : CALL;
    if (entry->kind == ELAPSE) {
        entry->millis = (int)amount(scene, json, "elapse", 0, 60000);
        return;
    }
    entry->lane = take(&scene->memory, (size_t)(race == NULL ? 1 : cJSON_GetArraySize(race)) * sizeof *entry->lane);
    if (entry->kind == CALL) {
        entry->lanes = entry->lane->count = 1;
        entry->lane->actor = cast_member(scene, cJSON_GetObjectItemCaseSensitive(json, "thread"));
        entry->lane->calls = take(&scene->memory, sizeof(Call));
        read_call(scene, cJSON_GetObjectItemCaseSensitive(json, "call"), entry->lane->calls);
        return;
    }
    cJSON_ArrayForEach(lane, race) {
        Lane *one = &entry->lane[entry->lanes++];
        one->actor = cast_member(scene, &(cJSON){.type = cJSON_String, .valuestring = lane->string});
        one->calls = read_calls(scene, lane, &one->count);
    }
    if (entry->lanes < 2) {
        wrong(scene, "a race needs at least two threads");
    }
}

/* Now that all names are known: what they are used as. */
static void check_names(Scene *scene) {
    for (Use *used = scene->uses; used != NULL; used = used->next) {
        Variable *name = used->name;
        if (used->wanted == T_APC_ROUTINE && name->kind == UNDECLARED && !name->bound) {
            add_apc(scene, name); /* a routine with an empty body need not be declared */
        }
    }
    for (Use *used = scene->uses; used != NULL; used = used->next) {
        int kind = used->name->kind;
        bool bound = kind == UNDECLARED && used->name->bound;
        bool right = used->wanted == T_APC_ROUTINE      ? kind == APC
                     : used->wanted == T_THREAD_ROUTINE ? kind == START
                     : used->wanted == T_THREAD_ID      ? kind == THREAD || bound
                                                        : kind == THREAD || kind == OBJECT || bound;
        if (!right) {
            wrong(scene, "`%.100s` is not what `%.200s` needs there, or is not declared", used->name->name, used->call);
        }
    }
    for (Variable *one = scene->variables; one != NULL; one = one->next) {
        if (one->bound && one->kind != UNDECLARED) {
            wrong(scene, "`%.100s` is declared and cannot be bound", one->name);
        }
    }
}
