package org.apctck.spec.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.CallSyntaxException;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.Program.CastThread;

/** Reads programs from JSON (schema in {@code docs/protocol/program.schema.json}). */
public final class ProgramReader {
    private ProgramReader() {}

    /**
     * Reads and checks a program file.
     *
     * @throws InputException with file, line and field
     */
    public static Program read(Path file) {
        return read(Document.read(file));
    }

    /**
     * Reads and checks a program.
     *
     * @throws InputException with file, line and field
     */
    public static Program read(Node node) {
        node.only("threads", "objects", "routines", "script");
        Program program = new Program(
                node.get("threads").items().stream().map(ProgramReader::thread).toList(),
                node.list("objects", ProgramReader::object),
                node.list("routines", ProgramReader::routine),
                node.list("script", ProgramReader::entry));
        try {
            return ProgramCheck.check(program);
        } catch (ProgramException e) {
            throw node.error(String.valueOf(e.getMessage()), e);
        }
    }

    private static CastThread thread(Node node) {
        node.only("name", "suspended");
        return new CastThread(node.get("name").text(), node.flag("suspended"));
    }

    private static ProgramObject object(Node node) {
        node.only("name", "call", "by");
        Node by = node.find("by");
        return new ProgramObject(node.get("name").text(), call(node.get("call")), by == null ? null : by.text());
    }

    private static Routine routine(Node node) {
        node.only("name", "kind", "body", "exitCode");
        Node exitCode = node.find("exitCode");
        return new Routine(
                node.get("name").text(),
                node.get("kind").constant(Routine.Kind.class),
                node.list("body", ProgramReader::call),
                exitCode == null ? 0 : exitCode.integer());
    }

    private static Entry entry(Node node) {
        if (node.find("race") != null) {
            node.only("race");
            Map<String, List<Call>> lanes = new LinkedHashMap<>();
            node.get("race").fields().forEach((thread, calls) -> {
                List<Call> lane = new ArrayList<>();
                calls.items().forEach(call -> lane.add(call(call)));
                lanes.put(thread, lane);
            });
            return new Entry.Race(lanes);
        }
        if (node.find("elapse") != null) {
            node.only("elapse");
            return new Entry.Elapse(node.get("elapse").integer(0, 60_000));
        }
        if (node.find("completed") != null) {
            node.only("completed");
            return new Entry.Completed(node.get("completed").text());
        }
        node.only("thread", "call", "mustBlock", "afterReturn");
        return new Entry.CallOn(
                node.get("thread").text(), call(node.get("call")), node.flag("mustBlock"), node.flag("afterReturn"));
    }

    private static Call call(Node node) {
        try {
            return Call.parse(node.text());
        } catch (CallSyntaxException e) {
            throw node.error(String.valueOf(e.getMessage()), e);
        }
    }
}
