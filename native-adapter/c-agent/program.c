#include "program.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NESTING_MAX 64 /* of lists and records in a call */

/* What a name is used as, to be checked when all names are known. */
typedef struct Use {
    struct Use *next;
    Variable *name;
    Type wanted;
    const char *call;
} Use;

/* Only the first mistake is told. */
static void wrong(Program *program, const char *pattern, ...) PRINTF_LIKE(2, 3);

static void wrong(Program *program, const char *pattern, ...) {
    va_list arguments;
    va_start(arguments, pattern);
    program->error = program->error != NULL ? program->error : text_of(program->memory, pattern, arguments);
    va_end(arguments);
}

static const char *or_empty(const char *text) { return text == NULL ? "" : text; }

const cJSON *field(const cJSON *json, const char *name) {
    return cJSON_GetObjectItemCaseSensitive(json, name);
}

const char *field_text(const cJSON *json, const char *name) {
    return cJSON_GetStringValue(field(json, name));
}

bool field_is(const cJSON *json, const char *name, const char *wanted) {
    const char *value = field_text(json, name);
    return value != NULL && strcmp(value, wanted) == 0;
}

static bool flag(const cJSON *json, const char *name) { return cJSON_IsTrue(field(json, name)); }

static Variable *variable(Program *program, const char *name, size_t size) {
    for (Variable *one = program->variables; one != NULL; one = one->next) {
        if (strncmp(one->name, name, size) == 0 && one->name[size] == 0) {
            return one;
        }
    }
    Variable *created = take(program->memory, sizeof *created);
    created->name = memcpy(take(program->memory, size + 1), name, size);
    created->next = program->variables;
    return program->variables = created;
}

/* Reads a call. After an error nothing is left to read. */
typedef struct {
    Program *program;
    const char *text, *at;
    int nesting;
} Reader;

static void misread(Reader *reader, const char *problem) {
    wrong(reader->program, "%s in `%.200s`, column %d", problem, reader->text,
          (int)(reader->at - reader->text) + 1);
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
    snprintf(copy, sizeof copy, "%.*s", (int)size, name);
    return constant(copy);
}

static Value number(Reader *reader) {
    char digits[32], *end;
    size_t size = 0;
    while ((isalnum((unsigned char)reader->at[size]) || reader->at[size] == '-') && size < sizeof digits) {
        size++;
    }
    snprintf(digits, sizeof digits, "%.*s", (int)size, reader->at);
    bool hex = size > 2 && digits[0] == '0' && (digits[1] | 32) == 'x' && digits[2] != '-';
    errno = 0;
    uint64_t value = hex ? strtoull(digits + 2, &end, 16) : (uint64_t)strtoll(digits, &end, 10);
    if (size >= sizeof digits || errno != 0 || *end != 0) {
        misread(reader, "expected a 64-bit number");
        return (Value){VALUE_NULL, 0, NULL, NULL, NULL};
    }
    reader->at += size;
    return (Value){value == 0 ? VALUE_NULL : VALUE_NUMBER, value, NULL, NULL, NULL};
}

static Value value(Reader *reader);

static Value elements(Reader *reader, char close) {
    Value list = {close == ']' ? VALUE_LIST : VALUE_RECORD, 0, NULL, NULL, NULL};
    Element **last = &list.elements;
    if (++reader->nesting > NESTING_MAX) {
        misread(reader, "too deep a list");
    }
    while (peek(reader) != close && *reader->at != 0) {
        if (list.number++ > 0) {
            expect(reader, ',');
        }
        *last = take(reader->program->memory, sizeof **last);
        if (close == '}') {
            size_t size;
            const char *name = word(reader, &size);
            (*last)->name = memcpy(take(reader->program->memory, size + 1), name, size);
            expect(reader, ':');
        }
        (*last)->value = value(reader);
        last = &(*last)->next;
    }
    reader->nesting--;
    expect(reader, close);
    return list;
}

static Value quoted(Reader *reader) {
    char *content = take(reader->program->memory, strlen(reader->at)), *end = content;
    for (reader->at++; *reader->at != '"'; reader->at++) {
        bool escapes = *reader->at == '\\' && (reader->at[1] == '"' || reader->at[1] == '\\');
        if (!escapes && (*reader->at < ' ' || *reader->at > '~' || *reader->at == '\\')) {
            misread(reader, "expected printable ASCII or the end of a text");
            return (Value){VALUE_NULL, 0, NULL, NULL, NULL};
        }
        reader->at += escapes;
        *end++ = *reader->at;
    }
    reader->at++;
    return (Value){VALUE_TEXT, (uint64_t)(end - content), NULL, NULL, content};
}

