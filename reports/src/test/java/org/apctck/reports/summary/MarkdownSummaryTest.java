package org.apctck.reports.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apctck.reports.Golden;
import org.apctck.reports.SampleReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownSummaryTest {
    @TempDir
    private Path out;

    private String text = "";

    @BeforeEach
    void write() throws IOException {
        new MarkdownSummary().write(SampleReport.report(), out);
        text = Files.readString(out.resolve("summary.md"));
    }

    @Test
    void itIsAsItWasLookedAt() throws IOException {
        Golden.compare("summary.md", text);
    }

    @Test
    void whatIsUnexpectedComesBeforeWhatIsKnown() {
        String winpr = text.substring(text.indexOf("## winpr"));

        assertThat(winpr.indexOf("### Unexpected (")).isPositive().isLessThan(winpr.indexOf("<details>"));
        assertThat(winpr).contains("<summary>Known deviations: 1 scenario</summary>");
    }

    @Test
    void whatIsIncompleteSaysSoInTheMatrixAndInItsSection() {
        assertThat(text).contains("| **incomplete**, ").contains("> **Incomplete: there is no footer");
    }

    @Test
    void everyRowOfATableHasAsManyCellsAsItsHeading() {
        List<String> lines = text.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).startsWith("| ") && lines.get(i - 1).startsWith("| ")) {
                assertThat(cells(lines.get(i))).as(lines.get(i)).isEqualTo(cells(lines.get(i - 1)));
            }
        }
    }

    /** The cells of a row as a reader of Markdown splits it: a mark behind a backslash is none, whatever it stands in. */
    private static long cells(String line) {
        return line.replaceAll("\\\\.", "")
                .chars()
                .filter(character -> character == '|')
                .count();
    }

    @Test
    void nothingThatAnImplementationSaidIsMarkup() {
        String bare = text.replaceAll("`[^`\n]*`", "").replaceAll("\\\\.", "");

        assertThat(bare).doesNotContain("<script", "](", "\u202e", "\u0001");
        assertThat(bare.replaceAll("</?(details|summary|code)>|<https://example.org/[^>\\s]*>", ""))
                .doesNotContain("<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a <b> & c;       a \\<b\\> \\& c",
                "[x](y) *b* _i_;  \\[x\\](y) \\*b\\* \\_i\\_",
                "`c` \\ ~~ # $ @; \\`c\\` \\\\ \\~\\~ \\# \\$ \\@",
                "http://e.org www.e.org; http\\://e.org www\\.e.org",
                "two | cells;     two | cells"
            })
    void plainTextIsShownAsItIs(String given, String markdown) {
        assertThat(MarkdownText.plain(given)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a/b#1; `a/b#1`", "a`b; <code>a\\`b</code>", "a|b; <code>a|b</code>", "a\\; <code>a\\\\</code>"})
    void codeIsInAFenceThatNothingEnds(String given, String markdown) {
        assertThat(MarkdownText.code(given)).isEqualTo(markdown);
    }
}
