package org.apctck.reports.diagram;

import static org.apctck.reports.diagram.Phrase.Style.APC;
import static org.apctck.reports.diagram.Phrase.Style.CALL;
import static org.apctck.reports.diagram.Phrase.Style.DUE;
import static org.apctck.reports.diagram.Phrase.Style.ENDED_BY_APC;
import static org.apctck.reports.diagram.Phrase.Style.NOTE;
import static org.apctck.reports.diagram.Phrase.Style.QUIET;
import static org.apctck.reports.diagram.Phrase.Style.RESULT;
import static org.apctck.reports.diagram.Phrase.Style.WRONG;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.reports.diagram.Deliveries.Queued;
import org.apctck.reports.diagram.Expiries.Expiry;
import org.apctck.spec.format.Printable;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Story} of a trace, event by event. */
final class Teller {
    private static final String WAIT_ENDED_BY_APC = "WAIT_IO_COMPLETION";
    private static final List<String> CAST = List.of("main", "worker", "helper");
    private static final String NO_VALUE = "void";
    private static final String RESULT_ARROW = " → ";

    private final Trace trace;
    private final List<Mark> marks;
    private final Deliveries deliveries;
    private final Expiries expiries;
    private final List<String> lanes = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<Integer> marked = new ArrayList<>();
    private final Map<Integer, Integer> births = new HashMap<>();
    private final Map<Integer, Integer> deaths = new HashMap<>();
    private final Threads threads = new Threads();

    /** Where a call stands that may have queued an APC, or set a timer: its row and the depth of its bar. */
    private record Place(int lane, int row, int depth) {}

    private final Map<Integer, Place> calls = new HashMap<>();

    private Teller(Trace trace, List<Mark> marks) {
        this.trace = trace;
        this.marks = marks;
        this.deliveries = Deliveries.of(trace);
        this.expiries = Expiries.of(trace);
    }

    static Story tell(Trace trace, List<Mark> marks) {
        Teller teller = new Teller(trace, marks);
        trace.events().stream()
                .map(Event::thread)
                .filter(thread -> !thread.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(Teller::place))
                .forEach(teller.lanes::add);
        teller.tell();
        return new Story(
                teller.lanes,
                teller.rows,
                teller.threads.bars(),
                teller.threads.spells(),
                teller.arrows,
                teller.births,
                teller.deaths,
                teller.marked,
                Ending.of(trace));
    }

    /** The cast stands in the same order in every diagram, so that two can be compared; others as they come. */
    private static int place(String thread) {
        int place = CAST.indexOf(thread);
        return place < 0 ? CAST.size() : place;
    }

    private void tell() {
        int end = trace.events().size();
        for (int i = 0; i < end; ) {
            int last = isOneWithNext(i) ? i + 1 : i;
            event(i, last);
            marks(i, last);
            i = last + 1;
        }
        if (marks.stream().anyMatch(mark -> mark.event() >= end)) {
            int lane = endLane();
            int depth = lane < 0 ? 0 : threads.depth(lane);
            row(Row.Kind.EVENT, lane, depth, List.of(Phrase.of("nothing more happened", WRONG)), end, end);
            marks(end, Integer.MAX_VALUE);
        }
        threads.end(rows.size());
        pending();
    }

    /** The lane of the first mark behind the last event. */
    private int endLane() {
        return marks.stream()
                .filter(mark -> mark.event() >= trace.events().size())
                .mapToInt(mark -> lanes.indexOf(mark.thread()))
                .findFirst()
                .orElse(-1);
    }

    /** Whether the event is the beginning of something that ends with the next event. */
    private boolean isOneWithNext(int index) {
        if (index + 1 >= trace.events().size()) {
            return false;
        }
        Event event = trace.events().get(index);
        Event next = trace.events().get(index + 1);
        return next.thread().equals(event.thread())
                && (event.kind() == EventKind.CALLS && next.kind() == EventKind.RETURNS
                        || event.kind() == EventKind.BEGINS && next.kind() == EventKind.ENDS);
    }

    private void event(int index, int last) {
        Event event = trace.events().get(index);
        int lane = lanes.indexOf(event.thread());
        int row = rows.size();
        if (!event.kind().isObservation()) {
            threads.acts(lane, row);
        }
        switch (event.kind()) {
            case QUIESCENT -> row(Row.Kind.POINT, -1, 0, List.of(), index, last);
            case CALLS, BEGINS -> begin(index, last, event, lane);
            case RETURNS -> {
                int depth = threads.endCall(lane, row, isEndedByApc(event));
                row(lane, depth, result(index, "→ "), index);
            }
            case ENDS -> {
                int depth = threads.endRoutine(lane, row);
                row(lane, depth, List.of(phrase(index, event.what() + " ends", QUIET)), index);
            }
            case STARTS -> {
                births.putIfAbsent(lane, row);
                row(
                        lane,
                        threads.depth(lane),
                        List.of(phrase(index, event.happening().text(), CALL)),
                        index);
            }
            case EXITS -> {
                deaths.put(lane, row);
                int depth = threads.depth(lane);
                threads.exit(lane, row);
                row(lane, depth, List.of(phrase(index, event.happening().text(), CALL)), index);
            }
            case BLOCKED -> {
                threads.stop(Spell.Kind.BLOCKED, lane, row);
                row(lane, threads.depth(lane), List.of(phrase(index, "blocked", QUIET)), index);
            }
            case SUSPENDED -> {
                threads.stop(Spell.Kind.SUSPENDED, lane, row);
                row(lane, threads.depth(lane), List.of(phrase(index, "suspended", QUIET)), index);
            }
            case RESUMED -> {
                threads.resume(lane, row);
                row(lane, threads.depth(lane), List.of(phrase(index, "resumed", QUIET)), index);
            }
        }
    }

