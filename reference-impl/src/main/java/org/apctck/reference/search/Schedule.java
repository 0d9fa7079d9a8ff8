package org.apctck.reference.search;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.spec.program.ProgramException;

/**
 * The answers to all choices of one run, in order, as a token such as {@code 0.2.1}. Choices after its end are answered with
 * the first option, so the empty token {@code -} is the default run.
 */
final class Schedule {
    private final int[] answers;

    /** @param answers belong to the schedule from now on */
    Schedule(int... answers) {
        this.answers = answers;
    }

    /**
     * Reads a token.
     *
     * @throws ProgramException if it is not one
     */
    static Schedule parse(String token) {
        if (token.equals("-")) {
            return new Schedule();
        }
        if (!token.matches("\\d{1,4}(\\.\\d{1,4})*")) {
            throw new ProgramException("`" + token + "` is not a schedule: expected numbers joined by dots, or -");
        }
        return new Schedule(
                Arrays.stream(token.split("\\.")).mapToInt(Integer::parseInt).toArray());
    }

    /** Begins a run along this schedule. */
    Replay replay() {
        return new Replay();
    }

    /** One run along the schedule: gives the answers in order. */
    final class Replay implements Choice {
        private int position;

        @Override
        public int choose(ChoicePoint point, int options) {
            int answer = position < answers.length ? answers[position++] : 0;
            if (answer >= options) {
                throw new ProgramException("the schedule is of another program: choice " + position + " is " + answer
                        + " of " + options + " options");
            }
            return answer;
        }

        /** Whether every answer was asked for; answers after the last that matters are not missed. */
        boolean isUsedUp() {
            return Arrays.stream(answers, position, answers.length).allMatch(answer -> answer == 0);
        }
    }

    @Override
    public String toString() {
        int length = answers.length;
        while (length > 0 && answers[length - 1] == 0) {
            length--;
        }
        return length == 0
                ? "-"
                : Arrays.stream(answers, 0, length).mapToObj(Integer::toString).collect(Collectors.joining("."));
    }
}
