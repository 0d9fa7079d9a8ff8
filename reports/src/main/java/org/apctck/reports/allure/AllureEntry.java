package org.apctck.reports.allure;

import io.qameta.allure.model.Label;
import io.qameta.allure.model.Link;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.kit.Difference;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Shell;
import org.apctck.reports.SourceLink;
import org.apctck.reports.TracePicture;
import org.apctck.spec.format.Document;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;

/** The result of one scenario on one target as an Allure report shows it. */
public final class AllureEntry {
    private static final int ID_LENGTH = 32;
    private static final int VERSION_LENGTH = 12;

    private final Rule rule;
    private final String area;
    private final Header header;
    private final ScenarioResult result;
    private final Standing standing;
    private final String page;

    /**
     * @param area the title of the rule's area
     * @param header of the run
     * @param standing how it stands to what is expected
     */
    public AllureEntry(Rule rule, String area, Header header, ScenarioResult result, Standing standing) {
        this(rule, area, header, result, standing, "");
    }

    /**
     * @param page the address of the page that tells more of it, as seen from the report; empty for none
     */
    AllureEntry(Rule rule, String area, Header header, ScenarioResult result, Standing standing, String page) {
        this.rule = rule;
        this.area = area;
        this.header = header;
        this.result = result;
        this.standing = standing;
        this.page = page;
    }

    /**
     * Describes the result in {@code entry}. What Allure's listener of Cucumber may have said of it gives way; its steps and its
     * times stay.
     */
    public void describe(TestResult entry, AttachmentStore store) {
        String message = standing.message(result);
        entry.setHistoryId(id(result.scenario() + "\n" + target()))
                .setTestCaseId(id(result.scenario()))
                .setFullName(target() + ": " + result.scenario())
                .setName(name())
                .setStatus(AllureStatus.of(result.verdict()))
                .setStatusDetails(message.isEmpty() ? null : details(message))
                .setDescription(description())
                .setLabels(labels())
                .setLinks(links())
                .setParameters(parameters());
        Attempt worst = result.worst();
        if (worst != null) {
            entry.setAttachments(new Attachments(store, target()).of(worst));
        }
    }

    private String target() {
        return header.target().name();
    }

    /** Equal for equal texts, on every machine. */
    static String id(String text) {
        return Document.digest(text).substring(0, ID_LENGTH);
    }

    private String name() {
        Attempt worst = result.worst();
        return worst == null ? result.scenario() : worst.scenario().name() + row(result.scenario());
    }

    /** The row of examples, which a name does not tell. */
    private static String row(String id) {
        int mark = id.indexOf('#');
        return mark < 0 ? "" : " " + id.substring(mark);
    }

    private StatusDetails details(String message) {
        return new StatusDetails()
                .setMessage(message)
                .setTrace(evidence())
                .setKnown(standing.isKnown())
                .setMuted(standing.isKnown())
                .setFlaky(result.histogram().size() > 1);
    }

    /** What the demand was, and the trace with a mark where it is not met. */
    private @Nullable String evidence() {
        Attempt worst = result.worst();
        Difference difference = worst == null ? null : worst.judgement().difference();
        if (worst == null || difference == null) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        lines.add(worst.scenario().feature() + ":" + difference.line());
        lines.add("  expected: " + difference.expected());
        lines.add("  actual:   " + difference.actual());
        lines.add("");
        lines.addAll(TracePicture.of(worst));
        return String.join("\n", lines);
    }

    private String description() {
        Markdown text = new Markdown()
                .paragraph(rule.id(), rule.statement())
                .paragraph("Level", Words.of(rule.level()) + ": " + rule.levelWhy());
        Attempt worst = result.worst();
        if (worst != null) {
            text.paragraph(
                    "Scenario",
                    worst.scenario().feature() + ":" + worst.scenario().line());
        }
        if (attempts() > 1) {
            text.paragraph("Attempts", Words.of(result.histogram()) + "; the verdict is the worst of them");
        }
        if (worst != null && worst.race() != null) {
            text.paragraph("Race", worst.race().summary());
        }
        text.paragraph("Run it again", "");
        text.verbatim(Shell.again(header, result.scenario()));
        return text.toString();
    }

    private int attempts() {
        return result.histogram().values().stream().mapToInt(Integer::intValue).sum();
    }

    private List<Label> labels() {
        String story = rule.id() + " " + rule.title();
        List<Label> labels = new ArrayList<>(List.of(
                label("epic", area),
                label("feature", feature()),
                label("story", story),
                label("parentSuite", target()),
                label("suite", area),
                label("subSuite", story),
                label("package", target().replace('.', '_') + "." + rule.area() + "." + rule.id()),
                label("severity", Words.severity(rule.level())),
                label("host", header.host()),
                label("thread", target()),
                label("framework", "apctck"),
                label("language", "gherkin"),
                label("target", target()),
                label("verdict", result.verdict().name()),
                label("tag", result.verdict().name()),
                label("tag", Words.of(rule.level()))));
        if (standing.isKnown()) {
            labels.add(label("tag", Standing.KNOWN));
        }
        if (standing.isUnexpected()) {
            labels.add(label("tag", Standing.UNEXPECTED));
        }
        return labels;
    }

    /** The subject of the feature, by its path: {@code queue/order}. */
    private String feature() {
        return result.worst() == null
                ? rule.area()
                : result.worst()
                        .scenario()
                        .feature()
                        .replaceFirst("^features/", "")
                        .replaceFirst("\\.feature$", "");
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private List<Link> links() {
        Stream<Link> sources = rule.sources().stream()
                .flatMap(source -> SourceLink.of(source)
                        .map(address -> link(
                                "source",
                                source.section().isEmpty() ? source.page() : source.page() + ": " + source.section(),
                                address))
                        .stream());
        List<Link> links = new ArrayList<>(sources.toList());
        if (!page.isEmpty()) {
            links.add(link("site", rule.id() + " in the site", page));
        }
        if (standing.entry() != null && !standing.entry().bug().isEmpty()) {
            links.add(link("issue", standing.entry().bug(), standing.entry().bug()));
        }
        return links;
    }

    private static Link link(String type, String name, String address) {
        return new Link().setType(type).setName(name).setUrl(address);
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(parameter("target", target()));
        // Allure tells tests apart by their parameters; what is excluded says something of this run only.
        parameters.add(parameter("verdict", result.verdict().name()).setExcluded(true));
        if (!result.digest().isEmpty()) {
            // By its name it comes last: a report shows the values beside the name of the test.
            String version = result.digest().substring(0, VERSION_LENGTH);
            parameters.add(parameter("version of the case", version).setExcluded(true));
        }
        return parameters;
    }

    private static Parameter parameter(String name, String value) {
        return new Parameter().setName(name).setValue(value);
    }
}
