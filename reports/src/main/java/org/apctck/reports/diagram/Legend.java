package org.apctck.reports.diagram;

import java.util.List;

/** What the signs of a diagram mean, beside each other in one line. */
final class Legend {
    private static final int HEIGHT = 26;
    private static final int MIDDLE = HEIGHT / 2;
    private static final int SIGN = 26;
    private static final int GAP = 18;

    private final Canvas canvas = new Canvas();
    private final String prefix;
    private int x = 4;

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
                new Entry(this::arrow, "from the call that queued it"),
                new Entry(this::pending, "stays queued"),
                new Entry(this::foot, "wait that APCs ended"),
                new Entry(this::blocked, "seen blocked"),
                new Entry(this::point, "all threads at rest"),
                new Entry(this::band, "first difference"));
        int width = entries.stream()
                        .mapToInt(entry -> SIGN + Layout.pixels(entry.meaning().length()) + GAP)
                        .sum()
                + x;
        canvas.root(
                "class",
                "apc-diagram apc-legend",
                "role",
                "img",
                "aria-labelledby",
                prefix + "title",
                "width",
                width,
                "height",
                HEIGHT,
                "viewBox",
                "0 0 " + width + " " + HEIGHT);
        canvas.text("title", "What the signs of a diagram mean", "id", prefix + "title");
        Painter.hatching(canvas, prefix);
        for (Entry entry : entries) {
            entry.sign().run();
            canvas.text("text", entry.meaning(), "x", x + SIGN, "y", MIDDLE + 4);
            x += SIGN + Layout.pixels(entry.meaning().length()) + GAP;
        }
        return canvas.close().toString();
    }

    private void bar(String cssClass) {
        canvas.empty("rect", "class", cssClass, "x", x + 8, "y", 4, "width", Layout.BAR, "height", HEIGHT - 8, "rx", 2);
    }

    private void arrow() {
        canvas.empty("path", "class", "apc-way", "d", "M" + x + " " + MIDDLE + "h14");
        canvas.empty("path", "class", "apc-tip", "d", "M" + (x + 20) + " " + MIDDLE + "l-6 -4v8z");
    }

    private void pending() {
        canvas.empty("path", "class", "apc-way", "d", "M" + x + " " + MIDDLE + "h12");
        canvas.empty("circle", "class", "apc-pending", "cx", x + 16, "cy", MIDDLE, "r", 4);
    }

    private void foot() {
        bar("apc-bar-call");
        canvas.empty(
                "rect", "class", "apc-foot", "x", x + 8, "y", HEIGHT - 8, "width", Layout.BAR, "height", 4, "rx", 1);
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
                8,
                "width",
                Layout.BAR,
                "height",
                HEIGHT - 12);
    }

    private void point() {
        canvas.empty("line", "class", "apc-point", "x1", x, "y1", MIDDLE, "x2", x + 20, "y2", MIDDLE);
    }

    private void band() {
        canvas.empty("rect", "class", "apc-band", "x", x, "y", 4, "width", 20, "height", HEIGHT - 8);
        canvas.empty("path", "class", "apc-pointer", "d", "M" + (x + 4) + " " + (MIDDLE - 5) + "l8 5l-8 5z");
    }
}
