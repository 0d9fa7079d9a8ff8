package org.apctck.kit.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apctck.kit.DescriptionJson;
import org.apctck.kit.Kit;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramWriter;
import org.apctck.spec.trace.TraceJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs of a target, kept with its identity. A file of JSON lines: a header, a line for each run, a footer.
 *
 * @param rules the digest of the catalogue that the programs came from
 * @param recorded when, as an instant
 * @param racing what the target does where threads race
 * @param attempts by the digest of the program, each with its runs, in the order in which they were made
 * @param lost why the target could not be run to the end; empty if it was
 */
public record Recording(
        TargetDescription target,
        String rules,
        String recorded,
        Racing racing,
        Map<String, List<List<Run>>> attempts,
        String lost) {
    static final int FORMAT = 2;
    static final String HEADER = "recording";
    static final String RUN = "run";
    static final String FOOTER = "end";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String AGAIN = "record it anew with `run --record`";

    /** What a program is known by: SHA-256 over its JSON, in hexadecimal. */
    static String digest(Program program) {
        return Document.digest(MAPPER.writeValueAsString(ProgramWriter.tree(program)));
    }

    /**
     * Reads a recording.
     *
     * @throws InputException for a file that is none, is cut off or was made by another version of the kit
     */
    public static Recording read(Path file) {
        List<Node> lines = lines(file);
        Node header = lines.get(0);
        if (!header.text("type", "").equals(HEADER)) {
            throw header.error("is not the header of a recording");
        }
        long format = header.get("format").integer();
        String kit = header.get("kit").text();
        if (format != FORMAT || !kit.equals(Kit.version())) {
            throw header.error("was made by version " + kit + " of the kit (format " + format + "), this is "
                    + Kit.version() + " (format " + FORMAT + "): " + AGAIN);
        }
        Node footer = lines.get(lines.size() - 1);
        if (lines.size() == 1 || !footer.text("type", "").equals(FOOTER)) {
            throw new InputException(file + ": is cut off, its last line is not the end of a recording: " + AGAIN);
        }
        // By their numbers: instances of the target may have made several at a time.
        Map<String, SortedMap<Long, List<Run>>> attempts = new LinkedHashMap<>();
        for (Node line : lines.subList(1, lines.size() - 1)) {
            if (!line.get("type").text().equals(RUN)) {
                throw line.get("type").error("is not a run");
            }
            attempts.computeIfAbsent(line.get("program").text(), any -> new TreeMap<>())
                    .computeIfAbsent(line.get("attempt").integer(), any -> new ArrayList<>())
                    .add(new Run(line.list("traces", TraceJson::read), line.flag("complete")));
        }
        if (footer.get("runs").integer() != lines.size() - 2) {
            throw footer.error(
                    "counts " + footer.get("runs").integer() + " runs, but the file has " + (lines.size() - 2));
        }
        Node racing = header.find("racing");
        return new Recording(
                DescriptionJson.read(header.get("target")),
                header.get("rules").text(),
                header.get("recorded").text(),
                racing == null ? Racing.UNSTEERED : racing.constant(Racing.class),
                inOrder(attempts),
                footer.text("lost", ""));
    }

    private static Map<String, List<List<Run>>> inOrder(Map<String, SortedMap<Long, List<Run>>> attempts) {
        Map<String, List<List<Run>>> ordered = new LinkedHashMap<>();
        attempts.forEach((program, runs) -> ordered.put(program, List.copyOf(runs.values())));
        return ordered;
    }

    private static List<Node> lines(Path file) {
        List<Node> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String line = reader.readLine();
            while (line != null) {
                String following = reader.readLine();
                lines.add(line(file, lines.size() + 1, line, following == null));
                line = following;
            }
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
        if (lines.isEmpty()) {
            throw new InputException(file + ": is empty: " + AGAIN);
        }
        return lines;
    }

    private static Node line(Path file, int number, String line, boolean last) {
        try {
            return Document.jsonLine(file.toString(), number, line);
        } catch (InputException e) {
            if (last && line.startsWith("{")) {
                throw new InputException(file + ":" + number + ": is cut off: " + AGAIN, e);
            }
            throw e;
        }
    }
}
