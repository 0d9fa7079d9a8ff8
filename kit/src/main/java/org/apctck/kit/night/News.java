package org.apctck.kit.night;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.diff.Tries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.spec.Verdict;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.jspecify.annotations.Nullable;

/**
 * What a target shows that it has not shown in any of the nights before.
 *
 * @param nights that it is compared with, the latest first
 * @param items what is new
 * @param once what has not shown again when it was tried, or not alone, so that it may be chance
 * @param better what it keeps now and has kept in none of the nights
 */
public record News(List<Path> nights, List<Item> items, List<Item> once, List<Item> better) {
    /** How many of the tries must show it as well. */
    private static final int SHOWN_MIN = 2;

    /**
     * How often it is tried after fewer nights than are asked for: they may not have shown all that the target does by chance, so
     * that it must not show once more.
     */
    private static final int TRIES_AFTER_FEW = 12;

    private static final Set<Verdict> GOOD = EnumSet.of(Verdict.PASS, Verdict.OBSERVED);
    private static final Set<Verdict> BAD = EnumSet.of(Verdict.FAIL, Verdict.CRASH, Verdict.TIMEOUT);

    /**
     * Something that was not seen before.
     *
     * @param before the verdicts that were
     * @param outcomes the forbidden outcomes that were not; empty if the verdict is new
     * @param seen those that were
     * @param few whether fewer nights have shown the scenario than are asked for
     */
    public record Item(
            ScenarioResult result, Set<Verdict> before, Set<Outcome> outcomes, Set<Outcome> seen, boolean few) {
        /** In one line. */
        public String line() {
            String was = before.stream().map(Verdict::name).collect(Collectors.joining(" or "));
            return result.scenario() + ": " + result.verdict() + ", "
                    + (outcomes.isEmpty() ? "was " + was : "with an outcome that was not seen before");
        }

        private boolean isShownBy(Attempt attempt) {
            return attempt.verdict() == result.verdict()
                    && (outcomes.isEmpty() || forbidden(attempt).stream().anyMatch(outcomes::contains));
        }

        private boolean isNoRace() {
            return result.race() == null;
        }

        /** Whether it is what the target was seen to do before. */
        private boolean isOld(Attempt attempt) {
            return outcomes.isEmpty()
                    ? before.contains(attempt.verdict())
                    : forbidden(attempt).stream().anyMatch(seen::contains);
        }

        /**
         * Whether enough of the tries show it. An outcome beside one that was seen before, and still is, is chance; so is a verdict,
         * unless many nights have not shown it.
         */
        private boolean isConfirmed(List<Attempt> tries) {
            List<Attempt> mine = tries.stream()
                    .filter(attempt -> attempt.scenario().id().equals(result.scenario()))
                    .toList();
            if (mine.size() < SHOWN_MIN) {
                return isNoRace(); // as good as not tried
            }
            boolean mustNotShowOld = few || !outcomes.isEmpty();
            return mine.stream().filter(this::isShownBy).count() >= SHOWN_MIN
                    && !(mustNotShowOld && mine.stream().anyMatch(this::isOld));
        }
    }

    /**
     * Compares a night with the past.
     *
     * @param known the entries for the scenarios whose verdict is a known deviation, which is no news; nor is another outcome of it,
     *     if the entry says what it shows or that it comes and goes
     * @param tries runs scenarios again; null if that cannot be: then a race is taken for chance, and all else for news
     */
    public static News of(
            List<ScenarioResult> present, Past past, Map<String, Expectation> known, @Nullable Tries tries) {
        List<Item> candidates = new ArrayList<>();
        List<Item> better = new ArrayList<>();
        for (ScenarioResult result : present) {
            Past.Shown shown = past.shown(result.scenario());
            if (shown == null) {
                continue;
            }
            Set<Verdict> before = EnumSet.copyOf(shown.verdicts());
            boolean few = past.isFew(shown);
            if (GOOD.contains(result.verdict())) {
                if (before.stream().anyMatch(BAD::contains) && before.stream().noneMatch(GOOD::contains)) {
                    better.add(new Item(result, before, Set.of(), Set.of(), few));
                }
            } else if (isTold(result.verdict()) && !before.contains(result.verdict())) {
                if (!known.containsKey(result.scenario())) {
                    candidates.add(new Item(result, before, Set.of(), Set.of(), few));
                }
            } else if (result.verdict() == Verdict.FAIL
                    && result.worst() != null
                    && !coversOutcomes(known.get(result.scenario()))) {
                Set<Outcome> unseen = forbidden(result.worst());
                unseen.removeAll(shown.outcomes());
                if (!unseen.isEmpty()) {
                    candidates.add(new Item(result, before, unseen, shown.outcomes(), few));
                }
            }
        }
        Map<Boolean, List<Item>> told = confirmed(candidates, tries);
        return new News(past.nights(), told.getOrDefault(true, List.of()), told.getOrDefault(false, List.of()), better);
    }

    private static boolean coversOutcomes(@Nullable Expectation known) {
        return known != null && (!known.shows().isEmpty() || known.verdicts().size() > 1);
    }

    /** What is inconclusive or was not run says nothing of the target, and a fault of the kit is told elsewhere. */
    private static boolean isTold(Verdict verdict) {
        return BAD.contains(verdict) || verdict == Verdict.NOT_APPLICABLE;
    }

    private static Set<Outcome> forbidden(Attempt attempt) {
        return attempt.judgement().evidence().stream()
                .map(Trace::outcome)
                .map(outcome -> outcome.comparable(attempt.scenario().program()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Map<Boolean, List<Item>> confirmed(List<Item> candidates, @Nullable Tries tries) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        if (tries == null) {
            return candidates.stream().collect(Collectors.partitioningBy(Item::isNoRace));
        }
        if (candidates.size() > Tries.SCENARIOS_MAX) {
            return Map.of(true, candidates);
        }
        List<Attempt> attempts = tries
                .made(
                        candidates.stream()
                                .map(item -> item.result().scenario())
                                .toList(),
                        candidates.stream().anyMatch(Item::few) ? TRIES_AFTER_FEW : Tries.USUAL)
                .stream()
                .filter(attempt -> attempt.verdict() != Verdict.INCONCLUSIVE)
                .toList();
        return candidates.stream().collect(Collectors.partitioningBy(item -> item.isConfirmed(attempts)));
    }

    /** In a few words. */
    public String summary() {
        if (nights.isEmpty()) {
            return "no earlier night to compare with";
        }
        Path first = nights.get(nights.size() - 1);
        return items.size() + " new, " + better.size() + " better"
                + (once.isEmpty() ? "" : ", " + once.size() + " that may be chance") + " since "
                + (nights.size() == 1 ? "" : nights.size() + " nights, the first ") + first.getFileName();
    }
}
