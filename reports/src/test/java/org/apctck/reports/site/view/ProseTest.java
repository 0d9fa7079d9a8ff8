package org.apctck.reports.site.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.apctck.reports.site.view.Prose.Piece;
import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void whatStandsBetweenBackticksIsCode() {
        assertThat(Prose.of("expected `begins A`, not `ends A`").pieces())
                .containsExactly(
                        new Piece("expected ", false),
                        new Piece("begins A", true),
                        new Piece(", not ", false),
                        new Piece("ends A", true));
    }

    @Test
    void aLoneBacktickIsALetter() {
        assertThat(Prose.of("assertion `apc != NULL' failed").pieces())
                .containsExactly(new Piece("assertion `apc != NULL' failed", false));
    }

    @Test
    void anEmptyTextHasNoPieces() {
        assertThat(Prose.of("").pieces()).isEmpty();
    }
}
