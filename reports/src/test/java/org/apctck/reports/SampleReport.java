package org.apctck.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.Sample;
import org.apctck.kit.results.Summary;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.format.Document;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * A small report in which every verdict occurs, for the tests of every format: always the same, judged and rolled up by the
 * kit's own classes.
 *
 * <p>{@code reference} keeps every rule. {@code winpr} shows every verdict, known and unexpected deviations, an entry that
 * matches nothing, and texts that would be markup if they were not escaped. A recording, whose name is no name of a file, is
 * incomplete and lacks a function.
 */
public final class SampleReport {
    /** What a hostile implementation may put into a trace. */
    public static final String HOSTILE = "</script><script>alert(\"1\")</script>]]>&amp;'\u0001\u202e|`*_[x](y)";

    private static final Path FOLDER = Path.of("src/test/resources/sample");
    private static final String STARTED = "2026-11-23T05:00:00Z";

    private SampleReport() {}

    public static Report report() {
        Catalogue catalogue = catalogue();
        return new Report(
                catalogue,
                Map.of("LIFO-QUEUE", "the newest APC runs first", "APC-LOST", "an APC that comes too late is lost"),
                List.of(reference(catalogue), winpr(catalogue), recording(catalogue)));
    }

    public static Catalogue catalogue() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("queue.yaml", text("queue.yaml"));
        files.put("deliver.yaml", text("deliver.yaml"));
        return Catalogue.read(files, Document.yaml("profiles.yaml", text("profiles.yaml")));
    }

    private static TargetReport reference(Catalogue catalogue) {
        TargetDescription target =
                new TargetDescription("reference", "Reference", "0.1.0", "", "Java", apis(ApiFunction.values()));
        Sitting sitting = new Sitting(catalogue, target);
        sitting.run(SampleCases.TWO_APCS, scheduled("s0", Map.of(), two("A", "B")));
        sitting.race(
                new Histogram(
                        2,
                        0,
                        0,
                        Racing.CHOSEN,
                        1,
                        List.of(
                                outcome("A before B", "main came first", 36, true, 1),
                                outcome("B before A", "helper came first", 37, true, 1))),
                scheduled("s0", Map.of(), two("A", "B")),
                scheduled("s0.1", Map.of(), two("B", "A")));
        sitting.run(SampleCases.DATA, scheduled("s0", Map.of(), one("SleepEx(0, TRUE)", "A(0x80000000)")));
        sitting.run(SampleCases.FAULTY, scheduled("s0", Map.of(), """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                """));
        sitting.run(SampleCases.SLEEP, scheduled("s0", Map.of(), woken("SleepEx(INFINITE, TRUE)")));
        sitting.run(SampleCases.WAIT, scheduled("s0", Map.of(), woken("WaitForSingleObjectEx(E, INFINITE, TRUE)")));
        sitting.run(SampleCases.NESTED, scheduled("s0", Map.of(), woken("SleepEx(INFINITE, TRUE)")));
        sitting.run(SampleCases.LATE, scheduled("s0", Map.of(), """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                """));
        sitting.run(
                SampleCases.SIGNAL_WAIT,
                scheduled("s0", Map.of(), one("SignalObjectAndWait(E, E, INFINITE, TRUE)", "A(0)")));
        sitting.run(SampleCases.TIE, scheduled("s0", Map.of("TIE", "object"), """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                worker calls WaitForSingleObjectEx(E, 0, TRUE)
                worker returns WAIT_OBJECT_0
                """));
        return sitting.report(Expectations.NONE, true);
    }

    private static TargetReport winpr(Catalogue catalogue) {
        TargetDescription target = new TargetDescription(
                "winpr",
                "WinPR",
                "2.11.7",
                "0e08b08bb126394fbf7b57365a1e689d48cc94b1717794b5a2765ceac314d723",
                "Linux amd64",
                apis(Stream.of(ApiFunction.values())
                        .filter(function -> function != ApiFunction.SIGNAL_OBJECT_AND_WAIT)
                        .toArray(ApiFunction[]::new)));
        Sitting sitting = new Sitting(catalogue, target);
        sitting.run(SampleCases.TWO_APCS, Traces.of(two("B", "A")));
        sitting.race(
                new Histogram(
                        200,
                        57,
                        3,
                        Racing.STEERED,
                        1,
                        List.of(
                                outcome("A before B", "main came first", 36, true, 197),
                                outcome("B before A", "helper came first", 37, true, 0))),
                Traces.of(two("A", "B")));
        sitting.run(SampleCases.DATA, Traces.of(one("SleepEx(0, TRUE)", "A(" + HOSTILE + ")")));
        sitting.run(SampleCases.FAULTY, Traces.ended(TraceStatus.FAULT, "the agent sent <b>nonsense</b> & left", ""));
        sitting.run(SampleCases.SLEEP, Traces.ended(TraceStatus.TIMEOUT, "worker was blocked at the limit", """
                worker calls SleepEx(INFINITE, TRUE)
                worker blocked
                quiescent
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                worker blocked
                quiescent
                """));
        sitting.run(
                SampleCases.WAIT,
                "libwinpr: assertion `apc != NULL' failed\n\u0007\u001b[31mabort\u001b[0m " + HOSTILE,
                Traces.ended(TraceStatus.CRASHED, "the process ended by signal 11 (SIGSEGV)", """
                        worker calls WaitForSingleObjectEx(E, INFINITE, TRUE)
                        worker blocked
                        quiescent
                        main calls QueueUserAPC(A, worker, 0)
                        """));
        sitting.run(
                SampleCases.NESTED, Traces.ended(TraceStatus.UNSETTLED, "worker was still runnable at the limit", """
                worker calls SleepEx(INFINITE, TRUE)
                """));
        sitting.notRun(SampleCases.LATE, "the target was lost before it");
        sitting.run(SampleCases.SIGNAL_WAIT);
        sitting.run(SampleCases.TIE, Traces.of("""
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                worker calls WaitForSingleObjectEx(E, 0, TRUE)
                worker begins A(0)
                worker ends A
                worker returns WAIT_OBJECT_0
                """));
        return sitting.report(Expectations.read(FOLDER.resolve("winpr.yaml")), true);
    }

    private static TargetReport recording(Catalogue catalogue) {
        TargetDescription target = new TargetDescription(
                "recording:night <1> & \"2\".ndjson",
                "Windows",
                "10.0.26100",
                "",
                "Windows amd64",
                apis(ApiFunction.QUEUE_USER_APC));
        Sitting sitting = new Sitting(catalogue, target);
        sitting.run(SampleCases.FAULTY, Traces.ended(TraceStatus.COMPLETED, "", """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                """));
        sitting.run(SampleCases.TWO_APCS);
        return sitting.report(Expectations.NONE, false);
    }

    private static Set<String> apis(ApiFunction... functions) {
        Set<String> names = new TreeSet<>();
        Stream.of(functions).forEach(function -> names.add(function.functionName()));
        names.add(ApiFunction.CREATE_THREAD.functionName());
        names.add(ApiFunction.CREATE_EVENT.functionName());
        return names;
    }

    private static Histogram.Outcome outcome(String text, String why, int line, boolean allowed, int count) {
        return new Histogram.Outcome(text, why, line, allowed, count);
    }

    private static Trace scheduled(@Nullable String schedule, Map<String, String> readings, String text) {
        return Traces.scheduled(schedule, readings, text);
    }

    private static String two(String first, String second) {
        return """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                main calls QueueUserAPC(B, worker, 0)
                main returns nonzero
                quiescent
                worker calls SleepEx(0, TRUE)
                worker begins %1$s(0)
                worker ends %1$s
                worker begins %2$s(0)
                worker ends %2$s
                worker returns WAIT_IO_COMPLETION
                """.formatted(first, second);
    }

    private static String one(String call, String routine) {
        return """
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                quiescent
                worker calls %s
                worker begins %s
                worker ends A
                worker returns WAIT_IO_COMPLETION
                """.formatted(call, routine);
    }

    private static String woken(String call) {
        return """
                worker calls %s
                worker blocked
                quiescent
                main calls QueueUserAPC(A, worker, 0)
                main returns nonzero
                worker begins A(0)
                worker ends A
                worker returns WAIT_IO_COMPLETION
                """.formatted(call);
    }

    private static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run on one target, attempt by attempt. */
    private static final class Sitting {
        private final Catalogue catalogue;
        private final TargetDescription target;
        private final List<Attempt> attempts = new ArrayList<>();

        Sitting(Catalogue catalogue, TargetDescription target) {
            this.catalogue = catalogue;
            this.target = target;
        }

        void run(Case scenario, Trace... traces) {
            run(scenario, "", traces);
        }

        void run(Case scenario, String stderr, Trace... traces) {
            add(scenario, stderr, null, traces);
        }

        void race(Histogram histogram, Trace... traces) {
            add(SampleCases.RACE, "", histogram, traces);
        }

        void notRun(Case scenario, String reason) {
            attempts.add(Attempt.notRun(scenario, rule(scenario).level(), 1, reason));
        }

        private void add(Case scenario, String stderr, @Nullable Histogram histogram, Trace... traces) {
            Run run = new Run(List.of(traces), true);
            Judgement judgement = Judge.judge(scenario, rule(scenario), run, target);
            attempts.add(new Attempt(
                    scenario,
                    rule(scenario).level(),
                    1,
                    judgement,
                    Sample.of(run, judgement.evidence()),
                    12,
                    stderr,
                    histogram,
                    List.of()));
        }

        private Rule rule(Case scenario) {
            return catalogue.rule(scenario.rule()).orElseThrow();
        }

        TargetReport report(Expectations expectations, boolean whole) {
            Header header = new Header(
                    "0.1.0",
                    STARTED,
                    catalogue.digest(),
                    "Linux amd64, Java 17",
                    target,
                    Map.of("seed", "1"),
                    1,
                    (whole ? SampleCases.ALL : SampleCases.ALL.subList(0, 5))
                            .stream()
                                    .map(scenario -> new Header.Asked(scenario.id(), scenario.rule()))
                                    .toList());
            Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
            attempts.forEach(attempt -> verdicts.merge(attempt.verdict(), 1, Integer::sum));
            Results results =
                    new Results(header, attempts, whole ? new Footer(verdicts, 1234, false, "", false) : null);
            Summary summary = Summary.of(results, catalogue.rules());
            Deviations deviations =
                    expectations.on(target, LocalDate.of(2026, 11, 23)).compare(summary.scenarios(), SampleCases.ALL);
            return new TargetReport(Path.of("out", "sample"), header, summary, deviations, results.incompleteness());
        }
    }
}
