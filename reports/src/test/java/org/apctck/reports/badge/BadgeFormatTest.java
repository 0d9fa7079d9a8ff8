package org.apctck.reports.badge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apctck.reports.Golden;
import org.apctck.reports.SampleReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BadgeFormatTest {
    private static final String RECORDING = "recording_night_1_2_.ndjson";

    @TempDir
    private Path out;

    @BeforeEach
    void write() throws IOException {
        new BadgeFormat().write(SampleReport.report(), out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "winpr-core", RECORDING + "-waking", RECORDING})
    void itIsAsItWasLookedAt(String name) throws IOException {
        Golden.compare("badges/" + name + ".svg", text(name));
    }

    @ParameterizedTest
    @CsvSource({
        "reference, 'reference, every required rule: conformant'",
        "reference-core, 'reference, profile core: conformant'",
        "winpr, 'winpr, every required rule: 0 of 5 rules kept, incomplete'",
        "winpr-signal-and-wait, 'winpr, profile signal-and-wait: 0 of 1 rules kept'",
        RECORDING + ", 'recording:night <1> & \"2\".ndjson, every required rule: 1 of 5 rules kept, incomplete'",
        RECORDING + "-waking, 'recording:night <1> & \"2\".ndjson, profile waking: not run'",
    })
    void theTitleSaysAllOfIt(String name, String title) throws Exception {
        Element svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text(name))))
                .getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-label")).isEqualTo(title);
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(title);
    }

    @Test
    void nothingIsFetched() throws IOException {
        assertThat(text("winpr").replace("http://www.w3.org/2000/svg", "")).doesNotContain("http", "url(", "href");
    }

    private String text(String name) throws IOException {
        return Files.readString(out.resolve("badges/" + name + ".svg"));
    }
}
