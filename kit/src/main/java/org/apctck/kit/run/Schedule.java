package org.apctck.kit.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apctck.kit.Case;
import org.apctck.kit.race.RaceSeries;

/**
 * What the instances of a target have left to do. One alone goes through the plan in its order; of several the first takes all
 * races, for two races at the same time would take the processors from each other.
 */
final class Schedule {
    private final RunPlan plan;
    private final Column races;
    private final Column others;

    /**
     * An attempt to make.
     *
     * @param place in the plan
     * @param number of the attempt at this scenario
     */
    record Item(int place, Case scenario, int number) {}

    /** Some of the cases, by their places among all, and how many attempts at them were given out. */
    private record Column(List<Integer> cases, AtomicInteger given) {
        Column(IntStream cases) {
            this(cases.boxed().toList(), new AtomicInteger());
        }
    }

    Schedule(RunPlan plan, int instances) {
        this.plan = plan;
        this.races = new Column(places().filter(place -> instances > 1 && isRace(place)));
        this.others = new Column(places().filter(place -> instances == 1 || !isRace(place)));
    }

    private IntStream places() {
        return IntStream.range(0, plan.cases().size());
    }

    private boolean isRace(int place) {
        return RaceSeries.isRace(plan.cases().get(place));
    }

    /** What stands at a place of the plan. */
    static Item item(RunPlan plan, int place) {
        int cases = plan.cases().size();
        return new Item(place, plan.cases().get(place % cases), place / cases + 1);
    }

    /** The next attempt of the first instance; empty if nothing is left. */
    Optional<Item> nextOfFirst() {
        return next(races).or(this::next);
    }

    /** The next attempt of any other instance; empty if nothing is left for it. */
    Optional<Item> next() {
        return next(others);
    }

    private Optional<Item> next(Column column) {
        int number = column.given().getAndIncrement();
        int cases = column.cases().size();
        return cases == 0 || number / cases >= plan.repeats()
                ? Optional.empty()
                : Optional.of(item(
                        plan,
                        number / cases * plan.cases().size() + column.cases().get(number % cases)));
    }
}
