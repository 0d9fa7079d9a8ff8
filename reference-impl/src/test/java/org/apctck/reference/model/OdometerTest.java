package org.apctck.reference.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apctck.reference.kernel.ChoicePoint;
import org.junit.jupiter.api.Test;

class OdometerTest {
    private final Odometer odometer = new Odometer();

    private int choose(int options) {
        return odometer.choose(ChoicePoint.NEXT_STEP, options);
    }

    private int[] answers() {
        int[] answers = new int[odometer.length()];
        odometer.copyTo(answers, 0);
        return answers;
    }

    @Test
    void everySequenceOfAnswersComesOnceInOrder() {
        List<String> answers = new ArrayList<>();

        do {
            odometer.rewind();
            answers.add(choose(2) + "" + choose(3));
        } while (odometer.advance());

        assertThat(answers).containsExactly("00", "01", "02", "10", "11", "12");
    }

    @Test
    void whatIsAskedMayDependOnTheAnswersBefore() {
        List<String> answers = new ArrayList<>();

        do {
            odometer.rewind();
            answers.add(choose(2) == 0 ? "0" : "1" + choose(2));
        } while (odometer.advance());

        assertThat(answers).containsExactly("0", "10", "11");
    }

    @Test
    void whereNothingIsAskedThereIsOneRun() {
        assertThat(odometer.advance()).isFalse();
        assertThat(answers()).isEmpty();
    }

    @Test
    void theAnswersOfARunAreRemembered() {
        choose(2);
        choose(3);
        odometer.advance();
        odometer.rewind();
        choose(2);
        choose(3);

        assertThat(answers()).containsExactly(0, 1);
    }

    @Test
    void thereIsRoomForManyQuestions() {
        for (int i = 0; i < 100; i++) {
            choose(2);
        }

        assertThat(answers()).hasSize(100);
        assertThat(Arrays.stream(answers()).sum()).isZero();
    }
}
