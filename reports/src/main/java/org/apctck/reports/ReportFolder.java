package org.apctck.reports;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apctck.kit.results.FolderLock;
import org.apctck.kit.results.WholeFile;
import org.apctck.spec.format.InputException;

/**
 * The folder that a report is written to. A report is made beside what is there and takes its place when it is whole, so that one
 * that fails costs nothing. The folder is marked, so that a report replaces a report and nothing else: what somebody has added
 * stays.
 */
public final class ReportFolder {
    private static final String MARK = ".apctck-report";
    private static final String FRESH = ".apctck-new";
    private static final String OLD = ".apctck-old";

    private ReportFolder() {}

    /** What writes a report into a folder. */
    @FunctionalInterface
    public interface Writer {
        void write(Path folder) throws IOException;
    }

    /**
     * Writes a report into a folder that is empty, holds an earlier report, or is to be made.
     *
     * @throws InputException if it holds something else, or another report is being written there
     * @throws IOException if it cannot be written; an earlier report is there as it was
     */
    public static void write(Path folder, Writer writer) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(folder + ": is not a folder; choose another one with --out");
        }
        boolean isNew = !Files.exists(folder);
        Files.createDirectories(folder);
        checkContent(folder);
        try (FolderLock lock = FolderLock.take(folder)) {
            if (lock == null) {
                throw new InputException(folder
                        + ": another report is being written there; wait for its end, or choose another folder"
                        + " with --out");
            }
            boolean written = false;
            try {
                write(folder, folder.resolve(FRESH), writer);
                written = true;
            } finally {
                if (isNew && !written && File.separatorChar == '/') {
                    Folders.remove(folder); // Windows cannot remove the lock as long as it is held
                }
            }
        }
    }

    private static void write(Path folder, Path fresh, Writer writer) throws IOException {
        Folders.remove(fresh); // of a report that was killed
        Files.createDirectory(fresh);
        try {
            writer.write(fresh);
            replace(folder, fresh);
        } finally {
            Folders.remove(fresh);
        }
    }

    private static void checkContent(Path folder) throws IOException {
        boolean isMarked = Files.isRegularFile(folder.resolve(MARK), LinkOption.NOFOLLOW_LINKS);
        if (!isMarked && !names(folder).stream().allMatch(List.of(FolderLock.FILE, FRESH, OLD)::contains)) {
            throw new InputException(
                    folder + ": holds something that is no report; choose another folder with --out, or empty it");
        }
    }

    /** Puts what is fresh in place of what the earlier report has written, as its mark tells; if that fails all is as it was. */
    private static void replace(Path folder, Path fresh) throws IOException {
        Path mark = folder.resolve(MARK);
        Path old = folder.resolve(OLD);
        List<String> names = names(fresh);
        Set<String> replaced = new LinkedHashSet<>(names);
        if (Files.exists(mark)) {
            // A line of prose is the name of no file; a name leads nowhere else.
            Files.readAllLines(mark).stream()
                    .filter(line -> line.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
                    .forEach(replaced::add);
        }
        Folders.remove(old); // of a report that was killed
        Files.createDirectory(old);
        List<String> done = new ArrayList<>();
        try {
            for (String name : replaced) {
                done.add(name);
                move(folder.resolve(name), old.resolve(name));
                move(fresh.resolve(name), folder.resolve(name));
            }
            List<String> lines =
                    new ArrayList<>(List.of("Written by ./apctck report, which replaces what is named here:"));
            lines.addAll(names);
            WholeFile.write(mark, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            for (String name : done) {
                if (Files.exists(old.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    Folders.replace(folder.resolve(name), old.resolve(name));
                }
            }
            throw e;
        } finally {
            Folders.remove(old);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(from, to);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            content.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        names.sort(null);
        return names;
    }
}
