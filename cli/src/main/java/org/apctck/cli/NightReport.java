package org.apctck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.ExitStatus;
import org.apctck.spec.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What a night came to.
 *
 * @param folder of its results
 * @param comparisons one for each implementation
 * @param leftOut why an implementation was not run, in one line each
 */
record NightReport(Path folder, List<Comparison> comparisons, List<String> leftOut) implements Printed {
    /**
     * What an implementation came to.
     *
     * @param before the folder of the night that it is compared with, or null if there is none
     */
    record Comparison(DiffReport report, @Nullable Path before) {
        private boolean isNews() {
            return before != null && !report.news().isEmpty();
        }

        private String summary() {
            return report.summary()
                    + (before == null ? "; no earlier night to compare with" : " since " + before.getFileName());
        }
    }

    /**
     * Fails only on what is new: a first night has nothing to be new to. What is inconclusive is a verdict like any other, new or
     * known.
     */
    ExitStatus status() {
        ExitStatus status = ExitStatus.OK;
        for (DiffSide side : sides()) {
            status = status.and(side.status() == ExitStatus.INCONCLUSIVE ? ExitStatus.OK : side.status());
        }
        return comparisons.stream().anyMatch(Comparison::isNews) ? status.and(ExitStatus.UNEXPECTED) : status;
    }

    List<String> problems() {
        return sides().stream()
                .flatMap(side -> side.problems().stream())
                .distinct()
                .toList();
    }

    private List<DiffSide> sides() {
        return comparisons.stream()
                .map(Comparison::report)
                .flatMap(report -> Stream.of(report.left(), report.right()))
                .toList();
    }

    /** Keeps the report beside the results, for the page of a job. */
    void write() {
        Path file = folder.resolve("summary.md");
        try {
            Files.write(file, markdown());
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            if (comparison.isNews()) {
                lines.addAll(comparison.report().newLines());
            }
            lines.add(comparison.summary());
        }
        lines.addAll(leftOut);
        lines.add("results, recordings and summary.md in " + folder);
        return lines;
    }

    @Override
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (Comparison comparison : comparisons) {
            DiffReport report = comparison.report();
            lines.add(
                    "## " + report.right().name() + " against " + report.left().name());
            lines.add("");
            lines.addAll(report.markdown());
            lines.add("");
        }
        leftOut.forEach(line -> lines.add("- " + line));
        return lines;
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("folder", folder.toString());
        tree.put("comparisons", comparisons.stream().map(NightReport::tree).toList());
        tree.put("leftOut", leftOut);
        return tree;
    }

    private static Map<String, Object> tree(Comparison comparison) {
        Map<String, Object> tree = comparison.report().tree();
        Path before = comparison.before();
        tree.put("before", before == null ? null : before.toString());
        return tree;
    }
}
