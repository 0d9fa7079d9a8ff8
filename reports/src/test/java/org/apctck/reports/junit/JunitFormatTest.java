package org.apctck.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.apctck.reports.Golden;
import org.apctck.reports.SampleReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitFormatTest {
    private static final String RECORDING = "recording_night_1_2_.ndjson";

    @TempDir
    private Path out;

    @BeforeEach
    void write() throws IOException {
        new JunitFormat().write(SampleReport.report(), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "winpr", RECORDING})
    void itIsValidAndAsItWasLookedAt(String target) throws IOException, SAXException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Path.of("src/test/resources/junit.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(new StringReader(text(target))));

        Golden.compare("junit/" + target + ".xml", text(target));
    }

    /** What a server for continuous integration shows for each verdict. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference | two-apcs              | count(*)           | 0",
                "winpr     | two-apcs              | starts-with(skipped/@message, 'known deviation: FAIL') | true",
                "winpr     | two-producers#1       | failure/@type      | UNEXPECTED_PASS",
                "winpr     | a-large-value         | failure/@type      | FAIL",
                "winpr     | a-wait                | error/@type        | CRASH",
                "winpr     | a-sleep               | error/@type        | TIMEOUT",
                "winpr     | the-result            | error/@type        | ERROR",
                "winpr     | one-in-the-other      | error/@type        | INCONCLUSIVE",
                "winpr     | the-late-one          | error/@type        | NOT_RUN",
                "winpr     | an-apc-is-pending     | starts-with(skipped/@message, 'NOT_APPLICABLE: ') | true",
                "winpr     | which-one-is-recorded | count(*[not(self::system-out)]) | 0",
                "winpr     | which-one-is-recorded | starts-with(system-out, 'OBSERVED: ') | true",
                "winpr     | not-testable          | skipped/@message   | UNTESTABLE: no program can queue any number of APCs",
                "winpr     | the-results-are-complete | count(*)        | 0",
                RECORDING + " | the-results-are-complete | error/@type | INCOMPLETE",
                RECORDING + " | a-sleep            | error/@type        | NOT_RUN",
            })
    void aVerdictIsShownAs(String target, String test, String what, String shown) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        Object testcase = xpath.evaluate("//testcase[@name='" + test + "']", document(target), XPathConstants.NODE);

        assertThat(testcase).isNotNull();
        assertThat(xpath.evaluate(what, testcase)).isEqualTo(shown);
    }

    @Test
    void anEntryThatMatchesNothingIsAFailure() throws Exception {
        assertThat(evaluate("winpr", "string(//testsuite[1]/testcase[2]/failure/@message)"))
                .contains("winpr.yaml:")
                .contains("matches nothing");
    }

    @Test
    void theCountsAreThoseOfTheElements() throws Exception {
        for (String count : new String[] {"testcase", "failure", "error", "skipped"}) {
            String attribute = count.equals("testcase") ? "tests" : count.equals("skipped") ? count : count + "s";
            assertThat(evaluate("winpr", "string(/testsuites/@" + attribute + " = count(//" + count + "))"))
                    .isEqualTo("true");
            assertThat(evaluate(
                            "winpr", "string(/testsuites/@" + attribute + " = sum(//testsuite/@" + attribute + "))"))
                    .isEqualTo("true");
        }
    }

    @Test
    void whatAnImplementationSaysIsAText() throws Exception {
        String shown = evaluate("winpr", "string(//testcase[@name='a-large-value']/failure)");

        assertThat(shown).contains(SampleReport.HOSTILE.replace('\u0001', '\ufffd'));
        assertThat(evaluate("winpr", "string(//testcase[@name='a-wait']/system-err)"))
                .contains("\ufffd\ufffd[31mabort");
    }

    private String evaluate(String target, String expression) throws XPathExpressionException, IOException {
        return XPathFactory.newInstance().newXPath().evaluate(expression, document(target));
    }

    private Document document(String target) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text(target))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private String text(String target) throws IOException {
        return Files.readString(out.resolve("junit/" + target + ".xml"));
    }
}
