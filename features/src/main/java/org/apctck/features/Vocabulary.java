package org.apctck.features;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.features.steps.CheckSteps;
import org.apctck.features.steps.ObjectSteps;
import org.apctck.features.steps.ThreadSteps;

/** The texts of the steps, read off the step definitions, so that there is no second list to keep. */
public final class Vocabulary {
    /** The number of texts that were agreed upon. A scenario that needs another one should first try a {@code call}. */
    static final int AGREED = 18;

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
}
