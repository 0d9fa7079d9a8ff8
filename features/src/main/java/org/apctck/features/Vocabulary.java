package org.apctck.features;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.features.steps.CheckSteps;
import org.apctck.features.steps.ObjectSteps;
import org.apctck.features.steps.ThreadSteps;

/** The texts of the steps, read off the step definitions, so that there is no second list to keep. */
public final class Vocabulary {
    /** The number of texts that were agreed upon. A scenario that needs another one should first try a {@code call}. */
    static final int AGREED = 22;

    private Vocabulary() {}

    /** The texts in the notation of Cucumber expressions, each after its keyword, sorted. */
    public static List<String> texts() {
        List<String> texts = new ArrayList<>();
        Stream.of(ObjectSteps.class, ThreadSteps.class, CheckSteps.class)
                .flatMap(steps -> Stream.of(steps.getDeclaredMethods()))
                .flatMap(method -> Stream.of(method.getAnnotations()))
                .forEach(annotation -> add(annotation, texts));
        Collections.sort(texts);
        return texts;
    }

    private static void add(Annotation annotation, List<String> texts) {
        if (annotation instanceof Given given) {
            texts.add("Given " + given.value());
        } else if (annotation instanceof When when) {
            texts.add("When " + when.value());
        } else if (annotation instanceof Then then) {
            texts.add("Then " + then.value());
        }
    }

    /** The text of the vocabulary that takes the fewest changes of words to become {@code step}. */
    static String nearest(String step) {
        String[] words = step.split(" ");
        return texts().stream()
                .map(text -> text.substring(text.indexOf(' ') + 1))
                .min(Comparator.comparingInt(text -> distance(text.split(" "), words)))
                .orElseThrow();
    }

    /** The edit distance in words; a parameter such as {thread} stands for any word at half the cost. */
    private static int distance(String[] pattern, String[] words) {
        int[] row = new int[words.length + 1];
        for (int i = 0; i <= words.length; i++) {
            row[i] = 2 * i;
        }
        for (String wanted : pattern) {
            int diagonal = row[0];
            row[0] += 2;
            for (int i = 1; i <= words.length; i++) {
                int replaced = diagonal + (wanted.equals(words[i - 1]) ? 0 : wanted.contains("{") ? 1 : 2);
                diagonal = row[i];
                row[i] = Math.min(replaced, Math.min(row[i], row[i - 1]) + 2);
            }
        }
        return row[words.length];
    }
}
