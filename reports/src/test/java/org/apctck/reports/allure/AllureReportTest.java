package org.apctck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureReportTest {
    @TempDir
    private Path out;

    private final Report report = SampleReport.report();

    /** Pages whose history is what it was before, and a point. */
    private static void makePages(Path results, Path made) throws IOException {
        Path before = results.resolve("history").resolve("history.json");
        String history = (Files.exists(before) ? Files.readString(before) : "") + ".";
        Files.createDirectories(made);
        Files.writeString(
                made.resolve("index.html"),
                "<script>Promise.all([d('data/a.json', 'AA=='), d('history/history.json','"
                        + Base64.getEncoder().encodeToString(history.getBytes(StandardCharsets.UTF_8))
                        + "')])</script>");
    }

    private void write(Report written, Pages pages) throws IOException {
        new AllureResults().write(written, out);
        new AllureReport(pages, out).write(written, out);
    }

    private String history() throws IOException {
        return Files.readString(out.resolve("allure/history/history.json"));
    }

    @Test
    void theReportIsOnePageWithItsHistoryBesideIt() throws IOException {
        write(report, AllureReportTest::makePages);

        assertThat(out.resolve("allure/index.html")).exists();
        assertThat(history()).isEqualTo(".");
    }

    @Test
    void theNextReportContinuesTheHistory() throws IOException {
        write(report, AllureReportTest::makePages);
        write(
                new Report(report.catalogue(), report.faults(), report.targets().subList(0, 2)),
                AllureReportTest::makePages);

        assertThat(history()).isEqualTo("..");
    }

    @Test
    void theSameRunsAreNoNewPointInTheHistory() throws IOException {
        Report other =
                new Report(report.catalogue(), report.faults(), report.targets().subList(0, 1));
        write(other, AllureReportTest::makePages);
        write(report, AllureReportTest::makePages);
        write(report, AllureReportTest::makePages);

        assertThat(history()).isEqualTo("..");
    }

    @Test
    void whereNoPagesAreMadeTheEarlierReportStaysAndNothingHalfMade() throws IOException {
        write(report, AllureReportTest::makePages);

        assertThatThrownBy(() -> write(report, (results, made) -> {
                    Files.createDirectories(made);
                    throw new InputException("no network");
                }))
                .isInstanceOf(InputException.class);

        assertThat(history()).isEqualTo(".");
        try (Stream<Path> all = Files.list(out)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("allure", "allure-results");
        }
    }

    @Test
    void aMachineWithoutNpmIsToldWhatItNeeds() {
        AllureTool tool = new AllureTool(out.resolve("tool"), List.of("no-such-npm"), line -> {});

        assertThatThrownBy(() -> tool.make(out, out.resolve("made")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no-such-npm cannot be started")
                .hasMessageContaining("apt-get install npm");
    }

    @Test
    void whatNpmFailsByIsToldInOneLineAndNothingIsLeft() throws IOException {
        AllureTool tool = new AllureTool(
                out.resolve("tool"),
                List.of(
                        "sh",
                        "-c",
                        "echo npm warn old; echo npm error code ENOTFOUND; echo npm error errno ENOTFOUND;"
                                + " echo npm error network request failed, reason: no such host; exit 1"),
                line -> {});

        assertThatThrownBy(() -> tool.make(out, out.resolve("made")))
                .isInstanceOf(InputException.class)
                .hasMessage("npm cannot fetch allure-commandline 2.46.1: network request failed, reason: no such host;"
                        + " try again with a network, or leave out --allure");
        assertThat(out.resolve("tool")).isEmptyDirectory();
    }

    @Test
    void aDamagedToolIsNamed() throws IOException {
        Path tool = out.resolve("tool").resolve("2.46.1");
        Files.createDirectories(tool.resolve("node_modules/allure-commandline/dist"));

        assertThatThrownBy(() -> new AllureTool(out.resolve("tool"), line -> {}).make(out, out.resolve("made")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("makes no report")
                .hasMessageContaining("remove " + tool);
    }
}
