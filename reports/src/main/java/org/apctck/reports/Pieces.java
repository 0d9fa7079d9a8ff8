package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;

/** Breaks the text of a cell into lines that fit into its column. */
final class Pieces {
    private static final int HANGING = 4;

    private Pieces() {}

    /**
     * The text in pieces, broken at blanks where there are any; what follows the first is indented further.
     *
     * @param width more than the indentation of {@code text} and some letters
     */
    static List<String> of(String text, int width) {
        List<String> pieces = new ArrayList<>();
        int indent = text.length() - text.stripLeading().length();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > indent + HANGING ? blank : width;
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = " ".repeat(indent + HANGING) + rest.substring(end).strip();
        }
        pieces.add(rest);
        return pieces;
    }
}
