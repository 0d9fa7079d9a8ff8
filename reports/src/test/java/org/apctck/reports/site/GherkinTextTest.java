package org.apctck.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.apctck.reports.site.view.Gherkin;
import org.apctck.reports.site.view.Gherkin.Piece;
import org.junit.jupiter.api.Test;

class GherkinTextTest {
    private static final String TEXT = """
            Scenario: A sleep
              Given main queues APC A to worker
              When worker calls SleepEx(INFINITE, TRUE)
              Then this happens on worker, in this order and nothing else:
                | event   | what               |
                | returns | WAIT_IO_COMPLETION |
            """;

    @Test
    void nothingIsLostButTheNameAndTheIndentation() {
        Gherkin gherkin = GherkinText.of(TEXT);

        assertThat(gherkin.pieces().stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo("""
                Given main queues APC A to worker
                When worker calls SleepEx(INFINITE, TRUE)
                Then this happens on worker, in this order and nothing else:
                  | event   | what               |
                  | returns | WAIT_IO_COMPLETION |
                """);
    }

    @Test
    void keywordsFunctionsAndConstantsAreMarked() {
        Gherkin gherkin = GherkinText.of(TEXT);

        assertThat(gherkin.pieces())
                .contains(
                        new Piece("Given", "keyword"),
                        new Piece("SleepEx", "function"),
                        new Piece("INFINITE", "constant"),
                        new Piece("WAIT_IO_COMPLETION", "constant"));
    }

    @Test
    void anEmptyScenarioIsEmpty() {
        assertThat(GherkinText.of("").pieces()).isEmpty();
    }
}
