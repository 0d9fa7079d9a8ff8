package org.apctck.cli.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.cli.console.Printed;
import org.apctck.cli.diff.DiffReport;
import org.apctck.kit.DescriptionJson;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.night.News;
import org.apctck.reports.summary.MarkdownText;
import org.apctck.spec.format.InputException;

/**
 * What a night came to.
 *
 * @param folder of its results
 * @param nights one for each target
 * @param comparisons of the others with the one that they are compared with; none if that is not there
 * @param against the target that the others are compared with
 * @param leftOut why an implementation was not run, in one line each
 * @param faults what went wrong in the kit itself, in one line each
 */
record NightReport(
        Path folder,
        List<Night> nights,
        List<DiffReport> comparisons,
        String against,
        List<String> leftOut,
        List<String> faults)
        implements Printed {
    /** The report of a night, its comparisons made once for all forms that it is printed in. */
    static NightReport of(Path folder, List<Night> nights, String against, List<String> leftOut, List<String> faults) {
        return new NightReport(folder, nights, comparisons(nights, against), against, leftOut, faults);
    }

    /** A target with what is new of it. */
    record Night(DiffSide side, News news) {
        private String summary() {
            return side.title() + ": " + news.summary();
        }
    }

    /**
     * Fails only on what is new: a first night has nothing to be new to. What is inconclusive is no news of an implementation.
     */
    ExitStatus status() {
        ExitStatus status = faults.isEmpty() ? ExitStatus.OK : ExitStatus.FAULT;
        for (Night night : nights) {
            ExitStatus side = night.side().status();
            status = status.and(side == ExitStatus.INCONCLUSIVE ? ExitStatus.OK : side);
            status = status.and(night.news().items().isEmpty() ? ExitStatus.OK : ExitStatus.UNEXPECTED);
        }
        return status;
    }

    List<String> problems() {
        return Stream.concat(nights.stream().flatMap(night -> night.side().problems().stream()), faults.stream())
                .distinct()
                .toList();
    }

    private static List<DiffReport> comparisons(List<Night> nights, String against) {
        return nights.stream()
                .filter(night -> night.side().name().equals(against))
                .map(Night::side)
                .findFirst()
                .map(left -> nights.stream()
                        .map(Night::side)
                        .filter(right -> !right.name().equals(left.name()))
                        .map(right -> new DiffReport(left, right, DiffSide.diff(left, right), null))
                        .toList())
                .orElse(List.of());
    }

    /** That there is nothing to compare with, in one line; none if there is. */
    private List<String> missing() {
        boolean isThere = nights.stream().anyMatch(night -> night.side().name().equals(against));
        return isThere ? List.of() : List.of("no comparison: there are no results of " + against);
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
        for (Night night : nights) {
            lines.add(night.summary());
            lines.addAll(NewsText.lines(night.news()));
        }
        lines.add("");
        comparisons.forEach(report -> lines.add(report.summary()));
        lines.addAll(missing());
        lines.addAll(leftOut);
        lines.add("results, recordings, summary.md and site in " + folder);
        return lines;
    }

    @Override
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("## What is new");
        lines.add("");
        for (Night night : nights) {
            lines.add("- " + MarkdownText.plain(night.summary()));
        }
        Stream.of(problems(), missing())
                .flatMap(List::stream)
                .forEach(line -> lines.add("- **" + MarkdownText.plain(line) + "**"));
        lines.add("");
        for (Night night : nights) {
            List<String> news = NewsText.lines(night.news());
            if (!news.isEmpty()) {
                lines.add("### " + MarkdownText.plain(night.side().name()));
                lines.add("");
                // The tilde is in no text of the kit's own.
                lines.add("~~~~text");
                lines.addAll(news);
                lines.add("~~~~");
                lines.add("");
            }
        }
        for (DiffReport report : comparisons) {
            lines.add("## " + MarkdownText.plain(report.right().name()) + " against "
                    + MarkdownText.plain(report.left().name()));
            lines.add("");
            lines.addAll(report.markdown());
            lines.add("");
        }
        leftOut.forEach(line -> lines.add("- " + MarkdownText.plain(line)));
        return lines;
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("folder", folder.toString());
        tree.put("targets", nights.stream().map(NightReport::tree).toList());
        tree.put("comparisons", comparisons.stream().map(DiffReport::tree).toList());
        tree.put("leftOut", leftOut);
        tree.put("faults", faults);
        return tree;
    }

    private static Map<String, Object> tree(Night night) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", night.side().name());
        tree.put("target", DescriptionJson.tree(night.side().target()));
        tree.putAll(NewsText.tree(night.news()));
        return tree;
    }
}
