package org.apctck.reports.diagram;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a diagram shows, in rows and lanes; nothing is measured yet.
 *
 * @param lanes the names of the threads, the cast first, others in the order in which they first did something
 * @param births the row in which a lane begins its start routine, where that was seen
 * @param deaths the row in which a lane ended, where that was seen
 */
record Story(
        List<String> lanes,
        List<Row> rows,
        List<Bar> bars,
        List<Spell> spells,
        List<Arrow> arrows,
        Map<Integer, Integer> births,
        Map<Integer, Integer> deaths,
        List<Integer> marked,
        Ending ending) {
    Story {
        lanes = List.copyOf(lanes);
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
        spells = List.copyOf(spells);
        arrows = List.copyOf(arrows);
        births = Collections.unmodifiableMap(new TreeMap<>(births));
        deaths = Collections.unmodifiableMap(new TreeMap<>(deaths));
        marked = List.copyOf(marked);
    }

    /** The lane to look at where there is no room for all: the one in which an APC runs, else the one with what is marked, else the first. */
    int laneShown() {
        return bars.stream()
                .filter(bar -> bar.kind() == Bar.Kind.APC)
                .map(Bar::lane)
                .findFirst()
                .or(() -> marked.stream().map(row -> rows.get(row).lane()).findFirst())
                .filter(lane -> lane >= 0)
                .orElse(0);
    }

    /** Whether an arrow comes in above the label of a row. */
    boolean isEnteredFromRight(int row) {
        return arrows.stream().anyMatch(arrow -> arrow.comesFromRight() && arrow.toRow() == row);
    }

    /** How many bars stand beside each other at most in a lane. */
    int depth(int lane) {
        return bars.stream()
                .filter(bar -> bar.lane() == lane)
                .mapToInt(bar -> bar.depth() + 1)
                .max()
                .orElse(0);
    }
}
