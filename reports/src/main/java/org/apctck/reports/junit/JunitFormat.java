package org.apctck.reports.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.RuleResult;
import org.apctck.reports.Report;
import org.apctck.reports.ReportFormat;
import org.apctck.reports.SourceLink;
import org.apctck.reports.TargetReport;
import org.apctck.reports.XmlFile;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.rules.Rule;

/**
 * Writes {@code junit/TARGET.xml}, a suite for each rule that was asked for or that no program can test, a test for each
 * scenario; in front a suite of what concerns the results as a whole.
 */
public final class JunitFormat implements ReportFormat {
    @Override
    public void write(Report report, Path out) throws IOException {
        Path folder = Files.createDirectories(out.resolve("junit"));
        for (TargetReport target : report.targets()) {
            Files.writeString(folder.resolve(target.slug() + ".xml"), xml(target));
        }
    }

    private static String xml(TargetReport target) {
        List<TestSuite> suites = suites(target);
        XmlFile xml = XmlFile.document();
        xml.open(
                "testsuites",
                "name",
                target.name(),
                "tests",
                suites.stream().mapToInt(suite -> suite.tests().size()).sum(),
                "failures",
                count(suites, TestResult.Kind.FAILURE),
                "errors",
                count(suites, TestResult.Kind.ERROR),
                "skipped",
                count(suites, TestResult.Kind.SKIPPED),
                "time",
                seconds(suites.stream().mapToLong(TestSuite::millis).sum()));
        suites.forEach(suite -> write(suite, target.header().started(), xml));
        return xml.close() + "\n";
    }

    private static long count(List<TestSuite> suites, TestResult.Kind kind) {
        return suites.stream().mapToLong(suite -> suite.count(kind)).sum();
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
    }

    private static List<TestSuite> suites(TargetReport target) {
        List<TestSuite> suites = new ArrayList<>();
        String group = target.slug().replace('.', '_'); // a dot would begin another group
        suites.add(whole(target, group));
        Judged judged = new Judged(target);
        for (RuleResult result : target.summary().rules()) {
            Rule rule = result.rule();
            List<TestCase> tests = rule.isTestable()
                    ? result.scenarios().stream().map(judged::test).toList()
                    : List.of(TestCase.of("not-testable", TestResult.skipped(result.label() + ": " + rule.why())));
            if (!tests.isEmpty()) {
                suites.add(new TestSuite(group + "." + rule.area() + "." + rule.id(), about(result), tests));
            }
        }
        return suites;
    }

    /**
     * What concerns no scenario: whether the results are whole, what the model contradicts, and what is wrong with the entries of the
     * known deviations.
     */
    private static TestSuite whole(TargetReport target, String group) {
        List<TestCase> tests = new ArrayList<>();
        tests.add(TestCase.of("the-results-are-complete", completeness(target)));
        target.disagreements()
                .forEach(line -> tests.add(TestCase.of(line, TestResult.error("DRIVERS_DISAGREE", line, ""))));
        target.deviations().unexpected().stream()
                .filter(deviation -> deviation.result() == null)
                .map(Deviation::line)
                .forEach(line -> tests.add(TestCase.of(line, TestResult.failure("EXPECTATION", line, ""))));
        return new TestSuite(group + ".results", about(target), tests);
    }

    /** What nobody asked for is no failure, but no whole either. */
    private static TestResult completeness(TargetReport target) {
        if (!target.missing().isEmpty()) {
            return TestResult.error("INCOMPLETE", target.missing(), "");
        }
        if (target.isUntested()) {
            return TestResult.error("UNTESTED", "nothing was tested: it has the functions of none of the programs", "");
        }
        return target.incompleteness().isEmpty() ? TestResult.PASSED : TestResult.skipped(target.incompleteness());
    }

    private static Map<String, String> about(TargetReport target) {
        Header header = target.header();
        TargetDescription about = header.target();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("kit", header.kitVersion());
        properties.put("rules.digest", header.rulesDigest());
        properties.put("rules.asked", asked(target));
        properties.put("target", about.name());
        properties.put("target.implementation", about.implementation());
        properties.put("target.version", about.version());
        properties.put("target.digest", about.digest());
        properties.put("target.platform", about.platform());
        properties.put("host", header.host());
        properties.put("repeats", String.valueOf(header.repeats()));
        header.options().forEach((name, value) -> properties.put("option." + name, value));
        return properties;
    }

    private static String asked(TargetReport target) {
        List<RuleResult> testable = target.summary().rules().stream()
                .filter(result -> result.rule().isTestable())
                .toList();
        long asked = testable.stream()
                .filter(result -> !result.scenarios().isEmpty())
                .count();
        return asked + " of " + testable.size() + " testable";
    }

    private static Map<String, String> about(RuleResult result) {
        Rule rule = result.rule();
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("title", rule.title());
        properties.put("level", rule.level().name().toLowerCase(Locale.ROOT));
        properties.put("statement", rule.statement());
        properties.put("verdict", result.label());
        properties.put(
                "sources",
                rule.sources().stream()
                        .map(source -> SourceLink.of(source).orElse(source.page()))
                        .collect(Collectors.joining(" ")));
        return properties;
    }

    private static void write(TestSuite suite, String started, XmlFile xml) {
        xml.open(
                "testsuite",
                "name",
                suite.name(),
                "tests",
                suite.tests().size(),
                "failures",
                suite.count(TestResult.Kind.FAILURE),
                "errors",
                suite.count(TestResult.Kind.ERROR),
                "skipped",
                suite.count(TestResult.Kind.SKIPPED),
                "time",
                seconds(suite.millis()),
                "timestamp",
                started.replaceFirst("Z$", "")); // it has no place for a zone: UTC
        xml.open("properties");
        suite.properties().forEach((name, value) -> xml.empty("property", "name", name, "value", line(value)));
        xml.close();
        suite.tests().forEach(test -> write(suite.name(), test, xml));
        xml.close();
    }

    private static void write(String group, TestCase test, XmlFile xml) {
        xml.open("testcase", "classname", group, "name", line(test.name()), "time", seconds(test.millis()));
        TestResult result = test.result();
        String message = line(result.message());
        switch (result.kind()) {
            case PASSED -> {}
            case SKIPPED -> xml.empty("skipped", "message", message);
            case FAILURE -> xml.text("failure", result.text(), "message", message, "type", result.type());
            case ERROR -> xml.text("error", result.text(), "message", message, "type", result.type());
        }
        if (!test.output().isEmpty()) {
            xml.text("system-out", test.output());
        }
        if (!test.errors().isEmpty()) {
            xml.text("system-err", test.errors());
        }
        xml.close();
    }

    /** For an attribute, in which a line break would be lost. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
