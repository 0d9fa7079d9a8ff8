package org.apctck.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apctck.reports.SampleReport;
import org.apctck.reports.Traces;
import org.apctck.reports.diagram.Mark;
import org.apctck.reports.diagram.SequenceDiagram;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Diagrams in a real browser: only there is a text as wide as it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagramInBrowserTest {
    private static final int TRACES = 60;
    private static final List<String> CALLS = List.of(
            "SleepEx(INFINITE, TRUE)",
            "WaitForMultipleObjectsEx(3, [First, Second, Third], FALSE, INFINITE, TRUE)",
            "SetEvent(E)",
            "x".repeat(150),
            "漢字 and 😀 " + SampleReport.HOSTILE);
    private static final List<String> RESULTS =
            List.of("0", "WAIT_IO_COMPLETION", "FALSE, last error ERROR_CALL_NOT_IMPLEMENTED", "y".repeat(90), "void");

    /** A periodic timer, which is cancelled in the end, and one that is set while a routine runs. */
    private static final Trace TIMERS = Traces.of("""
            worker calls SetWaitableTimer(T, {after: 2}, 5, R, 7, FALSE)
            worker returns TRUE
            worker calls SleepEx(INFINITE, TRUE)
            worker begins R(7, on time)
            worker calls SetWaitableTimerEx(U, {raw: -25}, 0, S, 0x80000000, NULL, 0)
            worker returns TRUE
            worker ends R
            worker begins S(0x80000000, another time)
            worker ends S
            main calls QueueUserAPC(A, worker, 0)
            main returns nonzero
            worker begins R(7, on time)
            worker ends R
            worker begins A(0)
            worker ends A
            worker returns WAIT_IO_COMPLETION
            main calls CancelWaitableTimer(T)
            main returns TRUE
            """);

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeAll
    void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    void endBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void noTextLeavesItsPlaceOrLiesOverAnother() throws IOException {
        Path page = page(TRACES);

        browser.open(page);

        assertThat(browser.text("return document.querySelectorAll('svg.apc-diagram').length"))
                .isEqualTo("" + TRACES);
        assertThat((List<?>) browser.eval(Files.readString(Path.of("src/test/resources/browser/overlaps.js"))))
                .isEmpty();
    }

    @Test
    void aPageOfDiagramsIsAccessibleAndNothingInATraceRuns() throws IOException {
        Path page = page(6);

        for (String scheme : List.of("light", "dark")) {
            browser.scheme(scheme).open(page);

            assertThat(browser.violations()).as(scheme).isEmpty();
            browser.picture("diagrams-" + scheme);
        }
        assertThat(browser.eval("return document.scripts.length")).isEqualTo(0L);
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void aFileOfItsOwnHasItsStyle() throws IOException {
        Path file = folder.resolve("diagram.svg");
        Files.writeString(file, SequenceDiagram.file("Alone", trace(new Random(7), 3), List.of()));

        browser.open(file);

        assertThat(browser.text("return getComputedStyle(document.querySelector('.apc-name')).fontWeight"))
                .isEqualTo("700");
        assertThat(browser.console()).isEmpty();
    }

    private Path page(int traces) throws IOException {
        StringBuilder page =
                new StringBuilder("<!doctype html><html lang=en><meta charset=utf-8><title>Diagrams</title>"
                        + "<style>:root{color-scheme:light dark}" + SequenceDiagram.styleSheet()
                        + "</style><main><h1>Diagrams</h1>");
        Random random = new Random(20261123);
        for (int i = 0; i < traces; i++) {
            Trace trace = i == 0 ? TIMERS : trace(random, 1 + i % 6);
            List<Mark> marks = List.of(new Mark(
                    random.nextInt(trace.events().size() + 1),
                    i % 2 == 0 ? "worker" : "",
                    "expected " + CALLS.get(i % 5)));
            page.append("<div tabindex=0 role=group aria-label='A trace' style='overflow-x:auto'>")
                    .append(SequenceDiagram.svg("d" + i + "-", "Trace " + i, trace, marks))
                    .append("</div>");
        }
        Path file = folder.resolve("diagrams.html");
        Files.writeString(file, page + "</main></html>");
        return file;
    }

    /** Anything that an agent may send, possible or not. */
    private static Trace trace(Random random, int threads) {
        List<String> names =
                List.of("worker", "main", "helper", "a thread with a very long name, longer than its lane", "t", "<u>");
        List<Event> events = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            EventKind kind = EventKind.values()[random.nextInt(EventKind.values().length)];
            String thread = kind == EventKind.QUIESCENT ? "" : names.get(random.nextInt(threads));
            String target = names.get(random.nextInt(Math.min(3, threads)));
            String what = switch (kind) {
                case CALLS ->
                    switch (random.nextInt(4)) {
                        case 0 -> "QueueUserAPC(A, " + target + ", 0)";
                        case 1 -> "SetWaitableTimer(T, {after: 20}, " + random.nextInt(2) + ", R, 7, FALSE)";
                        default -> CALLS.get(random.nextInt(CALLS.size()));
                    };
                case RETURNS -> random.nextBoolean() ? "nonzero" : RESULTS.get(random.nextInt(RESULTS.size()));
                case BEGINS, STARTS ->
                    random.nextInt(5) == 0 ? CALLS.get(3) : random.nextBoolean() ? "A(0)" : "R(7, on time)";
                default -> "";
            };
            events.add(Event.of(i, i * 700L, thread, kind, what));
        }
        TraceStatus status = TraceStatus.values()[random.nextInt(TraceStatus.values().length)];
        return Trace.of(
                events,
                status,
                random.nextBoolean()
                        ? ""
                        : CALLS.get(random.nextInt(CALLS.size())).repeat(9));
    }
}
