package org.apctck.spec.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.trace.Happening.Malformed;

/** Reads what stands in a trace beside the kind of an event. */
final class HappeningReader {
    private HappeningReader() {}

    static Happening read(EventKind kind, String what) {
        try {
            Happening read = parse(kind, what);
            return read.what().equals(what)
                    ? read
                    : new Malformed(kind, what, "in a trace this stands as `" + read.what() + "`");
        } catch (CallSyntaxException e) {
            return new Malformed(kind, what, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Malformed(kind, what, kind.word() + " takes " + wanted(kind) + ", not `" + what + "`");
        }
    }

    /** @throws IllegalArgumentException if nothing can be made of {@code what} */
    private static Happening parse(EventKind kind, String what) {
        return switch (kind) {
            case CALLS -> new Happening.Calls(Call.parse(what));
            case RETURNS -> new Happening.Returns(what);
            case BEGINS -> new Happening.Begins(routine(what), arguments(what));
            case ENDS -> new Happening.Ends(name(what));
            case STARTS -> what.isEmpty() ? Happening.STARTS : new Happening.Starts(routine(what), argument(what));
            case BLOCKED -> new Happening.Blocked(function(what));
            case EXITS -> plain(Happening.EXITS, what);
            case SUSPENDED -> plain(Happening.SUSPENDED, what);
            case RESUMED -> plain(Happening.RESUMED, what);
            case QUIESCENT -> plain(Happening.QUIESCENT, what);
        };
    }

    private static String wanted(EventKind kind) {
        return switch (kind) {
            case CALLS -> "a call";
            case RETURNS -> "a value";
            case BEGINS -> "an APC routine with its arguments, as in `A(0)`";
            case ENDS -> "the name of an APC routine";
            case STARTS -> "nothing or a thread routine with its argument, as in `R(0)`";
            case BLOCKED -> "the name of a function";
            case EXITS, SUSPENDED, RESUMED, QUIESCENT -> "nothing";
        };
    }

    private static String routine(String what) {
        return name(what.substring(0, Math.max(0, what.indexOf('('))));
    }

    private static List<String> arguments(String what) {
        demand(what.endsWith(")"));
        String[] arguments =
                what.substring(what.indexOf('(') + 1, what.length() - 1).split(", ", -1);
        return Arrays.stream(arguments)
                .map(argument -> isName(argument) ? argument : Symbols.number(number(argument)))
                .toList();
    }

    /** Whether it is no number but a time, an error by its name, or an OVERLAPPED. */
    private static boolean isName(String argument) {
        return argument.equals(Symbols.ON_TIME)
                || argument.equals(Symbols.ANOTHER_TIME)
                || argument.matches("ERROR_\\w+|&[A-Za-z_]\\w*");
    }

    private static long argument(String what) {
        List<String> arguments = arguments(what);
        demand(arguments.size() == 1);
        return number(arguments.get(0));
    }

    private static long number(String number) {
        return number.startsWith("0x") ? Long.parseUnsignedLong(number.substring(2), 16) : Long.parseLong(number);
    }

    private static String name(String text) {
        demand(!text.isEmpty() && text.chars().allMatch(c -> c == '_' || Character.isLetterOrDigit(c)));
        return text;
    }

    private static ApiFunction function(String name) {
        return Optional.ofNullable(ApiFunction.named(name)).orElseThrow(IllegalArgumentException::new);
    }

    private static Happening plain(Happening happening, String what) {
        demand(what.isEmpty());
        return happening;
    }

    private static void demand(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
