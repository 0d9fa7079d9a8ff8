package org.apctck.reports.diagram;

import java.util.List;
import org.apctck.reports.XmlFile;
import org.apctck.spec.format.Printable;

/** Draws a story where its layout puts it. */
final class Painter {
    private static final int HEAD = 6;
    private static final int RADIUS = 4;
    private static final int EDGE = 3;
    private static final int CLOCK = 5;

    /** What belongs to no lane and may be as wide as the whole. */
    private static final String WHOLE = "apc-whole";

    private static final String IN_LANE = "apc-in-lane";

    private final Story story;
    private final Layout layout;
    private final XmlFile canvas;
    private final String prefix;

    Painter(Story story, Layout layout, XmlFile canvas, String prefix) {
        this.story = story;
        this.layout = layout;
        this.canvas = canvas;
        this.prefix = prefix;
    }

    void paint() {
        hatching(canvas, prefix);
        lanes();
        story.marked().forEach(this::band);
        points();
        lifelines();
        story.bars().forEach(this::bar);
        story.spells().forEach(this::spell);
        deaths();
        story.arrows().forEach(this::arrow);
        for (int row = 0; row < story.rows().size(); row++) {
            row(row);
        }
        times();
        ending();
    }

    /** What a bar is filled with while its thread is blocked. */
    static void hatching(XmlFile canvas, String prefix) {
        canvas.open("defs");
        canvas.open(
                "pattern",
                "id",
                prefix + "hatch",
                "width",
                5,
                "height",
                5,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        canvas.empty("line", "class", "apc-hatch", "x1", 0, "y1", 0, "x2", 0, "y2", 5);
        canvas.close().close();
    }

    private void lanes() {
        for (int lane = 0; lane < story.lanes().size(); lane++) {
            int x = layout.lane(lane);
            int width = layout.laneWidth(lane);
            rect(lane == story.laneShown() ? "apc-lane apc-shown" : "apc-lane", x, 4, width, layout.bottom() - 4);
            rect("apc-head", x, 4, width, Layout.HEADING - 10);
            String name = Printable.line(story.lanes().get(lane));
            String shown = Label.oneLine(name, layout.laneCells(lane));
            canvas.openInLine("text", "class", "apc-name", "x", x + 8, "y", 21);
            if (!shown.equals(name)) {
                canvas.openInLine("title").characters(name).closeInLine();
            }
            canvas.characters(shown).closeInLine();
        }
    }

    private void rect(String cssClass, int x, int y, int width, int height) {
        canvas.empty(
                "rect",
                "class",
                cssClass,
                "x",
                x,
                "y",
                y,
                "width",
                Math.max(1, width),
                "height",
                Math.max(1, height),
                "rx",
                EDGE);
    }

    private void band(int row) {
        int top = layout.top(row);
        canvas.empty(
                "rect",
                "class",
                "apc-band",
                "x",
                1,
                "y",
                top,
                "width",
                layout.width() - 2,
                "height",
                layout.bottom(row) - top);
        int y = top + 12;
        canvas.empty("path", "class", "apc-pointer", "d", "M3 " + (y - 5) + "l8 5l-8 5z");
    }

    private void points() {
        for (int row = 0; row < story.rows().size(); row++) {
            if (story.rows().get(row).kind() == Row.Kind.POINT) {
                int y = (layout.top(row) + layout.bottom(row)) / 2;
                line("apc-point", layout.left(), y, layout.width() - 6, y);
            }
        }
    }

    private void line(String cssClass, int x1, int y1, int x2, int y2) {
        canvas.empty("line", "class", cssClass, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
    }

    private void lifelines() {
        for (int lane = 0; lane < story.lanes().size(); lane++) {
            int x = layout.lifeline(lane);
            Integer birth = story.births().get(lane);
            Integer death = story.deaths().get(lane);
            int from = birth == null ? Layout.HEADING - 4 : layout.top(birth) + 12;
            int to = death == null ? layout.bottom() : layout.top(death) + 12;
            line("apc-line", x, from, x, Math.max(from, to));
            if (birth != null) {
                canvas.empty("circle", "class", "apc-birth", "cx", x, "cy", from, "r", RADIUS);
            }
        }
    }

    private void deaths() {
        story.deaths().forEach((lane, row) -> {
            int x = layout.lifeline(lane) - 5;
            int y = layout.top(row) + 7;
            canvas.empty("path", "class", "apc-death", "d", "M" + x + " " + y + "l10 10m0 -10l-10 10");
        });
    }

    private void bar(Bar bar) {
        String cssClass = bar.kind() == Bar.Kind.CALL ? "apc-bar-call" : "apc-bar-apc";
        int x = layout.bar(bar.lane(), bar.depth());
        int top = layout.top(bar.first()) + EDGE;
        int bottom = barEnd(bar);
        if (bar.end() == Bar.End.OPEN) {
            String zigzag = "l3 -5l3 5l3 -5";
            canvas.empty(
                    "path",
                    "class",
                    cssClass + " apc-open",
                    "d",
                    "M" + (x + Layout.BAR) + " " + (bottom - 5) + "V" + top + "H" + x + "V" + bottom + zigzag);
        } else {
            canvas.empty(
                    "rect",
                    "class",
                    cssClass,
                    "x",
                    x,
                    "y",
                    top,
                    "width",
                    Layout.BAR,
                    "height",
                    Math.max(2, bottom - top),
                    "rx",
                    2);
        }
        if (bar.isEndedByApc()) {
            canvas.empty(
                    "rect", "class", "apc-foot", "x", x, "y", bottom - 4, "width", Layout.BAR, "height", 4, "rx", 1);
        }
    }

    private int barEnd(Bar bar) {
        return switch (bar.end()) {
            case DONE -> layout.bottom(bar.last()) - EDGE;
            case OPEN -> layout.bottom() - 1;
            case CUT -> layout.baseline(bar.last()) - 4;
        };
    }

    private void spell(Spell spell) {
        boolean isBlocked = spell.kind() == Spell.Kind.BLOCKED;
        int x = isBlocked
                ? layout.bar(spell.lane(), Math.max(0, spell.depth()))
                : layout.lifeline(spell.lane()) - Layout.BAR;
        int top = layout.top(spell.first()) + EDGE;
        boolean isForEver = spell.until() >= story.rows().size();
        int bottom = isForEver ? layout.bottom() - 7 : layout.top(spell.until()) + (isBlocked ? EDGE : 12);
        if (isBlocked) {
            canvas.empty(
                    "rect",
                    "class",
                    "apc-blocked",
                    "style",
                    "fill:url(#" + prefix + "hatch)",
                    "x",
                    x,
                    "y",
                    top,
                    "width",
                    Layout.BAR,
                    "height",
                    Math.max(2, bottom - top));
        } else {
            rect("apc-suspended", x, top, 3, bottom - top);
        }
    }

    private void arrow(Arrow arrow) {
        Arrow.Timer timer = arrow.timer();
        boolean goesRight = arrow.lane() < arrow.toLane();
        int from = layout.bar(arrow.lane(), arrow.depth()) + (goesRight ? Layout.BAR : 0);
        int y = layout.bottom(arrow.row()) - EDGE;
        int track = layout.track(arrow);
        canvas.open("g", "class", "apc-arrow");
        if (arrow.isPending()) {
            canvas.text(
                    "title",
                    arrow.what() + " was queued to "
                            + Printable.line(story.lanes().get(arrow.toLane())) + " and did not run");
            canvas.empty(
                    "path",
                    "class",
                    "apc-way",
                    "d",
                    "M" + from + " " + y + "H" + (track + (goesRight ? -RADIUS : RADIUS)));
            canvas.empty("circle", "class", "apc-pending", "cx", track, "cy", y, "r", RADIUS);
        } else {
            canvas.text(
                    "title",
                    arrow.what() + origin(arrow) + ", runs on "
                            + Printable.line(story.lanes().get(arrow.toLane())));
            int toY = layout.top(arrow.toRow()) + EDGE + 3;
            boolean fromRight = arrow.comesFromRight();
            int to = layout.bar(arrow.toLane(), arrow.toDepth()) + (fromRight ? Layout.BAR : 0);
            int neck = fromRight ? to + HEAD : to - HEAD;
            canvas.empty(
                    "path",
                    "class",
                    timer == null ? "apc-way" : "apc-way apc-timed",
                    "d",
                    "M" + from + " " + y + "H" + track + "V" + toY + "H" + neck);
            canvas.empty(
                    "path",
                    "class",
                    "apc-tip",
                    "d",
                    "M" + to + " " + toY + "L" + neck + " " + (toY - 4) + "V" + (toY + 4) + "z");
        }
        if (timer != null) {
            clock(canvas, from + (goesRight ? CLOCK : -CLOCK), y);
        }
        canvas.close();
        if (arrow.isPending() && arrow.lane() != arrow.toLane()) {
            pendingText(arrow, y);
        }
    }

    private String origin(Arrow arrow) {
        Arrow.Timer timer = arrow.timer();
        String caller = Printable.line(story.lanes().get(arrow.lane()));
        return timer == null
                ? ", queued by " + caller
                : ", which the timer " + timer.name() + " of " + caller + " queued, due " + timer.due();
    }

    /** What stands where an arrow begins that waits for its time. */
    static void clock(XmlFile canvas, int x, int y) {
        String face = "M" + (x - RADIUS) + " " + y + "a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
        canvas.empty("path", "class", "apc-clock", "d", face + "M" + x + " " + (y - 3) + "v3h2");
    }

    private void pendingText(Arrow arrow, int y) {
        int depth = layout.depthAt(arrow.toLane(), arrow.row());
        String text = Layout.pending(arrow);
        String shown = Label.oneLine(text, layout.laneCells(arrow.toLane()));
        canvas.text("text", shown, "class", "apc-queued", "x", layout.text(arrow.toLane(), depth), "y", y - 5);
    }

    private void row(int index) {
        Row row = story.rows().get(index);
        Label label = layout.label(index);
        if (row.phrases().isEmpty()) {
            return;
        }
        int x = layout.text(row.lane(), row.depth());
        int top = layout.top(index);
        if (row.kind() == Row.Kind.NOTE) {
            rect("apc-note-box", x - 5, top + 1, Layout.pixels(label.width()) + 10, layout.bottom(index) - top - 3);
        }
        label(label, row.lane() < 0 ? WHOLE : IN_LANE, Label.whole(row.phrases()), x, layout.baseline(index));
    }

    private void label(Label label, String cssClass, String whole, int x, int y) {
        for (int line = 0; line < label.lines().size(); line++) {
            List<Phrase> phrases = label.lines().get(line);
            canvas.open("text", "class", cssClass, "x", x, "y", y + line * Layout.LINE);
            if (label.isCut()) {
                canvas.openInLine("title").characters(whole).closeInLine();
            }
            for (Phrase phrase : phrases) {
                canvas.openInLine("tspan", "class", phrase.style().cssClass())
                        .characters(phrase.text())
                        .closeInLine();
            }
            canvas.closeInLine();
        }
    }

    /** Milliseconds beside the rows in which they change. */
    private void times() {
        if (!layout.hasTimes()) {
            return;
        }
        String before = "";
        for (int index = 0; index < story.rows().size(); index++) {
            Row row = story.rows().get(index);
            String time = row.micros() / 1000 + " ms";
            if (row.micros() >= 0 && row.kind() == Row.Kind.EVENT && !time.equals(before)) {
                canvas.text("text", time, "class", "apc-time", "x", layout.left() - 6, "y", layout.baseline(index));
                before = time;
            }
        }
    }

    private void ending() {
        Ending ending = story.ending();
        if (ending.text().isEmpty()) {
            return;
        }
        int top = layout.bottom() + 8;
        int height = layout.ending().lines().size() * Layout.LINE + 8;
        canvas.open("g", "class", ending.tone().cssClass());
        rect("apc-end", layout.left(), top, layout.width() - layout.left() - 6, height);
        label(layout.ending(), WHOLE, ending.text(), layout.left() + 8, top + Layout.BASELINE);
        canvas.close();
    }
}
