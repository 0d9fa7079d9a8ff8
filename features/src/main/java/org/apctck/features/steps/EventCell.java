package org.apctck.features.steps;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.kit.Expected;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.api.Constants;
import org.apctck.spec.trace.EventKind;

/** The notation of one expected event: a word for its kind and a text that says what. */
final class EventCell {
    private static final Pattern ROUTINE = Pattern.compile("[A-Za-z_]\\w*(\\([^()]*\\))?");
    /** With what its request has filled, if it has one. */
    private static final Pattern BEGINNING = Pattern.compile(ROUTINE + "(, [A-Za-z_]\\w* = \".*\")?");

    private static final Pattern WORD = Pattern.compile("nonzero|handle|void|id of \\w+|\\d+|0x[0-9A-Fa-f]+");
    private static final Pattern CONSTANT = Pattern.compile("([A-Z]\\w*)( \\+ \\d{1,3}(\\.\\.\\d{1,3})?)?");
    private static final Pattern LAST_ERROR = Pattern.compile("last error (\\w+)");
    private static final Pattern SLOT = Pattern.compile("[A-Za-z_]\\w* = (.+)");

    private EventCell() {}

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException if it is none; the message says what to write
     */
    static Expected read(String word, String what) {
        EventKind kind = EventKind.of(word);
        switch (kind) {
            case CALLS -> call(what);
            case RETURNS -> results(what);
            case BEGINS -> demand(BEGINNING.matcher(what).matches(), kind, what, "the name of an APC routine");
            case ENDS -> demand(ROUTINE.matcher(what).matches(), kind, what, "the name of an APC routine");
            case STARTS ->
                demand(what.isEmpty() || ROUTINE.matcher(what).matches(), kind, what, "nothing or a thread routine");
            case EXITS, SUSPENDED, RESUMED -> demand(what.isEmpty(), kind, what, "nothing");
            case BLOCKED -> demand(blocks(what), kind, what, "the name of a function that can block");
            case QUIESCENT -> throw new IllegalArgumentException("`quiescent` belongs to no thread");
        }
        return new Expected(kind, what);
    }

    private static boolean blocks(String name) {
        ApiFunction function = ApiFunction.named(name);
        return function != null && function.canBlock();
    }

    private static void call(String what) {
        if (what.indexOf('(') < 0) {
            demand(ApiFunction.named(what) != null, EventKind.CALLS, what, "the name of a function, or a call");
            return;
        }
        try {
            Call call = Call.parse(what);
            demand(call.loop() == null, EventKind.CALLS, what, "one call: a loop has a row for each time it is made");
        } catch (CallSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void results(String what) {
        for (String alternative : what.split(" or ", -1)) {
            String[] parts = alternative.split(", ", -1);
            demand(isValue(parts[0]), EventKind.RETURNS, what, "a value such as WAIT_OBJECT_0, TRUE, nonzero or 7");
            for (int i = 1; i < parts.length; i++) {
                Matcher lastError = LAST_ERROR.matcher(parts[i]);
                Matcher slot = SLOT.matcher(parts[i]);
                demand(
                        lastError.matches() ? isValue(lastError.group(1)) : slot.matches() && isValue(slot.group(1)),
                        EventKind.RETURNS,
                        what,
                        "`last error NAME` or `slot = value` after the comma");
            }
        }
    }

    private static boolean isValue(String text) {
        Matcher constant = CONSTANT.matcher(text);
        return WORD.matcher(text).matches() || constant.matches() && Constants.valueOf(constant.group(1)) != null;
    }

    private static void demand(boolean holds, EventKind kind, String what, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException(kind.word() + " takes " + wanted + ", not `" + what + "`");
        }
    }
}
