package org.apctck.kit.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CommandLineTest {
    @Test
    void wordsAreSplitAtWhiteSpaceAndKeptTogetherByQuotes() {
        assertThat(CommandLine.split("  a  'b c' \"d 'e'\" f'g'h '' ")).containsExactly("a", "b c", "d 'e'", "fgh", "");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aBackslashTakesTheNextCharacterAsItIs() {
        assertThat(CommandLine.split("a\\ b \"\\\"\" '\\'")).containsExactly("a b", "\"", "\\");
    }

    @Test
    void anOpenQuoteAndAnEmptyLineAreErrors() {
        assertThatThrownBy(() -> CommandLine.split("a 'b"))
                .isInstanceOf(InputException.class)
                .hasMessage("agent:a 'b: a quote is not closed");
        assertThatThrownBy(() -> CommandLine.split(" ")).isInstanceOf(InputException.class);
    }
}
