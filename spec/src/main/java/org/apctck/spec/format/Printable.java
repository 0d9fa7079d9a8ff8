package org.apctck.spec.format;

import java.util.function.IntPredicate;

/**
 * Texts from outside, made fit to be shown: an implementation, an agent or a file may hold what ends a line, moves the cursor of
 * a terminal, turns the direction of what surrounds it, or cannot be written in XML. Each such character is shown as one that
 * has a shape: {@code ␛} for an escape.
 */
public final class Printable {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text as one line. */
    public static String line(String text) {
        return shown(text, character -> false);
    }

    /** The text with the line feeds and tabs that it has. */
    public static String lines(String text) {
        return shown(text, character -> character == '\n' || character == '\t');
    }

    private static String shown(String text, IntPredicate isKept) {
        if (text.codePoints().allMatch(character -> isKept.test(character) || of(character) == character)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isKept.test(character) ? character : of(character))
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static int of(int character) {
        if (character < ' ') {
            return CONTROL_PICTURES + character;
        }
        if (character == DELETE) {
            return PICTURE_OF_DELETE;
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
}
