package org.apctck.reports.allure;

/**
 * Markdown in which nothing is markup but what this class puts there: results come from implementations and machines that
 * nobody here knows.
 */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    /** Adds a paragraph of plain text behind words that stand out. */
    Markdown paragraph(String strong, String plain) {
        text.append("**")
                .append(escaped(strong))
                .append("**: ")
                .append(escaped(plain))
                .append("\n\n");
        return this;
    }

    /** Adds lines as they are. An indented block has no closing mark that the text could contain. */
    Markdown verbatim(String lines) {
        lines.stripTrailing()
                .lines()
                .forEach(line -> text.append("    ").append(line).append('\n'));
        text.append('\n');
        return this;
    }

    /** Every punctuation mark may stand behind a backslash, and then means itself. */
    private static String escaped(String plain) {
        return plain.replaceAll("\\s+", " ").strip().replaceAll("(\\p{Punct})", "\\\\$1");
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