static Value value(Reader *reader) {
    size_t size;
    char next = peek(reader);
    if (next == '[' || next == '{') {
        reader->at++;
        return elements(reader, next == '[' ? ']' : '}');
    }
    if (next == '-' || isdigit((unsigned char)next)) {
        return number(reader);
    }
    if (next == '"') {
        return quoted(reader);
    }
    if (accept(reader, '&')) {
        const char *name = word(reader, &size);
        Variable *slot = variable(reader->program, name, size);
        slot->bound = true;
        return (Value){VALUE_SLOT, 0, slot, NULL, NULL};
    }
    const char *name = word(reader, &size);
    if (size == 7 && strncmp(name, "invalid", size) == 0) {
        return (Value){VALUE_INVALID, INVALID, NULL, NULL, NULL};
    }
    if (size == 2 && strncmp(name, "id", size) == 0 && isalpha((unsigned char)peek(reader))) {
        if (strncmp(word(reader, &size), "of", 2) != 0 || size != 2) {
            misread(reader, "expected `id of THREAD`");
        }
        name = word(reader, &size);
        return (Value){VALUE_ID, 0, variable(reader->program, name, size), NULL, NULL};
    }
    const Constant *known = constant_of(name, size);
    if (known == NULL) {
        return (Value){VALUE_NAME, 0, variable(reader->program, name, size), NULL, NULL};
    }
    Value result = {strcmp(known->name, "NULL") == 0 ? VALUE_NULL : VALUE_NUMBER, known->value, NULL, NULL,
                    NULL};
    while (accept(reader, '|')) {
        name = word(reader, &size);
        known = constant_of(name, size);
        if (known == NULL) {
            misread(reader, "unknown constant");
            break;
        }
        result = (Value){VALUE_NUMBER, result.number | known->value, NULL, NULL, NULL};
    }
    return result;
}

/* 292 years are more than any timer runs. */
#define MILLIS_MAX (INT64_MAX / UNITS_PER_MILLI / 2)

bool read_due_time(const Value *value, DueTime *due) {
    const Element *only = value->elements;
    if (value->kind != VALUE_RECORD || value->number != 1 || only->value.kind > VALUE_NULL) {
        return false;
    }
    int64_t amount = (int64_t)only->value.number;
    bool after = strcmp(only->name, "after") == 0, at = strcmp(only->name, "at") == 0;
    *due = (DueTime){after ? DUE_AFTER : at ? DUE_AT : DUE_RAW, amount};
    return after || at ? amount >= (after ? 0 : -MILLIS_MAX) && amount <= MILLIS_MAX
                       : strcmp(only->name, "raw") == 0;
}

static void use(Program *program, Variable *name, Type wanted, const char *call) {
    Use *used = take(program->memory, sizeof *used);
    *used = (Use){program->uses, name, wanted, call};
    program->uses = used;
}

static bool fits(Program *program, Type type, const Value *value, const char *call);

/* Whether a record is one of such a structure. */
static bool is_structure(Program *program, Layout layout, const Value *value, const char *call) {
    if (value->kind != VALUE_RECORD || layout == LAYOUT_NONE) {
        return false;
    }
    for (Element *element = value->elements; element != NULL; element = element->next) {
        const Field *field = field_of(layout, element->name);
        if (field == NULL || !fits(program, field->type, &element->value, call)) {
            return false;
        }
    }
    return true;
}

