package org.apctck.kit.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.race.FakeRace;
import org.apctck.kit.results.Request;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final Case BEFORE = scenario("Q-A-1/before");
    private static final Case RACE = FakeRace.SUSPENDS;
    private static final Case AFTER = scenario("Q-A-1/after");

    private final RunPlan plan =
            new RunPlan(List.of(BEFORE, RACE, AFTER), Cases.catalogue("Q-A-1"), 2, Map.of(), Request.of("fake"));

    private static Case scenario(String id) {
        return Cases.named(id, List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("calls SleepEx", "returns 0"));
    }

    @Test
    void oneInstanceGoesThroughThePlanInItsOrder() {
        assertThat(rest(new Schedule(plan, 1)::nextOfFirst)).containsExactly(BEFORE, RACE, AFTER, BEFORE, RACE, AFTER);
    }

    @Test
    void ofSeveralTheFirstTakesTheRacesAndWhatIsLeft() {
        Schedule schedule = new Schedule(plan, 2);

        assertThat(schedule.nextOfFirst()).map(Schedule.Item::scenario).contains(RACE);
        assertThat(schedule.next()).map(Schedule.Item::scenario).contains(BEFORE);
        assertThat(rest(schedule::nextOfFirst)).containsExactly(RACE, AFTER, BEFORE, AFTER);
    }

    @Test
    void theOthersLeaveTheRaces() {
        assertThat(rest(new Schedule(plan, 2)::next)).containsExactly(BEFORE, AFTER, BEFORE, AFTER);
    }

    private static List<Case> rest(Supplier<Optional<Schedule.Item>> next) {
        return Stream.generate(next)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .map(Schedule.Item::scenario)
                .toList();
    }
}
