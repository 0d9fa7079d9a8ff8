package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;
import org.apctck.reports.TraceLines.Line;
import org.apctck.spec.trace.Trace;

/** A trace as a picture: a column for each thread, time going down, and a mark at the event that matters. */
public final class ThreadColumns {
    private static final int WIDTH_MAX = 46;
    private static final int BEFORE_MAX = 60;
    private static final int AFTER_MAX = 6;

    private final List<String> threads;
    private final List<Line> lines;
    private final int[] widths;
    private final List<String> picture = new ArrayList<>();

    private ThreadColumns(TraceLines trace) {
        this.threads = trace.threads();
        this.lines = trace.lines();
        this.widths = widths();
        heading();
    }

    /** The whole trace. */
    public static List<String> of(Trace trace) {
        ThreadColumns columns = new ThreadColumns(TraceLines.of(trace));
        columns.lines.forEach(line -> columns.add(line, false, ""));
        return columns.picture;
    }

    /**
     * The trace with a mark at the event that matters, and what surrounds it.
     *
     * @param event its index; the number of events for a mark behind the last one
     * @param note stands beside the mark
     */
    public static List<String> marked(Trace trace, int event, String note) {
        ThreadColumns columns = new ThreadColumns(TraceLines.of(trace));
        columns.around(columns.lineOf(event), note);
        return columns.picture;
    }

    /** The line that shows an event, or where the line after the last one would stand. */
    private int lineOf(int event) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).holds(event)) {
                return i;
            }
        }
        return lines.size();
    }

    private void around(int mark, String note) {
        int from = Math.max(0, mark - BEFORE_MAX);
        int to = Math.min(lines.size(), mark + 1 + AFTER_MAX);
        if (from > 0) {
            picture.add("  ... " + from + " earlier lines are left out");
        }
        for (int i = from; i < to; i++) {
            add(lines.get(i), i == mark, note);
        }
        if (mark == lines.size()) {
            picture.add(noted(">  (nothing more)", note));
        }
        if (to < lines.size()) {
            picture.add("  ... " + (lines.size() - to) + " later lines are left out");
        }
    }

    private void heading() {
        if (threads.isEmpty()) {
            return;
        }
        picture.add(row(threads, " "));
        StringBuilder rule = new StringBuilder("  ");
        for (int column = 0; column < widths.length; column++) {
            rule.append(column == 0 ? "" : "+").append("-".repeat(widths[column] + 2));
        }
        picture.add(rule.toString());
    }

    private void add(Line line, boolean isMarked, String note) {
        List<String> pieces = Pieces.of(line.text(), widths[line.thread()]);
        for (int i = 0; i < pieces.size(); i++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < threads.size(); column++) {
                cells.add(column == line.thread() ? pieces.get(i) : "");
            }
            String row = row(cells, isMarked && i == 0 ? ">" : " ");
            picture.add(isMarked && i == pieces.size() - 1 ? noted(row, note) : row);
        }
    }

    private String noted(String row, String note) {
        int width = 1;
        for (int column : widths) {
            width += column + 3;
        }
        return note.isEmpty() ? row : row + " ".repeat(Math.max(0, width - row.length())) + "  <- " + note;
    }

    private String row(List<String> cells, String mark) {
        StringBuilder row = new StringBuilder(mark).append(' ');
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            row.append(' ').append(cell).append(" ".repeat(widths[column] - cell.length()));
            row.append(column == cells.size() - 1 ? "" : " |");
        }
        return row.toString().stripTrailing();
    }

    private int[] widths() {
        int[] widths = new int[threads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = threads.get(column).length();
        }
        for (Line line : lines) {
            int width = Math.min(WIDTH_MAX, line.text().length());
            widths[line.thread()] = Math.max(widths[line.thread()], width);
        }
        return widths;
    }
}
