package org.apctck.spec.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CastTest {
    private final Cast cast = new Cast();

    @Test
    void aThreadThatIsBeingResumedMayAppearBeforeTheCallReturns() {
        Actor child = cast.add("t");
        child.setSuspensions(1);
        assertThat(cast.onlyOneToAppear()).isNull();

        child.resumption().announce();

        assertThat(cast.onlyOneToAppear()).isSameAs(child);
    }

    @Test
    void whoAppearsIsNotGuessedAmongSeveral() {
        cast.add("t");
        cast.add("u");

        assertThat(cast.onlyOneToAppear()).isNull();
    }
}