/* Whether a value can stand where a parameter of that type is; what names stand for is checked at the end. */
static bool fits(Program *program, Type type, const Value *value, const char *call) {
    bool null = value->kind == VALUE_NULL;
    DueTime due;
    switch (type) {
        case TYPE_HANDLE:
            if (value->kind == VALUE_NAME) {
                use(program, value->name, TYPE_HANDLE, call);
            }
            return null || value->kind == VALUE_NAME || value->kind == VALUE_INVALID;
        case TYPE_HANDLES:
            for (Element *element = value->elements; element != NULL; element = element->next) {
                if (!fits(program, TYPE_HANDLE, &element->value, call)) {
                    return false;
                }
            }
            return null || value->kind == VALUE_LIST;
        case TYPE_APC_ROUTINE:
        case TYPE_TIMER_ROUTINE:
        case TYPE_COMPLETION_ROUTINE:
        case TYPE_THREAD_ROUTINE:
        case TYPE_THREAD_ID:
            if (value->kind == VALUE_NAME || value->kind == VALUE_ID) {
                use(program, value->name, type, call);
            }
            return value->kind == VALUE_NAME
                || ((type == TYPE_APC_ROUTINE || type == TYPE_TIMER_ROUTINE
                     || type == TYPE_COMPLETION_ROUTINE)
                    && null)
                || (type == TYPE_THREAD_ID
                    && (null || value->kind == VALUE_NUMBER || value->kind == VALUE_ID));
        case TYPE_POINTER: return null;
        case TYPE_OUT_DWORD:
        case TYPE_OUT_THREAD_ID:
        case TYPE_OUT_EXIT_CODE:
        case TYPE_OUT_HANDLE:
        case TYPE_OVERLAPPED: return null || value->kind == VALUE_SLOT;
        case TYPE_TEXT:
        case TYPE_BYTES: return null || value->kind == VALUE_TEXT;
        case TYPE_BUFFER:
            if (value->kind == VALUE_NAME) {
                value->name->bound = true; /* its memory is there from now on */
            }
            return null || value->kind == VALUE_NAME;
        case TYPE_DUE_TIME: return read_due_time(value, &due);
        case TYPE_SIGNAL_TIME:
        case TYPE_COMPLETION_ERROR: return false; /* a routine is told it, and no call */
        case TYPE_NONE:
        case TYPE_DWORD:
        case TYPE_LONG:
        case TYPE_BOOL:
        case TYPE_MILLISECONDS:
        case TYPE_SIZE:
        case TYPE_ULONG_PTR: return null || value->kind == VALUE_NUMBER;
    }
    return false;
}

static const char *not_exported(Program *program, const Function *function) {
    return text(program->memory, "%s does not export %s", library_name, function->name);
}

/* Reads words that must stand here. */
static void phrase(Reader *reader, const char *words) {
    for (size_t size, length; *words != 0; words += length + (words[length] == ' ')) {
        const char *there = word(reader, &size);
        length = strcspn(words, " ");
        if (size != length || strncmp(there, words, length) != 0) {
            misread(reader, "expected `while it returns RESULT, at most N times`");
            return;
        }
    }
}

/* The kit has seen to it that the function can return the value. */
static void read_loop(Reader *reader, Call *call) {
    phrase(reader, "while it returns");
    peek(reader);
    const char *start = reader->at, *comma = strchr(start, ',');
    if (comma == NULL || (call->function != NULL && call->function->result == AS_VOID)) {
        misread(reader, comma == NULL ? "a loop needs a bound" : "a loop of a function that returns nothing");
        return;
    }
    size_t size = (size_t)(comma - start);
    while (size > 0 && isspace((unsigned char)start[size - 1])) {
        size--;
    }
    if (size == 0) {
        misread(reader, "expected what the call returns");
        return;
    }
    call->again = memcpy(take(reader->program->memory, size + 1), start, size);
    reader->at = comma + 1;
    phrase(reader, "at most");
    peek(reader);
    uint64_t at_most = number(reader).number;
    if (at_most < 1 || at_most > TIMES_MAX) {
        misread(reader, "a call is made from 1 to 1000 times");
    }
    call->at_most = (int)at_most;
    phrase(reader, at_most == 1 ? "time" : "times");
}

