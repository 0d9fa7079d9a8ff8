package org.apctck.reports;

import java.io.IOException;
import java.nio.file.Path;

/** One way to write a report. */
@FunctionalInterface
public interface ReportFormat {
    /**
     * Writes the report.
     *
     * @param out the folder that is shared by all formats; exists
     */
    void write(Report report, Path out) throws IOException;
}
