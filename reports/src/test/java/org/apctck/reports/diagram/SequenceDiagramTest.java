package org.apctck.reports.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apctck.reports.Golden;
import org.apctck.reports.SampleReport;
import org.apctck.reports.Traces;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SequenceDiagramTest {
    private static final Trace DELIVERY = Traces.of("""
            worker calls SleepEx(INFINITE, TRUE)
            worker blocked SleepEx
            quiescent
            main calls QueueUserAPC(A, worker, 7)
            main returns nonzero
            worker begins A(7)
            worker calls QueueUserAPC(B, helper, 0)
            worker returns nonzero
            worker ends A
            worker returns WAIT_IO_COMPLETION
            quiescent
            """);

    private static final Trace LIFE = Traces.of("""
            main calls CreateThread(NULL, 0, R, 5, 0, NULL)
            main returns handle
            t starts R(5)
            t calls WaitForMultipleObjectsEx(3, [First, Second, Third], FALSE, INFINITE, FALSE)
            t blocked WaitForMultipleObjectsEx
            quiescent
            main calls SuspendThread(t)
            t suspended
            main returns 0
            main calls ResumeThread(t)
            t resumed
            main returns 1
            main calls TerminateThread(t, 3)
            t exits
            main returns TRUE
            quiescent
            """);

    private static final Trace TIMERS = Traces.of("""
            worker calls SetWaitableTimer(T, {after: 10}, 8, R, 7, FALSE)
            worker returns TRUE
            worker calls SetWaitableTimerEx(U, {at: 10}, 0, S, 0, NULL, 0)
            worker returns TRUE
            main calls QueueUserAPC(A, worker, 0)
            main returns nonzero
            worker calls SleepEx(INFINITE, TRUE)
            worker begins A(0)
            worker ends A
            worker returns WAIT_IO_COMPLETION
            worker calls SleepEx(INFINITE, TRUE)
            worker blocked SleepEx
            worker begins R(7, on time)
            worker ends R
            worker begins S(0, on time)
            worker calls CancelWaitableTimer(U)
            worker returns TRUE
            worker ends S
            worker returns WAIT_IO_COMPLETION
            worker calls SleepEx(INFINITE, TRUE)
            worker begins R(7, on time)
            worker ends R
            worker returns WAIT_IO_COMPLETION
            worker calls WaitForSingleObject(T, INFINITE)
            worker returns WAIT_OBJECT_0
            main calls SleepEx(INFINITE, TRUE)
            worker calls SetWaitableTimer(T, {after: 2}, 0, R, 8, FALSE)
            worker returns TRUE
            worker calls SleepEx(INFINITE, TRUE)
            main begins R(8, on time)
            main ends R
            main returns WAIT_IO_COMPLETION
            quiescent
            """);

    @Test
    void aDeliveryLooksAsItDidWhenSomebodyLookedAtIt() throws IOException {
        List<Mark> marks = List.of(new Mark(9, "worker", "expected `begins C`"));

        Golden.compare("diagram/delivery.svg", SequenceDiagram.file("Delivery", DELIVERY, marks));
    }

    @Test
    void timersLookAsTheyDidWhenSomebodyLookedAtThem() throws IOException {
        Golden.compare("diagram/timers.svg", SequenceDiagram.file("Timers", TIMERS, List.of()));
    }

    @Test
    void anArrowIsDrawnFromTheCallThatSetATimerToEachBeginningAndSaysWhenItWasDue() {
        String drawing = SequenceDiagram.svg("d", "Timers", TIMERS, List.of());

        assertThat(drawing.split("apc-timed", -1)).hasSize(1 + 4);
        assertThat(drawing)
                .contains("R(7, on time), which the timer T of worker queued, due after 10 ms, runs on worker")
                .containsOnlyOnce("apc-due\"> after 10 ms<")
                .contains("apc-due\"> every 8 ms<");
    }

    @Test
    void aTimerThatIsCancelledHasNoArrow() {
        Trace trace = Traces.of("""
                worker calls SetWaitableTimer(T, {after: 20}, 0, R, 7, FALSE)
                worker returns TRUE
                worker calls CancelWaitableTimer(T)
                worker returns TRUE
                worker begins R(7, on time)
                """);

        assertThat(SequenceDiagram.svg("d", "Timers", trace, List.of())).doesNotContain("apc-arrow", "apc-due");
    }

    @Test
    void ofALongTraceTheBeginningIsDrawnUpToTheFirstMark() {
        Trace trace = Traces.of("main calls Sleep(0)\nmain returns void\n".repeat(1000));

        String plain = SequenceDiagram.file("Long", trace, List.of());
        String marked = SequenceDiagram.file("Long", trace, List.of(new Mark(701, "main", "expected nothing")));

        assertThat(plain).contains("the first 200 of 2000 events are drawn");
        assertThat(marked).contains("the first 721 of 2000 events are drawn").contains("expected nothing");
        assertThat(plain.length()).isLessThan(marked.length());
    }

    @Test
    void theLifeOfAThreadLooksAsItDidWhenSomebodyLookedAtIt() throws IOException {
        Trace hung = Trace.of(LIFE.events(), TraceStatus.TIMEOUT, "main is blocked in TerminateThread(t, 3)");

        Golden.compare("diagram/life.svg", SequenceDiagram.file("Life", hung, List.of(new Mark(99, "", "nobody"))));
    }

    @Test
    void theLegendLooksAsItDidWhenSomebodyLookedAtIt() throws IOException {
        String legend = SequenceDiagram.legend("legend-");

        assertThat(parse(legend)).isNotNull();
        Golden.compare("diagram/legend.svg", legend + "\n");
    }

    @Test
    void theSameTraceMakesTheSameText() {
        assertThat(SequenceDiagram.svg("a", "Life", LIFE, List.of()))
                .isEqualTo(SequenceDiagram.svg("a", "Life", LIFE, List.of()));
    }

    @Test
    void whatHappenedCanBeReadWithoutSeeingIt() {
        List<Mark> marks = List.of(new Mark(9, "worker", "expected `begins C`"));

        Element drawing = parse(SequenceDiagram.svg("d", "Delivery", DELIVERY, marks));

        assertThat(drawing.getAttribute("role")).isEqualTo("img");
        assertThat(drawing.getAttribute("aria-labelledby")).isEqualTo("dtitle");
        assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                .contains(
                        "main calls QueueUserAPC(A, worker, 7).\n", "worker begins A(7).\n", "All threads are at rest")
                .contains("worker returns WAIT_IO_COMPLETION.\nMarked: expected `begins C`.\n");
    }

    @Test
    void whichTimerQueuedARoutineCanBeReadWithoutSeeingIt() {
        Element drawing = parse(SequenceDiagram.svg("d", "Timers", TIMERS, List.of()));

        assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                .contains("worker begins R(7, on time).\nThe timer T of worker queued it, due after 10 ms.\n")
                .contains("worker begins R(7, on time).\nThe timer T of worker queued it, due every 8 ms.\n")
                .contains("worker begins S(0, on time).\nThe timer U of worker queued it, due at call + 10 ms.\n");
    }

    @Test
    void everyEventIsShown() {
        String shown = parse(SequenceDiagram.svg("d", "Life", LIFE, List.of())).getTextContent();

        for (Event event : LIFE.events()) {
            if (event.kind() != EventKind.QUIESCENT) {
                assertThat(shown).contains(event.what().split("\\(")[0]);
            }
        }
    }

    @Test
    void aTraceWithoutEventsShowsHowItEnded() {
        Trace crashed = Trace.of(List.of(), TraceStatus.CRASHED, "exit status 134 SIGABRT");

        assertThat(SequenceDiagram.svg("d", "Nothing", crashed, List.of()))
                .contains(">Crashed: exit status 134 SIGABRT</tspan>");
        assertThat(parse(SequenceDiagram.svg("d", "Nothing", Traces.of(""), List.of())))
                .isNotNull();
    }

    @Test
    void nothingInATraceCanBecomeMarkupOrBreakIt() {
        String hostile = SampleReport.HOSTILE;
        Trace trace = Trace.of(
                List.of(
                        Event.of(0, 0, hostile, EventKind.CALLS, hostile),
                        new Event(
                                1,
                                0,
                                hostile,
                                new Happening.Returns(hostile, hostile, java.util.Map.of(hostile, hostile))),
                        Event.of(2, 0, hostile, EventKind.BEGINS, "\ud800\udfff \ud800 \uffff\u0000]]>" + hostile)),
                TraceStatus.CRASHED,
                hostile);

        String file = SequenceDiagram.file(hostile, trace, List.of(new Mark(0, hostile, hostile)));
        Element drawing = parse(file);

        assertThat(drawing.getElementsByTagName("script").getLength()).isZero();
        assertThat(file).doesNotContain("<script", "<alert", "\u202e", "\u0001");
        assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                .contains("<script>alert(\"1\")");
    }

    @Test
    void idsBeginWithThePrefixAndAreUnique() {
        NodeList all =
                parse(SequenceDiagram.svg("x7-", "Life", LIFE, List.of())).getElementsByTagName("*");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            assertThat(id.isEmpty() || ids.add(id) && id.startsWith("x7-"))
                    .as(id)
                    .isTrue();
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void aPrefixThatCannotBeginAnIdIsRefused() {
        assertThatThrownBy(() -> SequenceDiagram.svg("1\"", "Life", LIFE, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongTraceOfManyThreadsIsDrawnWhole() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String thread = "thread" + i % 6;
            events.add(Event.of(2 * i, i, thread, EventKind.CALLS, "QueueUserAPC(A, thread" + (i + 1) % 6 + ", 0)"));
            events.add(Event.of(2 * i + 1, i, thread, EventKind.BEGINS, "A(0)"));
        }

        Element drawing =
                parse(SequenceDiagram.svg("d", "Long", Trace.of(events, TraceStatus.COMPLETED, ""), List.of()));

        assertThat(Integer.parseInt(drawing.getAttribute("height"))).isGreaterThan(600 * 20);
        assertThat(Integer.parseInt(drawing.getAttribute("width"))).isLessThan(3000);
    }

    static Element parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(javax.xml.XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            return document.getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + svg, e);
        }
    }
}
