package org.apctck.spec.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void aFieldStandsAtAMultipleOfItsWidthAndTheStructureEndsAtOneOfTheWidest() {
        assertThat(Layout.SECURITY_ATTRIBUTES.fields())
                .extracting(Layout.Field::name, Layout.Field::offset)
                .containsExactly(tuple("nLength", 0), tuple("lpSecurityDescriptor", 8), tuple("bInheritHandle", 16));
        assertThat(Layout.SECURITY_ATTRIBUTES.bytes()).isEqualTo(24);
    }
}
