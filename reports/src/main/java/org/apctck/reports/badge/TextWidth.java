package org.apctck.reports.badge;

/**
 * How wide a text is, about: the font is that of whoever looks, and the text is fitted to the width that is given here.
 */
final class TextWidth {
    private static final String NARROW = " .,:;'|!ijlI()[]/\\-`";
    private static final String WIDE = "mwMW@%&";
    private static final double NARROW_PIXELS = 4.2;
    private static final double USUAL_PIXELS = 6.8;
    private static final double WIDE_PIXELS = 10;

    private TextWidth() {}

    /** In pixels, for a sans-serif font of 11 pixels. */
    static int of(String text) {
        return (int) Math.ceil(text.codePoints().mapToDouble(TextWidth::of).sum());
    }

    private static double of(int character) {
        if (NARROW.indexOf(character) >= 0) {
            return NARROW_PIXELS;
        }
        return WIDE.indexOf(character) >= 0 || character > 0x7F || Character.isUpperCase(character)
                ? WIDE_PIXELS
                : USUAL_PIXELS;
    }
}
