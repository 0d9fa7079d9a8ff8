package org.apctck.reports.site.view;

import java.util.ArrayList;
import java.util.List;

/** A text for people in which code stands between backticks, cut into pieces. */
public record Prose(List<Piece> pieces) {
    /** Some words, or some code. */
    public record Piece(String text, boolean code) {}

    /** Cuts a text. A backtick without a second one is a letter. */
    public static Prose of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        while (true) {
            int open = text.indexOf('`', start);
            int close = open < 0 ? -1 : text.indexOf('`', open + 1);
            if (close < 0) {
                add(pieces, text.substring(start), false);
                return new Prose(pieces);
            }
            add(pieces, text.substring(start, open), false);
            add(pieces, text.substring(open + 1, close), true);
            start = close + 1;
        }
    }

    private static void add(List<Piece> pieces, String text, boolean code) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, code));
        }
    }
}
