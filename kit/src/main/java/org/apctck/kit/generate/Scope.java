package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The handles that can be named at one place of a program, and what is known of each when the program is drawn. */
final class Scope {
    /**
     * A handle under a name.
     *
     * @param meant the name of the thread or object; empty for that of the caller
     * @param full whether it has every right
     * @param closable whether it may be closed: nobody else uses it
     */
    record Named(String name, Kind kind, String meant, boolean full, boolean closable) {}

    private final List<Named> all;
    /** The names of what is in use for longer than a call; shared by all scopes of a program. */
    private final Set<String> pinned;

    Scope() {
        this(List.of(), new HashSet<>());
    }

    private Scope(List<Named> all, Set<String> pinned) {
        this.all = new ArrayList<>(all);
        this.pinned = pinned;
    }

    /** One that has the same names, and may come to have others. */
    Scope inner() {
        return new Scope(all, pinned);
    }

    void add(Named named) {
        all.add(named);
    }

    void remove(Named named) {
        all.remove(named);
    }

    /** Takes over what an inner scope has beyond this one. */
    void join(Scope inner) {
        inner.all.stream().filter(named -> !all.contains(named)).forEach(all::add);
    }

    /** Keeps a handle from being closed, wherever it is named. */
    void pin(Named named) {
        pinned.add(named.name());
    }

    /** The handles that may be closed. */
    List<Named> closable() {
        return all.stream().filter(this::isClosable).toList();
    }

    boolean isClosable(Named named) {
        return named.closable() && !pinned.contains(named.name());
    }

    List<Named> all() {
        return List.copyOf(all);
    }

    List<Named> of(Kind kind) {
        return all.stream().filter(named -> named.kind().equals(kind)).toList();
    }

    /** The objects of every kind that fits, kind by kind. */
    List<Named> objects(Predicate<Kind> fitting) {
        return Kind.objects().stream()
                .filter(fitting)
                .flatMap(kind -> of(kind).stream())
                .toList();
    }

    /** The thread or object that a name means to {@code caller}; empty if it means none. */
    String meant(String name, String caller) {
        return find(name)
                .map(named -> named.meant().isEmpty() ? caller : named.meant())
                .orElse("");
    }

    Optional<Named> find(String name) {
        return all.stream().filter(named -> named.name().equals(name)).findFirst();
    }
}
