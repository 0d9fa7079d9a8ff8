package org.apctck.spec.stage;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The threads of a performance: those that the program declares and those that it makes itself. */
final class Cast {
    private final Queue<Actor> actors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger added = new AtomicInteger();
    private final ThreadLocal<@Nullable Actor> current = new ThreadLocal<>();

    /** Adds a thread; without a name it is called after its number, and a name that is taken gets one. */
    Actor add(@Nullable String given) {
        int number = added.getAndIncrement(); // its own, also where two are added at the same time
        String name = given != null ? given : "thread" + number;
        String free = name;
        for (int i = 2; find(free) != null; i++) {
            free = name + "#" + i;
        }
        Actor actor = new Actor(free);
        actors.add(actor);
        return actor;
    }

    /** Removes a thread that was not created after all. */
    void remove(Actor actor) {
        actors.remove(actor);
    }

    List<Actor> all() {
        return List.copyOf(actors);
    }

    @Nullable
    Actor find(String name) {
        return actors.stream()
                .filter(actor -> actor.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The thread of that name, which the program was checked to declare. */
    Actor get(String name) {
        Actor actor = find(name);
        if (actor == null) {
            throw new IllegalArgumentException("the program has no thread " + name);
        }
        return actor;
    }

    /** The calling thread, or null before it has appeared. */
    @Nullable
    Actor current() {
        return current.get();
    }

    void setCurrent(Actor actor) {
        current.set(actor);
    }

    /** The only thread that may run and has not appeared yet, or null if there are several or none. */
    @Nullable
    Actor onlyOneToAppear() {
        List<Actor> unstarted = actors.stream()
                .filter(actor -> actor.phase() == Actor.Phase.UNSTARTED && actor.mayRun())
                .toList();
        return unstarted.size() == 1 ? unstarted.get(0) : null;
    }

    /** Whether another thread is in a call that suspends {@code target}, or is just telling of it. */
    boolean isBeingSuspended(Actor target) {
        return actors.stream()
                .map(Actor::suspending)
                .anyMatch(suspension -> suspension != null && suspension.target() == target);
    }

    /** A suspension of {@code target} that is in progress and that nobody has taken note of, or null if there is none. */
    @Nullable
    Suspension suspensionOf(Actor target) {
        for (Actor actor : actors) {
            Suspension suspension = actor.suspending();
            if (suspension != null && suspension.target() == target && !suspension.isNoted()) {
                return suspension;
            }
        }
        return null;
    }
}
