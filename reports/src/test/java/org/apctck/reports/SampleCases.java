package org.apctck.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Expected;
import org.apctck.spec.api.Call;
import org.apctck.spec.program.Entry;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramObject;
import org.apctck.spec.trace.EventKind;

/** The cases of the sample: they need not make sense, but they are whole. */
final class SampleCases {
    static final Case TWO_APCS = named(
            "QUEUE-FIFO-1/two-apcs",
            "Two APCs",
            11,
            List.of("main: QueueUserAPC(A, worker, 0)", "main: QueueUserAPC(B, worker, 0)", "worker: SleepEx(0, TRUE)"),
            exactly(
                    "worker",
                    "calls SleepEx",
                    "begins A",
                    "ends A",
                    "begins B",
                    "ends B",
                    "returns WAIT_IO_COMPLETION"));

    static final Case RACE = named(
            "QUEUE-FIFO-MULTI-1/two-producers#1",
            "Two producers",
            30,
            List.of(
                    "race main: QueueUserAPC(A, worker, 0) | helper: QueueUserAPC(B, worker, 0)",
                    "worker: SleepEx(0, TRUE)"),
            new Check.OneOf(
                    List.of(
                            row(36, "main came first", "begins A", "ends A", "begins B", "ends B"),
                            row(37, "helper came first", "begins B", "ends B", "begins A", "ends A")),
                    35));

    static final Case DATA = named(
            "QUEUE-DATA-1/a-large-value",
            "A large <value> & more",
            44,
            List.of("main: QueueUserAPC(A, worker, 0x80000000)", "worker: SleepEx(0, TRUE)"),
            exactly("worker", "calls SleepEx", "begins A(0x80000000)", "ends A", "returns WAIT_IO_COMPLETION"));

    static final Case FAULTY = named(
            "QUEUE-FAULTY-1/the-result",
            "The result",
            52,
            List.of("main: QueueUserAPC(A, worker, 0)"),
            exactly("main", "calls QueueUserAPC", "returns nonzero"));

    static final Case SLEEP = named(
            "DELIVER-WAKE-1/a-sleep",
            "A sleep",
            8,
            List.of("worker: !SleepEx(INFINITE, TRUE)", "main: QueueUserAPC(A, worker, 0)"),
            exactly("worker", "calls SleepEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    static final Case WAIT = named(
            "DELIVER-WAKE-1/a-wait",
            "A wait",
            20,
            List.of("worker: !WaitForSingleObjectEx(E, INFINITE, TRUE)", "main: QueueUserAPC(A, worker, 0)"),
            exactly("worker", "calls WaitForSingleObjectEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    static final Case NESTED = named(
            "DELIVER-NESTED-1/one-in-the-other",
            "One in the other",
            40,
            List.of("worker: !SleepEx(INFINITE, TRUE)", "main: QueueUserAPC(A, worker, 0)", "20 ms"),
            exactly("worker", "calls SleepEx", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    static final Case LATE = named(
            "DELIVER-NESTED-1/the-late-one",
            "The late one",
            55,
            List.of("main: QueueUserAPC(A, worker, 0)"),
            exactly("worker"));

    static final Case SIGNAL_WAIT = named(
            "DELIVER-SIGNALWAIT-1/an-apc-is-pending",
            "An APC is pending",
            60,
            List.of("main: QueueUserAPC(A, worker, 0)", "worker: SignalObjectAndWait(E, E, INFINITE, TRUE)"),
            exactly("worker", "calls SignalObjectAndWait", "begins A", "ends A", "returns WAIT_IO_COMPLETION"));

    static final Case TIE = named(
            "DELIVER-TIE-1/which-one-is-recorded",
            "Which one is recorded",
            70,
            List.of("main: QueueUserAPC(A, worker, 0)", "worker: WaitForSingleObjectEx(E, 0, TRUE)"),
            new Check.Recorded("worker", 74));

    static final List<Case> ALL = List.of(TWO_APCS, RACE, DATA, FAULTY, SLEEP, WAIT, NESTED, LATE, SIGNAL_WAIT, TIE);

    private SampleCases() {}

    static Case named(String id, String name, int line, List<String> entries, Check check) {
        String rule = id.substring(0, id.indexOf('/'));
        Program program = new Program(
                Stream.of("main", "worker", "helper")
                        .map(thread -> new Program.CastThread(thread, false))
                        .toList(),
                List.of(new ProgramObject("E", Call.parse("CreateEventW(NULL, TRUE, TRUE, NULL)"))),
                List.of(),
                entries.stream().map(SampleCases::entry).toList());
        String feature = "features/" + rule.substring(0, rule.indexOf('-')).toLowerCase(java.util.Locale.ROOT)
                + "/sample.feature";
        String gherkin = "Scenario: " + name + "\n  When " + String.join("\n  And ", entries) + "\n";
        return new Case(id, rule, name, feature, line, gherkin, program, List.of(check));
    }

    /** {@code worker: call}, with {@code !} before a call that must block; {@code 20 ms}; {@code race main: call | helper: call}. */
    private static Entry entry(String text) {
        if (text.endsWith(" ms")) {
            return new Entry.Elapse(Integer.parseInt(text.substring(0, text.length() - 3)));
        }
        if (text.startsWith("race ")) {
            Map<String, List<Call>> lanes = new LinkedHashMap<>();
            for (String lane : text.substring("race ".length()).split(" \\| ")) {
                String[] parts = lane.split(": ", 2);
                lanes.put(parts[0], List.of(Call.parse(parts[1])));
            }
            return new Entry.Race(lanes);
        }
        String[] parts = text.split(": ", 2);
        boolean mustBlock = parts[1].startsWith("!");
        return new Entry.CallOn(parts[0], Call.parse(mustBlock ? parts[1].substring(1) : parts[1]), mustBlock, false);
    }

    static Check.Exactly exactly(String thread, String... events) {
        return new Check.Exactly(thread, expected(events), 14);
    }

    private static Check.Row row(int line, String why, String... events) {
        List<Expected> cell = new ArrayList<>(expected(events));
        cell.addAll(expected("returns WAIT_IO_COMPLETION"));
        return new Check.Row(Map.of("worker", cell), why, line);
    }

    private static List<Expected> expected(String... events) {
        return Arrays.stream(events)
                .map(event -> event.split(" ", 2))
                .map(words -> new Expected(EventKind.of(words[0]), words.length > 1 ? words[1] : ""))
                .toList();
    }
}
