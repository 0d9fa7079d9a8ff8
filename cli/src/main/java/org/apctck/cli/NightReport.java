package org.apctck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.ExitStatus;
import org.apctck.spec.InputException;
import org.jspecify.annotations.Nullable;

/**
 * What a night came to.
 *
 * @param folder of its results
 * @param before the folder of the night that it is compared with, or null if it is the first
 * @param comparisons one for each implementation
 * @param leftOut why an implementation was not run, in one line each
 */
record NightReport(Path folder, @Nullable Path before, List<DiffReport> comparisons, List<String> leftOut) {
    /** Fails only on what is new: a first night has nothing to be new to. */
    ExitStatus status() {
        ExitStatus status = ExitStatus.OK;
        for (DiffReport comparison : comparisons) {
            boolean fresh = comparison.earlier() != null && !comparison.news().isEmpty();
            status = status.and(comparison.left().status())
                    .and(comparison.right().status())
                    .and(fresh ? ExitStatus.UNEXPECTED : ExitStatus.OK);
        }
        return status;
    }

    List<String> problems() {
        return comparisons.stream()
                .flatMap(comparison -> java.util.stream.Stream.concat(
                        comparison.left().problems().stream(), comparison.right().problems().stream()))
                .distinct()
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

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (DiffReport comparison : comparisons) {
            if (comparison.earlier() == null) {
                lines.add(comparison.summary() + "; no earlier night to compare with");
            } else {
                lines.addAll(comparison.newLines());
                lines.add(comparison.summary());
            }
        }
        lines.addAll(leftOut);
        lines.add("results, recordings and summary.md in " + folder
                + (before == null ? "" : ", compared with " + before));
        return lines;
    }

    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (DiffReport comparison : comparisons) {
            lines.add("## " + comparison.right().name() + " against "
                    + comparison.left().name());
            lines.add("");
            lines.addAll(comparison.markdown());
            lines.add("");
        }
        leftOut.forEach(line -> lines.add("- " + line));
        return lines;
    }

    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("folder", folder.toString());
        tree.put("before", before == null ? null : before.toString());
        tree.put("comparisons", comparisons.stream().map(DiffReport::tree).toList());
        tree.put("leftOut", leftOut);
        return tree;
    }
}
