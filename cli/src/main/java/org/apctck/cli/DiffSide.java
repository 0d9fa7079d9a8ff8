package org.apctck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Targets;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.kit.results.Summary;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison.
 *
 * @param name as typed
 * @param problems what is to be known about it, in one line each
 * @param status what is wrong with it, whatever the other side is
 */
record DiffSide(String name, List<ScenarioResult> scenarios, List<String> problems, ExitStatus status) {
    /** Where a side comes from. */
    interface Source {
        DiffSide side(Session session, @Nullable String library, Progress progress);
    }

    /**
     * The target or the results of that name.
     *
     * @throws CommandException if there is neither
     * @throws org.apctck.spec.InputException if the results cannot be read
     */
    static Source source(String word) {
        if (NamedTarget.isKnown(word)) {
            NamedTarget target = NamedTarget.of(word);
            return (session, library, progress) -> run(target, session, library, progress);
        }
        if (!Files.exists(Path.of(word))) {
            throw CommandException.usage("no target and no folder of results is called " + word
                    + Nearest.hint(word, Targets.names(), "./apctck targets lists the targets"));
        }
        List<ScenarioResults> all =
                List.copyOf(ResultsReader.readAll(Path.of(word)).values());
        if (all.size() > 1) {
            List<String> names = all.stream()
                    .map(results -> results.header().target().name())
                    .toList();
            throw CommandException.usage(word + " holds the results of " + String.join(", ", names)
                    + "; name one of them: " + Path.of(word, names.get(0)));
        }
        return (session, library, progress) -> read(word, all.get(0), session);
    }

    /**
     * The results that an earlier run kept of this side.
     *
     * @param folder with a folder in it for each side, as {@code run --out} makes it
     * @throws CommandException if there are none
     */
    DiffSide earlier(Path folder, Session session) {
        Path results = folder.resolve(folderName(name));
        if (!Files.isDirectory(results)) {
            throw CommandException.usage("the baseline " + folder + " has no results of " + name + ": they would be in "
                    + results + ", where run --out " + folder + " puts them");
        }
        return read(name, ResultsReader.readScenarios(results), session);
    }

    /** A target by its name, a recording or a folder of results by its own. */
    static String folderName(String name) {
        if (!NamedTarget.isKnown(name)) {
            return String.valueOf(Path.of(name).getFileName());
        }
        String recording = "recording:";
        if (!name.startsWith(recording)) {
            return NamedTarget.of(name).fileName();
        }
        String file = String.valueOf(Path.of(name.substring(recording.length())).getFileName());
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static DiffSide run(NamedTarget target, Session session, @Nullable String library, Progress progress) {
        Map<String, String> options = library == null ? Map.of() : Map.of("library", library);
        return of(session.run(target, options, 1, RaceBounds.DEFAULT, Expectations.NONE, null, progress));
    }

    /** The side that a run has made. */
    static DiffSide of(TargetResult result) {
        // What deviates is what a comparison is for.
        ExitStatus status = result.status() == ExitStatus.UNEXPECTED ? ExitStatus.OK : result.status();
        return new DiffSide(result.name(), result.summary().scenarios(), result.problems(), status);
    }

    private static DiffSide read(String word, ScenarioResults results, Session session) {
        List<String> problems = new ArrayList<>();
        if (!results.isComplete()) {
            problems.add("apctck: " + word + ": " + results.incompleteness());
        }
        if (!results.header().rulesDigest().equals(session.suite().catalogue().digest())) {
            problems.add("apctck: " + word + ": is of another version of the rules");
        }
        List<ScenarioResult> scenarios = Summary.of(
                        results, session.suite().catalogue().rules())
                .scenarios()
                .stream()
                .filter(scenario -> session.isAsked(scenario.scenario()))
                .toList();
        return new DiffSide(word, scenarios, problems, results.isComplete() ? ExitStatus.OK : ExitStatus.NOT_RUN);
    }
}
