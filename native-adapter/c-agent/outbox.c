/* What is written: the memory of a program, its events, the queue to the writer. No lock is taken here. */
typedef struct Node { struct Node *next; } Node;
typedef struct { _Atomic(Node *) newest; Bell bell; } Queue;
typedef struct Chunk { struct Chunk *older; _Atomic size_t used; size_t size; } Chunk;
typedef _Atomic(Chunk *) Memory;
typedef struct Slot { struct Slot *next; const char *name, *value; } Slot;
typedef struct { /* an event of a scene, or another message */
    Node node;
    Scene *scene;
    cJSON *message;
    _Atomic bool done; /* the message has been written */
    int seq;
    int64_t micros;
    const char *thread, *kind, *what, *last_error;
    const Slot *slots;
} Item;

static bool only_processor; /* where who waits at work holds up everybody else */
static Queue to_writer, to_director;
static Bell director_bell;

/* Takes no lock, so a thread may be terminated in it: even before it rings, which is then left to the next who needs an answer. */
static void push(Queue *queue, Node *node) {
    Node *older = atomic_load(&queue->newest);
    do {
        node->next = older;
    } while (!atomic_compare_exchange_weak(&queue->newest, &older, node));
    if (older == NULL) { /* the node itself belongs to who takes it */
        bell_ring(&queue->bell);
    }
}

/* Takes all that was pushed, oldest first; waits until there is something. */
static Node *take_all(Queue *queue) {
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

/* On a thread that is about to take the process with it. */
static void await_written(void) {
    static Item mark;
    push(&to_writer, &mark.node);
    for (int64_t end = now() + GRACE; !atomic_load(&mark.done) && now() < end;) {
        bell_ring(&to_writer.bell);
        yield();
    }
}

/* Zeroed memory that lasts as long as its program. Takes no lock but the system's own. */
static void *take(Memory *memory, size_t size) {
    const size_t head = (sizeof(Chunk) + 15) & ~(size_t)15;
    size = (size + 15) & ~(size_t)15;
    for (;;) {
        Chunk *chunk = atomic_load(memory);
        size_t used = chunk == NULL ? 0 : atomic_fetch_add(&chunk->used, size);
        if (chunk != NULL && used + size <= chunk->size) {
            return (char *)chunk + used;
        }
        size_t room = head + size > CHUNK ? head + size : CHUNK;
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

static void give_back(Chunk *chunk) {
    while (chunk != NULL) {
        Chunk *older = chunk->older;
        pages_give(chunk, chunk->size);
        chunk = older;
    }
}

/* The text that a pattern makes, in the memory of a program. */
static const char *text(Memory *memory, const char *pattern, ...)
    __attribute__((format(FORMAT, 2, 3)));

static const char *text(Memory *memory, const char *pattern, ...) {
    char buffer[1024];
    va_list arguments;
    va_start(arguments, pattern);
    int size = vsnprintf(buffer, sizeof buffer, pattern, arguments);
    va_end(arguments);
    size = size < 0 ? 0 : size < (int)sizeof buffer ? size : (int)sizeof buffer - 1;
    return memcpy(take(memory, (size_t)size + 1), buffer, (size_t)size);
}
