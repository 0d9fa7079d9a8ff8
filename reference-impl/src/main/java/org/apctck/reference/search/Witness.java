package org.apctck.reference.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reference.kernel.ChoicePoint;

/** How an outcome came about first, and under which options of each reading it was seen. */
final class Witness {
    private static final ChoicePoint[] POINTS = ChoicePoint.values();

    private final Schedule schedule;
    /** By choice point: a bit for each option. */
    private final int[] options = new int[POINTS.length];

    Witness(Schedule schedule) {
        this.schedule = schedule;
    }

    Schedule schedule() {
        return schedule;
    }

    /** Notes the readings of one run to this outcome; one that was not asked makes no difference to it. */
    void addReadings(int[] answers) {
        for (int i = 0; i < answers.length; i++) {
            options[i] |= answers[i] < 0 ? -1 : 1 << answers[i];
        }
    }

    /** The readings without which the outcome is not allowed: those of which it was not seen under every option. */
    Map<String, String> readings() {
        Map<String, String> needed = new LinkedHashMap<>();
        for (ChoicePoint point : POINTS) {
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < point.options().size(); i++) {
                if ((options[point.ordinal()] & 1 << i) != 0) {
                    seen.add(point.options().get(i));
                }
            }
            if (seen.size() < point.options().size()) {
                needed.put(point.id(), String.join(" or ", seen));
            }
        }
        return needed;
    }
}
