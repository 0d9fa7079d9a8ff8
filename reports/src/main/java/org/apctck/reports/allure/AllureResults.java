package org.apctck.reports.allure;

import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apctck.kit.results.RuleResult;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.TargetReport;
import org.apctck.reports.site.Site;

/**
 * Allure results: a file for each scenario on each target, beside them their attachments, what an Allure report says of the
 * environment, and how it sorts what has not simply passed.
 */
public final class AllureResults implements ReportFormat {
    /** The folder below that of the report. */
    public static final String FOLDER = "allure-results";

    /** The site as seen from the Allure report, which stands in a folder of it. */
    private static final String SITE = "../";

    private static final String CATEGORIES = "categories.json";

    /** Writes how a report sorts what has not simply passed, for results that are written by others. */
    public static void writeCategories(Path folder) throws IOException {
        Files.write(folder.resolve(CATEGORIES), bytes(AllureJson.indented(Category.trees())));
    }

    @Override
    public void write(Report report, Path out) throws IOException {
        try (ResultsFolder folder = new ResultsFolder(out.resolve(FOLDER))) {
            for (TargetReport target : report.targets()) {
                write(report, target, folder);
            }
            folder.put(CATEGORIES, bytes(AllureJson.indented(Category.trees())));
            folder.put("environment.properties", bytes(Environment.of(report)));
            folder.finish();
        }
    }

    private static void write(Report report, TargetReport target, ResultsFolder folder) throws IOException {
        Map<String, Standing> standings = Standing.of(target.deviations());
        long time = Instant.parse(target.header().started()).toEpochMilli();
        for (RuleResult rule : target.summary().rules()) {
            String area = report.catalogue()
                    .areas()
                    .getOrDefault(rule.rule().area(), rule.rule().area());
            for (ScenarioResult scenario : rule.scenarios()) {
                Standing standing = standings.getOrDefault(scenario.scenario(), Standing.PLAIN);
                TestResult entry = new TestResult();
                String page = SITE + Site.place(rule.rule().id(), scenario.scenario());
                new AllureEntry(rule.rule(), area, target.header(), scenario, standing, page).describe(entry, folder);
                long millis = scenario.worst() == null ? 0 : scenario.worst().millis();
                folder.put(entry, time, millis);
                time += millis; // when each began is not recorded: they are laid one after the other
            }
        }
        for (TestResult entry : Remarks.of(target)) {
            folder.put(entry, time, 0);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
