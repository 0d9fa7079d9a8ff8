/* The requests of a program: the memory that they need for as long as the program lasts, what they have filled
   when they end, and whether they have. */
#pragma once

#include "actors.h"

/* The address of the OVERLAPPED of that name, zeroed before each request of its own; of the memory of that
   name; of a name for the implementation, which no other program has. */
uint64_t overlapped_of(Scene *scene, Variable *name);
uint64_t buffer_of(Scene *scene, Variable *name);
uint64_t wide_name_of(Scene *scene, const char *name);

/* Ties the memory that a call names to its OVERLAPPED, before the call. */
void request_announce(Scene *scene, const Call *call);

/* What a completion routine is given, and the memory that its request has filled. */
const char *completion_text(Scene *scene, const Routine *routine, uint32_t error, uint32_t bytes,
                            const void *overlapped);
const Slot *completion_slots(Scene *scene, uint32_t bytes, const void *overlapped);

/* Whether the last request of that OVERLAPPED is still in progress. */
bool is_pending(const Variable *name);
