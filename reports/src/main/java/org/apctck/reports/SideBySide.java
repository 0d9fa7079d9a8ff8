package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apctck.kit.diff.Divergence;

/** The events of a thread on both sides of a {@link Divergence}, beside each other, up to the difference and a little further. */
public final class SideBySide {
    private static final int WIDTH_MAX = 56;
    private static final int BEFORE_MAX = 20;
    private static final int AFTER_MAX = 2;

    private SideBySide() {}

    /** The lines, under the names of both sides. */
    public static List<String> of(Divergence divergence, String leftName, String rightName) {
        int event = divergence.event();
        int longer = Math.max(divergence.left().size(), divergence.right().size());
        int last = Math.min(longer - 1, event + AFTER_MAX);
        int first = Math.max(0, event - BEFORE_MAX);
        int leftWidth = width(divergence::leftEvent, leftName, first, last);
        int rightWidth = width(divergence::rightEvent, rightName, first, last);
        List<String> lines = new ArrayList<>();
        lines.add("   " + padded(leftName, leftWidth) + " | " + rightName);
        lines.add("  " + "-".repeat(leftWidth + 2) + "+" + "-".repeat(rightWidth + 2));
        if (first > 0) {
            lines.add("  ... " + first + " equal events are left out");
        }
        for (int i = first; i <= last; i++) {
            List<String> leftPieces = Pieces.of(divergence.leftEvent(i), leftWidth);
            List<String> rightPieces = Pieces.of(divergence.rightEvent(i), rightWidth);
            for (int piece = 0; piece < Math.max(leftPieces.size(), rightPieces.size()); piece++) {
                String mark = i == event && piece == 0 ? ">  " : "   ";
                String cells = padded(piece(leftPieces, piece), leftWidth) + " | " + piece(rightPieces, piece);
                lines.add((mark + cells).stripTrailing());
            }
        }
        return lines;
    }

    private static int width(IntFunction<String> events, String name, int first, int last) {
        int width = Math.max(name.length(), Divergence.NOTHING_MORE.length());
        for (int i = first; i <= last; i++) {
            width = Math.max(width, Math.min(WIDTH_MAX, events.apply(i).length()));
        }
        return width;
    }

    private static String piece(List<String> pieces, int index) {
        return index < pieces.size() ? pieces.get(index) : "";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
