package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.spec.format.Printable;

/**
 * Where everything of a {@link Story} stands, in pixels.
 *
 * <p>Lanes stand beside each other, with gutters between them in which arrows run down. A row belongs to one lane, so an arrow
 * that runs across within the row of the call that queued the APC crosses no text of another one.
 */
final class Layout {
    static final int LINE = 16;
    private static final int LEAD = 5;
    static final int BASELINE = 16;
    static final int BAR = 9;
    static final int HEADING = 34;
    private static final int PADDING = 8;
    private static final int POINT = 15;
    private static final int NEST = 6;
    private static final int DEPTH_MAX = 14;
    private static final int LIFELINE = 12;
    private static final int GAP = 8;
    private static final int GUTTER = 8;
    private static final int EDGE = 6;
    private static final int POINTER = 14;
    private static final int TIME_CELL = 6;
    private static final int WIDTH_MIN = 300;
    private static final int ENDING_CELLS_MAX = 84;
    private static final int CELLS_MIN = 12;

    /** A lane may become so wide at least: what is narrower breaks the most usual calls. */
    private static final int CELLS_MAX_LEAST = 26;

    private static final int CELLS_MAX_MOST = 44;

    /** Half the width of a page, the width of a page, and what is scrolled in any case. */
    private static final int[] WIDTHS = {528, 1096, 1300};

    private final Story story;
    private final int left;
    private final List<Label> labels = new ArrayList<>();
    private final int[] cells;
    private final int[] lanes;
    private final int[] gutters;
    private final int[] tops;
    private final Tracks tracks;
    private final Label ending;
    private final int most;
    private final int width;

    Layout(Story story) {
        this.story = story;
        this.tracks = Tracks.of(story);
        this.left = (story.marked().isEmpty() ? EDGE : POINTER) + times();
        this.cells = new int[story.lanes().size()];
        this.lanes = new int[cells.length];
        this.gutters = new int[cells.length + 1];
        this.tops = new int[story.rows().size() + 1];
        this.most = fittingCells();
        this.width = width(columns(most), story, left);
        rows();
        this.ending = Label.of(List.of(new Phrase(story.ending().text(), Phrase.Style.NOTE)), wholeCells());
    }

    /** What the times beside the rows take. */
    private int times() {
        long last = story.rows().stream().mapToLong(Row::micros).max().orElse(0);
        return last > 0 ? (last / 1000 + " ms").length() * TIME_CELL + GAP : 0;
    }

    /** Whether time passes: it does not in most runs of the model. */
    boolean hasTimes() {
        return story.rows().stream().anyMatch(row -> row.micros() > 0);
    }

    /** What so many characters of the fixed-width font take, a little more than any common font needs. */
    static int pixels(int cells) {
        return (cells * 29 + 3) / 4;
    }

    private int wholeCells() {
        return Math.max(CELLS_MIN, (width - left - 2 * GAP - EDGE) * 4 / 29);
    }

    /** The widest lanes with which the whole is as narrow as it can be made, by steps: two columns of a page, one, none. */
    private int fittingCells() {
        int narrowest = columns(CELLS_MAX_LEAST);
        int wanted = 0;
        while (wanted < WIDTHS.length - 1 && narrowest > WIDTHS[wanted]) {
            wanted++;
        }
        int most = CELLS_MAX_MOST;
        while (most > CELLS_MAX_LEAST && columns(most) > WIDTHS[wanted]) {
            most--;
        }
        return most;
    }

