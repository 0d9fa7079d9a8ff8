package org.apctck.reports.diagram;

/**
 * Texts that an implementation under test chose, made fit to be shown: without characters that XML cannot hold, that end a
 * line or that turn the direction of what surrounds them.
 */
final class Printable {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text with a visible character for each that has no shape of its own. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(Printable::of).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int of(int character) {
        if (character < ' ') {
            return CONTROL_PICTURES + character;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> character;
        };
    }

    /** How many cells of a fixed-width font the text takes, or a little less. */
    static int cells(String text) {
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
