package org.apctck.kit.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.apctck.spec.format.InputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a file of results, line by line as they come, so that what was run is on disk whatever happens next.
 *
 * <p>Safe for use by several threads; after {@link #close} nothing more is written.
 */
public final class ResultsWriter implements AutoCloseable {
    /** The name of the file in its folder. */
    public static final String FILE = "results.ndjson";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path file;
    private final BufferedWriter writer;
    private boolean closed;

    private ResultsWriter(Path file, BufferedWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Begins a file of results in {@code folder}, in place of one that is there.
     *
     * @throws InputException if it cannot be written there
     */
    public static ResultsWriter create(Path folder, Header header) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(file); // a link that lies there goes, not what it leads to
            return create(
                    file,
                    Files.newBufferedWriter(
                            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    header);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    static ResultsWriter create(Path file, BufferedWriter writer, Header header) {
        ResultsWriter results = new ResultsWriter(file, writer);
        results.line(RunJson.tree(header));
        return results;
    }

    /**
     * Adds an attempt.
     *
     * @throws InputException if the disk is full or the folder has gone
     */
    public void add(Attempt attempt) {
        line(AttemptJson.tree(attempt));
    }

    /** Adds the footer and ends the file. */
    public void end(Footer footer) {
        line(RunJson.tree(footer));
        close();
    }

    private synchronized void line(Map<String, Object> tree) {
        if (closed) {
            return;
        }
        try {
            writer.write(MAPPER.writeValueAsString(tree));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            InputException failure = unwritable(file, e);
            closed = true;
            try {
                writer.close();
            } catch (IOException again) {
                failure.addSuppressed(again);
            }
            throw failure;
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            writer.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static InputException unwritable(Path path, IOException cause) {
        String detail = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : cause instanceof java.nio.file.AccessDeniedException
                        ? "permission denied"
                        : cause instanceof java.nio.file.FileAlreadyExistsException
                                ? "is not a folder"
                                : cause.getMessage();
        return new InputException(
                path + ": results cannot be written (" + detail + "); choose another folder with --out", cause);
    }
}
