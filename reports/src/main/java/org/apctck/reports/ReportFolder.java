package org.apctck.reports;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.spec.InputException;

/** The folder that a report is written to. It is marked, so that a report replaces a report and nothing else. */
public final class ReportFolder {
    private static final String MARK = ".apctck-report";

    private ReportFolder() {}

    /**
     * Makes the folder, or takes one that is empty or holds an earlier report.
     *
     * @throws InputException if it holds something else
     */
    public static void take(Path folder) throws IOException {
        Path mark = folder.resolve(MARK);
        if (Files.exists(mark)) {
            return;
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException(folder + ": is not a folder; choose another one with --out");
        }
        Files.createDirectories(folder);
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            if (content.iterator().hasNext()) {
                throw new InputException(folder
                        + ": holds something that is no report; choose another folder with --out," + " or empty it");
            }
        }
        Files.writeString(mark, "Written by ./apctck report, which replaces what is here.\n");
    }

    /**
     * A folder of a report without the files of an earlier one, so that no target stays that is not in this report.
     *
     * @param suffix of the files that the folder is for
     */
    public static Path fresh(Path folder, String suffix) throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + suffix)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
