package org.apctck.kit.invariants;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;

/** What a thread is in the middle of, as far as its events tell. */
final class ThreadLife {
    /**
     * A call in progress, or a routine.
     *
     * @param alertable whether APCs may run in it
     */
    private record Doing(String what, boolean isCall, boolean alertable) {}

    private final String name;
    private final Deque<Doing> stack = new ArrayDeque<>();
    private boolean started;
    private boolean ended;
    private boolean broken;

    /** @param started whether it has begun its start routine before the trace begins */
    ThreadLife(String name, boolean started) {
        this.name = name;
        this.started = started;
    }

    /** What is wrong with its next event; empty if nothing. */
    Optional<Breach> take(int index, Event event) {
        if (event.kind() == EventKind.SUSPENDED || event.kind() == EventKind.RESUMED) {
            return Optional.empty(); // the act of another thread, who may try it on one that has ended
        }
        if (ended) {
            return Optional.of(new Breach(Invariant.AFTER_EXIT, index, name + " has ended before"));
        }
        if (broken) {
            return Optional.empty();
        }
        return switch (event.kind()) {
            case CALLS -> calls(index, event);
            case RETURNS -> returns(index);
            case BEGINS -> begins(index, event);
            case ENDS -> ends(index, event);
            case STARTS -> starts(index);
            case EXITS -> {
                ended = true;
                yield Optional.empty();
            }
            case BLOCKED, SUSPENDED, RESUMED, QUIESCENT -> Optional.empty();
        };
    }

    private Optional<Breach> calls(int index, Event event) {
        Doing doing = stack.peek();
        if (doing != null && doing.isCall()) {
            return broken(Invariant.NESTING, index, name + " makes a call while it is in " + doing.what());
        }
        // What is no call may be anything, so also one that runs APCs.
        boolean alertable = !(event.happening() instanceof Happening.Calls calls)
                || calls.call().isAlertable();
        stack.push(new Doing(event.what(), true, alertable));
        return Optional.empty();
    }

    private Optional<Breach> returns(int index) {
        Doing doing = stack.peek();
        if (doing != null && doing.isCall()) {
            stack.pop();
            return Optional.empty();
        }
        return stack.stream().anyMatch(Doing::isCall)
                ? broken(Invariant.NESTING, index, "a call returns on " + name + " before " + inner() + " has ended")
                : broken(Invariant.ANSWERED_CALL, index, name + " is in no call");
    }

    private Optional<Breach> begins(int index, Event event) {
        Doing doing = stack.peek();
        Optional<Breach> breach = Optional.empty();
        if (doing == null ? started : !doing.alertable()) {
            String where = doing == null ? "in no call" : "in " + doing.what();
            breach = Optional.of(new Breach(
                    Invariant.APC_ALERTABLE, index, event.what() + " begins while " + name + " is " + where));
        }
        String routine = event.happening() instanceof Happening.Begins begins ? begins.routine() : event.what();
        stack.push(new Doing(routine, false, false));
        return breach;
    }

    private Optional<Breach> ends(int index, Event event) {
        Doing doing = stack.peek();
        if (doing != null && !doing.isCall() && doing.what().equals(event.what())) {
            stack.pop();
            return Optional.empty();
        }
        return broken(
                Invariant.NESTING,
                index,
                event.what() + " ends while " + name + " is " + (doing == null ? "in no routine" : "in " + inner()));
    }

    private Optional<Breach> starts(int index) {
        if (started || !stack.isEmpty()) {
            String why = started ? "it has started before" : "it is in " + inner();
            return broken(Invariant.NESTING, index, name + " starts although " + why);
        }
        started = true;
        return Optional.empty();
    }

    private String inner() {
        return stack.element().what();
    }

    private Optional<Breach> broken(Invariant invariant, int index, String reason) {
        broken = true;
        return Optional.of(new Breach(invariant, index, reason));
    }
}
