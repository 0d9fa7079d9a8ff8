package org.apctck.kit.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apctck.kit.Case;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Judge;
import org.apctck.kit.Judgement;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.Checkup;
import org.apctck.kit.agent.CleanStart;
import org.apctck.kit.run.Instances;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Count;

/** Looks a target over, step by step: does it speak the protocol, and does it tell what happens? */
public final class Examination {
    private static final String PROTOCOL = "see docs/protocol/README.md";
    private static final String ENDING = "it ends within a second of the end of its input";
    private static final String NAME_THEM = "name in the `apis` of its welcome what the implementation has";
    private static final String NO_DRILL = "its welcome offers no such drill; an agent need not";

    private final Instances.Opening opening;
    private final List<Step> steps = new ArrayList<>();
    private ExitStatus status = ExitStatus.OK;

    /**
     * @param opening opens the target
     */
    public Examination(Instances.Opening opening) {
        this.opening = opening;
    }

    /** Makes every step that can be made; one that cannot start leaves no others. */
    public List<Step> steps() throws InterruptedException {
        try (Target target = opening.open()) {
            TargetDescription about = target.describe();
            steps.add(Step.ok("it starts and says what it is: " + about.implementation() + " " + about.version() + ", "
                    + Count.of(about.apis().size(), "function")));
            UnknownFunctions.of(about).ifPresent(unknown -> {
                steps.add(Step.problem("it names functions that there are", unknown, NAME_THEM));
                status = status.and(ExitStatus.UNEXPECTED);
            });
            programs(target);
            if (target instanceof AgentTarget agent) {
                start();
                protocol(agent);
            }
        } catch (TargetUnavailableException | TargetLostException e) {
            lost("it starts and keeps to the protocol", String.valueOf(e.getMessage()));
            return steps;
        }
        return steps;
    }

    /** What is wrong so far, as an exit status. */
    public ExitStatus status() {
        return status;
    }

    private void programs(Target target) {
        expect(
                target,
                "a small program passes",
                SampleCases.apc(42, "WAIT_IO_COMPLETION"),
                Verdict.PASS,
                "compare its trace with ./apctck exec docs/examples/hello-apc.json");
        expect(
                target,
                "the same program with other data passes",
                SampleCases.apc(7, "WAIT_IO_COMPLETION"),
                Verdict.PASS,
                "events must come from the program that was sent");
        expect(
                target,
                "a wrong expectation fails",
                SampleCases.apc(42, "0"),
                Verdict.FAIL,
                "the trace must hold what happened, with the results of the calls");
        expect(
                target,
                "a program of " + SampleCases.LARGE_CALLS + " calls comes back whole and in order",
                SampleCases.large(),
                Verdict.PASS,
                "write events from a thread of their own, and read input while a program runs");
        expect(
                target,
                "a request of more than 1 MiB is understood",
                SampleCases.longRequest(),
                Verdict.PASS,
                "a line may be as long as it likes: read until its end, however many reads that takes");
    }

    private void start() {
        String what = "it starts as a login shell starts programs, with no signal blocked or ignored";
        String problem = CleanStart.problem();
        steps.add(problem.isEmpty() ? Step.ok(what) : Step.problem(what, problem, "install coreutils 8.31 or newer"));
    }

    private void protocol(AgentTarget agent) throws TargetUnavailableException, InterruptedException {
        try (Checkup checkup = agent.checkup()) {
            step(
                    "it ignores fields that it does not know",
                    checkup.unknownFields(
                            SampleCases.apc(1, "WAIT_IO_COMPLETION").program()));
            step(ENDING, checkup.endsWithItsInput());
        }
        try (Checkup checkup = agent.checkup()) {
            String what = "a hang on purpose: it says what came before, and then nothing";
            if (checkup.offersHang()) {
                step(what, checkup.hang());
                step(ENDING + " while it hangs", checkup.endsWithItsInput());
            } else {
                steps.add(Step.notTried(what, NO_DRILL));
            }
        }
        try (Checkup checkup = agent.checkup()) {
            String what = "a crash on purpose: what came before arrives, and its exit status tells";
            if (checkup.offersCrash()) {
                step(what, checkup.crash());
            } else {
                steps.add(Step.notTried(what, NO_DRILL));
            }
        }
    }

    private void step(String what, Optional<String> problem) {
        if (problem.isEmpty()) {
            steps.add(Step.ok(what));
        } else {
            lost(what, problem.get());
        }
    }

    private void expect(Target target, String what, Case scenario, Verdict wanted, String remedy) {
        Judgement judgement =
                Judge.judge(scenario, SampleCases.RULE, target.run(scenario.program()), target.describe());
        if (judgement.verdict() == wanted) {
            steps.add(Step.ok(what));
        } else {
            steps.add(Step.problem(
                    what,
                    judgement.verdict() + ": " + judgement.reason(),
                    judgement.verdict() == Verdict.NOT_APPLICABLE ? NAME_THEM : remedy));
            status = status.and(ExitStatus.UNEXPECTED);
        }
    }

    private void lost(String what, String problem) {
        steps.add(Step.problem(what, problem, PROTOCOL));
        status = status.and(ExitStatus.TARGET);
    }
}
