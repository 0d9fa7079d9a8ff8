package org.apctck.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.reports.allure.AllureReport;
import org.apctck.reports.allure.AllureResults;
import org.apctck.reports.allure.AllureTool;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report that Allure's own tool makes, in a real browser. Skipped where the tool cannot be had. */
class AllureInBrowserTest {
    /** Where {@code ./apctck report --allure} keeps it. */
    private static final Path TOOL = Path.of("..", ".apctck", "allure");

    @TempDir
    private Path out;

    @Test
    void itOpensFromDiskSilentlyAndShowsEveryTarget() throws Exception {
        try (Browser browser = Browser.start()) {
            make(SampleReport.report());

            browser.size(1280, 900).open(out.resolve("allure/index.html"));

            browser.until("document.body.innerText.includes('winpr')");
            assertThat(browser.text("return document.body.innerText"))
                    .contains("reference", "winpr", "recording:night <1>");
            browser.open(out.resolve("allure/index.html"), "#behaviors");
            browser.until("document.body.innerText.includes('Delivery <when> & where')");
            assertThat(browser.console()).isEmpty();
            assertThat(browser.requests())
                    .allMatch(address ->
                            address.startsWith("file:") || address.startsWith("data:") || address.startsWith("blob:"));
            browser.picture("allure");
        }
    }

    private void make(Report report) throws IOException {
        new AllureResults().write(report, out);
        try {
            new AllureReport(new AllureTool(TOOL, line -> {}), out).write(report, out);
        } catch (InputException e) {
            abort(e.getMessage());
        }
    }
}