    private void begin(int index, int last, Event event, int lane) {
        int row = rows.size();
        boolean isCall = event.kind() == EventKind.CALLS;
        int depth = threads.begin(isCall ? Bar.Kind.CALL : Bar.Kind.APC, lane, row);
        List<Phrase> phrases = new ArrayList<>();
        phrases.add(phrase(index, event.what(), isCall ? CALL : APC));
        if (last > index && isCall) {
            threads.endCall(lane, row, isEndedByApc(trace.events().get(last)));
            phrases.addAll(result(last, RESULT_ARROW));
        } else if (last > index) {
            threads.endRoutine(lane, row);
        }
        if (isCall) {
            calls.put(index, new Place(lane, row, depth));
        } else {
            phrases.addAll(arrive(index, lane, depth));
        }
        row(Row.Kind.EVENT, lane, depth + 1, phrases, index, last);
    }

    /** Draws the arrow to a routine that begins, and says what stands beside its head. */
    private List<Phrase> arrive(int beginning, int lane, int depth) {
        Queued queued = deliveries.queuedFor(beginning);
        if (queued != null) {
            arrive(beginning, lane, depth, calls.get(queued.by().index()), null);
            return List.of();
        }
        Expiry expiry = expiries.expiryFor(beginning);
        if (expiry == null) {
            return List.of();
        }
        Arrow.Timer timer = new Arrow.Timer(Printable.line(expiry.timer()), Printable.line(expiry.due()));
        arrive(beginning, lane, depth, calls.get(expiry.by().index()), timer);
        return List.of(new Phrase(" " + timer.due(), DUE));
    }

    private void arrive(int beginning, int lane, int depth, @Nullable Place from, Arrow.@Nullable Timer timer) {
        if (from != null) {
            String what = Printable.line(trace.events().get(beginning).what());
            arrows.add(new Arrow(from.lane(), from.depth(), from.row(), lane, depth, rows.size(), what, timer));
        }
    }

    private void pending() {
        for (Queued queued : deliveries.pending()) {
            Place from = calls.get(queued.by().index());
            int lane = lanes.indexOf(queued.target());
            if (from != null && lane >= 0) {
                arrows.add(new Arrow(
                        from.lane(),
                        from.depth(),
                        from.row(),
                        lane,
                        0,
                        -1,
                        Printable.line(queued.apc().what()),
                        null));
            }
        }
    }

    private List<Phrase> result(int index, String arrow) {
        Event event = trace.events().get(index);
        if (event.content().equals(NO_VALUE)) {
            return arrow.startsWith(" ") ? List.of() : List.of(phrase(index, "returns", QUIET));
        }
        return List.of(phrase(index, arrow + event.content(), isEndedByApc(event) ? ENDED_BY_APC : RESULT));
    }

    private static boolean isEndedByApc(Event returned) {
        return returned.what().equals(WAIT_ENDED_BY_APC);
    }

    private Phrase phrase(int index, String text, Phrase.Style style) {
        boolean isMarked = marks.stream().anyMatch(mark -> mark.event() == index);
        return Phrase.of(text, isMarked ? WRONG : style);
    }

    private void row(int lane, int depth, List<Phrase> phrases, int index) {
        row(Row.Kind.EVENT, lane, depth, phrases, index, index);
    }

    private void row(Row.Kind kind, int lane, int depth, List<Phrase> phrases, int first, int last) {
        long micros = first >= 0 && first < trace.events().size()
                ? trace.events().get(first).micros()
                : -1;
        rows.add(new Row(kind, lane, depth, phrases, first, last, micros));
    }

    /** Puts a note below the row that was just made for each mark at its events. */
    private void marks(int first, int last) {
        List<Mark> here = marks.stream()
                .filter(mark -> mark.event() >= first && mark.event() <= last)
                .toList();
        if (here.isEmpty()) {
            return;
        }
        marked.add(rows.size() - 1);
        for (Mark mark : here) {
            int lane = lanes.indexOf(mark.thread());
            int depth = lane < 0 ? 0 : threads.depth(lane);
            row(Row.Kind.NOTE, lane, depth, List.of(Phrase.of(mark.note(), NOTE)), -1, -1);
        }
    }
}
