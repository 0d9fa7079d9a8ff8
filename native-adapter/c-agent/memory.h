/* The memory of a program: it grows, and is given back as a whole. Any thread may take from it,
   and may be terminated while it does. */
#pragma once

#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

#ifdef __MINGW_PRINTF_FORMAT
#define PRINTF_LIKE(pattern, arguments) __attribute__((format(__MINGW_PRINTF_FORMAT, pattern, arguments)))
#else
#define PRINTF_LIKE(pattern, arguments) __attribute__((format(printf, pattern, arguments)))
#endif

/* NULL is an empty memory. */
typedef _Atomic(struct Chunk *) Memory;

/* Returns zeroed bytes that last until memory_drop. Takes no lock but the system's own. If the system has
   no memory left, the process aborts. */
void *take(Memory *memory, size_t size);

/* Formats a text as printf does; it is cut off after 1023 bytes. */
const char *text(Memory *memory, const char *pattern, ...) PRINTF_LIKE(2, 3);
const char *text_of(Memory *memory, const char *pattern, va_list arguments) PRINTF_LIKE(2, 0);

/* Gives everything back, including the Memory itself if it was taken from it. */
void memory_drop(Memory *memory);
