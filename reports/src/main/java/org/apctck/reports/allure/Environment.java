package org.apctck.reports.allure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.Kit;
import org.apctck.reports.Report;
import org.apctck.reports.TargetReport;
import org.apctck.spec.TargetDescription;

/** What an Allure report says of where its results come from: {@code environment.properties}. */
final class Environment {
    private static final int DIGEST_LENGTH = 12;

    private Environment() {}

    static String of(Report report) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("kit", Kit.version());
        entries.put("rules", digest(report.catalogue().digest()));
        for (TargetReport target : report.targets()) {
            entries.put(target.name(), identity(target));
            entries.put(target.name() + ", run", run(target));
        }
        return entries.entrySet().stream()
                .map(entry ->
                        escaped(entry.getKey()).replaceAll("([ :=#!])", "\\\\$1") + " = " + escaped(entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String identity(TargetReport target) {
        TargetDescription description = target.header().target();
        String digest = description.digest().isEmpty() ? "" : ", digest " + digest(description.digest());
        return description.implementation() + " " + description.version() + ", " + description.platform() + digest;
    }

    private static String run(TargetReport target) {
        String repeats = target.header().repeats() == 1
                ? ""
                : ", each scenario " + target.header().repeats() + " times";
        String missing = target.incompleteness().isEmpty() ? "" : ", " + target.incompleteness();
        return target.header().started() + " on " + target.header().host() + repeats + missing;
    }

    private static String digest(String digest) {
        return digest.substring(0, Math.min(DIGEST_LENGTH, digest.length()));
    }

    /** In a file of properties a backslash takes the meaning from what follows: in a key, from the marks that would end it. */
    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").strip().replace("\\", "\\\\");
    }
}
