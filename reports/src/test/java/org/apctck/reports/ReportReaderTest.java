package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Judgement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.kit.results.Sample;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.InputException;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportReaderTest {
    private static final String SCENARIO = SampleCases.TWO_APCS.id();

    @TempDir
    Path folder;

    private final Report sample = SampleReport.report();
    private final Catalogue catalogue = sample.catalogue();
    private final Header known = sample.targets().get(0).header();

    private Report read(Path... folders) {
        return read(List.of(SampleCases.TWO_APCS), folders);
    }

    private Report read(List<Case> cases, Path... folders) {
        return new ReportReader(catalogue, cases).read(List.of(folders), Map.of());
    }

    private Path write(String name, String target, String kit) {
        return write(name, target, kit, SampleCases.TWO_APCS.rule(), SampleCases.TWO_APCS);
    }

    private Path write(String name, String target, String kit, String rule, Case scenario) {
        Header header = new Header(
                kit,
                known.started(),
                catalogue.digest(),
                known.host(),
                new TargetDescription(
                        target,
                        known.target().implementation(),
                        "1",
                        "",
                        "Linux",
                        known.target().apis()),
                Map.of(),
                1,
                List.of(new Header.Asked(SCENARIO, rule)));
        try (ResultsWriter writer = ResultsWriter.create(folder.resolve(name), header)) {
            Attempt attempt =
                    new Attempt(scenario, Rule.Level.REQUIRED, 1, Judgement.of(Verdict.PASS, ""), Sample.NONE, 1, "");
            writer.add(attempt);
            writer.end(new Footer(Map.of(Verdict.PASS, 1), 1, false, "", false));
        }
        return folder.resolve(name).resolve(ResultsWriter.FILE);
    }

    @Test
    void theTargetsOfARunAreReadWithWhereTheyCameFrom() {
        Path b = write("b", "winpr", "1");
        Path a = write("a", "reference", "1");

        Report report = read(folder);

        assertThat(report.targets()).extracting(TargetReport::source).containsExactly(a, b);
        assertThat(report.targets()).extracting(TargetReport::incompleteness).containsOnly("");
    }

    @Test
    void aTargetThatWasNotAskedForEveryScenarioIsIncomplete() {
        write("a", "reference", "1");

        assertThat(read(List.of(SampleCases.TWO_APCS, as("QUEUE-FIFO-1/another", "QUEUE-FIFO-1")), folder)
                        .targets()
                        .get(0)
                        .incompleteness())
                .isEqualTo("incomplete: 1 of 2 scenarios were not asked for");
    }

    @Test
    void twoResultsOfOneTargetAreAnError() {
        Path a = write("a", "winpr", "1");
        Path b = write("b", "winpr", "1");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(b + ": a second time results of winpr, as in " + a + "; a report takes one of each target");
        assertThatThrownBy(() -> read(a, a.getParent())).hasMessageContaining("a second time results of winpr");
    }

    @Test
    void resultsOfAnotherVersionOfTheRulesAreAnError() throws IOException {
        Path file = write("a", "winpr", "1");
        Files.writeString(file, Files.readString(file).replace(catalogue.digest(), "0".repeat(64)));

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":1: rules: the results of winpr are of another version of the rules; run it again");
    }

    @Test
    void resultsOfTwoVersionsOfTheKitAreAnError() {
        write("a", "reference", "1");
        Path b = write("b", "winpr", "2");

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(b + ":1: kit: the results of winpr are of version 2 of the kit, those of reference of"
                        + " version 1; run both with one version");
    }

    @Test
    void resultsOfTwoVersionsOfAScenarioAreAnError() {
        Path a = write("a", "reference", "1");
        Path b = write("b", "winpr", "1", SampleCases.TWO_APCS.rule(), as(SCENARIO, SampleCases.TWO_APCS.rule()));

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(b + ": " + SCENARIO + " is another program, or has other checks, than in " + a
                        + "; run both with one version of the features");
    }

    @Test
    void aRuleThatIsNotInTheCatalogueIsAnError() {
        Path file = write("a", "winpr", "1", "QUEUE-UNHEARD-1", as(SCENARIO, "QUEUE-UNHEARD-1"));

        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ":1: asked: " + SCENARIO
                        + " is about QUEUE-UNHEARD-1, which is no rule of the catalogue; run it again");
    }

    /** Another program under the id of a scenario. */
    private static Case as(String id, String rule) {
        Case other = SampleCases.FAULTY;
        return new Case(
                id,
                rule,
                other.name(),
                other.feature(),
                other.line(),
                other.gherkin(),
                other.program(),
                other.checks());
    }
}
