#include "timers.h"

#include <inttypes.h>

#include "sdk.h"

/* How long after its expiry a timer may still be about to end a wait; one that has not done so by then will not. */
#define LATE_MAX (2 * SECOND)
/* Clocks advance in ticks: how far what a routine is told of the time may be off, in units. */
#define TOLERANCE (20 * UNITS_PER_MILLI)
/* No timer is due so late that its time cannot be told. */
#define DUE_MAX (NEVER / 4)

static int64_t units_of(const DueTime *due, int64_t time_of_day) {
    switch (due->form) {
        case DUE_AFTER: return -due->amount * UNITS_PER_MILLI;
        case DUE_AT: return time_of_day + due->amount * UNITS_PER_MILLI;
        default: return due->amount;
    }
}

int64_t due_units(const DueTime *due) { return units_of(due, utc()); }

/* How many milliseconds after the call; 0 for the past. */
static int64_t due_millis(const DueTime *due, int64_t time_of_day) {
    int64_t units = units_of(due, time_of_day);
    int64_t left = units > 0 ? units - time_of_day : units < -INT64_MAX ? 0 : -units;
    return left < 0 ? 0 : left / UNITS_PER_MILLI;
}

static const Value *value_in(const Call *call, Role role) {
    return &call->arguments[call->function->places[role]];
}

void timer_announce(Actor *setter, const Call *call) {
    Scene *scene = setter->scene;
    Setting *setting = take(&scene->memory, sizeof *setting);
    const Value *routine = value_in(call, ROLE_ROUTINE);
    DueTime due = {0};
    read_due_time(value_in(call, ROLE_DUE_TIME), &due);
    setting->setter = setter;
    setting->routine = routine->kind == VALUE_NAME ? routine->name->routine : NULL;
    setting->data = value_in(call, ROLE_DATA)->number;
    setting->began = now();
    setting->began_utc = utc();
    setting->due_millis = due_millis(&due, setting->began_utc);
    setting->period_millis = (int32_t)value_in(call, ROLE_PERIOD)->number;
    setter->setting = setting;
    setting->next = atomic_load(&scene->settings);
    while (!atomic_compare_exchange_weak(&scene->settings, &setting->next, setting)) {
    }
}

/* What was set since the call began may have come after it: nobody knows of calls that overlap which came last. */
void timer_disarmed(Scene *scene, uint64_t handle, int64_t began) {
    const void *timer = object_of(scene, handle);
    for (Setting *one = atomic_load(&scene->settings); one != NULL; one = one->next) {
        int64_t since = one->since;
        if (since != 0 && since <= began && one->timer == timer) {
            one->since = NEVER;
        }
    }
}

void timer_armed(Actor *setter, uint64_t handle, int64_t began) {
    timer_disarmed(setter->scene, handle, began);
    setter->setting->timer = object_of(setter->scene, handle);
    setter->setting->since = now();
}

static bool is_awaited(Scene *scene, const Value *awaited, const void *timer) {
    if (awaited->kind == VALUE_NAME) {
        return timer != NULL && object_of(scene, awaited->name->value) == timer;
    }
    for (const Element *element = awaited->elements; element != NULL; element = element->next) {
        if (is_awaited(scene, &element->value, timer)) {
            return true;
        }
    }
    return false;
}

/* Whether it can end a wait. Also when its setter has ended: whether that disarms it is for the implementation to
   show. */
static bool ends(const Setting *setting, const Actor *waiter, const Call *call) {
    const Function *function = call->function;
    return (setting->routine != NULL && setting->setter == waiter && has(function, ROLE_ALERTABLE)
            && value_in(call, ROLE_ALERTABLE)->number != 0)
        || (has(function, ROLE_AWAITED)
            && is_awaited(waiter->scene, value_in(call, ROLE_AWAITED), setting->timer));
}

/* When it expires next, or has just expired, for a wait that began then. */
static int64_t expiry(const Setting *setting, int64_t wait_began, int64_t time, int waits) {
    int64_t due = setting->due_millis > DUE_MAX / MILLISECOND ? DUE_MAX : setting->due_millis * MILLISECOND;
    int64_t period = setting->period_millis * MILLISECOND, first = setting->began + due;
    if (period <= 0) {
        return time - first > LATE_MAX ? NEVER : first;
    }
    /* Each expiry may end the wait of another thread, and the next one need not be for this. */
    first += first < wait_began ? (wait_began - first) / period * period : 0;
    for (int i = 0; i <= waits; i++) {
        if (first + i * period >= time) {
            return first + i * period;
        }
    }
    return time - first > waits * period + LATE_MAX ? NEVER : first + waits * period;
}

int64_t timer_expiry(Actor *waiter, const Frame *wait, int64_t time) {
    Scene *scene = waiter->scene;
    int64_t soonest = NEVER;
    for (Setting *one = atomic_load(&scene->settings); one != NULL; one = one->next) {
        int64_t since = one->since;
        if (since != 0 && since != NEVER && ends(one, waiter, wait->call)) {
            int64_t next = expiry(one, wait->began, time, atomic_load(&scene->actor_count));
            soonest = next < soonest ? next : soonest;
        }
    }
    return soonest;
}

const char *write_signal_time(Scene *scene, const Routine *routine, uint64_t data, uint64_t told) {
    int64_t time = (int64_t)told, latest = utc() + TOLERANCE;
    for (Setting *one = atomic_load(&scene->settings); one != NULL; one = one->next) {
        int64_t earliest = one->began_utc + one->due_millis * UNITS_PER_MILLI - TOLERANCE;
        if (one->routine == routine && one->data == data && time >= earliest && time <= latest) {
            return "on time";
        }
    }
    return told == 0 ? "0" : "another time";
}
