package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Targets;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.RunResults;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.Nearest;
import org.apctck.spec.TargetDescription;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param name as typed
 * @param folder the name of the folder that a run keeps its results in
 * @param target what was run
 * @param problems what is to be known about it, in one line each
 * @param status what is wrong with it, whatever the other side is
 */
record DiffSide(
        String name,
        String folder,
        TargetDescription target,
        List<ScenarioResult> scenarios,
        List<String> problems,
        ExitStatus status) {
    /** The name with what it stands for: two libraries may go by one name. */
    String title() {
        return name + " (" + (target.implementation() + " " + target.version()).strip() + ")";
    }

    /** Where a side comes from. */
    interface Source {
        DiffSide side(Session session, @Nullable String library, Progress progress);
    }

    /**
     * The targets or the results of those names.
     *
     * @throws CommandException if there is neither
     * @throws org.apctck.spec.InputException if the results cannot be read
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
        return of(target, session.run(target, RunTerms.usual(options, null), progress));
    }

    /** The side that a run has made. */
    static DiffSide of(NamedTarget target, TargetResult result) {
        // What deviates is what a comparison is for.
        ExitStatus status = result.status() == ExitStatus.UNEXPECTED ? ExitStatus.OK : result.status();
        return new DiffSide(
                target.given(),
                result.folder(),
                result.summary().target(),
                result.summary().scenarios(),
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
                problems,
                results.isComplete() ? ExitStatus.OK : ExitStatus.NOT_RUN);
    }
}
