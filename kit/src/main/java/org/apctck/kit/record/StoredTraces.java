package org.apctck.kit.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Kit;
import org.apctck.spec.api.Call;
import org.apctck.spec.api.Effect;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramReader;
import org.apctck.spec.trace.Event;
import org.apctck.spec.trace.EventKind;
import org.apctck.spec.trace.Happening;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceJson;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/** Reads a file of {@link StoredTrace}s, one after the other. */
public final class StoredTraces {
    /** The thread that the stage credits an APC to which ran on a thread that is none of the program's. */
    private static final String STRANGER = "stranger";

    private static final String CUT_OFF = "is cut off: the closing line of its trace is missing";

    private final Path file;
    private final @Nullable Program given;
    private final List<StoredTrace> traces = new ArrayList<>();

    private @Nullable Program program;
    private Set<String> threads = Set.of();
    private final List<Event> events = new ArrayList<>();
    private int firstLine = 1;
    private boolean open;

    private StoredTraces(Path file, @Nullable Program given) {
        this.file = file;
        this.given = given;
    }

    /**
     * Reads a file.
     *
     * @param given the program that was run, or null if the file says it
     * @throws InputException with file and line, if it is empty, malformed or cut off, if events are out of order or of unknown
     *     threads, or if it is of another program or another version of the kit
     */
    public static List<StoredTrace> read(Path file, @Nullable Program given) {
        return new StoredTraces(file, given).read();
    }

    private List<StoredTrace> read() {
        List<String> lines = lines();
        if (lines.stream().allMatch(String::isBlank)) {
            throw new InputException(file + ": is empty; `exec` prints a trace");
        }
        if (isProgram(lines)) {
            throw new InputException(file + ": is a program and no trace; `exec " + file + "` prints one of it");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                take(node(lines, i));
            }
        }
        if (open) {
            throw new InputException(file + ":" + lines.size() + ": " + CUT_OFF);
        }
        return traces;
    }

    /** Whether somebody has mistaken the program for its trace; it may stand on one line or on many. */
    private boolean isProgram(List<String> lines) {
        try {
            Node whole = Document.json(file.toString(), String.join("\n", lines));
            return whole.isObject() && whole.find("script") != null && whole.find("type") == null;
        } catch (InputException e) {
            return false; // of several lines of JSON, or what reading it line by line will name
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
    }

    private Node node(List<String> lines, int index) {
        try {
            return Document.jsonLine(file.toString(), index + 1, lines.get(index));
        } catch (InputException e) {
            boolean last = index == lines.size() - 1;
            throw last && open ? new InputException(file + ":" + (index + 1) + ": " + CUT_OFF, e) : e;
        }
    }

    private void take(Node line) {
        if (!line.isObject()) {
            throw line.error("is not a line of a trace, which is an object");
        }
        String type = line.get("type").text();
        switch (type) {
            case StoredTrace.PROGRAM -> begin(line);
            case StoredTrace.EVENT -> event(line);
            case StoredTrace.TRACE -> end(line);
            default -> throw line.get("type").error("unknown value `" + type + "`; known are program, event, trace");
        }
    }

    private void begin(Node header) {
        if (open) {
            throw header.error(CUT_OFF.replace("is cut off", "the trace before it is cut off"));
        }
        String kit = header.get("kit").text();
        if (!kit.equals(Kit.version())) {
            throw header.get("kit")
                    .error("was made by version " + kit + " of the kit, this is " + Kit.version()
                            + ": run `exec` anew");
        }
        String digest = header.get("digest").text();
        Node stored = header.find("program");
        if (given == null && stored == null) {
            throw header.error("`program` is missing; give it with --program");
        }
        Program known = given != null || stored == null ? given : ProgramReader.read(stored);
        if (known == null || !Recording.digest(known).equals(digest)) {
            throw header.get("digest")
                    .error(
                            given == null
                                    ? "is not that of the program beside it"
                                    : "the trace is of another program than the one given with --program");
        }
        begin(known, header.line() + 1);
    }

    private void begin(Program known, int line) {
        program = known;
        threads = threads(known);
        events.clear();
        firstLine = line;
        open = true;
    }

    /** The program of a line that no header comes before. */
    private Program programOf(Node line) {
        if (!open) {
            if (given == null) {
                throw line.error("there is no line before it that says which program was run; give it with --program");
            }
            begin(given, line.line());
        }
        if (program == null) {
            throw new IllegalStateException("a trace that has begun has a program");
        }
        return program;
    }

    private void event(Node line) {
        programOf(line);
        Event event = TraceJson.readEvent(line);
        if (event.seq() != events.size()) {
            throw line.get("seq").error("is out of order: " + event.seq() + " where " + events.size() + " must be");
        }
        if (event.kind() != EventKind.QUIESCENT && !isThread(event.thread())) {
            throw line.get("thread")
                    .error("unknown thread `" + event.thread() + "`; the program has "
                            + threads.stream().sorted().collect(Collectors.joining(", ")));
        }
        if (event.happening() instanceof Happening.Malformed malformed) {
            throw line.get("what").error(malformed.problem());
        }
        events.add(event);
    }

    private void end(Node line) {
        Program known = programOf(line);
        int count = line.get("events").integer(0, Integer.MAX_VALUE);
        if (count != events.size()) {
            throw line.get("events").error("counts " + count + " events, but there are " + events.size());
        }
        TraceStatus status = line.get("status").constant(TraceStatus.class);
        Node schedule = line.find("schedule");
        Trace trace = new Trace(
                events,
                status,
                line.text("evidence", ""),
                schedule == null ? null : schedule.text(),
                java.util.Map.of());
        traces.add(new StoredTrace(known, trace, firstLine));
        open = false;
    }

    private boolean isThread(String name) {
        return threads.contains(name) || name.equals(STRANGER) || name.matches("thread\\d+");
    }

    /** The cast, and the names that threads are called after which the program makes. */
    private static Set<String> threads(Program program) {
        Set<String> threads = new HashSet<>();
        program.threads().forEach(thread -> threads.add(thread.name()));
        for (Call call : program.calls()) {
            if (call.function().effect() == Effect.CREATES_THREAD && call.binding() != null) {
                threads.add(call.binding());
            }
        }
        return threads;
    }
}
