package org.apctck.spec.api;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function of the API, as data.
 *
 * @param binding the name that the result is bound to, or null
 * @param arguments as many as the function has parameters, each of a form that its parameter accepts
 * @param loop whether the call is made again, or null if it is made once
 */
public record Call(
        @Nullable String binding,
        ApiFunction function,
        List<Value> arguments,
        @Nullable Loop loop) {
    public Call {
        arguments = List.copyOf(arguments);
    }

    /**
     * The call is made again while it returns that.
     *
     * @param result as the {@link ReturnType} of the function writes it
     * @param atMost how often the call is made in all, from 1 to {@link #TIMES_MAX}
     */
    public record Loop(String result, int atMost) {
        /**
         * Ten times what the longest queue of a scenario needs. A thousand calls are two thousand events, so a trace has room
         * for a loop that goes wrong.
         */
        public static final int TIMES_MAX = 1000;

        @Override
        public String toString() {
            return "while it returns " + result + ", at most " + atMost + (atMost == 1 ? " time" : " times");
        }
    }

    /**
     * Reads a call in the grammar of {@code docs/protocol/}, for instance {@code h = OpenThread(SYNCHRONIZE, FALSE, id of
     * worker)}.
     *
     * @throws CallSyntaxException with the column, for text outside the grammar, an unknown function, or an argument too
     *     many, too few or of the wrong form
     */
    public static Call parse(String text) {
        return new CallParser(text).parse();
    }

    /**
     * The argument of that role.
     *
     * @throws IllegalArgumentException if the function has none
     */
    public Value argument(Role role) {
        return arguments.get(function.at(role));
    }

    /**
     * The argument of the parameter that C calls so.
     *
     * @throws IllegalArgumentException if the function has none
     */
    public Value argument(String parameter) {
        for (int i = 0; i < arguments.size(); i++) {
            if (function.parameters().get(i).name().equals(parameter)) {
                return arguments.get(i);
            }
        }
        throw new IllegalArgumentException(function + " has no parameter " + parameter);
    }

    /** The time-out in milliseconds: 0 polls, {@link Constants#INFINITE} never elapses, -1 if the function cannot block. */
    public long timeoutMillis() {
        return function.canBlock() ? Value.number(argument(Role.TIMEOUT)) & 0xFFFF_FFFFL : -1;
    }

    /** Whether this call can keep its thread waiting for a bounded time only. */
    public boolean isFiniteWait() {
        return function.canBlock() && timeoutMillis() != Constants.INFINITE;
    }

    /** Whether the call opens an alertable point of its thread. */
    public boolean isAlertable() {
        return function.has(Role.ALERTABLE) && Value.number(argument(Role.ALERTABLE)) != 0;
    }

    /**
     * Whether the call is made once more.
     *
     * @param returned what it has returned, as it stands in a trace
     * @param made how often it has been made so far
     */
    public boolean isMadeAgain(String returned, int made) {
        return loop != null && made < loop.atMost() && loop.result().equals(returned);
    }

    /** How often the call can be made. */
    public int mostTimes() {
        return loop == null ? 1 : loop.atMost();
    }

    /** The call as it stands in a trace each time it is made: binding and loop belong to the program. */
    public Call once() {
        return binding == null && loop == null ? this : new Call(null, function, arguments, null);
    }

    /** The call without binding and loop, in canonical form. */
    public String text() {
        return function + arguments.stream().map(Value::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public String toString() {
        return (binding == null ? "" : binding + " = ") + text() + (loop == null ? "" : " " + loop);
    }
}
