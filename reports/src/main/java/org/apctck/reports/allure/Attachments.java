package org.apctck.reports.allure;

import io.qameta.allure.model.Attachment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.record.StoredTrace;
import org.apctck.kit.results.Attempt;
import org.apctck.reports.ThreadColumns;
import org.apctck.reports.diagram.Mark;
import org.apctck.reports.diagram.SequenceDiagram;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.Trace;

/** What stands beside a result as files: scenario and program, a trace in two forms, and what the agent wrote. */
final class Attachments {
    private static final Map<String, String> TYPES =
            Map.of(".txt", "text/plain", ".jsonl", "text/plain", ".json", "application/json", ".svg", "image/svg+xml");

    private final AttachmentStore store;
    private final String target;

    Attachments(AttachmentStore store, String target) {
        this.store = store;
        this.target = target;
    }

    List<Attachment> of(Attempt attempt) {
        List<Attachment> all = new ArrayList<>();
        shown(attempt).forEach(trace -> all.add(diagram(attempt, trace)));
        all.add(attachment("scenario", ".txt", attempt.scenario().gherkin()));
        if (attempt.race() != null) {
            all.add(attachment("outcomes", ".txt", Words.of(attempt.race())));
        }
        all.add(attachment(
                "program",
                ".json",
                AllureJson.indented(ProgramWriter.tree(attempt.scenario().program()))));
        shown(attempt).forEach(trace -> all.add(attachment("trace", ".jsonl", lines(attempt.scenario(), trace))));
        if (!attempt.stderr().isEmpty()) {
            all.add(attachment("standard error", ".txt", attempt.stderr()));
        }
        return all;
    }

    /** In the form of {@code exec}, so that {@code accept} takes it; the program is beside it. */
    private String lines(Case scenario, Trace trace) {
        return StoredTrace.lines(scenario.program(), target, trace).stream()
                .skip(1)
                .map(AllureJson::line)
                .collect(Collectors.joining());
    }

    /** The trace that shows why the verdict is what it is; the first one where none does. */
    private static Stream<Trace> shown(Attempt attempt) {
        return Stream.concat(attempt.judgement().evidence().stream(), attempt.sample().traces().stream())
                .limit(1);
    }

    /** Drawn where there is something to see. A pass has its columns, in a tenth of the space, which targets share. */
    private Attachment diagram(Attempt attempt, Trace trace) {
        if (attempt.verdict() == Verdict.PASS) {
            return attachment("diagram", ".txt", String.join("\n", ThreadColumns.of(trace)) + "\n");
        }
        List<Mark> marks = Mark.of(attempt.judgement(), trace).stream().toList();
        return attachment(
                "diagram", ".svg", SequenceDiagram.file(attempt.scenario().name(), trace, marks));
    }

    /** Named by what it holds: what several results share, as targets share a program, is stored once. */
    private Attachment attachment(String name, String suffix, String text) {
        String source = Document.digest(text).substring(0, 32) + "-attachment" + suffix;
        store.put(source, text.getBytes(StandardCharsets.UTF_8));
        return new Attachment().setName(name).setType(TYPES.get(suffix)).setSource(source);
    }
}
