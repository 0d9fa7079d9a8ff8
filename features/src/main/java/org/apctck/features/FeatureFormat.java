package org.apctck.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The layout of a feature file: LF, no blanks at the end of a line, two spaces a level, aligned tables. */
final class FeatureFormat {
    private static final Pattern SCENARIO = Pattern.compile("(Background|Scenario|Scenario Outline|Example):.*");
    private static final Pattern STEP = Pattern.compile("(Given|When|Then|And|But|\\*) .*");
    private static final Pattern CELL_BORDER = Pattern.compile("(?<!\\\\)\\|");
    private static final String QUOTES = "\"\"\"";

    private final String file;
    private final String[] lines;
    private final List<Finding> findings = new ArrayList<>();
    /** The indentation of the scenarios here: a level deeper in a rule. */
    private int scenarioIndent = 2;
    /** The indentation of what belongs to the line above: steps to a scenario, a table to its step. */
    private int innerIndent;

    private boolean quoted;

    private FeatureFormat(String file, String text) {
        this.file = file;
        this.lines = text.split("\n", -1);
    }

    static List<Finding> check(String file, String text) {
        FeatureFormat format = new FeatureFormat(file, text);
        format.check();
        return format.findings;
    }

    private void check() {
        if (!lines[lines.length - 1].isEmpty()) {
            add(lines.length - 1, "the file must end with a line feed");
        }
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.endsWith("\r")) {
                add(i, "the file has CRLF; lines end with LF");
                return;
            }
            if (!line.equals(line.stripTrailing())) {
                add(i, "blanks at the end of the line");
            }
            if (line.indexOf('\t') >= 0) {
                add(i, "a tab; indent with two spaces a level");
            }
            if (!line.isBlank()) {
                checkIndent(i, line.strip());
            }
        }
        checkTables();
    }

    private void checkIndent(int i, String content) {
        int indent = lines[i].indexOf(content.charAt(0));
        if (quoted) {
            if (indent < innerIndent) {
                add(i, "indent the text by at least " + innerIndent + " spaces");
            }
            quoted = !content.startsWith(QUOTES);
            return;
        }
        int wanted = wantedIndent(isAbout(content) ? subject(i) : content);
        if (indent != wanted) {
            add(i, "indent by " + wanted + " spaces, not " + indent);
        }
        if (content.startsWith("Rule:")) {
            scenarioIndent = 4;
        }
        if (isHeading(content)) {
            innerIndent = wanted + 2;
        }
        quoted = content.startsWith(QUOTES);
    }

    private int wantedIndent(String content) {
        if (content.startsWith("Feature:")) {
            return 0;
        }
        if (content.startsWith("Rule:")) {
            return 2;
        }
        if (SCENARIO.matcher(content).matches()) {
            return scenarioIndent;
        }
        return isHeading(content) ? scenarioIndent + 2 : innerIndent;
    }

    /** Whether something may stand below the line that belongs to it; the rest is rows, texts and descriptions. */
    private static boolean isHeading(String content) {
        return content.startsWith("Feature:")
                || content.startsWith("Rule:")
                || content.startsWith("Examples:")
                || SCENARIO.matcher(content).matches()
                || STEP.matcher(content).matches();
    }

    private static boolean isAbout(String content) {
        return content.startsWith("@") || content.startsWith("#");
    }

    /** What a tag or comment is about, and so as deep as: the next line that is neither. */
    private String subject(int i) {
        for (int next = i + 1; next < lines.length; next++) {
            String content = lines[next].strip();
            if (!content.isEmpty() && !isAbout(content)) {
                return content;
            }
        }
        return "Feature:";
    }

    private void checkTables() {
        for (int i = 0; i < lines.length; i++) {
            int first = i;
            while (i < lines.length && lines[i].strip().startsWith("|")) {
                i++;
            }
            checkTable(first, i);
        }
    }

    private void checkTable(int first, int end) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> widths = new ArrayList<>();
        for (int i = first; i < end; i++) {
            String row = lines[i].strip();
            List<String> cells = new ArrayList<>();
            Arrays.stream(CELL_BORDER.split(row.substring(1)))
                    .map(String::strip)
                    .forEach(cells::add);
            rows.add(cells);
            for (int column = 0; column < cells.size(); column++) {
                int width = cells.get(column).length();
                if (column == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(column, Math.max(widths.get(column), width));
                }
            }
        }
        for (int i = first; i < end; i++) {
            StringBuilder aligned = new StringBuilder("|");
            List<String> cells = rows.get(i - first);
            for (int column = 0; column < cells.size(); column++) {
                String cell = cells.get(column);
                aligned.append(' ')
                        .append(cell)
                        .append(" ".repeat(widths.get(column) - cell.length() + 1))
                        .append('|');
            }
            if (!lines[i].strip().contentEquals(aligned)) {
                add(i, "align the table: `" + aligned + "`");
                return;
            }
        }
    }

    private void add(int index, String problem) {
        findings.add(new Finding(file, index + 1, problem));
    }
}
