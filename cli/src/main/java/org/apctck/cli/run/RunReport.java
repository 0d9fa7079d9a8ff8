package org.apctck.cli.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apctck.cli.session.TargetResult;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.Difference;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.diff.Agreement;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.Shell;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Count;
import org.apctck.spec.trace.Trace;

/**
 * What a run has to tell.
 *
 * @param leftOut the targets that were not available, in one line each
 * @param agreement of the drivers of the reference, if there are several among the targets
 * @param out where the results are
 * @param interrupted whether the process was told to end before everything was run
 * @param again the options that a command needs to reproduce a result, with a leading blank
 */
record RunReport(
        Suite suite,
        List<TargetResult> targets,
        List<String> leftOut,
        Agreement agreement,
        RunFolder out,
        String again,
        boolean interrupted) {
    ExitStatus status() {
        ExitStatus drivers = agreement.disagreements().isEmpty() ? ExitStatus.OK : ExitStatus.FAULT;
        return targets.stream().map(TargetResult::status).reduce(drivers, ExitStatus::and);
    }

    /** How many scenarios ended in each verdict, on all targets. */
    Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        targets.forEach(target -> target.summary()
                .scenarioCounts()
                .forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum)));
        return counts;
    }

    private int unexpected() {
        return targets.stream()
                .mapToInt(target -> target.deviations().unexpected().size())
                .sum();
    }

    /** What the exit status says, in words. */
    String meaning() {
        return interrupted ? "interrupted" : "exit " + status().code() + ": " + statusInWords();
    }

    private String statusInWords() {
        return switch (status()) {
            case FAULT ->
                agreement.disagreements().isEmpty()
                        ? "the kit or an agent is at fault"
                        : "the drivers of the reference disagree";
            case USAGE -> "the results could not be written";
            case TARGET -> "a target could not start or broke the protocol";
            case UNEXPECTED -> Count.of(unexpected(), "unexpected result");
            case NOT_RUN -> "not everything was run";
            case INCONCLUSIVE -> "something is inconclusive";
            case OK -> "everything is as expected";
        };
    }

    /** Where the results are, and what they come to. */
    String ending() {
        return out.isWritten() ? "results in " + out.path() + "; " + meaning() : meaning();
    }

    /** The commands that show a result again: the run, and on the model the schedule or the outcomes behind it. */
    List<String> commands(NamedTarget target, ScenarioResult result) {
        String scenario = Shell.quoted(result.scenario());
        List<String> commands = new ArrayList<>();
        commands.add("./apctck run --target " + Shell.quoted(target.given()) + again + " " + scenario);
        Attempt attempt = result.worst();
        if (attempt == null) {
            return commands;
        }
        Difference difference = attempt.judgement().difference();
        if (difference != null && difference.trace() == null) {
            commands.add("./apctck explore " + scenario);
        }
        attempt.judgement().evidence().stream()
                .map(Trace::schedule)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(schedule -> commands.add("./apctck exec " + scenario + " --schedule " + schedule));
        return commands;
    }
}
