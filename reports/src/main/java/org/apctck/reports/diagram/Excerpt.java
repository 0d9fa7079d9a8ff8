package org.apctck.reports.diagram;

import java.util.List;
import org.apctck.spec.trace.Trace;

/**
 * As much of a trace as a diagram can show: nobody looks at thousands of rows, and an implementation under test chose how many
 * there are.
 *
 * @param marks those within it
 */
record Excerpt(Trace trace, List<Mark> marks) {
    /** A trace of so many events is drawn as a whole. */
    private static final int EVENTS_MAX = 600;

    /** Of a longer one so many are drawn, or as many as it takes to come to its first mark. */
    private static final int EVENTS_LEAST = 200;

    private static final int BEHIND_MARK = 20;
    private static final int UP_TO_MARK_MAX = 3000;

    static Excerpt of(Trace trace, List<Mark> marks) {
        int all = trace.events().size();
        if (all <= EVENTS_MAX) {
            return new Excerpt(trace, marks);
        }
        int mark = marks.stream().mapToInt(Mark::event).min().orElse(0);
        int drawn = Math.min(all, Math.max(EVENTS_LEAST, mark <= UP_TO_MARK_MAX ? mark + BEHIND_MARK : EVENTS_LEAST));
        String left = "the first " + drawn + " of " + all + " events are drawn";
        Trace excerpt = new Trace(
                trace.events().subList(0, drawn),
                trace.status(),
                trace.evidence().isEmpty() ? left : trace.evidence() + "; " + left,
                trace.schedule(),
                trace.readings());
        return new Excerpt(
                excerpt, marks.stream().filter(found -> found.event() < drawn).toList());
    }
}
