package org.apctck.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a readable width. */
public final class Paragraph {
    private static final int WIDTH = 100;

    private Paragraph() {}

    /** {@code text} in lines that begin with {@code indent}; a word longer than a line stands on its own. */
    public static List<String> lines(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split("\\s+")) {
            if (line.length() > 0 && indent.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(indent + line);
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        if (line.length() > 0) {
            lines.add(indent + line);
        }
        return lines;
    }
}
