package org.apctck.reports.badge;

import org.apctck.kit.results.Conformance;
import org.apctck.reports.XmlFile;

/**
 * A picture of one line: what it is about, and what is said of it. It needs no font and no file beside it.
 *
 * @param title the whole of it in words, for who does not see the picture
 */
record Badge(String label, String message, String title, Colour colour) {
    private static final int HEIGHT = 20;
    private static final int MARGIN = 6;
    private static final int BASELINE = 14;
    private static final int LABEL_MAX = 40;
    private static final String FONT = "Verdana,'DejaVu Sans',Geneva,sans-serif";

    /** The colours behind white text, each dark enough to read it. */
    enum Colour {
        LABEL("#24292f"),
        CONFORMANT("#1a7f37"),
        NOT_CONFORMANT("#b42318"),
        INCOMPLETE("#8a5a00"),
        NOT_RUN("#57606a");

        private final String code;

        Colour(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What is to be said of a claim.
     *
     * @param target the name of the target
     * @param profile the name of the profile; empty for all rules
     */
    static Badge of(String target, String profile, Conformance conformance) {
        String claim = profile.isEmpty() ? "every required rule" : "profile " + profile;
        return new Badge(
                shortened(target) + (profile.isEmpty() ? "" : " " + profile),
                conformance.words(),
                target + ", " + claim + ": " + conformance.words(),
                switch (conformance.state()) {
                    case CONFORMANT -> Colour.CONFORMANT;
                    case NOT_CONFORMANT -> Colour.NOT_CONFORMANT;
                    case INCOMPLETE -> Colour.INCOMPLETE;
                    case NOT_RUN -> Colour.NOT_RUN;
                });
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LABEL_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LABEL_MAX - 1)) + "\u2026";
    }

    String svg() {
        int left = TextWidth.of(label) + 2 * MARGIN;
        int right = TextWidth.of(message) + 2 * MARGIN;
        XmlFile xml = XmlFile.fragment();
        xml.open(
                "svg",
                "xmlns",
                XmlFile.SVG,
                "width",
                left + right,
                "height",
                HEIGHT,
                "viewBox",
                "0 0 " + (left + right) + " " + HEIGHT,
                "role",
                "img",
                "aria-label",
                title);
        xml.text("title", title);
        box(xml, 0, left, Colour.LABEL);
        box(xml, left, right, colour);
        text(xml, MARGIN, left - 2 * MARGIN, label);
        text(xml, left + MARGIN, right - 2 * MARGIN, message);
        return xml.close() + "\n";
    }

    private static void box(XmlFile xml, int x, int width, Colour colour) {
        xml.empty("rect", "x", x, "width", width, "height", HEIGHT, "fill", colour.code());
    }

    private static void text(XmlFile xml, int x, int width, String text) {
        xml.text(
                "text",
                text,
                "x",
                x,
                "y",
                BASELINE,
                "fill",
                "#ffffff",
                "font-family",
                FONT,
                "font-size",
                11,
                "textLength",
                width,
                "lengthAdjust",
                "spacingAndGlyphs");
    }
}
