package org.apctck.reports.summary;

import org.apctck.spec.format.Printable;

/** Texts in Markdown as GitHub and GitLab read it, in which nothing is markup that came from elsewhere. */
public final class MarkdownText {
    private MarkdownText() {}

    /**
     * A text on one line that is shown as it is. A {@code |} is left as it is: it means something in a table only, which
     * escapes it itself.
     */
    public static String plain(String text) {
        return printable(text)
                .replaceAll("[\\\\`*_\\[\\]<>&~#$@]", "\\\\$0")
                // What would become a link by itself.
                .replace("://", "\\://")
                .replaceAll("(?i)\\b(www)\\.", "$1\\\\.");
    }

    /** A text on one line in a fixed-width font. */
    public static String code(String text) {
        String printable = printable(text);
        // Where the fence or a cell of a table could be mistaken, HTML is the only way that always works.
        return printable.isEmpty() || printable.matches(".*[`|\\\\].*")
                ? "<code>" + plain(text) + "</code>"
                : "`" + printable + "`";
    }

    private static String printable(String text) {
        return Printable.line(text.replaceAll("\\s+", " ").strip());
    }
}
