package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Phrases broken into lines that fit into a width.
 *
 * @param lines each a list of phrases that stand beside each other
 * @param isCut whether something is left out
 */
record Label(List<List<Phrase>> lines, boolean isCut) {
    private static final int CALL_LINES_MAX = 3;
    private static final int LINES_MAX = 6;
    private static final String HANGING = "  ";
    private static final String CUT = "…";

    /** Where a line may end: behind these. */
    private static final String BREAKS = " ,/=";

    Label {
        lines = lines.stream().map(List::copyOf).toList();
    }

    /**
     * Breaks {@code phrases} into lines of at most {@code width} cells; a phrase begins on a new line if it fits there only.
     *
     * @param width more than the indentation of further lines and some letters
     */
    static Label of(List<Phrase> phrases, int width) {
        List<List<Phrase>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        boolean isCut = false;
        for (Phrase phrase : phrases) {
            isCut |= add(phrase, lines, width);
        }
        return new Label(lines, isCut);
    }

    /** Whether the phrase had to be cut. */
    private static boolean add(Phrase phrase, List<List<Phrase>> lines, int width) {
        String rest = phrase.text();
        int used = width(lines.get(lines.size() - 1));
        if (used > 0 && used + Cells.of(rest) > width) {
            lines.add(new ArrayList<>());
            rest = HANGING + rest.strip();
        }
        int most = phrase.style() == Phrase.Style.CALL ? CALL_LINES_MAX : LINES_MAX;
        for (int line = 1; Cells.of(rest) > width; line++) {
            boolean isLast = line == most;
            int end = end(rest, isLast ? width - 1 : width);
            String piece = rest.substring(0, end).stripTrailing();
            lines.get(lines.size() - 1).add(new Phrase(isLast ? piece + CUT : piece, phrase.style()));
            if (isLast) {
                return true;
            }
            lines.add(new ArrayList<>());
            rest = HANGING + rest.substring(end).strip();
        }
        lines.get(lines.size() - 1).add(new Phrase(rest, phrase.style()));
        return false;
    }

    /** Where to break a text that is too wide: behind the last word that fits, or in the middle of a word. */
    private static int end(String text, int width) {
        int end = 0;
        int cells = 0;
        int blank = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            cells += Cells.of(Character.toString(character));
            if (cells > width) {
                break;
            }
            end += Character.charCount(character);
            if (BREAKS.indexOf(character) >= 0 && end > width / 3) {
                blank = end;
            }
        }
        return blank > 0 ? blank : end;
    }

    /** The text in one line, cut if need be. */
    static String oneLine(String text, int width) {
        return Cells.of(text) <= width
                ? text
                : text.substring(0, end(text, width - 1)).strip() + CUT;
    }

    /** The cells of the widest line. */
    int width() {
        return lines.stream().mapToInt(Label::width).max().orElse(0);
    }

    private static int width(List<Phrase> line) {
        return line.stream().mapToInt(phrase -> Cells.of(phrase.text())).sum();
    }

    /** All of the phrases in one line. */
    static String whole(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining());
    }
}
