package org.apctck.kit.agent;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.format.InputException;

/**
 * Splits a command line into words as a shell does: quotes and backslashes, but no variables and no patterns. Where paths
 * are written with backslashes, those stand for themselves.
 */
final class CommandLine {
    private static final boolean ESCAPES = File.separatorChar != '\\';

    private CommandLine() {}

    /**
     * The words of {@code text}.
     *
     * @throws InputException if a quote is not closed or there is no word
     */
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ESCAPES && c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new InputException("agent:" + text + ": a quote is not closed");
        }
        if (inWord) {
            words.add(word.toString());
        }
        if (words.isEmpty()) {
            throw new InputException("agent: needs a command line, as in agent:\"./my-agent --flag\"");
        }
        return words;
    }
}
