package org.apctck.reports.diagram;

import java.util.List;
import org.apctck.reports.XmlFile;
import org.apctck.spec.format.Printable;
import org.apctck.spec.format.Resource;
import org.apctck.spec.trace.Trace;

/**
 * A trace as a sequence diagram in SVG: a lane for each thread, time going down in the order of the events, calls and APC
 * routines as bars, an arrow from the call that queued an APC, or set the timer that did, to where it ran.
 *
 * <p>What a diagram shows is text that an implementation under test chose. It is written by an XML writer and can become
 * neither markup nor script; so a page may embed it as it is. The same trace makes the same text.
 */
public final class SequenceDiagram {
    private static final String STYLE_SHEET = "diagram.css";
    private static final String FILE_PREFIX = "d-";

    private SequenceDiagram() {}

    /**
     * An {@code <svg>} element to be put into a page of HTML that has the {@link #styleSheet()}. It has a width and a height of
     * its own, so put it into a box that scrolls.
     *
     * @param prefix of the ids in it, so that they are unique in the page: letters, digits and hyphens, a letter first
     * @param title a few words that name it
     * @param marks the events that matter
     */
    public static String svg(String prefix, String title, Trace trace, List<Mark> marks) {
        return draw(checked(prefix), title, trace, marks, "");
    }

    private static String checked(String prefix) {
        if (!prefix.matches("[A-Za-z][\\w-]*")) {
            throw new IllegalArgumentException("`" + prefix + "` cannot begin an id");
        }
        return prefix;
    }

    /** What the signs of a diagram mean, as an {@code <svg>} element like that of {@link #svg}. */
    public static String legend(String prefix) {
        return Legend.svg(checked(prefix));
    }

    /** A file of its own, with its style in it. */
    public static String file(String title, Trace trace, List<Mark> marks) {
        return draw(FILE_PREFIX, title, trace, marks, styleSheet()) + "\n";
    }

    /** What a page that embeds diagrams needs in its style, once. Its colours are variables that a page may set. */
    public static String styleSheet() {
        return Resource.text(SequenceDiagram.class, STYLE_SHEET);
    }

    private static String draw(String prefix, String title, Trace whole, List<Mark> allMarks, String style) {
        Excerpt excerpt = Excerpt.of(whole, allMarks);
        Trace trace = excerpt.trace();
        List<Mark> marks = excerpt.marks();
        Story story = Teller.tell(trace, marks);
        Layout layout = new Layout(story);
        XmlFile canvas = XmlFile.flat();
        canvas.open(
                "svg",
                "xmlns",
                XmlFile.SVG,
                "class",
                style.isEmpty() ? "apc-diagram" : "apc-diagram apc-file",
                "role",
                "img",
                "aria-labelledby",
                prefix + "title",
                "aria-describedby",
                prefix + "desc",
                "width",
                layout.width(),
                "height",
                layout.height(),
                "viewBox",
                "0 0 " + layout.width() + " " + layout.height());
        canvas.text("title", Printable.line(title), "id", prefix + "title");
        canvas.text("desc", Telling.of(trace, marks, story), "id", prefix + "desc");
        if (!style.isEmpty()) {
            canvas.text("style", style);
            canvas.empty("rect", "class", "apc-paper", "width", layout.width(), "height", layout.height());
        }
        new Painter(story, layout, canvas, prefix).paint();
        return canvas.close().toString();
    }
}
