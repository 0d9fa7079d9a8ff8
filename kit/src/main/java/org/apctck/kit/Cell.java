package org.apctck.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Constants;
import org.apctck.spec.api.Symbols;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.Happening;
import org.jspecify.annotations.Nullable;

/**
 * Compares an event with the cell of a table: only what the cell names is compared.
 *
 * <p>{@code SleepEx} matches {@code SleepEx(0, TRUE)}, {@code A} matches {@code A(5)}, {@code FALSE} matches any last error,
 * and an empty cell matches every event of its kind. {@code X or Y} accepts both; an alternative that is only the name of an
 * error continues a last error: {@code FALSE, last error ERROR_A or ERROR_B}. {@code WAIT_OBJECT_0 + 0..63} accepts the constant
 * and what is up to 63 above it.
 */
final class Cell {
    private static final String LAST_ERROR = "last error ";
    private static final Pattern RANGE = Pattern.compile("([A-Z]\\w*) \\+ (\\d{1,3})\\.\\.(\\d{1,3})");

    private Cell() {}

    static boolean matches(Expected expected, Event event) {
        return expected.kind() == event.kind()
                && (expected.what().isBlank()
                        || alternatives(expected.what()).stream().anyMatch(cell -> matches(cell, event)));
    }

    private static List<String> alternatives(String cell) {
        List<String> alternatives = new ArrayList<>();
        for (String alternative : cell.strip().split("\\s+or\\s+")) {
            String previous = alternatives.isEmpty() ? "" : alternatives.get(alternatives.size() - 1);
            int error = previous.lastIndexOf(LAST_ERROR);
            alternatives.add(
                    error >= 0 && alternative.startsWith("ERROR_")
                            ? previous.substring(0, error + LAST_ERROR.length()) + alternative
                            : alternative);
        }
        return alternatives;
    }

    private static boolean matches(String cell, Event event) {
        Happening happening = event.happening();
        if (happening instanceof Happening.Returns returns) {
            return parts(cell).stream().allMatch(part -> matchesResult(part, returns));
        }
        if (happening instanceof Happening.Calls calls) {
            Call call = calls.call();
            return matchesSubject(withoutBinding(cell), call.function().functionName(), call.arguments());
        }
        if (happening instanceof Happening.Begins begins) {
            List<String> parts = parts(cell);
            return matchesSubject(parts.get(0), begins.routine(), begins.arguments())
                    && parts.stream().skip(1).allMatch(part -> matchesSlot(part, begins.slots()));
        }
        if (happening instanceof Happening.Starts starts) {
            return matchesSubject(cell, starts.routine(), List.of(Symbols.number(starts.argument())));
        }
        return cell.equals(happening.what());
    }

    private static boolean matchesResult(String part, Happening.Returns returns) {
        if (part.startsWith(LAST_ERROR)) {
            String lastError = returns.lastError();
            return lastError != null
                    && isSame(part.substring(LAST_ERROR.length()).strip(), lastError);
        }
        int equals = part.indexOf(" = ");
        if (equals < 0) {
            return isSame(part, returns.value());
        }
        return matchesSlot(part, returns.slots());
    }

    private static boolean matchesSlot(String part, Map<String, String> slots) {
        int equals = part.indexOf(" = ");
        String slot = equals < 0 ? null : slots.get(part.substring(0, equals).strip());
        return slot != null && isSame(part.substring(equals + 3).strip(), slot);
    }

    private static boolean matchesSubject(String cell, String subject, List<?> given) {
        int open = cell.indexOf('(');
        if (open < 0) {
            return cell.equals(subject);
        }
        List<String> wanted = arguments(cell, open);
        if (!cell.substring(0, open).strip().equals(subject) || wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!isSame(wanted.get(i), given.get(i).toString())) {
                return false;
            }
        }
        return true;
    }

    private static List<String> arguments(String call, int open) {
        int close = call.lastIndexOf(')');
        return parts(call.substring(open + 1, close < open ? call.length() : close));
    }

    private static String withoutBinding(String call) {
        int equals = call.indexOf('=');
        int open = call.indexOf('(');
        return equals >= 0 && equals < open ? call.substring(equals + 1).strip() : call;
    }

    /** The parts between the commas that stand in no bracket. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        String last = text.substring(start).strip();
        if (!last.isEmpty() || !parts.isEmpty()) {
            parts.add(last);
        }
        return parts;
    }

    private static boolean isSame(String wanted, String given) {
        Matcher range = RANGE.matcher(wanted);
        if (range.matches()) {
            return IntStream.rangeClosed(Integer.parseInt(range.group(2)), Integer.parseInt(range.group(3)))
                    .mapToObj(above -> range.group(1) + (above == 0 ? "" : " + " + above))
                    .anyMatch(value -> isSame(value, given));
        }
        if (wanted.replaceAll("\\s", "").equals(given.replaceAll("\\s", ""))) {
            return true;
        }
        Long number = number(wanted);
        Long other = number(given);
        return wanted.equals("nonzero") ? other != null && other != 0 : number != null && number.equals(other);
    }

    /** A number, decimal or hexadecimal, or the value of an error or exit code that has a name; else null. */
    private static @Nullable Long number(String text) {
        if (text.startsWith("ERROR_") || text.equals("STILL_ACTIVE")) {
            return Constants.valueOf(text);
        }
        try {
            return text.startsWith("0x") || text.startsWith("0X")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