static void read_call(Program *program, const cJSON *json, Call *call) {
    if (!cJSON_IsString(json)) {
        wrong(program, "a call is a text");
        return;
    }
    const char *source = json->valuestring;
    Reader reader = {program, source, source, 0};
    call->text = source;
    size_t size;
    const char *name = word(&reader, &size);
    if (peek(&reader) == '=') {
        reader.at++;
        call->binding = variable(program, name, size);
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
        if (call->count < count && *reader.at != 0) {
            const Parameter *parameter = &call->function->parameters[call->count];
            if (!is_structure(program, parameter->layout, &argument, source)
                && !fits(program, parameter->type, &argument, source)) {
                misread(&reader, "an argument of the wrong form");
            }
        }
        if (call->count < ARGUMENTS_MAX) {
            call->arguments[call->count] = argument;
        }
        call->count++;
    }
    expect(&reader, ')');
    size_t length = (size_t)(reader.at - call->text);
    if (peek(&reader) == 'w') {
        read_loop(&reader, call);
    }
    if (peek(&reader) != 0) {
        misread(&reader, "unexpected text after the call");
    }
    /* The text is needed longer than the message. */
    call->text = memcpy(take(program->memory, length + 1), call->text, length);
    /* The kit knows the function; this agent or the library does not. */
    if (call->function == NULL || call->function->address == NULL) {
        program->unknown = call->function == NULL
                             ? text(program->memory, "this agent does not know %.*s", (int)size, name)
                             : not_exported(program, call->function);
    }
    if (call->function != NULL && call->count != count) {
        wrong(program, "%s takes %d arguments, not %d", call->function->name, count, call->count);
    }
    program->may_terminate |= call->function != NULL && call->function->effect == EFFECT_ENDS_THREAD;
}

static Call *read_calls(Program *program, const cJSON *json, int *count) {
    const cJSON *item;
    Call *calls = take(program->memory, (size_t)cJSON_GetArraySize(json) * sizeof *calls);
    cJSON_ArrayForEach(item, json) {
        read_call(program, item, &calls[(*count)++]);
    }
    return calls;
}

static Variable *declare(Program *program, const cJSON *json, int kind) {
    const char *name = or_empty(field_text(json, "name"));
    size_t size = strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");
    Variable *created = variable(program, name, strlen(name));
    if (size == 0 || name[size] != 0 || isdigit((unsigned char)*name) || constant(name) != NULL
        || strcmp(name, "invalid") == 0) {
        wrong(program, "`%.100s` cannot be a name", name);
    } else if (created->kind != UNDECLARED) {
        wrong(program, "`%.100s` names two things", name);
    }
    created->kind = kind;
    return created;
}

static Variable *declared_thread(Program *program, const char *name) {
    Variable *thread = variable(program, name, strlen(name));
    if (thread->kind != THREAD) {
        wrong(program, "`%.100s` is not a declared thread", name);
    }
    return thread;
}

double read_amount(Program *program, const cJSON *json, const char *name, double least, double most) {
    const cJSON *item = field(json, name);
    if (!cJSON_IsNumber(item) || item->valuedouble < least || item->valuedouble > most) {
        wrong(program, "%s must be a number from %.0f to %.0f", name, least, most);
        return least;
    }
    return item->valuedouble;
}

static void read_object(Program *program, const cJSON *json) {
    Object *object = take(program->memory, sizeof *object), **last = &program->objects;
    object->name = declare(program, json, OBJECT);
    read_call(program, field(json, "call"), &object->call);
    if (object->call.function != NULL && object->call.function->effect != EFFECT_OPENS_OBJECT) {
        wrong(program, "%s makes no object; `%.100s` is declared by a call of a function that does",
              object->call.function->name, object->name->name);
    }
    if (field(json, "by") != NULL) {
        object->by = declared_thread(program, or_empty(field_text(json, "by")));
    }
    while (*last != NULL) {
        last = &(*last)->next;
    }
    *last = object;
}

static Routine *add_apc(Program *program, Variable *name, int kind) {
    Routine *routine = take(program->memory, sizeof *routine);
    if (program->apc_count == ACTORS_MAX) {
        wrong(program, "more than %d routines that are queued", ACTORS_MAX);
        return routine;
    }
    *routine = (Routine){.name = name, .index = program->apc_count};
    name->kind = kind;
    name->routine = routine;
    return program->apcs[program->apc_count++] = routine;
}

static void read_routine(Program *program, const cJSON *json) {
    const cJSON *exit_code = field(json, "exitCode");
    int kind = field_is(json, "kind", "apc")        ? APC
             : field_is(json, "kind", "timer")      ? TIMER
             : field_is(json, "kind", "completion") ? COMPLETION
             : field_is(json, "kind", "thread")     ? START
                                                    : UNDECLARED;
    Variable *name = declare(program, json, kind);
    if (kind == UNDECLARED) {
        wrong(program, "a routine of an unknown kind");
    }
    if (kind == APC || kind == TIMER || kind == COMPLETION) {
        add_apc(program, name, kind);
    } else {
        name->routine = take(program->memory, sizeof *name->routine);
        name->routine->name = name;
        name->routine->exit_code = exit_code == NULL ? 0 : (uint32_t)(int64_t)exit_code->valuedouble;
    }
    name->routine->calls = read_calls(program, field(json, "body"), &name->routine->count);
}

