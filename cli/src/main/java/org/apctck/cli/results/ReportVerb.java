package org.apctck.cli.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apctck.cli.console.Console;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.Home;
import org.apctck.kit.ExitStatus;
import org.apctck.reference.fault.Fault;
import org.apctck.reference.fault.Faults;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFolder;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.ReportReader;
import org.apctck.reports.TargetReport;
import org.apctck.reports.allure.AllureReport;
import org.apctck.reports.allure.AllureResults;
import org.apctck.reports.allure.AllureTool;
import org.apctck.reports.badge.BadgeFormat;
import org.apctck.reports.junit.JunitFormat;
import org.apctck.reports.site.Site;
import org.apctck.reports.summary.JsonSummary;
import org.apctck.reports.summary.MarkdownSummary;
import org.apctck.spec.format.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: results as what people and other programs read. */
@Command(
        name = "report",
        description = "Writes results as a site to read, and as files for other programs.",
        footer = {
            "",
            "Below DIR of --out:",
            "  index.html           the site",
            "  junit/TARGET.xml     for continuous integration: red where run has an exit status other than 0",
            "  summary.json         for programs, by docs/protocol/summary.schema.json",
            "  summary.md           for the page of a job",
            "  badges/TARGET.svg    one line on all rules; TARGET-PROFILE.svg on those of a profile",
            "",
            "The exit status says whether the report could be made, whatever the results say, for run has said that: 0; 6 if",
            "it shows less than every scenario (which it says), 2 if results cannot be used, or if DIR of --out holds",
            "something else than an earlier report.",
            "",
            "Examples:",
            "  ./apctck report out --out site",
            "  ./apctck report out --out site --allure"
        })
public final class ReportVerb implements Callable<Integer> {
    /** Each is written at every report. */
    private static final List<ReportFormat> FORMATS =
            List.of(new Site(), new JunitFormat(), new JsonSummary(), new MarkdownSummary(), new BadgeFormat());

    private final Console console;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A folder of results that run has written: of all targets, or of one.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for the report (default: ${DEFAULT-VALUE}).",
            defaultValue = "site")
    private Path out = Path.of("site");

    @Option(
            names = "--allure",
            description = {
                "Also make an Allure report, below allure/, of the results below allure-results/.",
                "The first time this fetches Allure with npm."
            })
    private boolean allure;

    @Option(
            names = "--allure-results",
            description = "Also write Allure results, below allure-results/, but make no report.")
    private boolean allureResults;

    public ReportVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Report report = write(Suite.load(), folders, out, formats());
        console.out().println("report in " + out);
        report.leftOut().forEach(line -> console.say("apctck: " + line));
        report.aside()
                .forEach(folder -> console.say("apctck: " + folder
                        + ": left out, as it is of another run; name it as well to take it in, or remove it"));
        List<TargetReport> incomplete = report.targets().stream()
                .filter(target -> !target.incompleteness().isEmpty())
                .toList();
        incomplete.forEach(target ->
                console.say("apctck: " + target.source() + ": " + target.name() + " is " + target.incompleteness()));
        report.targets()
                .forEach(target ->
                        target.disagreements().forEach(line -> console.say("apctck: " + target.name() + ": " + line)));
        return (incomplete.isEmpty() ? ExitStatus.OK : ExitStatus.NOT_RUN).code();
    }

    /** Writes what everybody gets of results: the site, and the files for other programs. */
    public static Report write(Suite suite, List<Path> results, Path out) {
        return write(suite, results, out, FORMATS);
    }

    private static Report write(Suite suite, List<Path> results, Path out, List<ReportFormat> formats) {
        Report report = new ReportReader(suite.catalogue(), suite.cases()).read(results, faults());
        try {
            ReportFolder.write(out, folder -> {
                for (ReportFormat format : formats) {
                    format.write(report, folder);
                }
            });
        } catch (IOException e) {
            throw new InputException(out + ": cannot be written (" + e + "); choose another folder with --out", e);
        }
        return report;
    }

    private List<ReportFormat> formats() {
        List<ReportFormat> formats = new ArrayList<>(FORMATS);
        if (allure || allureResults) {
            formats.add(new AllureResults());
        }
        if (allure) {
            formats.add(new AllureReport(
                    new AllureTool(Home.folder().resolve(".apctck").resolve("allure"), console::say), out));
        }
        return formats;
    }

    private static Map<String, String> faults() {
        return Faults.all().stream().collect(Collectors.toMap(Fault::id, Fault::title));
    }
}
