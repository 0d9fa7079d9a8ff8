package org.apctck.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of texts: aligned columns for a terminal, or Markdown. Columns of numbers are aligned to the right. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these headings. */
    public TextTable(List<String> header) {
        this.header = List.copyOf(header);
    }

    /** A table with these headings. */
    public TextTable(String... header) {
        this(List.of(header));
    }

    /** Adds a row, one cell for each heading. */
    public TextTable row(List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + header.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    /** Adds a row, one cell for each heading. */
    public TextTable row(String... cells) {
        return row(List.of(cells));
    }

    /** The lines of the table in aligned columns, without blanks at their ends. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(line(header));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String blanks = " ".repeat(width(column) - cells.get(column).length());
            boolean isRight = isNumeric(column);
            line.append(column == 0 ? "" : GAP).append(isRight ? blanks : "");
            line.append(cells.get(column)).append(isRight ? "" : blanks);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = header.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("[\\d .]*"))
                && rows.stream().anyMatch(row -> !row.get(column).isBlank());
    }

    /** The lines of the table in Markdown. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(markdown(header));
        StringBuilder rule = new StringBuilder("|");
        for (int column = 0; column < header.size(); column++) {
            rule.append(isNumeric(column) ? " ---: |" : " --- |");
        }
        lines.add(rule.toString());
        rows.forEach(row -> lines.add(markdown(row)));
        return lines;
    }

    private static String markdown(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
