package org.apctck.reports.allure;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the pages of a report of Allure results. */
@FunctionalInterface
public interface Pages {
    /**
     * Makes a report that is one file, {@code index.html}, so that it opens from a disk without a server.
     *
     * @param out the folder for it, which is made
     * @throws org.apctck.spec.format.InputException with the remedy, if it cannot be made
     */
    void make(Path results, Path out) throws IOException, InterruptedException;
}
