package org.apctck.reference.following;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apctck.reference.following.ReadingSet.Reading;
import org.junit.jupiter.api.Test;

class ReadingSetTest {
    private static final List<Reading> FEW = List.of(
            new Reading("TIE", List.of("apc", "object")),
            new Reading("TWICE", List.of("fails", "waits", "once")),
            new Reading("ZERO", List.of("fails", "nothing")),
            new Reading("PULSE", List.of("one", "all", "none", "some")),
            new Reading("NULL", List.of("refused", "ignored")));
    private static final int WAYS =
            FEW.stream().mapToInt(reading -> reading.options().size()).reduce(1, (a, b) -> a * b);
    private static final List<Reading> MANY = readings(60, i -> new Reading("R" + i, List.of("yes", "no")));

    @Test
    void whatIsPutTogetherMeansWhatAListOfAllWaysMeans() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            Both one = random(random);
            Both other = random(random);
            Both union = new Both(one.set().or(other.set()), or(one.ways(), other.ways()));
            Both common = new Both(one.set().and(other.set()), and(one.ways(), other.ways()));

            for (Both each : List.of(one, union, common)) {
                assertThat(each.set().isEmpty()).isEqualTo(each.ways().isEmpty());
                assertThat(each.set().needed()).isEqualTo(needed(each.ways()));
                assertThat(ways(each.set())).isEqualTo(each.ways());
            }
            assertThat(one.set().equals(other.set())).isEqualTo(one.ways().equals(other.ways()));
            assertThat(one.set().equals(union.set())).isEqualTo(one.ways().equals(union.ways()));
            assertThat(one.set().equals(common.set())).isEqualTo(one.ways().equals(common.ways()));
        }
    }

    @Test
    void theSameWaysAreEqualHoweverTheyWerePutTogether() {
        ReadingSet whole = IntStream.range(0, WAYS)
                .mapToObj(way -> ReadingSet.of(FEW, answers(way)))
                .reduce(ReadingSet::or)
                .orElseThrow();

        assertThat(whole).isEqualTo(ReadingSet.all(FEW)).hasSameHashCodeAs(ReadingSet.all(FEW));
        assertThat(whole.size()).isEqualTo(1);

        // A ring of three answers, each of which overlaps with the next, and the same ring the other way round.
        ReadingSet ring = either(few(0, -1, 1, -1, -1), few(1, 0, -1, -1, -1), few(-1, 1, 0, -1, -1));
        ReadingSet more = either(ring, ring.and(few(-1, -1, 1, -1, -1)), few(-1, 0, 1, -1, -1));
        assertThat(more).isEqualTo(ring).hasSameHashCodeAs(ring);
    }

    @Test
    void answersThatArePossibleOnlyTogetherStayTogether() {
        ReadingSet both = either(few(0, -1, 0, -1, -1), few(1, -1, 1, -1, -1));

        assertThat(both.needed()).isEmpty();
        assertThat(both.and(few(0, -1, -1, -1, -1)).needed()).isEqualTo(Map.of("TIE", "apc", "ZERO", "fails"));
        assertThat(both.and(few(0, -1, 1, -1, -1)).isEmpty()).isTrue();
    }

    @Test
    void whatAnotherAnswerCoversIsNotKept() {
        ReadingSet wide = few(0, -1, -1, -1, -1);
        ReadingSet narrow = few(0, 2, -1, 3, -1);

        assertThat(wide.or(narrow).size()).isEqualTo(1);
        assertThat(narrow.or(wide).size()).isEqualTo(1);
        assertThat(either(few(0, 0, -1, -1, -1), few(0, 1, -1, -1, -1), few(0, 2, -1, -1, -1))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theCostGrowsWithWhatIsPutTogetherAndNotWithTheNumberOfWays() {
        Random random = new Random(2);
        ReadingSet set = ReadingSet.of(MANY, new int[MANY.size()]);
        for (int i = 1; i < 200; i++) {
            int[] answers = new int[MANY.size()];
            Arrays.setAll(answers, any -> random.nextInt(5) == 0 ? random.nextInt(2) : -1);
            set = set.or(ReadingSet.of(MANY, answers));
            assertThat(set.size()).isLessThanOrEqualTo(i + 1);
        }
        assertThat(set).isEqualTo(set.or(set)).isNotEqualTo(ReadingSet.all(MANY));
        assertThat(set.and(ReadingSet.of(MANY, new int[MANY.size()])).size()).isEqualTo(1);

        // Every answer to eight of the readings, the others open: together they leave everything open.
        ReadingSet together = IntStream.range(0, 256)
                .mapToObj(way -> {
                    int[] answers = new int[MANY.size()];
                    Arrays.setAll(answers, i -> i % 7 == 0 && i < 56 ? way >> i / 7 & 1 : -1);
                    return ReadingSet.of(MANY, answers);
                })
                .reduce(ReadingSet::or)
                .orElseThrow();
        assertThat(together.size()).isEqualTo(1);
        assertThat(together).isEqualTo(ReadingSet.all(MANY));
    }

    private static List<Reading> readings(int count, IntFunction<Reading> reading) {
        return IntStream.range(0, count).mapToObj(reading).toList();
    }

    private static ReadingSet few(int... answers) {
        return ReadingSet.of(FEW, answers);
    }

    private static ReadingSet either(ReadingSet... sets) {
        return Arrays.stream(sets).reduce(ReadingSet::or).orElseThrow();
    }

    /** A set, and its ways by number. */
    private record Both(ReadingSet set, BitSet ways) {}

    private static Both random(Random random) {
        Both both = null;
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int[] answers = new int[FEW.size()];
            Arrays.setAll(
                    answers,
                    reading -> random.nextInt(5) < 2
                            ? -1
                            : random.nextInt(FEW.get(reading).options().size()));
            BitSet ways = new BitSet();
            for (int way = 0; way < WAYS; way++) {
                int[] whole = answers(way);
                ways.set(way, IntStream.range(0, whole.length).allMatch(r -> answers[r] < 0 || answers[r] == whole[r]));
            }
            ReadingSet set = ReadingSet.of(FEW, answers);
            both = both == null ? new Both(set, ways) : new Both(both.set().or(set), or(both.ways(), ways));
        }
        return both;
    }

    /** The ways of a set, asked for one by one. */
    private static BitSet ways(ReadingSet set) {
        BitSet ways = new BitSet();
        for (int way = 0; way < WAYS; way++) {
            ways.set(way, !set.and(ReadingSet.of(FEW, answers(way))).isEmpty());
        }
        return ways;
    }

    private static int[] answers(int way) {
        int[] answers = new int[FEW.size()];
        int rest = way;
        for (int i = 0; i < answers.length; i++) {
            answers[i] = rest % FEW.get(i).options().size();
            rest /= FEW.get(i).options().size();
        }
        return answers;
    }

    private static Map<String, String> needed(BitSet ways) {
        Map<String, String> needed = new LinkedHashMap<>();
        for (int i = 0; i < FEW.size(); i++) {
            int reading = i;
            List<String> options = FEW.get(i).options();
            List<String> left = new ArrayList<>();
            for (int option = 0; option < options.size(); option++) {
                int wanted = option;
                if (ways.stream().anyMatch(way -> answers(way)[reading] == wanted)) {
                    left.add(options.get(option));
                }
            }
            if (left.size() < options.size()) {
                needed.put(FEW.get(i).id(), String.join(" or ", left));
            }
        }
        return needed;
    }

    private static BitSet or(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }
}
