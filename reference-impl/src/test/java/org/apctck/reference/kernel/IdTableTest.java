package org.apctck.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class IdTableTest {
    private final IdTable<String> table = new IdTable<>();

    @Test
    void idsCountFromZeroAndAreNeverGivenAgain() {
        assertThat(table.add("a")).isZero();
        assertThat(table.add("b")).isEqualTo(1);
        table.remove(1);

        assertThat(table.add("c")).isEqualTo(2);
        assertThat(table.get(1)).isNull();
        assertThat(table.get(2)).isEqualTo("c");
        assertThat(table.get(-1)).isNull();
        assertThat(table.get(1L << 32)).isNull();
    }

    @Test
    void itHoldsWhatAMapWouldHold() {
        Random random = new Random(1);
        TreeMap<Integer, String> expected = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            int id = random.nextInt(i + 1);
            if (random.nextInt(100) < 55) {
                expected.put(table.add("thing " + i), "thing " + i);
            } else {
                table.remove(id);
                expected.remove(id);
            }
            assertThat(table.get(id)).isEqualTo(expected.get(id));
        }
        assertThat(table.stream()).containsExactlyElementsOf(expected.values());
        assertThat(table.count()).isEqualTo(expected.size());
    }

    @Test
    void aCopyGoesOnByItself() {
        table.add("a");
        table.add("b");
        IdTable<String> copy = table.copy();

        copy.remove(0);
        table.add("c");
        copy.add("d");

        assertThat(table.stream()).containsExactly("a", "b", "c");
        assertThat(copy.stream()).containsExactly("b", "d");
        assertThat(copy.copy(text -> text + text).stream()).containsExactly("bb", "dd");
    }

    @Test
    void whatIsRemovedMeanwhileIsNotHandedOutAnyMore() {
        table.add("a");
        table.add("b");
        table.add("c");
        StringBuilder seen = new StringBuilder();

        table.forEach(thing -> {
            seen.append(thing);
            table.remove(1);
            table.add("d");
        });

        assertThat(seen).hasToString("ac");
    }
}
