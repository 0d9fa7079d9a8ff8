package org.apctck.reports.summary;

/** Texts in Markdown as GitHub and GitLab read it, in which nothing is markup that came from elsewhere. */
public final class MarkdownText {
    private static final int REPLACEMENT = 0xFFFD;

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

    /** One line, without characters that have no shape of their own or turn the direction of what surrounds them. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replaceAll("\\s+", " ")
                .strip()
                .codePoints()
                .map(character -> isPrintable(character) ? character : REPLACEMENT)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
