package org.apctck.kit.generate;

import java.util.List;

/**
 * The stream of random numbers of one program: SplitMix64, written out here so that every JVM of every version draws the same.
 */
final class Draw {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
    private static final int PERCENT = 100;

    private long state;

    /** The stream of the program with that number among those of {@code seed}; it depends on no other program. */
    Draw(long seed, long number) {
        state = mix(mix(seed + GOLDEN) + number * GOLDEN);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** A number from {@code least} to {@code most}. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True in so many cases of a hundred. */
    boolean chance(int percent) {
        return below(PERCENT) < percent;
    }

    /** One of several, which are not none. */
    <T> T one(List<T> several) {
        return several.get(below(several.size()));
    }

    /** The place of one of several weights, each as likely as it is heavy. */
    int weighted(int... weights) {
        int all = 0;
        for (int weight : weights) {
            all += weight;
        }
        int left = below(all);
        int place = 0;
        while (left >= weights[place]) {
            left -= weights[place++];
        }
        return place;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }
}
