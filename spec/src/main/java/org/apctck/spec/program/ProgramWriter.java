package org.apctck.spec.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.api.Call;
import tools.jackson.databind.json.JsonMapper;

/** Writes programs as JSON; the counterpart of {@link ProgramReader}. */
public final class ProgramWriter {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ProgramWriter() {}

    /** The program as one line of JSON; equal programs give equal text. */
    public static String write(Program program) {
        return MAPPER.writeValueAsString(tree(program));
    }

    /** The program as maps, lists, texts, numbers and truth values, to be put into a larger JSON value. */
    public static Map<String, Object> tree(Program program) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "threads", program.threads().stream().map(ProgramWriter::thread).toList());
        if (!program.objects().isEmpty()) {
            tree.put(
                    "objects",
                    program.objects().stream().map(ProgramWriter::object).toList());
        }
        if (!program.routines().isEmpty()) {
            tree.put(
                    "routines",
                    program.routines().stream().map(ProgramWriter::routine).toList());
        }
        tree.put("script", program.script().stream().map(ProgramWriter::entry).toList());
        return tree;
    }

    private static Map<String, Object> thread(Program.CastThread thread) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", thread.name());
        if (thread.suspended()) {
            tree.put("suspended", true);
        }
        return tree;
    }

    private static Map<String, Object> object(ProgramObject object) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", object.name());
        tree.put("call", object.call().toString());
        if (object.by() != null) {
            tree.put("by", object.by());
        }
        return tree;
    }

    private static Map<String, Object> routine(Routine routine) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", routine.name());
        tree.put("kind", routine.kind().name().toLowerCase(java.util.Locale.ROOT));
        tree.put("body", texts(routine.body()));
        if (routine.exitCode() != 0) {
            tree.put("exitCode", routine.exitCode());
        }
        return tree;
    }

    private static Map<String, Object> entry(Entry entry) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (entry instanceof Entry.CallOn on) {
            tree.put("thread", on.thread());
            tree.put("call", on.call().toString());
            if (on.mustBlock()) {
                tree.put("mustBlock", true);
            }
            if (on.afterReturn()) {
                tree.put("afterReturn", true);
            }
        } else if (entry instanceof Entry.Elapse elapse) {
            tree.put("elapse", elapse.millis());
        } else if (entry instanceof Entry.Completed completed) {
            tree.put("completed", completed.request());
        } else if (entry instanceof Entry.Race race) {
            Map<String, Object> lanes = new LinkedHashMap<>();
            race.lanes().forEach((thread, calls) -> lanes.put(thread, texts(calls)));
            tree.put("race", lanes);
        }
        return tree;
    }

    private static List<String> texts(List<Call> calls) {
        return calls.stream().map(Call::toString).toList();
    }
}
