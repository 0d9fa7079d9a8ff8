package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private final TextTable table =
            new TextTable("area", "rules", "FAIL").row("QUEUE", "18", "").row("KERNEL", "2", "1");

    @Test
    void numbersAreAlignedToTheRight() {
        assertThat(table.lines()).containsExactly("area    rules  FAIL", "QUEUE      18", "KERNEL      2     1");
    }

    @Test
    void markdownKeepsBarsOfACellApartFromItsOwn() {
        assertThat(new TextTable("a", "b").row("1", "x | y").markdown())
                .containsExactly("| a | b |", "| ---: | --- |", "| 1 | x \\| y |");
    }
}
