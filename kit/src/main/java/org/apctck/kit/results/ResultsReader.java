package org.apctck.kit.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.LineReader;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of results, one attempt after the other.
 *
 * <p>A file that cannot be the results of one run is an error that names the file, the line and the field. One that ends too
 * early is not: a run may be killed at any time, and what is missing is part of what was read.
 */
public final class ResultsReader {
    /** Far more than an attempt needs; what is longer is no line of results, or would not fit into memory once read. */
    private static final int LINE_BYTES_MAX = 64 << 20;

    private static final String JOINED = "; the file was joined or changed by hand: run it again";

    private final Path file;
    private final CaseTexts cases = new CaseTexts();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    /** Null if the attempts are not kept one by one. */
    private final @Nullable List<Attempt> attempts;

    private @Nullable Header header;
    private @Nullable Ledger ledger;
    private @Nullable Footer footer;
    private int number;

    private ResultsReader(Path file, boolean withAttempts) {
        this.file = file;
        this.attempts = withAttempts ? new ArrayList<>() : null;
    }

    /**
     * Reads the results of one target and keeps every attempt.
     *
     * @param path the file, or the folder that holds it
     * @throws InputException with file, line and field for results that cannot be used; that the file ends before its footer
     *     is no error, {@link Results#isComplete} tells
     */
    public static Results read(Path path) {
        ResultsReader reader = new ResultsReader(file(path), true);
        ScenarioResults results = reader.read();
        return new Results(results.header(), reader.attempts == null ? List.of() : reader.attempts, results.footer());
    }

    /**
     * Reads the results of one target, rolled up to scenarios.
     *
     * @param path the file, or the folder that holds it
     * @throws InputException with file, line and field for results that cannot be used; that something is missing is no
     *     error, {@link ScenarioResults#incompleteness} tells
     */
    public static ScenarioResults readScenarios(Path path) {
        return new ResultsReader(file(path), false).read();
    }

    /**
     * Reads files of results, several at a time.
     *
     * @return in the order of {@code files}
     */
    public static List<ScenarioResults> readAll(List<Path> files) {
        List<CompletableFuture<ScenarioResults>> reading = files.stream()
                .map(file -> CompletableFuture.supplyAsync(() -> readScenarios(file)))
                .toList();
        return reading.stream().map(ResultsReader::joined).toList();
    }

    /**
     * The files of results in a folder.
     *
     * @param folder that a run was told to write to, which holds a folder for each target; or the folder or file of one
     * @throws InputException if there are none
     */
    public static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder) || Files.exists(folder.resolve(ResultsWriter.FILE))) {
            return List.of(file(folder));
        }
        List<Path> files = below(folder);
        if (files.isEmpty()) {
            throw new InputException(folder + ": holds no " + ResultsWriter.FILE + ", and no folder in it does;"
                    + " it must be a folder that run --out was given");
        }
        return files;
    }

    /** What begins a file of results; null if nothing does, as its writer was killed before that. */
    static @Nullable Header header(Path file) {
        ResultsReader reader = new ResultsReader(file, false);
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, LINE_BYTES_MAX);
            try {
                reader.next(lines);
                return reader.header;
            } catch (InputException e) {
                if (lines.isOpen()) {
                    return null;
                }
                throw e;
            }
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    /** The files of results in the folders of {@code folder}. */
    static List<Path> below(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.resolve(ResultsWriter.FILE))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    private static Path file(Path path) {
        return Files.isDirectory(path) ? path.resolve(ResultsWriter.FILE) : path;
    }

    private static ScenarioResults joined(CompletableFuture<ScenarioResults> results) {
        try {
            return results.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private ScenarioResults read() {
        try (InputStream in = Files.newInputStream(file)) {
            LineReader lines = new LineReader(in, LINE_BYTES_MAX);
            while (next(lines)) {
                number++;
            }
        } catch (NoSuchFileException e) {
            throw new InputException(file + ": no such file", e);
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        if (ledger == null) {
            throw new InputException(file + ": is empty; run it again");
        }
        return ledger.results(footer);
    }

    /** Takes a line in; a last one that a killed writer has left half-written is left out, and the footer is missing then. */
    private boolean next(LineReader lines) throws IOException {
        String line;
        try {
            line = lines.next();
        } catch (LineReader.LineException e) {
            if (isCutOff(lines)) {
                return false;
            }
            throw new InputException(file + ":" + (number + 1) + ": " + e.problem() + "; is it a file of results?", e);
        }
        if (line == null) {
            return false;
        }
        if (line.isBlank()) {
            throw new InputException(file + ":" + (number + 1) + ": is blank" + JOINED);
        }
        CaseTexts.Known known = cases.of(line);
        Node node;
        try {
            node = node(known == null ? line : known.rest(line));
        } catch (InputException e) {
            if (isCutOff(lines)) {
                return false;
            }
            throw e;
        }
        if (known != null && !node.fields().containsKey("case")) {
            attempt(node, known.scenario(), known.digest());
        } else {
            take(line, known == null ? node : node(line));
        }
        return true;
    }

    private boolean isCutOff(LineReader lines) {
        return lines.isOpen() && number > 0;
    }

    private Node node(String line) {
        return Document.jsonLine(file.toString(), number + 1, line);
    }

    private void take(String line, Node node) {
        if (header == null) {
            header = RunJson.readHeader(node);
            ledger = new Ledger(header);
            return;
        }
        if (footer != null) {
            throw node.error("text after the footer" + JOINED);
        }
        switch (node.get("type").text()) {
            case "attempt" -> {
                Case scenario = CaseJson.read(node.get("case"));
                String digest = CaseJson.digest(scenario);
                attempt(node, scenario, digest);
                cases.add(line, scenario, digest);
            }
            case "footer" -> footer = footer(node);
            case "header" -> throw node.error("a second header" + JOINED);
            default ->
                throw node.get("type").error("unknown type `" + node.get("type").text() + "`");
        }
    }

    private void attempt(Node node, Case scenario, String digest) {
        if (footer != null) {
            throw node.error("text after the footer" + JOINED);
        }
        Attempt attempt = AttemptJson.read(node, scenario, digest);
        String problem = ledger == null ? "an attempt before the header" : ledger.add(attempt, digest);
        if (!problem.isEmpty()) {
            throw node.error(problem + JOINED);
        }
        verdicts.merge(attempt.verdict(), 1, Integer::sum);
        if (attempts != null) {
            attempts.add(attempt);
        }
    }

    private Footer footer(Node node) {
        Footer read = RunJson.readFooter(node);
        int made = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        if (read.attempts() != made) {
            throw node.error("counts " + read.attempts() + " attempts, but the file has " + made + JOINED);
        }
        if (!read.verdicts().equals(verdicts)) {
            throw node.get("verdicts").error("counts " + read.verdicts() + ", but the file has " + verdicts + JOINED);
        }
        return read;
    }
}
