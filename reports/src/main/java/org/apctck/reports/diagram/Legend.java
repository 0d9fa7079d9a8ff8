package org.apctck.reports.diagram;

import java.util.List;
import org.apctck.reports.XmlFile;

/** What the signs of a diagram mean, beside each other in one line. */
final class Legend {
    private static final int LINE = 26;
    private static final int SIGN = 26;
    private static final int GAP = 18;
    private static final int EDGE = 4;

    /** Half the width of a page, like that of most diagrams. */
    private static final int WIDTH = 528;

    private final XmlFile canvas = XmlFile.flat();
    private final String prefix;
    private int x = EDGE;
    private int top;

    private Legend(String prefix) {
        this.prefix = prefix;
    }

    /** A sign and its meaning. */
    private record Entry(Runnable sign, String meaning) {}

    static String svg(String prefix) {
        return new Legend(prefix).draw();
    }

    private String draw() {
        List<Entry> entries = List.of(
                new Entry(() -> bar("apc-bar-call"), "call"),
                new Entry(() -> bar("apc-bar-apc"), "APC routine"),
                new Entry(this::arrow, "from queueing to running"),
                new Entry(this::pending, "stays queued"),
                new Entry(this::timed, "from timer to running"),
                new Entry(this::foot, "wait that APCs ended"),
                new Entry(this::blocked, "seen blocked"),
                new Entry(this::point, "all threads at rest"),
                new Entry(this::band, "first difference"));
        int height = LINE * (1 + breaks(entries));
        canvas.open(
                "svg",
                "xmlns",
                XmlFile.SVG,
                "class",
                "apc-diagram apc-legend",
                "role",
                "img",
                "aria-labelledby",
                prefix + "title",
                "width",
                WIDTH,
                "height",
                height,
                "viewBox",
                "0 0 " + WIDTH + " " + height);
        canvas.text("title", "What the signs of a diagram mean", "id", prefix + "title");
        Painter.hatching(canvas, prefix);
        for (Entry entry : entries) {
            place(entry);
            entry.sign().run();
            canvas.text("text", entry.meaning(), "x", x + SIGN, "y", middle() + 4);
            x += width(entry) + GAP;
        }
        return canvas.close().toString();
    }

    /** How often a new line is begun. */
    private int breaks(List<Entry> entries) {
        for (Entry entry : entries) {
            place(entry);
            x += width(entry) + GAP;
        }
        int breaks = top / LINE;
        x = EDGE;
        top = 0;
        return breaks;
    }

    private void place(Entry entry) {
        if (x + width(entry) > WIDTH) {
            x = EDGE;
            top += LINE;
        }
    }

    private static int width(Entry entry) {
        return SIGN + Layout.pixels(entry.meaning().length());
    }

    private int middle() {
        return top + LINE / 2;
    }

    private void bar(String cssClass) {
        canvas.empty(
                "rect", "class", cssClass, "x", x + 8, "y", top + 4, "width", Layout.BAR, "height", LINE - 8, "rx", 2);
    }

    private void arrow() {
        canvas.empty("path", "class", "apc-way", "d", "M" + x + " " + middle() + "h14");
        canvas.empty("path", "class", "apc-tip", "d", "M" + (x + 20) + " " + middle() + "l-6 -4v8z");
    }

    private void timed() {
        canvas.empty("path", "class", "apc-way apc-timed", "d", "M" + x + " " + middle() + "h14");
        canvas.empty("path", "class", "apc-tip", "d", "M" + (x + 20) + " " + middle() + "l-6 -4v8z");
        Painter.clock(canvas, x + 3, middle());
    }

    private void pending() {
        canvas.empty("path", "class", "apc-way", "d", "M" + x + " " + middle() + "h12");
        canvas.empty("circle", "class", "apc-pending", "cx", x + 16, "cy", middle(), "r", 4);
    }

    private void foot() {
        bar("apc-bar-call");
        canvas.empty(
                "rect",
                "class",
                "apc-foot",
                "x",
                x + 8,
                "y",
                top + LINE - 8,
                "width",
                Layout.BAR,
                "height",
                4,
                "rx",
                1);
    }

    private void blocked() {
        bar("apc-bar-call");
        canvas.empty(
                "rect",
                "style",
                "fill:url(#" + prefix + "hatch)",
                "x",
                x + 8,
                "y",
                top + 8,
                "width",
                Layout.BAR,
                "height",
                LINE - 12);
    }

    private void point() {
        canvas.empty("line", "class", "apc-point", "x1", x, "y1", middle(), "x2", x + 20, "y2", middle());
    }

    private void band() {
        canvas.empty("rect", "class", "apc-band", "x", x, "y", top + 4, "width", 20, "height", LINE - 8);
        canvas.empty("path", "class", "apc-pointer", "d", "M" + (x + 4) + " " + (middle() - 5) + "l8 5l-8 5z");
    }
}
