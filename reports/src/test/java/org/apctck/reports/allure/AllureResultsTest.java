package org.apctck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.reports.Golden;
import org.apctck.reports.Report;
import org.apctck.reports.SampleReport;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.rules.Rule.Level;
import org.apctck.spec.rules.Rule.Testable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir
    private Path out;

    private Path folder;
    private Report report;

    @BeforeEach
    void write() throws IOException {
        report = SampleReport.report();
        folder = out.resolve(AllureResults.FOLDER);
        new AllureResults().write(report, out);
    }

    @Test
    void aFailureIsDescribedInFull() throws IOException {
        Golden.compare("allure/failure.json", pretty(entry("winpr: QUEUE-FIFO-1/two-apcs")));
    }

    @Test
    void aRaceIsDescribedInFull() throws IOException {
        Golden.compare("allure/race.json", pretty(entry("winpr: QUEUE-FIFO-MULTI-1/two-producers#1")));
    }

    @Test
    void environmentAndCategoriesAreWritten() throws IOException {
        Golden.compare(
                "allure/environment.properties",
                Files.readString(folder.resolve("environment.properties"))
                        .replace(report.catalogue().digest().substring(0, 12), "DIGEST"));
        Golden.compare("allure/categories.json", Files.readString(folder.resolve("categories.json")));
    }

    @Test
    void everyScenarioOfEveryTargetHasOneResult() throws IOException {
        long scenarios = report.targets().stream()
                .mapToLong(target -> target.summary().scenarios().size())
                .sum();

        assertThat(entries().filter(entry -> entry.has("parameters"))).hasSize((int) scenarios);
    }

    @Test
    void everyVerdictIsShownWithItsStatusItsTagAndItsCategory() throws IOException {
        Set<String> shown = new TreeSet<>();
        entries()
                .filter(entry -> entry.path("fullName").asString().startsWith("winpr: "))
                .filter(entry -> !label(entry, "verdict").isEmpty())
                .forEach(entry -> {
                    assertThat(labels(entry, "tag")).contains(label(entry, "verdict"));
                    String message = entry.path("statusDetails").path("message").asString("");
                    shown.add(label(entry, "verdict") + " is "
                            + entry.path("status").asString("unknown") + ": "
                            + Category.of(message).orElse("none"));
                });

        assertThat(shown)
                .containsExactlyInAnyOrder(
                        "PASS is passed: Unexpected passes (PASS)",
                        "FAIL is failed: Known deviations: failures (FAIL)",
                        "FAIL is failed: Unexpected failures (FAIL)",
                        "CRASH is failed: Unexpected crashes (CRASH)",
                        "TIMEOUT is failed: Unexpected hangs (TIMEOUT)",
                        "ERROR is broken: Faults of the kit or an agent (ERROR)",
                        "INCONCLUSIVE is broken: Nothing can be said (INCONCLUSIVE)",
                        "NOT_RUN is broken: Not run (NOT_RUN)",
                        "OBSERVED is unknown: Only recorded, no target fails by it (OBSERVED)",
                        "NOT_APPLICABLE is skipped: The target lacks a function (NOT_APPLICABLE)");
    }

    @Test
    void whatIsMissingAndEntriesThatMatchNothingAreResultsOfTheirOwn() throws IOException {
        assertThat(entries().filter(entry -> !entry.has("parameters")))
                .extracting(entry -> entry.path("status").asString() + " "
                        + entry.path("statusDetails").path("message").asString())
                .anyMatch(
                        text -> text.startsWith("failed EXPECTATIONS, unexpected") && text.contains("matches nothing"))
                .anyMatch(text -> text.startsWith("broken NOT_RUN\nincomplete"));
    }

    @Test
    void aTestIsKnownAgainInTheNextReportAndIsAnotherOneOnAnotherTarget() throws IOException {
        Map<String, String> before = historyIds();

        new AllureResults().write(SampleReport.report(), out);

        assertThat(historyIds()).isEqualTo(before);
        assertThat(before.values()).doesNotHaveDuplicates();
        assertThat(entry("winpr: QUEUE-FIFO-1/two-apcs").path("testCaseId"))
                .isEqualTo(entry("reference: QUEUE-FIFO-1/two-apcs").path("testCaseId"));
    }

    /** Allure tells by them whether two results are of one test. */
    @Test
    void theParametersThatTellTestsApartAreTheTargetAlone() throws IOException {
        assertThat(entries()
                        .flatMap(entry -> entry.path("parameters").valueStream())
                        .filter(parameter -> !parameter.path("excluded").asBoolean(false))
                        .map(parameter -> parameter.path("name").asString()))
                .isNotEmpty()
                .containsOnly("target");
    }

    @Test
    void equalReportsAreEqualFiles() throws IOException {
        Map<String, String> before = files();

        new AllureResults().write(SampleReport.report(), out);

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void nothingOfAnEarlierReportIsLeft() throws IOException {
        Files.writeString(folder.resolve("stale-result.json"), "{}");

        new AllureResults().write(report, out);

        assertThat(folder.resolve("stale-result.json")).doesNotExist();
        assertThat(out).isDirectoryNotContaining(path -> !path.equals(folder));
    }

    @Test
    void everyAttachmentIsThereAndNoOther() throws IOException {
        List<String> named = entries()
                .flatMap(entry -> entry.path("attachments").valueStream())
                .map(attachment -> attachment.path("source").asString())
                .distinct()
                .sorted()
                .toList();

        assertThat(files().keySet().stream().filter(name -> name.contains("-attachment")))
                .isNotEmpty()
                .containsExactlyElementsOf(named);
    }

    @Test
    void whateverResultsSayIsNoMarkupInADescription() {
        var winpr = report.targets().get(1);
        String hostile = SampleReport.HOSTILE;
        Rule rule = new Rule(
                "X-1",
                "X",
                hostile,
                Level.REQUIRED,
                hostile,
                hostile,
                List.of(),
                List.of(),
                Testable.YES,
                "",
                "X-1",
                "",
                List.of(),
                List.of());
        TestResult result = new TestResult();

        new AllureEntry(
                        rule,
                        hostile,
                        winpr.header(),
                        winpr.summary().scenarios().get(0),
                        Standing.PLAIN)
                .describe(result, (name, content) -> {});

        String outsideOfBlocks = result.getDescription().replaceAll("(?m)^ {4}.*$", "");
        assertThat(outsideOfBlocks).contains("alert").doesNotContainPattern("(?<!\\\\)[<>&`_\\[\\]]");
        assertThat(result.getDescriptionHtml()).isNull();
    }

    @Test
    void aResultIsWrittenAsAllureItselfWritesIt() throws IOException {
        TestResult result = new TestResult();
        var winpr = report.targets().get(1);
        var rule = winpr.summary().rules().get(0);
        new AllureEntry(rule.rule(), "area", winpr.header(), rule.scenarios().get(0), Standing.PLAIN)
                .describe(result, (name, content) -> {});
        result.setUuid("u")
                .setStage(Stage.FINISHED)
                .setStatus(Status.BROKEN)
                .setStart(1L)
                .setStop(2L);

        new FileSystemResultsWriter(out.resolve("theirs")).write(result);

        JsonNode theirs = MAPPER.readTree(Files.readString(out.resolve("theirs").resolve("u-result.json")));
        JsonNode ours = MAPPER.readTree(AllureJson.model(result));
        assertThat(withoutEmpty(ours)).isEqualTo(withoutEmpty(theirs));
    }

    /** Lists and texts without anything in them say as much as none. */
    private static Object withoutEmpty(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new HashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), withoutEmpty(field.getValue())));
            fields.values().removeIf(value -> value.equals(List.of()) || value.equals("null"));
            return fields;
        }
        return node.isArray()
                ? node.valueStream().map(AllureResultsTest::withoutEmpty).toList()
                : node.toString();
    }

    private Map<String, String> historyIds() throws IOException {
        return entries()
                .collect(Collectors.toMap(
                        entry -> entry.path("fullName").asString(),
                        entry -> entry.path("historyId").asString()));
    }

    private JsonNode entry(String fullName) throws IOException {
        return entries()
                .filter(entry -> entry.path("fullName").asString().equals(fullName))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> entries() throws IOException {
        return files().entrySet().stream()
                .filter(file -> file.getKey().endsWith("-result.json"))
                .map(file -> MAPPER.readTree(file.getValue()));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path));
            }
        }
        return files;
    }

    private static String label(JsonNode entry, String name) {
        return labels(entry, name).stream().findFirst().orElse("");
    }

    private static List<String> labels(JsonNode entry, String name) {
        return entry.path("labels")
                .valueStream()
                .filter(label -> label.path("name").asString().equals(name))
                .map(label -> label.path("value").asString())
                .toList();
    }

    /** Attachments are named by what they hold, which is for other tests to look at. */
    private static String pretty(JsonNode node) {
        String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
        return text.replaceAll("\"[0-9a-f]{32}-attachment", "\"DIGEST-attachment");
    }
}