    /** Puts the lanes beside each other, none with more cells than {@code most}, and gives the width of them all. */
    private int columns(int most) {
        for (int lane = 0; lane < cells.length; lane++) {
            int name = Cells.of(Printable.line(story.lanes().get(lane))) + 1;
            cells[lane] = Math.min(most, Math.max(CELLS_MIN, name));
        }
        for (Row row : story.rows()) {
            if (row.lane() >= 0) {
                cells[row.lane()] = Math.max(
                        cells[row.lane()], Label.of(row.phrases(), most).width());
            }
        }
        for (Arrow arrow : story.arrows()) {
            if (arrow.isPending() && arrow.lane() != arrow.toLane()) {
                int pending = Cells.of(pending(arrow));
                cells[arrow.toLane()] = Math.max(cells[arrow.toLane()], Math.min(most, pending));
            }
        }
        int x = left;
        for (int lane = 0; lane < cells.length; lane++) {
            gutters[lane] = x;
            x += (lane == 0 ? 0 : GUTTER) + tracks.width(lane);
            lanes[lane] = x;
            x += laneWidth(lane);
        }
        gutters[cells.length] = x;
        return x + tracks.width(cells.length) + EDGE;
    }

    private static int width(int lanes, Story story, int left) {
        int ending = pixels(Math.min(ENDING_CELLS_MAX, Cells.of(story.ending().text())));
        return Math.max(WIDTH_MIN, Math.max(lanes, Math.min(WIDTHS[0], left + ending + 2 * GAP + EDGE)));
    }

    private void rows() {
        int y = cells.length == 0 ? GAP : HEADING + GAP;
        for (int i = 0; i < story.rows().size(); i++) {
            Row row = story.rows().get(i);
            Label label = Label.of(row.phrases(), row.lane() < 0 ? wholeCells() : most);
            labels.add(label);
            tops[i] = y;
            y += row.kind() == Row.Kind.POINT
                    ? POINT
                    : lead(i) + PADDING + label.lines().size() * LINE;
        }
        tops[story.rows().size()] = y;
    }

    static String pending(Arrow arrow) {
        return arrow.what() + " stays queued";
    }

    private static int nest(int depth) {
        return Math.min(depth, DEPTH_MAX) * NEST;
    }

    int left() {
        return left;
    }

    int width() {
        return width;
    }

    /** The height of the whole. */
    int height() {
        return bottom()
                + (story.ending().text().isEmpty() ? GAP : ending.lines().size() * LINE + PADDING + 2 * GAP);
    }

    /** Where the last row ends. */
    int bottom() {
        return tops[tops.length - 1];
    }

    Label ending() {
        return ending;
    }

    Label label(int row) {
        return labels.get(row);
    }

    /** Where a row begins; that of the number of rows is the end of the last one. */
    int top(int row) {
        return tops[Math.min(row, tops.length - 1)];
    }

    int bottom(int row) {
        return top(row + 1);
    }

    /** Where the first line of a label stands. */
    int baseline(int row) {
        return top(row) + lead(row) + BASELINE;
    }

    private int lead(int row) {
        return story.isEnteredFromRight(row) ? LEAD : 0;
    }

    /** The left side of a lane. */
    int lane(int lane) {
        return lanes[lane];
    }

    int laneWidth(int lane) {
        return LIFELINE + nest(Math.max(1, story.depth(lane))) + GAP + pixels(cells[lane]) + EDGE;
    }

    int laneCells(int lane) {
        return cells[lane];
    }

    /** The middle of the line of a thread. */
    int lifeline(int lane) {
        return lanes[lane] + LIFELINE;
    }

    /** The left side of a bar. */
    int bar(int lane, int depth) {
        return lifeline(lane) - BAR / 2 + nest(depth);
    }

    /** Where a text begins beside so many bars. */
    int text(int lane, int depth) {
        return lane < 0 ? left + GAP : lifeline(lane) + nest(Math.max(1, depth)) + GAP;
    }

    /** How many bars stand in a lane in the middle of a row. */
    int depthAt(int lane, int row) {
        return (int) story.bars().stream()
                .filter(bar -> bar.lane() == lane && bar.first() <= row && row <= bar.last())
                .count();
    }

    /** Where an arrow runs down. */
    int track(Arrow arrow) {
        Map.Entry<Integer, Integer> way = tracks.of(arrow);
        return gutters[way.getKey()] + Tracks.WIDTH + way.getValue() * Tracks.WIDTH;
    }
}
