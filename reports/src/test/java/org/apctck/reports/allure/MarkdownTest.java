package org.apctck.reports.allure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void noMarkOfATextIsMarkup() {
        assertThat(new Markdown()
                        .paragraph("a*b", "<i> [x](y) `c`\n\n# d & e_f")
                        .toString())
                .isEqualTo("**a\\*b**: \\<i\\> \\[x\\]\\(y\\) \\`c\\` \\# d \\& e\\_f\n");
    }

    @Test
    void eachLineOfABlockIsIndentedSoThatNoneCanEndIt() {
        assertThat(new Markdown()
                        .verbatim("a\n```\n</pre>\n\nb\n")
                        .paragraph("c", "d")
                        .toString())
                .isEqualTo("    a\n    ```\n    </pre>\n    \n    b\n\n**c**: d\n");
    }
}
