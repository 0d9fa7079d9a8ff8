package org.apctck.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reports.TraceLines.Line;
import org.apctck.spec.format.Printable;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;

/** Two traces of one program, and where they part. */
record Parting(Divergence divergence, Trace left, Trace right) {
    /** What the columns share, and the least that one gets. */
    private static final int WIDTHS_MAX = 100;

    private static final int WIDTH_MIN = 36;
    private static final int BEFORE_MAX = 14;

    /** What both did, a column for each thread, and below it what either did next where they part. */
    List<String> picture(String leftName, String rightName) {
        if (divergence.thread().isEmpty()) {
            return List.of(
                    "> " + leftName + ": " + divergence.leftEvent(), "> " + rightName + ": " + divergence.rightEvent());
        }
        TraceLines before = TraceLines.of(Trace.of(common(), left.status(), ""));
        List<String> threads = new ArrayList<>(before.threads());
        if (!threads.contains(divergence.thread())) {
            threads.add(divergence.thread());
        }
        int column = threads.indexOf(divergence.thread());
        Columns columns = new Columns(threads, "> " + (leftName.length() < rightName.length() ? rightName : leftName));
        before.lines().forEach(line -> columns.fit(line.thread(), line.text()));
        columns.fit(column, divergence.leftEvent());
        columns.fit(column, divergence.rightEvent());
        columns.heading();
        int first = Math.max(0, before.lines().size() - BEFORE_MAX);
        if (first > 0) {
            columns.add("", 0, "... " + first + " earlier lines are left out");
        }
        for (Line line : before.lines().subList(first, before.lines().size())) {
            columns.add("", line.thread(), line.text());
        }
        columns.add("> " + leftName, column, divergence.leftEvent());
        columns.add("> " + rightName, column, divergence.rightEvent());
        return columns.picture;
    }

    /** The events before the difference, in the order of the left trace, as far as the right one has them as well. */
    private List<Event> common() {
        Map<String, Integer> agreed = new HashMap<>();
        Map<String, List<String>> lefts = left.outcome().threads();
        Map<String, List<String>> rights = right.outcome().threads();
        lefts.forEach((thread, events) -> agreed.put(thread, agreed(events, rights.getOrDefault(thread, List.of()))));
        Map<String, Integer> seen = new HashMap<>();
        List<Event> common = new ArrayList<>();
        for (Event event : left.events()) {
            boolean counts =
                    event.kind() != EventKind.QUIESCENT && !event.kind().isObservation();
            int index = counts ? seen.merge(event.thread(), 1, Integer::sum) - 1 : -1;
            if (counts && index == divergence.event() && event.thread().equals(divergence.thread())) {
                break;
            }
            if (counts ? index < agreed.getOrDefault(event.thread(), 0) : event.kind() == EventKind.BLOCKED) {
                common.add(event);
            }
        }
        return common;
    }

    private static int agreed(List<String> one, List<String> other) {
        int agreed = 0;
        while (agreed < one.size() && agreed < other.size() && one.get(agreed).equals(other.get(agreed))) {
            agreed++;
        }
        return agreed;
    }

    /** Rows under the names of threads, with a word before each. */
    private static final class Columns {
        private final List<String> threads;
        private final int gutter;
        private final int[] widths;
        private final List<String> picture = new ArrayList<>();

        Columns(List<String> threads, String longest) {
            this.threads = threads;
            this.gutter = longest.length();
            this.widths = threads.stream().mapToInt(String::length).toArray();
        }

        void fit(int column, String text) {
            int most = Math.max(WIDTH_MIN, WIDTHS_MAX / threads.size());
            widths[column] = Math.max(widths[column], Math.min(most, text.length()));
        }

        void heading() {
            row("", threads);
            StringBuilder rule = new StringBuilder(" ".repeat(gutter + 1));
            for (int column = 0; column < widths.length; column++) {
                rule.append(column == 0 ? "" : "+").append("-".repeat(widths[column] + 2));
            }
            picture.add(rule.toString());
        }

        void add(String word, int column, String text) {
            String before = word;
            for (String piece : Pieces.of(text, widths[column])) {
                List<String> cells = new ArrayList<>(Collections.nCopies(threads.size(), ""));
                cells.set(column, piece);
                row(before, cells);
                before = "";
            }
        }

        private void row(String word, List<String> cells) {
            StringBuilder row = new StringBuilder(word).append(" ".repeat(gutter + 1 - word.length()));
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                row.append(column == 0 ? " " : " | ").append(cell);
                row.append(" ".repeat(Math.max(0, widths[column] - cell.length())));
            }
            // What a target says must not move the cursor of a terminal.
            picture.add(Printable.line(row.toString().stripTrailing()));
        }
    }
}
