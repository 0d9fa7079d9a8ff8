package org.apctck.kit.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Kit;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceJson;

/**
 * A trace with the program that was run, as {@code exec} prints it: a line for the program, a line for each event, a closing
 * line. It needs nothing else to be judged later.
 *
 * @param firstLine the line of the file that its first event stands in, or would
 */
public record StoredTrace(Program program, Trace trace, int firstLine) {
    static final String PROGRAM = "program";
    static final String EVENT = "event";
    static final String TRACE = "trace";

    /** The lines of a trace that {@code target} has given, as maps, lists and texts. */
    public static List<Map<String, Object>> lines(Program program, String target, Trace trace) {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(header(program, target));
        trace.events().forEach(event -> lines.add(typed(EVENT, TraceJson.tree(event))));
        Map<String, Object> closing = typed(TRACE, TraceJson.tree(trace));
        closing.put("events", trace.events().size());
        lines.add(closing);
        return lines;
    }

    private static Map<String, Object> header(Program program, String target) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("type", PROGRAM);
        header.put("kit", Kit.version());
        header.put("target", target);
        header.put("digest", Recording.digest(program));
        header.put("program", ProgramWriter.tree(program));
        return header;
    }

    private static Map<String, Object> typed(String type, Map<String, Object> fields) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", type);
        tree.putAll(fields);
        return tree;
    }
}
