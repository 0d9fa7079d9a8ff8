package org.apctck.reports.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tartarus.snowball.ext.englishStemmer;

/**
 * Text as words that can be compared: in small letters, in one spelling, and names of functions also in their parts. The page of
 * all rules does the same to a query, but for stems: it looks up which stem a word of the index has.
 */
final class Words {
    /** What says nothing of what somebody looks for. */
    static final Set<String> STOP = Set.of(
            ("a an and are as at be been but by can could did do does for from had has have how i if in into is it its may me my no not"
                            + " of on or so than that the their them then there these this those to was were what when where which"
                            + " while who why will with would you")
                    .split(" "));

    /** Pairs of spellings: the pattern, and what the index has. */
    static final List<List<String>> SPELLINGS = List.of(
            List.of("time[- ]out", "timeout"),
            List.of("signall(ed|ing|s)", "signal$1"),
            List.of("cancell(ed|ing|ation)", "cancel$1"),
            List.of("dead[- ]lock", "deadlock"),
            List.of("behaviour", "behavior"),
            List.of("re[- ]?entran", "reentran"),
            List.of("queueing", "queuing"));

    private static final Pattern SEPARATORS = Pattern.compile("[^A-Za-z0-9_]+");
    private static final Pattern PARTS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|_+");

    private Words() {}

    /** The words of a text, each as often as it occurs; of a name with parts its parts, too. */
    static List<String> of(String text) {
        String spelt = text;
        for (List<String> pair : SPELLINGS) {
            spelt = Pattern.compile(pair.get(0), Pattern.CASE_INSENSITIVE)
                    .matcher(spelt)
                    .replaceAll(pair.get(1));
        }
        List<String> words = new ArrayList<>();
        for (String word : SEPARATORS.split(spelt)) {
            add(words, word);
            String[] parts = PARTS.split(word);
            if (parts.length > 1) {
                for (String part : parts) {
                    add(words, part);
                }
            }
        }
        return words;
    }

    private static void add(List<String> words, String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (!small.isEmpty() && !STOP.contains(small)) {
            words.add(small);
        }
    }

    /** What a word has in common with its other forms. */
    static String stem(String word) {
        englishStemmer stemmer = new englishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
