package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Targets;
import org.apctck.kit.diff.ResultsDiff;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.RunRecord;
import org.apctck.kit.results.RunResults;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Nearest;
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
record DiffSide(
        String name,
        String folder,
        TargetDescription target,
        List<ScenarioResult> scenarios,
        List<Attempt> attempts,
        @Nullable Tries tries,
        List<String> problems,
        ExitStatus status) {
    /** The name with what it stands for: two libraries may go by one name. */
    String title() {
        return name + " (" + (target.implementation() + " " + target.version()).strip() + ")";
    }

    /** How two sides differ. */
    static ResultsDiff diff(DiffSide left, DiffSide right) {
        return ResultsDiff.of(left.scenarios, right.scenarios, left.isModel() || right.isModel());
    }

    /** Whether it is the model, with whatever fault. */
    boolean isModel() {
        return target.isModel();
    }

    /** How often a scenario that differs is run again: once more may show the same by chance. */
    static final int TRIES = 3;

    /** Where more scenarios differ, none is run again: so many are not chance. */
    static final int TRIED_MAX = 100;

    /** Runs scenarios of a side again, each so many times. */
    interface Tries {
        List<Attempt> attempts(List<String> scenarios, int times);
    }

    /** The same side after {@code scenarios} were run again; as it is if they cannot be. */
    DiffSide again(List<String> again) {
        if (tries == null || again.isEmpty()) {
            return this;
        }
        List<Attempt> all = new ArrayList<>(attempts);
        all.addAll(tries.attempts(again, TRIES));
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

    /** Where a side comes from. */
    interface Source {
        DiffSide side(Session session, @Nullable String library, Progress progress);
    }

    /**
     * The targets or the results of those names.
     *
     * @throws CommandException if there is neither
     * @throws org.apctck.spec.format.InputException if the results cannot be read
     */
    static List<Source> sources(List<String> words) {
        Map<String, NamedTarget> targets = new HashMap<>();
        NamedTarget.all(words.stream().filter(NamedTarget::isKnown).distinct().toList())
                .forEach(target -> targets.put(target.given(), target));
        return words.stream().map(word -> source(word, targets.get(word))).toList();
    }

    private static Source source(String word, @Nullable NamedTarget target) {
        if (target != null) {
            return (session, library, progress) -> run(target, session, library, progress);
        }
        if (!Files.exists(Path.of(word))) {
            throw CommandException.usage("no target and no folder of results is called " + word
                    + Nearest.hint(word, Targets.names(), "./apctck targets lists the targets"));
        }
        List<ScenarioResults> all =
                ResultsReader.readAll(RunResults.of(Path.of(word)).files());
        if (all.isEmpty()) {
            throw CommandException.usage(word + ": none of the targets of this run has results");
        }
        if (all.size() > 1) {
            List<String> names = all.stream()
                    .map(results -> results.header().target().name())
                    .toList();
            throw CommandException.usage(word + " holds the results of " + String.join(", ", names)
                    + "; name one of them: " + Path.of(word, names.get(0)));
        }
        String folder =
                String.valueOf(Path.of(word).toAbsolutePath().normalize().getFileName());
        return (session, library, progress) -> read(word, folder, all.get(0), session);
    }

    /**
     * The results that an earlier run kept of this side.
     *
     * @param baseline with a folder in it for each side, as {@code run --out} makes it
     * @throws CommandException if there are none
     */
    DiffSide earlier(Path baseline, Session session) {
        Path results = baseline.resolve(folder);
        if (!Files.isDirectory(results)) {
            throw CommandException.usage("the baseline " + baseline + " has no results of " + name
                    + ": they would be in " + results + ", where run --out " + baseline + " puts them");
        }
        return read(name, folder, ResultsReader.readScenarios(results), session);
    }

    private static DiffSide run(NamedTarget target, Session session, @Nullable String library, Progress progress) {
        Map<String, String> options = library == null ? Map.of() : Map.of("library", library);
        TargetResult result = session.run(target, RunTerms.usual(options, null), progress);
        boolean canBeTried = !target.isRecording() && !target.isModel(options) && result.isStarted();
        return of(target, result, canBeTried ? tries(target, options, session.suite(), null, progress) : null);
    }

    /**
     * Runs scenarios of a target again.
     *
     * @param out takes the results; null if they are not kept
     */
    static Tries tries(
            NamedTarget target, Map<String, String> options, Suite suite, @Nullable Path out, Progress progress) {
        return (scenarios, times) -> {
            Selection selection = Selection.of(suite, scenarios, null, null);
            RunRecord record = RunRecord.of(
                    suite.catalogue().digest(),
                    String.join(" ", scenarios),
                    Header.Asked.of(selection.cases()),
                    List.of(target.entry()),
                    List.of());
            try (RunFolder folder = out == null ? null : RunFolder.take(out, record);
                    Session session = new Session(suite, selection, folder)) {
                return session
                        .run(target, RunTerms.usual(options, null).times(times), progress)
                        .results()
                        .attempts()
                        .stream()
                        .filter(attempt -> attempt.verdict() != Verdict.NOT_RUN)
                        .toList();
            }
        };
    }

    /**
     * The side that a run has made.
     *
     * @param tries runs scenarios of it again; null if that cannot be
     */
    static DiffSide of(NamedTarget target, TargetResult result, @Nullable Tries tries) {
        // What deviates is what a comparison is for.
        ExitStatus status = result.status();
        if (status == ExitStatus.UNEXPECTED) {
            status = result.report().missing().isEmpty() ? ExitStatus.OK : ExitStatus.NOT_RUN;
        }
        return new DiffSide(
                target.given(),
                result.folder(),
                result.summary().target(),
                result.summary().scenarios(),
                result.results().attempts(),
                tries,
                result.problems(),
                status);
    }

    private static DiffSide read(String word, String folder, ScenarioResults results, Session session) {
        List<String> problems = new ArrayList<>();
        if (!results.isComplete()) {
            problems.add("apctck: " + word + ": " + results.incompleteness());
        }
        if (!results.header().rulesDigest().equals(session.suite().catalogue().digest())) {
            problems.add("apctck: " + word + ": is of another version of the rules");
        }
        List<ScenarioResult> scenarios = results.scenarios().stream()
                .filter(scenario -> session.isAsked(results.header().target(), scenario.scenario()))
                .toList();
        return new DiffSide(
                word,
                folder,
                results.header().target(),
                scenarios,
                List.of(),
                null,
                problems,
                results.isComplete() ? ExitStatus.OK : ExitStatus.NOT_RUN);
    }
}
