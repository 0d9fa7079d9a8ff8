package org.apctck.reference.kernel;

import java.util.ArrayList;
import java.util.List;

/** Choices for tests: one that must not be asked, and one that answers and remembers. */
final class Choices implements Choice {
    /** For steps in which nothing is open. */
    static final Choice NONE = (point, options) -> {
        throw new AssertionError("asked " + point + " of " + options);
    };

    private final int answer;
    private final List<String> questions = new ArrayList<>();

    private Choices(int answer) {
        this.answer = answer;
    }

    static Choices answering(int answer) {
        return new Choices(answer);
    }

    @Override
    public int choose(ChoicePoint point, int options) {
        questions.add(point + " of " + options);
        return answer;
    }

    List<String> questions() {
        return questions;
    }
}
