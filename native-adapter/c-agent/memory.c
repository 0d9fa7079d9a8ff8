#include "memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "system.h"

#define CHUNK_MIN (256u << 10)
#define ALIGNED(size) (((size) + 15) & ~(size_t)15)

typedef struct Chunk {
    struct Chunk *older;
    _Atomic size_t used;
    size_t size;
} Chunk;

void *take(Memory *memory, size_t size) {
    const size_t head = ALIGNED(sizeof(Chunk));
    size = ALIGNED(size);
    for (;;) {
        Chunk *chunk = atomic_load(memory);
        size_t used = chunk == NULL ? 0 : atomic_fetch_add(&chunk->used, size);
        if (chunk != NULL && used + size <= chunk->size) {
            return (char *)chunk + used;
        }
        size_t room = head + size > CHUNK_MIN ? head + size : CHUNK_MIN;
        Chunk *another = pages_take(room);
        if (another == NULL) {
            fprintf(stderr, "agent: out of memory\n");
            abort();
        }
        another->older = chunk;
        another->size = room;
        atomic_store(&another->used, head);
        if (!atomic_compare_exchange_strong(memory, &chunk, another)) {
            pages_give(another, room);
        }
    }
}

void memory_drop(Memory *memory) {
    for (Chunk *chunk = atomic_load(memory), *older; chunk != NULL; chunk = older) {
        older = chunk->older;
        pages_give(chunk, chunk->size);
    }
}

const char *text_of(Memory *memory, const char *pattern, va_list arguments) {
    char buffer[1024];
    int size = vsnprintf(buffer, sizeof buffer, pattern, arguments);
    size = size < 0 ? 0 : size < (int)sizeof buffer ? size : (int)sizeof buffer - 1;
    return memcpy(take(memory, (size_t)size + 1), buffer, (size_t)size);
}

const char *text(Memory *memory, const char *pattern, ...) {
    va_list arguments;
    va_start(arguments, pattern);
    const char *made = text_of(memory, pattern, arguments);
    va_end(arguments);
    return made;
}