static void read_entry(Program *program, const cJSON *json, Entry *entry) {
    const cJSON *race = field(json, "race"), *lane;
    bool elapses = cJSON_HasObjectItem(json, "elapse");
    const char *request = field_text(json, "completed");
    entry->kind = race != NULL ? RACE : elapses ? ELAPSE : request != NULL ? COMPLETED : CALL;
    if (entry->kind == COMPLETED) {
        entry->request = variable(program, request, strlen(request));
        return;
    }
    if (entry->kind == ELAPSE) {
        entry->millis = (int)read_amount(program, json, "elapse", 0, 60000);
        return;
    }
    entry->lane =
        take(program->memory, (size_t)(race == NULL ? 1 : cJSON_GetArraySize(race)) * sizeof *entry->lane);
    if (entry->kind == CALL) {
        entry->lanes = entry->lane->count = 1;
        entry->lane->thread = declared_thread(program, or_empty(field_text(json, "thread")));
        entry->lane->calls = take(program->memory, sizeof(Call));
        read_call(program, field(json, "call"), entry->lane->calls);
        return;
    }
    cJSON_ArrayForEach(lane, race) {
        Lane *one = &entry->lane[entry->lanes++];
        one->thread = declared_thread(program, lane->string);
        one->calls = read_calls(program, lane, &one->count);
    }
    if (entry->lanes < 2) {
        wrong(program, "a race needs at least two threads");
    }
}

/* Now that all names are known: what they are used as. */
static void check_names(Program *program) {
    for (Use *used = program->uses; used != NULL; used = used->next) {
        Variable *name = used->name;
        int queued = used->wanted == TYPE_APC_ROUTINE        ? APC
                   : used->wanted == TYPE_TIMER_ROUTINE      ? TIMER
                   : used->wanted == TYPE_COMPLETION_ROUTINE ? COMPLETION
                                                             : UNDECLARED;
        if (queued != UNDECLARED && name->kind == UNDECLARED && !name->bound) {
            add_apc(program, name, queued); /* a routine with an empty body need not be declared */
        }
    }
    for (Use *used = program->uses; used != NULL; used = used->next) {
        int kind = used->name->kind;
        bool bound = kind == UNDECLARED && used->name->bound;
        bool right = used->wanted == TYPE_APC_ROUTINE        ? kind == APC
                   : used->wanted == TYPE_TIMER_ROUTINE      ? kind == TIMER
                   : used->wanted == TYPE_COMPLETION_ROUTINE ? kind == COMPLETION
                   : used->wanted == TYPE_THREAD_ROUTINE     ? kind == START
                   : used->wanted == TYPE_THREAD_ID          ? kind == THREAD || bound
                                                             : kind == THREAD || kind == OBJECT || bound;
        if (!right) {
            wrong(program, "`%.100s` is not what `%.200s` needs there, or is not declared", used->name->name,
                  used->call);
        }
    }
    for (Variable *one = program->variables; one != NULL; one = one->next) {
        if (one->bound && one->kind != UNDECLARED) {
            wrong(program, "`%.100s` is declared and cannot be bound", one->name);
        }
    }
}

void read_program(Program *program, const cJSON *json) {
    const cJSON *item;
    cJSON_ArrayForEach(item, field(json, "threads")) {
        Variable *thread = declare(program, item, THREAD);
        if (program->thread_count >= ACTORS_MAX) {
            wrong(program, "more than %d threads", ACTORS_MAX);
            return;
        }
        thread->suspended = flag(item, "suspended");
        program->threads[program->thread_count++] = thread;
    }
    if (program->thread_count == 0) {
        wrong(program, "a program needs at least one thread");
    }
    cJSON_ArrayForEach(item, field(json, "objects")) {
        read_object(program, item);
    }
    cJSON_ArrayForEach(item, field(json, "routines")) {
        read_routine(program, item);
    }
    const cJSON *script = field(json, "script");
    program->entries = take(program->memory, (size_t)cJSON_GetArraySize(script) * sizeof *program->entries);
    cJSON_ArrayForEach(item, script) {
        read_entry(program, item, &program->entries[program->entry_count++]);
    }
    check_names(program);
}
