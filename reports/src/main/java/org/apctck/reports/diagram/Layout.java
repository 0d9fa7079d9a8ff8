package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    private static final int LIFELINE = 14;
    private static final int GAP = 8;
    private static final int GUTTER = 14;
    private static final int MARGIN = 16;
    private static final int TIMES = 44;
    private static final int WIDTH_MIN = 300;
    private static final int ENDING_CELLS_MAX = 84;
    private static final int CELLS_MIN = 12;

    /** How wide a lane may become, by the number of lanes. */
    private static final int[] CELLS_MAX = {44, 44, 44, 36, 30, 28, 26};

    private final Story story;
    private final int left;
    private final List<Label> labels = new ArrayList<>();
    private final int[] cells;
    private final int[] lanes;
    private final int[] gutters;
    private final int[] tops;
    private final Tracks tracks;
    private final Label ending;
    private int width;

    Layout(Story story) {
        this.story = story;
        this.tracks = Tracks.of(story);
        this.left = MARGIN + (hasTimes() ? TIMES : 0);
        this.cells = new int[story.lanes().size()];
        this.lanes = new int[cells.length];
        this.gutters = new int[cells.length + 1];
        this.tops = new int[story.rows().size() + 1];
        columns();
        rows();
        this.ending = Label.of(List.of(new Phrase(story.ending().text(), Phrase.Style.NOTE)), wholeCells());
    }

    /** Whether time passes: it does not in most runs of the model. */
    boolean hasTimes() {
        return story.rows().stream().anyMatch(row -> row.micros() > 0);
    }

    /** What so many characters of the fixed-width font take, a little more than any common font needs. */
    static int pixels(int cells) {
        return (cells * 29 + 3) / 4;
    }

    private int cellsMax() {
        return CELLS_MAX[Math.min(cells.length, CELLS_MAX.length - 1)];
    }

    private int wholeCells() {
        return Math.max(CELLS_MIN, (width - left - 2 * GAP - MARGIN) * 4 / 29);
    }

    private void columns() {
        for (int lane = 0; lane < cells.length; lane++) {
            cells[lane] = Math.min(
                    cellsMax(),
                    Math.max(
                            CELLS_MIN,
                            Printable.cells(Printable.of(story.lanes().get(lane))) + 1));
        }
        for (Row row : story.rows()) {
            if (row.lane() >= 0) {
                Label label = Label.of(row.phrases(), cellsMax());
                cells[row.lane()] = Math.max(cells[row.lane()], label.width());
            }
        }
        for (Arrow arrow : story.arrows()) {
            if (arrow.isPending() && arrow.lane() != arrow.toLane()) {
                cells[arrow.toLane()] =
                        Math.max(cells[arrow.toLane()], Math.min(cellsMax(), Printable.cells(pending(arrow))));
            }
        }
        int x = left;
        for (int lane = 0; lane < cells.length; lane++) {
            gutters[lane] = x;
            x += GUTTER + tracks.width(lane);
            lanes[lane] = x;
            x += LIFELINE + nest(Math.max(1, story.depth(lane))) + GAP + pixels(cells[lane]) + GAP;
        }
        gutters[cells.length] = x;
        x += tracks.width(cells.length);
        int endingCells =
                Math.min(ENDING_CELLS_MAX, Printable.cells(story.ending().text()));
        width = Math.max(WIDTH_MIN, Math.max(x + MARGIN, left + pixels(endingCells) + 2 * GAP + MARGIN));
    }

    private void rows() {
        int y = cells.length == 0 ? GAP : HEADING + GAP;
        for (int i = 0; i < story.rows().size(); i++) {
            Row row = story.rows().get(i);
            Label label = Label.of(row.phrases(), row.lane() < 0 ? wholeCells() : cellsMax());
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
        return LIFELINE + nest(Math.max(1, story.depth(lane))) + GAP + pixels(cells[lane]) + GAP;
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
        return gutters[way.getKey()] + GUTTER / 2 + way.getValue() * Tracks.WIDTH;
    }
}
