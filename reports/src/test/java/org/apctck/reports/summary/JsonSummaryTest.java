package org.apctck.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.reports.Golden;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.apctck.spec.rules.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSummaryTest {
    @TempDir
    private Path out;

    @Test
    void itIsValidAndAsItWasLookedAt() throws IOException {
        String text = written(SampleReport.report());

        assertThat(errors(text)).isEmpty();
        Golden.compare("summary.json", text);
    }

    @Test
    void aReportOfNothingIsValid() throws IOException {
        assertThat(errors(written(new Report(Catalogue.load(), java.util.Map.of(), List.of()))))
                .isEmpty();
    }

    /** The schema would notice what a reader relies on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1          | \"format\" : 2",
                "\"complete\" : false    | \"complete\" : \"no\"",
                "\"ERROR\" :             | \"OOPS\" :",
                "\"level\" : \"required\" | \"level\" : \"must\"",
                "\"winpr\" : \"CRASH\"   | \"winpr\" : \"BROKEN\"",
                "\"kept\" :              | \"keeps\" :",
                "\"exit\" : 4            | \"exit\" : 7",
            })
    void theSchemaRejectsAnotherForm(String right, String wrong) throws IOException {
        String text = written(SampleReport.report());

        assertThat(text).contains(right);
        assertThat(errors(text.replace(right, wrong))).isNotEmpty();
    }

    @Test
    void theCountsOfATargetAreThoseOfItsRules() throws IOException {
        Node summary = Document.json("summary.json", written(SampleReport.report()));

        long failed = summary.get("rules").items().stream()
                .filter(rule -> rule.get("verdicts").get("winpr").text().equals("FAIL"))
                .count();
        Node winpr = summary.get("targets").items().get(1);
        assertThat(winpr.get("counts").get("rules").get("FAIL").integer()).isEqualTo(failed);
        assertThat(summary.get("exit").integer()).isEqualTo(4);
    }

    private String written(Report report) throws IOException {
        new JsonSummary().write(report, out);
        return Files.readString(out.resolve("summary.json"));
    }

    private static List<String> errors(String json) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/protocol/summary.schema.json")), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
