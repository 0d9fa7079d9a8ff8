package org.apctck.kit.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.TargetDescription;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param name as typed
 * @param folder the name of the folder that a run keeps its results in
 * @param target what was run
 * @param attempts that they are rolled up from; none if they were read
 * @param tries runs scenarios of it again; null if that cannot be, or would tell nothing new
 * @param problems what is to be known about it, in one line each
 * @param status what is wrong with it, whatever the other side is
 */
public record DiffSide(
        String name,
        String folder,
        TargetDescription target,
        List<ScenarioResult> scenarios,
        List<Attempt> attempts,
        @Nullable Tries tries,
        List<String> problems,
        ExitStatus status) {
    /** The name with what it stands for: two libraries may go by one name. */
    public String title() {
        return name + " (" + (target.implementation() + " " + target.version()).strip() + ")";
    }

    /** How two sides differ. */
    public static ResultsDiff diff(DiffSide left, DiffSide right) {
        return ResultsDiff.of(left.scenarios, right.scenarios, left.isModel() || right.isModel());
    }

    /** Whether it is the model, with whatever fault. */
    public boolean isModel() {
        return target.isModel();
    }

    /**
     * The scenarios that are run again. Beside the model, which shows all that is allowed, nothing is chance; and where very
     * much differs that is none either.
     */
    public static List<String> inQuestion(DiffSide left, DiffSide right) {
        if (left.isModel() || right.isModel()) {
            return List.of();
        }
        List<String> differing = diff(left, right).all().stream()
                .map(ScenarioDifference::scenario)
                .toList();
        return differing.size() <= Tries.SCENARIOS_MAX ? differing : List.of();
    }

    /** The same side after {@code scenarios} were run again; as it is if they cannot be. */
    public DiffSide again(List<String> again) {
        if (tries == null || again.isEmpty()) {
            return this;
        }
        List<Attempt> all = new ArrayList<>(attempts);
        all.addAll(tries.made(again, Tries.USUAL));
        Map<String, List<Attempt>> byScenario = all.stream()
                .collect(Collectors.groupingBy(attempt -> attempt.scenario().id()));
        List<ScenarioResult> changed = scenarios.stream()
                .map(result -> {
                    List<Attempt> of = byScenario.getOrDefault(result.scenario(), List.of());
                    return again.contains(result.scenario()) && !of.isEmpty() ? ScenarioResult.of(of) : result;
                })
                .toList();
        return new DiffSide(name, folder, target, changed, all, tries, problems, status);
    }

    /**
     * The side that an earlier run has kept.
     *
     * @param name as typed
     * @param asked which scenarios are compared
     * @param rules the digest of the catalogue of this kit
     */
    public static DiffSide of(
            String name, String folder, ScenarioResults results, Predicate<String> asked, String rules) {
        List<String> problems = new ArrayList<>();
        if (!results.isComplete()) {
            problems.add("apctck: " + name + ": " + results.incompleteness());
        }
        if (!results.header().rulesDigest().equals(rules)) {
            problems.add("apctck: " + name + ": is of another version of the rules");
        }
        List<ScenarioResult> scenarios = results.scenarios().stream()
                .filter(scenario -> asked.test(scenario.scenario()))
                .toList();
        return new DiffSide(
                name,
                folder,
                results.header().target(),
                scenarios,
                List.of(),
                null,
                problems,
                results.isComplete() ? ExitStatus.OK : ExitStatus.NOT_RUN);
    }
}
