package org.apctck.spec.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatHasNoShapeIsShown() {
        assertThat(Printable.line("a\u001b[2Jb\r\nc\td\u0007\u007f\u009b")).isEqualTo("a␛[2Jb␍␊c␉d␇␡�");
    }

    @Test
    void whatTurnsTheDirectionOrHasNoWidthIsReplaced() {
        assertThat(Printable.line("a\u202eb\u200bc\u2028d\ud800e")).isEqualTo("a�b�c�d�e");
    }

    @Test
    void linesKeepTheirFeedsAndTabsButNoCarriageReturn() {
        assertThat(Printable.lines("a\n\tb\rc")).isEqualTo("a\n\tb␍c");
    }

    @Test
    void whatIsFitToBeShownIsLeftAlone() {
        String text = "π, 漢字 and 🙂";

        assertThat(Printable.line(text)).isSameAs(text);
    }
}
