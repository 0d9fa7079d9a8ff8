package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.reports.site.view.Gherkin;
import org.apctck.reports.site.view.Gherkin.Piece;

/** Cuts the text of a scenario into what is set differently. Its first line, the name, is a heading of the page already. */
final class GherkinText {
    private static final Pattern STEP = Pattern.compile("(\\s*)(Given|When|Then|And|But|\\*)( .*)");

    /** Names of functions and constants, as the SDK writes them. */
    private static final Pattern WORD =
            Pattern.compile("\\b([A-Z][A-Za-z]+(?=\\()|[A-Z][A-Z0-9]*_[A-Z0-9_]+|INFINITE|TRUE|FALSE|NULL)");

    private final List<Piece> pieces = new ArrayList<>();

    private GherkinText() {}

    static Gherkin of(String text) {
        GherkinText cut = new GherkinText();
        List<String> lines = text.stripTrailing().lines().toList();
        int first = !lines.isEmpty() && lines.get(0).strip().startsWith("Scenario") ? 1 : 0;
        int indent = lines.stream()
                .skip(first)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        lines.stream().skip(first).forEach(line -> cut.line(line.length() < indent ? "" : line.substring(indent)));
        return new Gherkin(cut.pieces);
    }

    private void line(String line) {
        Matcher step = STEP.matcher(line);
        if (step.matches()) {
            add(step.group(1), "");
            add(step.group(2), "keyword");
            words(step.group(3));
        } else if (line.strip().startsWith("|")) {
            cells(line);
        } else {
            words(line);
        }
        add("\n", "");
    }

    private void cells(String line) {
        int start = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '|') {
                words(line.substring(start, i));
                add("|", "bar");
                start = i + 1;
            }
        }
        words(line.substring(start));
    }

    private void words(String text) {
        Matcher word = WORD.matcher(text);
        int start = 0;
        while (word.find()) {
            add(text.substring(start, word.start()), "");
            add(word.group(), text.startsWith("(", word.end()) ? "function" : "constant");
            start = word.end();
        }
        add(text.substring(start), "");
    }

    private void add(String text, String style) {
        int last = pieces.size() - 1;
        if (text.isEmpty()) {
            return;
        }
        if (last >= 0 && pieces.get(last).style().equals(style)) {
            pieces.set(last, new Piece(pieces.get(last).text() + text, style));
        } else {
            pieces.add(new Piece(text, style));
        }
    }
}
