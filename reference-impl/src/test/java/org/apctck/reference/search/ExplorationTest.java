package org.apctck.reference.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.apctck.reference.following.Draft;
import org.apctck.reference.kernel.Conduct;
import org.apctck.reference.kernel.KThread;
import org.apctck.reference.kernel.StateWriter;
import org.apctck.reference.model.Histories;
import org.apctck.reference.model.IntLists;
import org.apctck.reference.model.Plan;
import org.apctck.reference.win32.ResultPolicy;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.junit.jupiter.api.Test;

/** What an exploration says of a model that does not do the same every time. */
class ExplorationTest {
    private static final Schedule DEFAULT = new Schedule();

    private final Histories histories = new Histories();

    private static Program sleep(int millis, String call) {
        return new Draft("main").elapse(millis).call("main", call).program();
    }

    private Simulation run(Program program) {
        return new Simulation(new Plan(program), histories, DEFAULT);
    }

    /** An exploration that has found the outcome of {@code explored}, and whose replays run as told. */
    private Exploration found(Program explored, Function<Schedule, Simulation> replay) {
        StateWriter outcome = new StateWriter();
        run(explored).writeOutcome(outcome);
        IntLists outcomes = new IntLists();
        outcomes.add(outcome.numbers(), 0, outcome.size());
        return new Exploration(replay, outcomes, List.of(new Witness(DEFAULT)), 1, 0, true);
    }

    @Test
    void aModelThatDoesTheSameTwiceGivesItsTrace() {
        Exploration exploration = found(sleep(10, "Sleep(0)"), schedule -> run(sleep(10, "Sleep(0)")));

        assertThat(exploration.traces().get(0).events())
                .isEqualTo(Simulation.run(sleep(10, "Sleep(0)")).events());
    }

    @Test
    void aModelThatTakesAnotherTimeTheSecondTimeIsCaught() {
        int[] runs = {0};
        Exploration exploration =
                found(sleep(10, "Sleep(0)"), schedule -> run(sleep(runs[0]++ == 0 ? 10 : 20, "Sleep(0)")));

        assertThatThrownBy(exploration::traces)
                .isInstanceOf(SelfCheckException.class)
                .hasToString("the model is not deterministic: schedule - gives two traces; event 0 is"
                        + " `quiescent at 10000 us` in one and `quiescent at 20000 us` in the other");
    }

    @Test
    void aModelThatDoesSomethingElseWhenItIsReplayedIsCaught() {
        Exploration exploration = found(sleep(10, "Sleep(0)"), schedule -> run(sleep(10, "SleepEx(0, TRUE)")));

        assertThatThrownBy(exploration::traces)
                .isInstanceOf(SelfCheckException.class)
                .hasMessage(
                        "the model is not deterministic: schedule - ends in another outcome than when it was explored");
    }

    @Test
    void aModelWhoseDecisionsChangeFromRunToRunIsCaught() {
        ResultPolicy whimsical = new ResultPolicy() {
            private int asked;

            @Override
            public long answer(KThread caller, ApiFunction function, long value) {
                return asked++;
            }
        };
        Conduct conduct = Conduct.DOCUMENTED.with(whimsical);
        Exploration exploration = Explorer.explore(sleep(10, "SleepEx(0, TRUE)"), conduct, 100);

        assertThatThrownBy(exploration::traces).isInstanceOf(SelfCheckException.class);
    }

    @Test
    void aModelThatEndsEarlyTheSecondTimeIsCaught() {
        int[] runs = {0};
        Program longer = new Draft("main").elapse(10).elapse(10).program();
        Program shorter = new Draft("main").elapse(10).program();
        Exploration exploration = found(shorter, schedule -> run(runs[0]++ == 0 ? shorter : longer));

        assertThatThrownBy(exploration::traces)
                .isInstanceOf(SelfCheckException.class)
                .hasMessageContaining("gives two traces")
                .hasMessageContaining("`COMPLETED`");
    }
}
