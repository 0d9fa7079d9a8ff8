package org.apctck.reports.allure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apctck.kit.Kit;
import org.apctck.reports.Folders;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.spec.format.InputException;

/**
 * The Allure report of all targets, made of their {@link AllureResults}: one page that opens from a disk, and beside it the history, which
 * the next report at the same place continues.
 */
public final class AllureReport implements ReportFormat {
    /** The folder below that of the report. */
    public static final String FOLDER = "allure";

    static final String PAGE = "index.html";

    private static final String HISTORY = "history";
    /** The history without the runs of this report: it is continued anew if they are reported again. */
    private static final String BEFORE = "history-before";

    private static final String RUNS = "runs.txt";

    /** How the page holds the files of its history. The version of the tool is pinned, and so is this. */
    private static final Pattern HISTORY_FILE = Pattern.compile("d\\('history/([\\w-]+\\.json)',\\s*'([^']*)'\\)");

    private final Pages pages;
    private final Path earlier;

    /**
     * @param earlier where the report is whose history this one continues, if there is one
     */
    public AllureReport(Pages pages, Path earlier) {
        this.pages = pages;
        this.earlier = earlier.resolve(FOLDER);
    }

    /**
     * Makes the report of the results that {@link AllureResults} has written below {@code out}.
     *
     * @throws InputException with the remedy, if the pages cannot be made; the report that was there is still there then
     */
    @Override
    public void write(Report report, Path out) throws IOException {
        Path folder = out.resolve(FOLDER);
        Path results = out.resolve(AllureResults.FOLDER).toAbsolutePath();
        Path fresh = Folders.beside(folder);
        try {
            String runs = runs(report);
            Path before = fresh.resolve(BEFORE);
            Folders.copy(earlier.resolve(isOf(earlier, runs) ? BEFORE : HISTORY), before);
            Folders.copy(before, results.resolve(HISTORY));
            Files.writeString(results.resolve("executor.json"), AllureJson.indented(executor(report)));
            Path made = fresh.resolve("made");
            pages.make(results, made);
            Files.move(made.resolve(PAGE), fresh.resolve(PAGE));
            Folders.remove(made);
            extractHistory(fresh);
            Files.writeString(fresh.resolve(RUNS), runs);
            Folders.replace(folder, fresh);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted; there is no new Allure report in " + folder, e);
        } finally {
            Folders.remove(fresh);
        }
    }

    /** What tells whether two reports are of the same runs. */
    private static String runs(Report report) {
        return report.targets().stream()
                .map(target -> target.header().started() + " " + target.name())
                .sorted()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isOf(Path folder, String runs) throws IOException {
        Path file = folder.resolve(RUNS);
        return Files.exists(file) && Files.readString(file).equals(runs);
    }

    private static Map<String, Object> executor(Report report) {
        String latest = report.targets().stream()
                .map(target -> target.header().started())
                .max(String::compareTo)
                .orElse("");
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", "apctck " + Kit.version());
        tree.put("type", "apctck");
        tree.put("buildName", latest);
        tree.put(
                "reportName",
                report.targets().stream().map(target -> target.name()).collect(Collectors.joining(", ")));
        return tree;
    }

    private static void extractHistory(Path folder) throws IOException {
        Path history = Files.createDirectory(folder.resolve(HISTORY));
        Matcher files = HISTORY_FILE.matcher(Files.readString(folder.resolve(PAGE), StandardCharsets.UTF_8));
        while (files.find()) {
            Files.write(history.resolve(files.group(1)), Base64.getDecoder().decode(files.group(2)));
        }
        if (!Files.exists(history.resolve("history.json"))) {
            throw new IllegalStateException("the page of Allure " + AllureTool.VERSION + " holds no history");
        }
    }
}
