package org.apctck.kit.race;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Check;
import org.apctck.kit.Histogram;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.RecordedRuns;
import org.apctck.kit.Rejection;
import org.apctck.kit.Tally;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Count;
import org.apctck.spec.program.Entry;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a case whose program has a race: it is run many times, steered so that its threads meet.
 *
 * <p>The first run that fails ends it and is the evidence. If none fails, the attempt passes if calls of two threads met in
 * at least one of the runs that say something, or two of the allowed outcomes were seen; which they are decides nothing.
 *
 * <p>A run whose trace was not closed is left out, and a series that says nothing goes on, both at most
 * {@value Judgement#AGAIN_MAX} times in all: {@link Result#again} tells.
 */
public final class RaceSeries {
    private final Case scenario;
    private final Target target;
    private final Function<Run, Judgement> judge;
    private final RaceBounds bounds;
    private final LongSupplier nanoTime;
    private final Steersman steersman;
    private final Tally tally;
    private final List<Trace> traces = new ArrayList<>();
    private List<Rejection> rejections = List.of();
    private @Nullable Judgement telling;
    private Judgement silent = Judgement.of(Verdict.INCONCLUSIVE, "");
    private final List<String> again = new ArrayList<>();
    private int met;
    private int madeBefore;
    private long beganNanos;

    /**
     * What came of the runs.
     *
     * @param run all of them; traces that show an outcome for the first time come first
     * @param histogram null if the target has shown every outcome at once, as the model does
     * @param again why it was measured again, each time
     */
    public record Result(
            Judgement judgement, Run run, @Nullable Histogram histogram, List<String> again) {}

    /**
     * @param judge judges a single run
     */
    public RaceSeries(Case scenario, Target target, Function<Run, Judgement> judge, RaceBounds bounds) {
        this(scenario, target, judge, bounds, System::nanoTime);
    }

    RaceSeries(Case scenario, Target target, Function<Run, Judgement> judge, RaceBounds bounds, LongSupplier nanoTime) {
        this.scenario = scenario;
        this.target = target;
        this.judge = judge;
        this.bounds = bounds;
        this.nanoTime = nanoTime;
        this.steersman =
                new Steersman(scenario.program(), bounds.seed() ^ scenario.id().hashCode());
        this.tally = new Tally(scenario);
    }

    /** Whether threads race in the program of {@code scenario}, and more runs of it would say more. */
    public static boolean isRace(Case scenario) {
        return scenario.checks().stream().noneMatch(Check.AtRest.class::isInstance)
                && scenario.program().script().stream().anyMatch(Entry.Race.class::isInstance);
    }

    /**
     * Runs the case until a run fails or a bound is reached.
     *
     * @throws org.apctck.spec.program.ProgramException as the target does
     */
    public Result run() {
        beganNanos = nanoTime.getAsLong();
        do {
            Steering steering = steersman.next();
            Run run = target.run(scenario.program(), steering);
            Judgement judgement = judge.apply(run);
            if (run.traces().isEmpty() || Judge.showsEveryOutcome(run)) {
                return new Result(judgement, run, null, List.of());
            }
            Trace trace = run.traces().get(0);
            traces.add(trace);
            tally.add(trace, judgement.verdict());
            boolean hit = steersman.observe(trace, steering);
            if (isFinal(judgement, trace) && !isLeftOut(judgement)) {
                return result(judgement.and(scenario.rule(), rejections));
            }
            if (judgement.verdict() == Verdict.INCONCLUSIVE) {
                silent = judgement;
            } else {
                telling = judgement;
                met += hit ? 1 : 0;
            }
            rejections = Rejection.distinct(Stream.concat(rejections.stream(), judgement.rejections().stream())
                    .toList());
        } while (target.racing() != Racing.CHOSEN && (isAnotherMade() || goesOn()));
        return result(overall());
    }

    /** What was recorded is played whole, however long that takes; the bounds were kept when it was made. */
    private boolean isAnotherMade() {
        int made = tally.runs() - madeBefore;
        return target instanceof RecordedRuns recorded
                ? recorded.runsLeft(scenario.program()) > 0
                : made < bounds.runs()
                        && TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - beganNanos)
                                < bounds.millis(scenario.program(), made, isHit());
    }

    /** Whether a run that ends every other series says nothing about the target, and the series goes on without it. */
    private boolean isLeftOut(Judgement judgement) {
        return judgement.isUnmeasured()
                && (target instanceof RecordedRuns recorded
                        ? recorded.runsLeft(scenario.program()) > 0
                        : isMeasuredAgain(judgement));
    }

    /** Whether the series begins anew, as it says nothing so far. */
    private boolean goesOn() {
        Judgement soFar = overall();
        if (target instanceof RecordedRuns || !soFar.isUnmeasured() || !isMeasuredAgain(soFar)) {
            return false;
        }
        madeBefore = tally.runs();
        beganNanos = nanoTime.getAsLong();
        return true;
    }

    private boolean isMeasuredAgain(Judgement judgement) {
        if (again.size() == Judgement.AGAIN_MAX) {
            return false;
        }
        again.add(judgement.reason());
        return true;
    }

    /** Whether another run cannot make it better, or would cost more than it could tell. */
    private static boolean isFinal(Judgement judgement, Trace trace) {
        return switch (judgement.verdict()) {
            case PASS -> false;
            case OBSERVED, INCONCLUSIVE ->
                trace.status() != TraceStatus.COMPLETED && trace.status() != TraceStatus.STUCK;
            default -> true;
        };
    }

    private Judgement overall() {
        String runs = Count.of(tally.runs(), "run");
        if (telling == null) {
            return judgement(Verdict.INCONCLUSIVE, "none of " + runs + " says anything: " + silent.reason());
        }
        if (telling.verdict() == Verdict.OBSERVED) {
            return judgement(Verdict.OBSERVED, histogram().summary() + "; one is " + telling.reason());
        }
        if (!isHit()) {
            return judgement(
                    Verdict.INCONCLUSIVE,
                    "the window was never hit: in none of " + runs + " did two threads meet ("
                            + (target.racing() == Racing.STEERED
                                    ? "they were steered to meet"
                                    : "the target has no steering, which would let them meet")
                            + ")");
        }
        return judgement(Verdict.PASS, histogram().summary());
    }

    private Judgement judgement(Verdict verdict, String reason) {
        return new Judgement(verdict, reason, null, rejections);
    }

    /** Whether the order of two threads was open: they have met, or have come out in either order; or need not. */
    private boolean isHit() {
        return met > 0 || tally.allowedSeen() > 1 || target.racing() == Racing.CHOSEN;
    }

    private Histogram histogram() {
        return tally.histogram(target.racing() == Racing.CHOSEN ? 0 : met, target.racing(), bounds.seed());
    }

    private Result result(Judgement judgement) {
        Set<Outcome> seen = new LinkedHashSet<>();
        List<Trace> news = new ArrayList<>();
        List<Trace> known = new ArrayList<>();
        traces.forEach(trace -> (seen.add(trace.outcome()) ? news : known).add(trace));
        news.addAll(known);
        return new Result(judgement, new Run(news, true), histogram(), List.copyOf(again));
    }
}
