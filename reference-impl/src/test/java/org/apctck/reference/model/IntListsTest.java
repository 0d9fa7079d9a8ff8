package org.apctck.reference.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntListsTest {
    private final IntLists lists = new IntLists();

    private int add(int... numbers) {
        return lists.add(numbers, 0, numbers.length);
    }

    private int find(int... numbers) {
        return lists.find(numbers, 0, numbers.length);
    }

    @Test
    void equalListsHaveEqualNumbers() {
        assertThat(add(1, 2)).isZero();
        assertThat(add(2, 1)).isEqualTo(1);
        assertThat(add(1, 2)).isZero();
        assertThat(lists.size()).isEqualTo(2);
    }

    @Test
    void aListThatWasNotAddedIsNotFound() {
        add(1, 2, 3);

        assertThat(find(1, 2)).isEqualTo(-1);
        assertThat(find()).isEqualTo(-1);
        assertThat(find(1, 2, 3)).isZero();
    }

    @Test
    void onlyTheNumbersBetweenBeginAndEndCount() {
        int number = lists.add(new int[] {6, 7, 8, 9}, 1, 3);

        assertThat(find(7, 8)).isEqualTo(number);
        assertThat(lists.find(new int[] {7, 8, 1}, 0, 2)).isEqualTo(number);
    }

    @Test
    void whatIsAddedIsACopy() {
        int[] numbers = {1, 2};
        add(numbers);
        numbers[0] = 9;

        assertThat(find(1, 2)).isZero();
        assertThat(find(9, 2)).isEqualTo(-1);
    }

    @Test
    void aListLongerThanABlockIsKeptToo() {
        int[] numbers = new int[100_000];
        Arrays.setAll(numbers, i -> i);

        assertThat(add(5)).isZero();
        assertThat(add(numbers)).isEqualTo(1);
        assertThat(add(6)).isEqualTo(2);
        assertThat(find(numbers)).isEqualTo(1);
        numbers[99_999] = 0;
        assertThat(find(numbers)).isEqualTo(-1);
    }

    @Test
    void itAgreesWithAMapOfLists() {
        Random random = new Random(1);
        Map<List<Integer>, Integer> map = new HashMap<>();

        for (int i = 0; i < 50_000; i++) {
            int[] numbers = random.ints(random.nextInt(6), -3, 4).toArray();
            List<Integer> list = Arrays.stream(numbers).boxed().toList();
            assertThat(find(numbers)).isEqualTo(map.getOrDefault(list, -1));
            map.putIfAbsent(list, map.size());
            assertThat(add(numbers)).isEqualTo(map.get(list));
        }

        assertThat(lists.size()).isEqualTo(map.size());
    }
}
