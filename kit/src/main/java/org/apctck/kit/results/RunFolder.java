package org.apctck.kit.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.spec.format.InputException;

/**
 * The folder that a run keeps its results in, for as long as it runs: {@link RunRecord} and a folder for each target. No other
 * run gets it meanwhile. As long as no target has started, nothing is written, so that a mistake in a command costs nothing.
 */
public final class RunFolder implements AutoCloseable {
    private final Path folder;
    private final FolderLock lock;
    private RunRecord record;
    private boolean written;

    private RunFolder(Path folder, FolderLock lock, RunRecord record) {
        this.folder = folder;
        this.lock = lock;
        this.record = record;
    }

    /**
     * Takes the folder for a run.
     *
     * @throws InputException if another run writes there, if it holds results of everything and the run is of a selection, or if
     *     it cannot be written
     */
    public static RunFolder take(Path folder, RunRecord record) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder);
            if (lock == null) {
                throw new InputException(
                        folder + ": another run writes there; wait for its end, or choose another folder with --out");
            }
            if (holdsEverything(folder, lock) && !record.isOfEverything()) {
                lock.close();
                throw new InputException(folder + ": holds results of every scenario, which those of a selection would"
                        + " replace; choose another folder with --out, or leave it out");
            }
            return new RunFolder(folder, lock, record);
        } catch (IOException e) {
            throw ResultsWriter.unwritable(folder, e);
        }
    }

    /** Whether the run before was of every scenario; a record that nobody can read may be of one. */
    private static boolean holdsEverything(Path folder, FolderLock lock) {
        try {
            RunRecord before = RunRecord.find(folder);
            return before != null && before.isOfEverything();
        } catch (InputException e) {
            lock.close();
            throw new InputException(
                    e.getMessage() + "; choose another folder with --out, or remove " + folder.resolve(RunRecord.FILE),
                    e);
        }
    }

    /** The run, as its results name it. */
    public String run() {
        return record.run();
    }

    /** The folder of the run. */
    public Path path() {
        return folder;
    }

    /** Whether another target of the run keeps its results in {@code directory}. */
    public boolean isOfOther(String directory, String given) {
        return record.targets().stream()
                .anyMatch(
                        entry -> !entry.given().equals(given) && entry.folder().equalsIgnoreCase(directory));
    }

    /** Whether there are results of this run in it. */
    public boolean isWritten() {
        return written;
    }

    /**
     * A target has started, and its results come next.
     *
     * @param given the target as it was given on the command line
     * @param name as it is called from now on
     * @param directory the name of the folder of its results
     * @return that folder
     * @throws InputException if nothing can be written
     */
    public Path starts(String given, String name, String directory) {
        Path results = folder.resolve(directory);
        if (Files.isSymbolicLink(results)) {
            throw new InputException(results + ": is a symbolic link, which results are not written through; remove it,"
                    + " or choose another folder with --out");
        }
        record = record.with(new RunRecord.Entry(given, name, directory));
        written = true;
        write();
        return results;
    }

    /**
     * A target cannot start.
     *
     * @param given the target as it was given on the command line
     * @throws InputException if nothing can be written
     */
    public void absent(String given, String reason) {
        record = record.with(record.entry(given).without(reason));
        if (written) {
            write();
        }
    }

    /**
     * A target that drives the reference has shown what the model does not allow.
     *
     * @param given the target as it was given on the command line
     * @param lines what it has shown, in one line each
     * @throws InputException if nothing can be written
     */
    public void disagrees(String given, List<String> lines) {
        record = record.with(record.entry(given).disagreeing(lines));
        write();
    }

    private void write() {
        try {
            record.write(folder);
        } catch (IOException e) {
            throw ResultsWriter.unwritable(folder, e);
        }
    }

    /** Lets others have the folder. */
    @Override
    public void close() {
        lock.close();
    }
}
