#include "requests.h"

#include <string.h>

#include "sdk.h"

#define BUFFER_BYTES 4096
#define STATUS_IN_PROGRESS 0x103

/* An OVERLAPPED with what its last request fills. */
typedef struct Request {
    struct Request *next;
    Variable *overlapped;
    Variable *buffer; /* or NULL */
} Request;

uint64_t overlapped_of(Scene *scene, Variable *name) {
    if (atomic_load(&name->value) == 0) {
        atomic_store(&name->value, (uint64_t)(uintptr_t)take(&scene->memory, sizeof(OVERLAPPED)));
    }
    return atomic_load(&name->value);
}

uint64_t buffer_of(Scene *scene, Variable *name) {
    if (atomic_load(&name->value) == 0) {
        atomic_store(&name->value, (uint64_t)(uintptr_t)take(&scene->memory, BUFFER_BYTES));
    }
    return atomic_load(&name->value);
}

uint64_t wide_name_of(Scene *scene, const char *name) {
    const char *own =
        text(&scene->memory, "\\\\.\\pipe\\apctck-%ld-%p-%s", process_number(), (void *)scene, name);
    WCHAR *wide = take(&scene->memory, (strlen(own) + 1) * sizeof *wide);
    for (size_t i = 0; own[i] != 0; i++) {
        wide[i] = (WCHAR)own[i];
    }
    return (uint64_t)(uintptr_t)wide;
}

void request_announce(Scene *scene, const Call *call) {
    const Function *function = call->function;
    const Value *overlapped = &call->arguments[function->places[ROLE_REQUEST]];
    if (overlapped->kind != VALUE_SLOT) {
        return;
    }
    Request *request = take(&scene->memory, sizeof *request);
    request->overlapped = overlapped->name;
    if (has(function, ROLE_BUFFER)) {
        request->buffer = call->arguments[function->places[ROLE_BUFFER]].name;
    }
    request->next = atomic_load(&scene->requests);
    while (!atomic_compare_exchange_weak(&scene->requests, &request->next, request)) {
    }
}

static const Request *request_of(Scene *scene, const void *overlapped) {
    const Request *request = atomic_load(&scene->requests);
    while (request != NULL
           && (const void *)(uintptr_t)atomic_load(&request->overlapped->value) != overlapped) {
        request = request->next;
    }
    return request;
}

const char *completion_text(Scene *scene, const Routine *routine, uint32_t error, uint32_t bytes,
                            const void *overlapped) {
    const Request *request = request_of(scene, overlapped);
    return text(&scene->memory, "%s(%s, %s, %s%s)", routine->name->name,
                error == 0 ? "0" : write_error(scene, error), write_number(scene, bytes),
                request == NULL ? "stray" : "&", request == NULL ? "" : request->overlapped->name);
}

const Slot *completion_slots(Scene *scene, uint32_t bytes, const void *overlapped) {
    const Request *request = request_of(scene, overlapped);
    if (bytes == 0 || bytes > BUFFER_BYTES || request == NULL || request->buffer == NULL) {
        return NULL;
    }
    const char *filled = (const char *)(uintptr_t)atomic_load(&request->buffer->value);
    char *quoted = take(&scene->memory, 2 * (size_t)bytes + 3), *end = quoted;
    *end++ = '"';
    for (uint32_t i = 0; i < bytes; i++) {
        if (filled[i] == '"' || filled[i] == '\\') {
            *end++ = '\\';
        }
        *end++ = filled[i];
    }
    *end = '"';
    Slot *slot = take(&scene->memory, sizeof *slot);
    *slot = (Slot){NULL, request->buffer->name, quoted};
    return slot;
}

bool is_pending(const Variable *name) {
    const volatile OVERLAPPED *overlapped = (const OVERLAPPED *)(uintptr_t)atomic_load(&name->value);
    return overlapped != NULL && overlapped->Internal == STATUS_IN_PROGRESS;
}
