package org.apctck.reports;

import java.nio.file.Path;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.Summary;

/**
 * The results of one target, as reports show them.
 *
 * @param source the file they were read from
 * @param summary every rule of the catalogue, rolled up from the attempts
 * @param incompleteness what is missing and why, in one line; empty for the whole of what was asked for. A report that does
 *     not show it would look complete and not be
 */
public record TargetReport(Path source, Header header, Summary summary, Deviations deviations, String incompleteness) {
    /** The name as the command knows it: {@code winpr}, {@code recording:windows.ndjson}. */
    public String name() {
        return header.target().name();
    }

    /** The name as part of a file name or of an address. */
    public String slug() {
        return name().replaceAll("[^A-Za-z0-9._-]+", "_");
    }
}
