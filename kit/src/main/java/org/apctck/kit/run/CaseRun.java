package org.apctck.kit.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.RecordedRuns;
import org.apctck.kit.StderrSource;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.race.RaceSeries;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Sample;
import org.apctck.spec.Examiner;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.program.Program;
import org.apctck.spec.program.ProgramException;
import org.apctck.spec.rules.Rule;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;

/**
 * Runs single cases on a target: once, or many times where threads race, unless the target has shown every outcome at once.
 * What was not measured, as the machine was busy say, is measured again up to {@value Judgement#AGAIN_MAX} times.
 */
public final class CaseRun {
    private static final Run NOTHING = new Run(List.of(), true);

    private final Target target;
    private final TargetDescription description;
    private final List<Examiner> examiners;
    private final RaceBounds bounds;

    /**
     * @param examiners who look at each trace
     * @param bounds how far an attempt at a race goes
     */
    public CaseRun(Target target, List<Examiner> examiners, RaceBounds bounds) {
        this.target = target;
        this.description = target.describe();
        this.examiners = List.copyOf(examiners);
        this.bounds = bounds;
    }

    /**
     * Makes an attempt at {@code scenario}, which is about {@code rule}.
     *
     * @param number of the attempt
     * @throws TargetLostException if nothing more can be run
     */
    public Attempt attempt(Case scenario, Rule rule, int number) {
        long began = System.nanoTime();
        RaceSeries.Result result;
        try {
            result = run(scenario, rule);
        } catch (ProgramException e) {
            result = refused(scenario, rule, e);
        } catch (TargetLostException e) {
            throw e;
        } catch (RuntimeException e) {
            // A bug of the kit or of an in-process target must not cost the results of the other cases.
            result = error("fault of the kit: " + e);
        }
        return new Attempt(
                scenario,
                rule.level(),
                number,
                result.judgement(),
                Sample.of(result.run(), result.judgement().evidence()),
                (System.nanoTime() - began) / 1_000_000,
                target instanceof StderrSource source ? source.takeStderr() : "",
                result.histogram(),
                result.again());
    }

    private RaceSeries.Result run(Case scenario, Rule rule) {
        Optional<Judgement> lacking = Judge.lacking(scenario, description);
        if (lacking.isPresent()) {
            return new RaceSeries.Result(lacking.get(), NOTHING, null, List.of());
        }
        target.begin(scenario.program());
        if (RaceSeries.isRace(scenario)) {
            return new RaceSeries(scenario, target, run -> judge(scenario, rule, run), bounds).run();
        }
        List<String> again = new ArrayList<>();
        Run run = target.run(scenario.program());
        Judgement judgement = judge(scenario, rule, run);
        while (judgement.isUnmeasured() && again.size() < Judgement.AGAIN_MAX && isOpen(scenario.program(), run)) {
            again.add(judgement.reason());
            run = target.run(scenario.program());
            judgement = judge(scenario, rule, run);
        }
        return new RaceSeries.Result(judgement, run, null, again);
    }

    /** Whether another run may differ: not on the model, which chooses, and not beyond the end of a recording. */
    private boolean isOpen(Program program, Run run) {
        boolean isAtItsEnd = target instanceof RecordedRuns recorded && recorded.runsLeft(program) == 0;
        return target.racing() != Racing.CHOSEN && !Judge.showsEveryOutcome(run) && !isAtItsEnd;
    }

    /**
     * A target that calls the program in error is wrong if an examiner knows better: then the program can be performed. If not, the
     * scenario is to blame.
     */
    private RaceSeries.Result refused(Case scenario, Rule rule, ProgramException e) {
        Run run = Run.of(Trace.of(List.of(), TraceStatus.STUCK, String.valueOf(e.getMessage())));
        boolean isPerformable = judge(scenario, rule, run).rejections().stream()
                .anyMatch(rejection -> rejection.objection().decided());
        return isPerformable
                ? new RaceSeries.Result(
                        Judgement.of(
                                Verdict.FAIL,
                                "the target says that the program is in error, but it can be performed: "
                                        + e.getMessage()),
                        run,
                        null,
                        List.of())
                : error("the program of " + scenario.feature() + ":" + scenario.line() + " is in error: "
                        + e.getMessage());
    }

    private static RaceSeries.Result error(String reason) {
        return new RaceSeries.Result(Judgement.of(Verdict.ERROR, reason), NOTHING, null, List.of());
    }

    private Judgement judge(Case scenario, Rule rule, Run run) {
        return Judge.judge(scenario, rule, run, description, examiners);
    }
}
