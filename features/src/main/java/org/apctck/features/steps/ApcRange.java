package org.apctck.features.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.kit.Expected;
import org.apctck.spec.trace.EventKind;

/**
 * APCs of one routine whose data counts up, written {@code A(1..65)}: a scenario of a thousand APCs stays readable.
 *
 * @param first the data of the first APC
 * @param last that of the last one, not below the first
 */
record ApcRange(String routine, int first, int last) {
    private static final Pattern TEXT = Pattern.compile("([A-Za-z_]\\w*)\\((\\d{1,6})\\.\\.(\\d{1,6})\\)");

    /** Whether {@code text} is meant as a range. */
    static boolean is(String text) {
        return text.contains("..");
    }

    /** @throws IllegalArgumentException if {@code text} is no range */
    static ApcRange read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > Integer.parseInt(matcher.group(3))) {
            throw new IllegalArgumentException("a range of APCs such as A(1..65) is needed, not `" + text + "`");
        }
        return new ApcRange(matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
    }

    /** What is expected where all of them run one after the other and make no calls. */
    List<Expected> run() {
        List<Expected> events = new ArrayList<>();
        for (int data = first; data <= last; data++) {
            events.add(new Expected(EventKind.BEGINS, routine + "(" + data + ")"));
            events.add(new Expected(EventKind.ENDS, routine));
        }
        return events;
    }
}
