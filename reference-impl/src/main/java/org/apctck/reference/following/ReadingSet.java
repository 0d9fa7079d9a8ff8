package org.apctck.reference.following;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.reference.kernel.ChoicePoint;
import org.jspecify.annotations.Nullable;

/**
 * Ways to read the documentation as a whole. The set is a list of partial answers, which leave readings open that were not asked
 * for; a way is in it if it agrees with one of them. So answers that are possible only together stay together, and what a set
 * costs depends on how many were put together, not on how many ways there are. Never changed.
 */
public final class ReadingSet {
    private static final List<ChoicePoint> POINTS =
            Arrays.stream(ChoicePoint.values()).filter(ChoicePoint::isReading).toList();
    private static final List<Reading> READINGS = POINTS.stream()
            .map(point -> new Reading(point.id(), point.options()))
            .toList();

    /** Every way to read it. */
    public static final ReadingSet ALL = all(READINGS);
    /** None. */
    public static final ReadingSet NONE = new ReadingSet(READINGS, List.of());

    /** What can be read in several ways: 32 at most. */
    record Reading(String id, List<String> options) {
        int anyOption() {
            return -1 >>> Integer.SIZE - options.size();
        }
    }

    private final List<Reading> readings;
    /** For each reading the options that are left, as bits; there is always one. No two of them could be said as one. */
    private final List<int[]> answers;

    private ReadingSet(List<Reading> readings, List<int[]> answers) {
        this.readings = readings;
        this.answers = answers;
    }

    /** Every way to read what has these readings. */
    static ReadingSet all(List<Reading> readings) {
        return new ReadingSet(
                readings, List.of(readings.stream().mapToInt(Reading::anyOption).toArray()));
    }

    /** @param answers by {@link ChoicePoint}, -1 where any answer will do */
    static ReadingSet of(int[] answers) {
        return of(
                READINGS,
                POINTS.stream().mapToInt(point -> answers[point.ordinal()]).toArray());
    }

    /** @param answers by reading, -1 where any answer will do */
    static ReadingSet of(List<Reading> readings, int[] answers) {
        int[] options = new int[answers.length];
        for (int i = 0; i < options.length; i++) {
            options[i] = answers[i] < 0 ? readings.get(i).anyOption() : 1 << answers[i];
        }
        return new ReadingSet(readings, List.of(options));
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return answers.isEmpty();
    }

    /** How many partial answers it takes to say it. */
    int size() {
        return answers.size();
    }

    ReadingSet or(ReadingSet other) {
        List<int[]> union = new ArrayList<>(answers);
        other.answers.forEach(answer -> put(answer, union));
        return new ReadingSet(readings, union);
    }

    /** The ways that are in both. */
    public ReadingSet and(ReadingSet other) {
        List<int[]> common = new ArrayList<>();
        for (int[] answer : answers) {
            for (int[] another : other.answers) {
                int[] both = common(answer, another);
                if (both != null) {
                    put(both, common);
                }
            }
        }
        return new ReadingSet(readings, common);
    }

    /** The readings of which not every answer is left, by their ids, with the answers that are. */
    public Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        for (int i = 0; i < readings.size(); i++) {
            int left = 0;
            for (int[] answer : answers) {
                left |= answer[i];
            }
            Reading reading = readings.get(i);
            if (left != reading.anyOption()) {
                List<String> options = new ArrayList<>();
                for (int option = 0; option < reading.options().size(); option++) {
                    if ((left & 1 << option) != 0) {
                        options.add(reading.options().get(option));
                    }
                }
                needed.put(reading.id(), String.join(" or ", options));
            }
        }
        return needed;
    }

    /** Adds an answer to a list, in one with each that the two can be said as one with. */
    private static void put(int[] added, List<int[]> answers) {
        int[] answer = added;
        for (int i = 0; i < answers.size(); i++) {
            int[] union = union(answers.get(i), answer);
            if (union != null) {
                answers.remove(i);
                answer = union;
                i = -1; // it allows more than either, so another look at those before
            }
        }
        answers.add(answer);
    }

    /** The answer that allows what one of the two does and nothing else; null if no single one does. */
    private static int @Nullable [] union(int[] one, int[] other) {
        int[] union = new int[one.length];
        int differing = 0;
        for (int i = 0; i < union.length; i++) {
            union[i] = one[i] | other[i];
            differing += one[i] == other[i] ? 0 : 1;
        }
        return differing <= 1 || Arrays.equals(union, one) || Arrays.equals(union, other) ? union : null;
    }

    /** The answer that allows what both do; null if there is nothing. */
    private static int @Nullable [] common(int[] one, int[] other) {
        int[] common = new int[one.length];
        for (int i = 0; i < common.length; i++) {
            common[i] = one[i] & other[i];
            if (common[i] == 0) {
                return null;
            }
        }
        return common;
    }

    private boolean isWithin(ReadingSet other) {
        return answers.stream().allMatch(answer -> isWithin(answer, other.answers));
    }

    /** Whether the answers of a list, between them, allow all that {@code answer} does. */
    private static boolean isWithin(int[] answer, List<int[]> answers) {
        if (answers.stream().anyMatch(other -> Arrays.equals(common(answer, other), answer))) {
            return true;
        }
        List<int[]> others =
                answers.stream().filter(other -> common(answer, other) != null).toList();
        if (others.isEmpty()) {
            return false;
        }
        // What the first of them does not allow, a part for each reading: there outside of it, before that inside.
        int[] first = others.get(0);
        int[] rest = answer.clone();
        for (int i = 0; i < rest.length; i++) {
            int[] part = rest.clone();
            part[i] &= ~first[i];
            if (part[i] != 0 && !isWithin(part, others.subList(1, others.size()))) {
                return false;
            }
            rest[i] &= first[i];
        }
        return true;
    }

    /** Whether the same ways are in both, however they are said. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ReadingSet set && isWithin(set) && set.isWithin(this);
    }

    @Override
    public int hashCode() {
        return needed().hashCode();
    }

    /** For people: {@code SIGNAL-AND-WAIT-ATOMIC: not-atomic}. */
    @Override
    public String toString() {
        return needed().entrySet().stream()
                .map(reading -> reading.getKey() + ": " + reading.getValue())
                .collect(Collectors.joining(", "));
    }
}
