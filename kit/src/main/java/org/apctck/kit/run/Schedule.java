package org.apctck.kit.run;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apctck.kit.Case;
import org.apctck.kit.race.RaceSeries;

/**
 * What the instances of a target have left to do. One alone goes through the plan in its order; of several the first takes all
 * races, for two races at the same time would take the processors from each other.
 */
final class Schedule {
    private final Queue<Item> races = new ConcurrentLinkedQueue<>();
    private final Queue<Item> others = new ConcurrentLinkedQueue<>();

    /**
     * An attempt to make.
     *
     * @param place in the plan
     * @param number of the attempt at this scenario
     */
    record Item(int place, Case scenario, int number) {}

    Schedule(RunPlan plan, int instances) {
        for (int place = 0; place < plan.cases().size() * plan.repeats(); place++) {
            Item item = item(plan, place);
            (instances > 1 && RaceSeries.isRace(item.scenario()) ? races : others).add(item);
        }
    }

    /** What stands at a place of the plan. */
    static Item item(RunPlan plan, int place) {
        int cases = plan.cases().size();
        return new Item(place, plan.cases().get(place % cases), place / cases + 1);
    }

    /** The next attempt of the first instance; empty if nothing is left. */
    Optional<Item> nextOfFirst() {
        Item race = races.poll();
        return race == null ? next() : Optional.of(race);
    }

    /** The next attempt of any other instance; empty if nothing is left for it. */
    Optional<Item> next() {
        return Optional.ofNullable(others.poll());
    }
}
