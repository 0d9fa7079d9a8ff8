package org.apctck.kit.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apctck.spec.format.InputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recording while it is made: beside its place, which it takes when it is complete. An earlier one stays until then. Several
 * instances of a target may write it side by side.
 */
final class RecordingFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path path;
    private final Path part;
    private final BufferedWriter writer;
    private final int instances;
    private int joined;
    private int open;
    private int attempts;
    private int runs;
    private String lost = "";

    /**
     * @param instances that must have joined by the end
     * @throws InputException if it cannot be written
     */
    RecordingFile(Path path, int instances) {
        this.path = path;
        this.instances = instances;
        this.part = path.resolveSibling(path.getFileName() + ".part");
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            this.writer = Files.newBufferedWriter(part);
        } catch (IOException e) {
            throw unwritable(e);
        }
        part.toFile().deleteOnExit(); // of a run that is interrupted nothing is left
    }

    /** Writes what is recorded. */
    synchronized void begin(Map<String, Object> header) {
        line(header);
    }

    /** An instance joins. */
    synchronized void join() {
        joined++;
        open++;
    }

    /** The number of an attempt at a program, which begins. */
    synchronized int begin() {
        return ++attempts;
    }

    /** Writes a run. */
    synchronized void run(Map<String, Object> tree) {
        line(tree);
        runs++;
    }

    /** An instance was lost: the recording may end early. */
    synchronized void lose(String reason) {
        lost = reason;
    }

    /** An instance will write no more; with the last one the recording is complete, unless one has never joined. */
    synchronized void leave() {
        if (--open > 0) {
            return;
        }
        if (joined < instances) {
            end(false);
            return;
        }
        Map<String, Object> footer = new LinkedHashMap<>();
        footer.put("type", Recording.FOOTER);
        footer.put("runs", runs);
        if (!lost.isEmpty()) {
            footer.put("lost", lost);
        }
        line(footer);
        end(true);
    }

    private void line(Map<String, Object> tree) {
        try {
            writer.write(MAPPER.writeValueAsString(tree));
            writer.write('\n');
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Takes its place, if it is whole; else nothing is left of it. */
    private void end(boolean whole) {
        try {
            writer.close();
            if (whole) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private InputException unwritable(IOException cause) {
        return new InputException(
                path + ": the recording cannot be written (" + cause + "); choose another file with --record", cause);
    }
}
