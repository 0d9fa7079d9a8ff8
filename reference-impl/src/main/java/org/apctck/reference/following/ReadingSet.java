package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.reference.kernel.ChoicePoint;

/**
 * Ways to read the documentation as a whole: each answers every reading, and all of them are told apart, so that answers which
 * are possible only together stay together. Never changed.
 */
public final class ReadingSet {
    private static final List<ChoicePoint> READINGS =
            Arrays.stream(ChoicePoint.values()).filter(ChoicePoint::isReading).toList();
    private static final int COUNT =
            READINGS.stream().mapToInt(reading -> reading.options().size()).reduce(1, (a, b) -> a * b);

    /** Every way to read it. */
    public static final ReadingSet ALL = new ReadingSet(ways(any()));
    /** None. */
    public static final ReadingSet NONE = new ReadingSet(new BitSet());

    /** By number: the answers are its digits. */
    private final BitSet ways;

    private ReadingSet(BitSet ways) {
        this.ways = ways;
    }

    /** @param answers by {@link ChoicePoint}, -1 where any answer will do */
    static ReadingSet of(int[] answers) {
        return new ReadingSet(ways(answers));
    }

    private static int[] any() {
        int[] answers = new int[ChoicePoint.values().length];
        Arrays.fill(answers, -1);
        return answers;
    }

    private static BitSet ways(int[] answers) {
        BitSet ways = new BitSet();
        for (int way = 0; way < COUNT; way++) {
            boolean agrees = true;
            for (ChoicePoint reading : READINGS) {
                int answer = answers[reading.ordinal()];
                agrees &= answer < 0 || answer == answer(way, reading);
            }
            ways.set(way, agrees);
        }
        return ways;
    }

    private static int answer(int way, ChoicePoint wanted) {
        int rest = way;
        for (ChoicePoint reading : READINGS) {
            int options = reading.options().size();
            if (reading == wanted) {
                return rest % options;
            }
            rest /= options;
        }
        throw new IllegalArgumentException(wanted + " is not a reading");
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return ways.isEmpty();
    }

    ReadingSet or(ReadingSet other) {
        BitSet union = (BitSet) ways.clone();
        union.or(other.ways);
        return new ReadingSet(union);
    }

    /** The ways that are in both. */
    public ReadingSet and(ReadingSet other) {
        BitSet common = (BitSet) ways.clone();
        common.and(other.ways);
        return new ReadingSet(common);
    }

    /** The readings of which not every answer is left, by their ids, with the answers that are. */
    public Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        for (ChoicePoint reading : READINGS) {
            List<String> left = new ArrayList<>();
            for (int answer = 0; answer < reading.options().size(); answer++) {
                int option = answer;
                if (ways.stream().anyMatch(way -> answer(way, reading) == option)) {
                    left.add(reading.options().get(answer));
                }
            }
            if (left.size() < reading.options().size()) {
                needed.put(reading.id(), String.join(" or ", left));
            }
        }
        return needed;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingSet set && ways.equals(set.ways);
    }

    @Override
    public int hashCode() {
        return ways.hashCode();
    }

    /** For people: {@code SIGNAL-AND-WAIT-ATOMIC: not-atomic}. */
    @Override
    public String toString() {
        return needed().entrySet().stream()
                .map(reading -> reading.getKey() + ": " + reading.getValue())
                .collect(Collectors.joining(", "));
    }
}
