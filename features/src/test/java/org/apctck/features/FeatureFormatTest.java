package org.apctck.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeatureFormatTest {
    private static final String TIDY = """
            # A comment.
            Feature: F
              What it is about.

              Background:
                Given a mutex M, free

              @QUEUE-X-1
              Rule: QUEUE-X-1 It holds

                # Another one.
                Scenario Outline: S
                  Given APC routine A calls:
                    \"""
                    SetEvent(E)
                      SetEvent(F)
                    \"""
                  Then this happens on worker, in this order and nothing else:
                    | event | what |
                    | calls | <x>  |
                    | exits |      |

                  Examples: Some
                    | x |
                    | 1 |
            """;

    @Test
    void aTidyFileHasNoFindings() {
        assertThat(FeatureFormat.check("f", TIDY)).isEmpty();
    }

    @Test
    void everyKindOfLineHasItsIndentation() {
        assertThat(findings("    Scenario Outline", "   Scenario Outline"))
                .isEqualTo("f:12: indent by 4 spaces, not 3");
        assertThat(findings("      Given APC", "        Given APC")).isEqualTo("f:13: indent by 6 spaces, not 8");
        assertThat(findings("        SetEvent(E)", "      SetEvent(E)"))
                .isEqualTo("f:15: indent the text by at least 8 spaces");
        assertThat(findings("        | exits", "      | exits")).isEqualTo("f:21: indent by 8 spaces, not 6");
        assertThat(findings("      Examples", "    Examples")).isEqualTo("f:23: indent by 6 spaces, not 4");
        assertThat(findings("  @QUEUE", "@QUEUE")).isEqualTo("f:8: indent by 2 spaces, not 0");
        assertThat(findings("  What", "What")).isEqualTo("f:3: indent by 2 spaces, not 0");
        assertThat(findings("    # Another", "  # Another")).isEqualTo("f:11: indent by 4 spaces, not 2");
    }

    @Test
    void aTableIsAligned() {
        assertThat(findings("| calls | <x>  |", "| calls | <x> |"))
                .isEqualTo("f:20: align the table: `| calls | <x>  |`");
        assertThat(findings("| 1 |", "|1|")).isEqualTo("f:25: align the table: `| 1 |`");
    }

    @Test
    void aLineEndsWithALineFeedAndNothingElse() {
        assertThat(findings("It holds", "It holds ")).isEqualTo("f:9: blanks at the end of the line");
        assertThat(findings("It holds", "It holds\r")).isEqualTo("f:9: the file has CRLF; lines end with LF");
        assertThat(findings("| 1 |\n", "| 1 |")).isEqualTo("f:25: the file must end with a line feed");
        assertThat(findings("What it", "What\tit")).isEqualTo("f:3: a tab; indent with two spaces a level");
    }

    private static String findings(String tidy, String untidy) {
        assertThat(TIDY).contains(tidy);
        return FeatureFormat.check("f", TIDY.replace(tidy, untidy)).get(0).toString();
    }
}
