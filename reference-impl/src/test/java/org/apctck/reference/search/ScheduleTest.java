package org.apctck.reference.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apctck.reference.kernel.ChoicePoint;
import org.apctck.spec.program.ProgramException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @ValueSource(strings = {"-", "1", "0.2.1", "12.0.3"})
    void aTokenIsReadAndWrittenAlike(String token) {
        assertThat(Schedule.parse(token)).hasToString(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "a", "1,2", "-1", "99999", "1..2", " 1"})
    void whatIsNoTokenIsRefused(String token) {
        assertThatThrownBy(() -> Schedule.parse(token))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("`" + token + "`");
    }

    @Test
    void answersComeInOrderAndAfterTheLastOneTheFirstOption() {
        Schedule.Replay replay = Schedule.parse("1.0.2").replay();

        assertThat(replay.choose(ChoicePoint.NEXT_STEP, 2)).isEqualTo(1);
        assertThat(replay.choose(ChoicePoint.WAITER, 2)).isZero();
        assertThat(replay.isUsedUp()).isFalse();
        assertThat(replay.choose(ChoicePoint.NEXT_STEP, 3)).isEqualTo(2);
        assertThat(replay.isUsedUp()).isTrue();
        assertThat(replay.choose(ChoicePoint.NEXT_STEP, 3)).isZero();
    }

    @Test
    void zerosAtTheEndNeedNotBeWritten() {
        assertThat(new Schedule(0, 2, 0, 0)).hasToString("0.2");
        assertThat(new Schedule(0, 0)).hasToString("-");
    }

    @Test
    void aScheduleCanBeReplayedAgain() {
        Schedule schedule = Schedule.parse("1");
        schedule.replay().choose(ChoicePoint.NEXT_STEP, 2);

        assertThat(schedule.replay().choose(ChoicePoint.NEXT_STEP, 2)).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNoOptionBelongsToAnotherProgram() {
        Schedule.Replay replay = Schedule.parse("2").replay();

        assertThatThrownBy(() -> replay.choose(ChoicePoint.NEXT_STEP, 2))
                .isInstanceOf(ProgramException.class)
                .hasMessageContaining("another program");
    }
}
