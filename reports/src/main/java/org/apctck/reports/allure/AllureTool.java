package org.apctck.reports.allure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apctck.reports.Folders;
import org.apctck.spec.format.InputException;

/**
 * Allure's own tool, which makes a report of results. It is fetched once, through npm as the machine has it set up, and from then on
 * needs neither npm nor a network: it runs on the Java of this process.
 */
public final class AllureTool implements Pages {
    static final String VERSION = "2.46.1";

    private static final String PACKAGE = "allure-commandline";
    private static final String MAIN = "io.qameta.allure.CommandLine";
    private static final long FETCH_SECONDS = 300;
    private static final long GENERATE_SECONDS = 600;

    private final Path home;
    private final List<String> npm;
    private final Consumer<String> says;

    /**
     * @param folder where the tool is kept, in a folder of its version
     * @param says takes a line for each step that takes its time
     */
    public AllureTool(Path folder, Consumer<String> says) {
        this(folder, List.of(isWindows() ? "npm.cmd" : "npm"), says);
    }

    AllureTool(Path folder, List<String> npm, Consumer<String> says) {
        this.home = folder.toAbsolutePath().resolve(VERSION);
        this.npm = npm;
        this.says = says;
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    @Override
    public void make(Path results, Path out) throws IOException, InterruptedException {
        fetch();
        Path tool = tool(home);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                tool.resolve("lib").resolve("*")
                        + java.io.File.pathSeparator
                        + tool.resolve("lib").resolve("config"),
                MAIN,
                "generate",
                "--single-file",
                "--name",
                "APC conformance",
                "--output",
                out.toString(),
                results.toString());
        Ended ended = run(command, tool, GENERATE_SECONDS);
        if (ended.status() != 0 || !Files.exists(out.resolve(AllureReport.PAGE))) {
            throw new InputException("Allure " + VERSION + " makes no report of " + results + ": " + ended.lastWords()
                    + "; if it is damaged, remove " + home);
        }
    }

    /** Fetches the tool, unless it is there. Of two that do so at once, one is too late and drops what it has. */
    private void fetch() throws IOException, InterruptedException {
        if (Files.isDirectory(tool(home))) {
            return;
        }
        says.accept("fetching " + PACKAGE + " " + VERSION + " with npm…");
        Files.createDirectories(home.getParent());
        Path fresh = Folders.beside(home);
        try {
            List<String> command = new ArrayList<>(npm);
            command.addAll(List.of(
                    "install",
                    "--prefix",
                    fresh.toString(),
                    "--no-save",
                    "--no-audit",
                    "--no-fund",
                    "--no-package-lock",
                    "--ignore-scripts",
                    "--prefer-offline",
                    "--fetch-retries=1",
                    PACKAGE + "@" + VERSION));
            Ended ended = run(command, fresh, FETCH_SECONDS);
            if (ended.status() != 0 || !Files.isDirectory(tool(fresh))) {
                throw new InputException("npm cannot fetch " + PACKAGE + " " + VERSION + ": " + ended.npmError()
                        + "; try again with a network, or leave out --allure");
            }
            if (!Files.exists(home)) {
                Files.move(fresh, home);
            }
        } finally {
            Folders.remove(fresh);
        }
    }

    private static Path tool(Path home) {
        return home.resolve("node_modules").resolve(PACKAGE).resolve("dist");
    }

    private Ended run(List<String> command, Path folder, long seconds) throws IOException, InterruptedException {
        Path output = Files.createTempFile("apctck-allure-", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("ALLURE_HOME", folder.toString());
            // Else it tells its makers that it ran, and the pages tell them who opens them.
            builder.environment().put("ALLURE_NO_ANALYTICS", "true");
            Process process = start(builder);
            try {
                process.getOutputStream().close();
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    return new Ended(1, "it takes longer than " + seconds + " s");
                }
                return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new InputException(
                    builder.command().get(0)
                            + " cannot be started; --allure needs npm (apt-get install npm) once, to fetch " + PACKAGE
                            + " " + VERSION,
                    e);
        }
    }

    /** How a program ended, and what it wrote. */
    private record Ended(int status, String output) {
        private static final String NPM_ERROR = "npm error ";

        /** The last line that says anything, or the status. */
        String lastWords() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((first, second) -> second)
                    .orElse("exit status " + status);
        }

        /** The first thing that npm calls an error in words; behind it comes where its log is. */
        String npmError() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith(NPM_ERROR) && line.length() > NPM_ERROR.length())
                    .map(line -> line.substring(NPM_ERROR.length()))
                    .filter(line -> !line.matches("(code|errno|syscall) .*"))
                    .findFirst()
                    .orElseGet(this::lastWords);
        }
    }
}
