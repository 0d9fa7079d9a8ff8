package org.apctck.reports.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelTest {
    private static List<String> lines(Label label) {
        return label.lines().stream().map(Label::whole).toList();
    }

    @Test
    void aTextIsBrokenBehindAWord() {
        Label label = Label.of(List.of(Phrase.of("Sleep(AVeryLongName, FALSE)", Phrase.Style.CALL)), 22);

        assertThat(lines(label)).containsExactly("Sleep(AVeryLongName,", "  FALSE)");
        assertThat(label.isCut()).isFalse();
    }

    @Test
    void aResultStandsInALineOfItsOwnIfItDoesNotFitBehindTheCall() {
        Label label = Label.of(
                List.of(
                        Phrase.of("SetEvent(E)", Phrase.Style.CALL),
                        Phrase.of(" → FALSE, last error 6", Phrase.Style.RESULT)),
                24);

        assertThat(lines(label)).containsExactly("SetEvent(E)", "  → FALSE, last error 6");
    }

    @Test
    void aLongCallIsCutButNotItsResult() {
        Label label = Label.of(
                List.of(
                        Phrase.of("F(" + "x".repeat(300) + ")", Phrase.Style.CALL),
                        Phrase.of(" → 0", Phrase.Style.RESULT)),
                20);

        assertThat(lines(label)).hasSize(4).last().isEqualTo("  → 0");
        assertThat(lines(label).get(2)).hasSize(20).endsWith("…");
        assertThat(label.isCut()).isTrue();
    }

    @Test
    void noLineIsWiderThanItMayBe() {
        String text = "漢字".repeat(30) + "😀".repeat(20) + " a".repeat(20);

        for (int width = 8; width < 60; width++) {
            assertThat(Label.of(List.of(Phrase.of(text, Phrase.Style.NOTE)), width)
                            .width())
                    .isLessThanOrEqualTo(width);
        }
    }
}
