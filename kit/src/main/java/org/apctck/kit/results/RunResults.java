package org.apctck.kit.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.spec.format.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The results that a folder holds. Where a run has left its record, they are those of the targets it was asked for: one that it
 * did not come to is missing, and what another run has left there is none of it.
 *
 * @param files the results of the targets, in their order
 * @param missing why a target has none, by what its results would have begun with
 * @param disagreements what a driver of the reference has shown that the model does not allow, in one line each, by its file
 * @param aside results of other runs
 * @param leftOut why a target was left out that need not be there, in one line each
 */
public record RunResults(
        Path folder,
        List<Path> files,
        Map<Header, String> missing,
        Map<Path, List<String>> disagreements,
        List<Path> aside,
        List<String> leftOut) {
    /**
     * Finds them.
     *
     * @param folder that a run was told to write to; or the folder or the file of one target; or one that somebody has put
     *     folders of targets into
     * @throws InputException if there are none
     */
    public static RunResults of(Path folder) {
        RunRecord record = Files.isDirectory(folder) ? RunRecord.find(folder) : null;
        if (record == null) {
            List<Path> files = ResultsReader.files(folder);
            Map<Path, List<String>> disagreements = new HashMap<>();
            files.forEach(file -> disagreements.put(file, disagreements(file)));
            return new RunResults(folder, files, Map.of(), disagreements, List.of(), List.of());
        }
        List<Path> files = new ArrayList<>();
        Map<Header, String> missing = new LinkedHashMap<>();
        Map<Path, List<String>> disagreements = new HashMap<>();
        for (RunRecord.Entry entry : record.targets()) {
            Path file = folder.resolve(entry.folder()).resolve(ResultsWriter.FILE);
            if (!entry.folder().isEmpty() && Files.exists(file) && isOf(record, file)) {
                files.add(file);
                disagreements.put(file, entry.disagreements());
            } else {
                missing.put(
                        record.header(entry),
                        entry.absent().isEmpty()
                                ? "the run ended before this target, or has not come to it yet"
                                : "it could not start: " + entry.absent());
            }
        }
        List<Path> aside = ResultsReader.below(folder).stream()
                .filter(file -> !files.contains(file))
                .toList();
        return new RunResults(folder, files, missing, disagreements, aside, record.leftOut());
    }

    /** What the record of its run says of results that were named alone. */
    private static List<String> disagreements(Path file) {
        Path target = file.toAbsolutePath().normalize().getParent();
        if (target == null || target.getParent() == null) {
            return List.of();
        }
        RunRecord record = recordIn(target.getParent());
        if (record == null || !isOf(record, file)) {
            return List.of();
        }
        String folder = String.valueOf(target.getFileName());
        return record.targets().stream()
                .filter(entry -> entry.folder().equals(folder))
                .flatMap(entry -> entry.disagreements().stream())
                .toList();
    }

    private static @Nullable RunRecord recordIn(Path folder) {
        try {
            return RunRecord.find(folder);
        } catch (InputException e) {
            return null; // nobody asked for that folder: what is called so there need not be a record of ours
        }
    }

    private static boolean isOf(RunRecord record, Path file) {
        Header header = ResultsReader.header(file);
        return header != null && header.request().run().equals(record.run());
    }
}
