package org.apctck.reports.diagram;

/** How wide a text is in a font of fixed width. */
final class Cells {
    private Cells() {}

    /** How many cells of a fixed-width font the text takes, or a little less. */
    static int of(String text) {
        return text.codePoints().map(character -> isWide(character) ? 2 : 1).sum();
    }

    /** Whether the character is drawn two cells wide: the scripts of East Asia, and pictures. */
    private static boolean isWide(int character) {
        return character >= 0x1100 && character <= 0x115F
                || character >= 0x2E80 && character <= 0xA4CF
                || character >= 0xAC00 && character <= 0xD7A3
                || character >= 0xF900 && character <= 0xFAFF
                || character >= 0xFE30 && character <= 0xFE6F
                || character >= 0xFF00 && character <= 0xFF60
                || character >= 0x1F000;
    }
}
