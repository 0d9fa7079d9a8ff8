package org.apctck.reports.diagram;

import java.util.ArrayList;
import java.util.List;
import org.apctck.spec.format.Printable;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;

/** A diagram in words, for those who do not see it. */
final class Telling {
    private Telling() {}

    static String of(Trace trace, List<Mark> marks, Story story) {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < trace.events().size(); i++) {
            Event event = trace.events().get(i);
            sentences.add(
                    Printable.line(event.kind() == EventKind.QUIESCENT ? "All threads are at rest" : event.toString()));
            timers(i, story, sentences);
            note(marks, i, i, sentences);
        }
        note(marks, trace.events().size(), Integer.MAX_VALUE, sentences);
        story.arrows().stream()
                .filter(Arrow::isPending)
                .forEach(arrow -> sentences.add(arrow.what() + " was queued to "
                        + Printable.line(story.lanes().get(arrow.toLane())) + " and did not run"));
        if (!story.ending().text().isEmpty()) {
            sentences.add(story.ending().text());
        }
        return sentences.isEmpty() ? "Nothing happened." : String.join(".\n", sentences) + ".";
    }

    /** Which timer queued the routine that begins at an event. */
    private static void timers(int event, Story story, List<String> sentences) {
        for (Arrow arrow : story.arrows()) {
            Arrow.Timer timer = arrow.timer();
            if (timer != null && story.rows().get(arrow.toRow()).first() == event) {
                sentences.add("The timer " + timer.name() + " of "
                        + Printable.line(story.lanes().get(arrow.lane())) + " queued it, due " + timer.due());
            }
        }
    }

    private static void note(List<Mark> marks, int first, int last, List<String> sentences) {
        marks.stream()
                .filter(mark -> mark.event() >= first && mark.event() <= last)
                .forEach(mark -> sentences.add("Marked: " + Printable.line(mark.note())));
    }
}
