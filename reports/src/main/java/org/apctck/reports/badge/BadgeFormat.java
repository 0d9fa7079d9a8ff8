package org.apctck.reports.badge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.TargetReport;
import org.apctck.spec.rules.Profile;

/** Writes {@code badges/TARGET.svg} for all rules, and {@code badges/TARGET-PROFILE.svg} for those of each profile. */
public final class BadgeFormat implements ReportFormat {
    @Override
    public void write(Report report, Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("badges"));
        for (TargetReport target : report.targets()) {
            write(folder, target.slug(), Badge.of(target.name(), "", target.conformance()));
            for (Profile profile : report.catalogue().profiles()) {
                write(
                        folder,
                        target.slug() + "-" + profile.name(),
                        Badge.of(target.name(), profile.name(), target.conformance(profile)));
            }
        }
    }

    private static void write(Path folder, String name, Badge badge) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), badge.svg());
    }
}
