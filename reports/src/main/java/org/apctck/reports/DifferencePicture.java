package org.apctck.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apctck.kit.diff.Divergence;
import org.apctck.kit.diff.Parting;
import org.apctck.kit.diff.ScenarioDifference;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.TraceLines.Line;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Printable;
import org.apctck.spec.trace.Trace;

/** What both sides of a difference did, as columns of text. */
public final class DifferencePicture {
    /** What a trace does not tell by its events. */
    private static final Set<Verdict> UNTOLD =
            EnumSet.of(Verdict.CRASH, Verdict.TIMEOUT, Verdict.ERROR, Verdict.INCONCLUSIVE, Verdict.NOT_RUN);

    /** What the columns share, and the least that one gets. */
    private static final int WIDTHS_MAX = 100;

    private static final int WIDTH_MIN = 36;
    private static final int BEFORE_MAX = 14;

    private DifferencePicture() {}

    /**
     * What both did, a column for each thread, and below it what either did next; and how a side ended, or why it did
     * nothing, where no event can show that.
     */
    public static List<String> of(ScenarioDifference difference, String leftName, String rightName) {
        List<String> lines = new ArrayList<>();
        Parting parting = difference.parting();
        if (parting != null) {
            lines.addAll(parting(parting, leftName, rightName));
        }
        said(leftName, difference.one(), parting != null).ifPresent(lines::add);
        said(rightName, difference.other(), parting != null).ifPresent(lines::add);
        return lines;
    }

    private static Optional<String> said(String name, ScenarioResult result, boolean isDrawn) {
        boolean isTold = isDrawn
                ? UNTOLD.contains(result.verdict())
                : result.verdict() != Verdict.PASS && result.verdict() != Verdict.OBSERVED;
        return isTold
                ? result.reason().lines().findFirst().map(reason -> name + ": " + Printable.line(reason))
                : Optional.empty();
    }

    private static List<String> parting(Parting parting, String leftName, String rightName) {
        Divergence divergence = parting.divergence();
        if (divergence.thread().isEmpty()) {
            return List.of(
                    "> " + leftName + ": " + divergence.leftEvent(), "> " + rightName + ": " + divergence.rightEvent());
        }
        TraceLines before =
                TraceLines.of(Trace.of(parting.common(), parting.left().status(), ""));
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
