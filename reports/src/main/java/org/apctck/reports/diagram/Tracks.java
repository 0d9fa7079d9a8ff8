package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which arrows run down beside each other in the gutters between the lanes. Those that begin in one row are of one call, a
 * periodic timer's, and share a track.
 */
final class Tracks {
    static final int WIDTH = 6;

    /** Beyond that they share a track: a gutter is only so wide. */
    private static final int TRACKS_MAX = 8;

    private final Map<Arrow, Integer> tracks = new HashMap<>();
    private final Map<Integer, Integer> counts = new HashMap<>();

    private Tracks() {}

    static Tracks of(Story story) {
        Tracks tracks = new Tracks();
        Map<Integer, List<Integer>> ends = new HashMap<>();
        Map<Map.Entry<Integer, Integer>, Integer> begun = new HashMap<>();
        story.arrows().stream().sorted(Comparator.comparingInt(Arrow::row)).forEach(arrow -> {
            List<Integer> inUse = ends.computeIfAbsent(gutter(arrow), gutter -> new ArrayList<>());
            int track = begun.computeIfAbsent(Map.entry(gutter(arrow), arrow.row()), beginning -> take(inUse, arrow));
            inUse.set(track, Math.max(inUse.get(track), Math.max(arrow.row(), arrow.toRow())));
            tracks.tracks.put(arrow, track);
            tracks.counts.put(gutter(arrow), inUse.size());
        });
        return tracks;
    }

    /** The first track that is free from the row of the arrow on. */
    private static int take(List<Integer> ends, Arrow arrow) {
        int until = Math.max(arrow.row(), arrow.toRow());
        for (int track = 0; track < ends.size(); track++) {
            if (ends.get(track) < arrow.row()) {
                ends.set(track, until);
                return track;
            }
        }
        if (ends.size() == TRACKS_MAX) {
            return arrow.row() % TRACKS_MAX;
        }
        ends.add(until);
        return ends.size() - 1;
    }

    /** The gutter from which an arrow enters its lane: that on the side on which it comes from, or the left one. */
    static int gutter(Arrow arrow) {
        return arrow.lane() > arrow.toLane() ? arrow.toLane() + 1 : arrow.toLane();
    }

    int width(int gutter) {
        return counts.getOrDefault(gutter, 0) * WIDTH + (counts.containsKey(gutter) ? WIDTH : 0);
    }

    /** The gutter and the track within it. */
    Map.Entry<Integer, Integer> of(Arrow arrow) {
        return Map.entry(gutter(arrow), tracks.getOrDefault(arrow, 0));
    }
}
