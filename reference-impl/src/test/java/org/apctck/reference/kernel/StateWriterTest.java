package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateWriterTest {
    private final StateWriter out = new StateWriter();

    @Test
    void numbersComeOutInOrder() {
        out.put(3);
        out.put(1);

        assertThat(out.toArray()).containsExactly(3, 1);
    }

    @Test
    void aNumberOf64BitsIsTwoOf32() {
        out.put(0x1234_5678_9ABC_DEF0L);

        assertThat(out.toArray()).containsExactly(0x1234_5678, 0x9ABC_DEF0);
    }

    @Test
    void aListIsPrecededByItsLength() {
        out.put(new int[] {7, 8});
        out.put(new int[0]);

        assertThat(out.toArray()).containsExactly(2, 7, 8, 0);
    }

    @Test
    void thereIsRoomForManyNumbers() {
        IntStream.range(0, 1_000).forEach(out::put);

        assertThat(out.toArray()).containsExactly(IntStream.range(0, 1_000).toArray());
    }
}
