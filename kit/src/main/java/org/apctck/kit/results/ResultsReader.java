package org.apctck.kit.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.Document;
import org.apctck.spec.InputException;
import org.apctck.spec.Node;
import org.jspecify.annotations.Nullable;

/** Reads files of results. */
public final class ResultsReader {
    private final Path file;
    private final List<Attempt> attempts = new ArrayList<>();
    private @Nullable Header header;
    private @Nullable Footer footer;

    private ResultsReader(Path file) {
        this.file = file;
    }

    /**
     * Reads the results of one target.
     *
     * @param path the file, or the folder that holds it
     * @throws InputException with file, line and field for a malformed line; a file that ends before its footer is no
     *     error, {@link Results#isComplete} tells
     */
    public static Results read(Path path) {
        return new ResultsReader(Files.isDirectory(path) ? path.resolve(ResultsWriter.FILE) : path).read();
    }

    /**
     * Reads the results of every target of a run.
     *
     * @param folder that the run was told to write to; holds a folder for each target
     */
    public static List<Results> readAll(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(ResultsWriter.FILE))) {
            return List.of(read(folder));
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Results> all = children.filter(child -> Files.exists(child.resolve(ResultsWriter.FILE)))
                    .sorted()
                    .map(ResultsReader::read)
                    .toList();
            if (all.isEmpty()) {
                throw new InputException(folder + ": holds no " + ResultsWriter.FILE);
            }
            return all;
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private Results read() {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = next(reader, ++number, line)) {
                if (line.isBlank()) {
                    throw new InputException(file + ":" + (number + 1) + ": is blank");
                }
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read as UTF-8 text (" + e.getMessage() + ")", e);
        }
        if (header == null) {
            throw new InputException(file + ": is empty");
        }
        return new Results(header, attempts, footer);
    }

    /** Takes {@code line} in and gives the one after it; a last line that a killed writer left half-written is left out. */
    private @Nullable String next(BufferedReader reader, int number, String line) throws IOException {
        String following = reader.readLine();
        try {
            take(Document.jsonLine(file.toString(), number, line));
        } catch (InputException e) {
            if (following != null || number == 1 || endsWithALine()) {
                throw e;
            }
        }
        return following;
    }

    private boolean endsWithALine() throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }

    private void take(Node node) {
        if (header == null) {
            header = RunJson.readHeader(node);
        } else if (footer != null) {
            throw node.error("text after the footer");
        } else {
            switch (node.get("type").text()) {
                case "attempt" -> attempts.add(AttemptJson.read(node));
                case "footer" -> footer = footer(node);
                default ->
                    throw node.get("type")
                            .error("unknown type `" + node.get("type").text() + "`");
            }
        }
    }

    private Footer footer(Node node) {
        Footer read = RunJson.readFooter(node);
        if (read.attempts() != attempts.size()) {
            throw node.error("counts " + read.attempts() + " attempts, but the file has " + attempts.size());
        }
        return read;
    }
}
