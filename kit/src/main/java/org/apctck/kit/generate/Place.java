package org.apctck.kit.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apctck.kit.generate.Scope.Named;
import org.apctck.spec.api.Call;

/** Where a call stands that is to be drawn: on which thread, in what kind of list, and which handles have a name there. */
final class Place {
    /** What a call is part of. */
    enum Part {
        ENTRY,
        LANE,
        APC_ROUTINE,
        START_ROUTINE
    }

    private final Part part;
    private final String caller;
    private final Scope scope;
    private final Outlook outlook;

    /**
     * @param caller the thread that makes the call; empty if a routine may run on any
     */
    Place(Part part, String caller, Scope scope, Outlook outlook) {
        this.part = part;
        this.caller = caller;
        this.scope = scope;
        this.outlook = outlook;
    }

    String caller() {
        return caller;
    }

    Scope scope() {
        return scope;
    }

    boolean isRoutine() {
        return part == Part.APC_ROUTINE || part == Part.START_ROUTINE;
    }

    /** Whether it is a routine that a thread runs from its beginning to its end. */
    boolean isStartRoutine() {
        return part == Part.START_ROUTINE;
    }

    boolean isLane() {
        return part == Part.LANE;
    }

    /** Whether a name may be bound: not where two threads could do so at the same time. */
    boolean mayBind() {
        return part == Part.START_ROUTINE || !caller.isEmpty();
    }

    /** The threads to choose from, those more than once with which something would happen now. */
    List<Named> threads() {
        return favoured(scope.of(Kind.THREAD), named -> {
            String thread = meant(named);
            Call wait = outlook.waitOf(thread);
            return wait != null && wait.isAlertable() || outlook.isSuspended(thread);
        });
    }

    /** The handles that may be closed, those of timers more than once that are about to expire. */
    List<Named> closables() {
        return favoured(scope.closable(), named -> outlook.isArmed(named.meant()));
    }

    /** Whether a timer can be closed that seems about to expire. */
    boolean canCloseArmedTimer() {
        return !isLane() && !isRoutine() && scope.closable().stream().anyMatch(named -> outlook.isArmed(named.meant()));
    }

    /** Whether the caller seems to have set a timer that has yet to expire. */
    boolean hasSetTimer() {
        return outlook.hasSetTimer(caller);
    }

    /** The objects of a kind to choose from, those more than once that a thread waits for or that may be closed. */
    List<Named> objects(Kind kind) {
        return favoured(scope.of(kind), named -> isAwaited(named) || scope.isClosable(named));
    }

    /** What SignalObjectAndWait and the like can signal. */
    List<Named> signalables() {
        return favoured(scope.objects(Kind::canBeSignaled), this::isAwaited);
    }

    /** What can be waited for: timers that are about to expire rather than other objects, objects rather than threads. */
    List<Named> waitables() {
        List<Named> objects = favoured(scope.objects(kind -> true), named -> outlook.isArmed(named.meant()));
        List<Named> all = new ArrayList<>(objects);
        all.addAll(objects);
        all.addAll(scope.of(Kind.THREAD).stream()
                .filter(thread -> !meant(thread).equals(caller))
                .toList());
        return all;
    }

    private boolean isAwaited(Named object) {
        return outlook.threads().stream().anyMatch(thread -> {
            Call wait = outlook.waitOf(thread);
            return wait != null && outlook.waited(wait, thread).contains(object.meant());
        });
    }

    private String meant(Named named) {
        return named.meant().isEmpty() ? caller : named.meant();
    }

    private static List<Named> favoured(List<Named> all, Predicate<Named> favoured) {
        List<Named> list = new ArrayList<>(all);
        List<Named> favourites = all.stream().filter(favoured).toList();
        for (int i = 0; i < 3; i++) {
            list.addAll(favourites);
        }
        return list;
    }
}
