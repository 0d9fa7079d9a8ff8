package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("UnusedVariable") // they are read by reflection
class StateFieldsTest {
    private record Point(int x, int y) {}

    private record Named(int number) implements Numbered {}

    private static class Base {
        static int count = 7;

        private int below = 1;
    }

    private static final class Everything extends Base {
        boolean flag = true;
        long number = 1L << 40;
        int[] numbers = {5, 6};
        BitSet bits = BitSet.valueOf(new long[] {3});
        Thread.State constant = Thread.State.RUNNABLE;
        Named thing = new Named(8);
        List<Named> things = List.of(new Named(9));
        Point point = new Point(10, 11);
        Stateful content = out -> out.put(12);

        @Time
        long time = 1_000;

        @NoState("of no interest")
        Object left = new Object();
    }

    private static final class Broken {
        private final Object unknown = "x";
    }

    private static int[] state(Object holder, long nowMicros) {
        StateWriter out = new StateWriter();
        out.setOriginMicros(nowMicros);
        out.putFields(holder);
        return out.toArray();
    }

    @Test
    void everyFieldIsWrittenInWhateverClassItIsDeclared() {
        Everything everything = new Everything();
        int[] before = state(everything, 0);

        assertThat(before).contains(1, 1 << 8, 5, 6, 3, Thread.State.RUNNABLE.ordinal(), 8, 9, 10, 11, 12, 1_000);
        assertThat(before).hasSize(state(new Everything(), 0).length).isEqualTo(state(new Everything(), 0));
    }

    @Test
    void aFieldThatIsNoStateIsLeftOut() {
        Everything everything = new Everything();
        int[] before = state(everything, 0);
        everything.left = "another";

        assertThat(state(everything, 0)).isEqualTo(before);
    }

    @Test
    void whatIsMissingDiffersFromWhatIsThere() {
        Everything everything = new Everything();
        everything.thing = null;
        everything.point = null;
        everything.constant = null;
        everything.content = null;

        assertThat(state(everything, 0)).isNotEqualTo(state(new Everything(), 0));
    }

    @Test
    void aTimeIsWrittenAsItIsFromNow() {
        Everything later = new Everything();
        later.time = 1_500;

        assertThat(state(later, 500)).isEqualTo(state(new Everything(), 0));
    }

    @Test
    void objectsOfTwoClassesDiffer() {
        record Other(int x, int y) {}

        assertThat(state(new Point(1, 2), 0)).isNotEqualTo(state(new Other(1, 2), 0));
    }

    @Test
    void aFieldThatCannotBeWrittenIsAnError() {
        assertThatThrownBy(() -> state(new Broken(), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Broken.unknown");
    }
}
