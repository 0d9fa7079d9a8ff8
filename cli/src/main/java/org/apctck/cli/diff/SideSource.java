package org.apctck.cli.diff;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.session.Progress;
import org.apctck.cli.session.Retry;
import org.apctck.cli.session.RunTerms;
import org.apctck.cli.session.Session;
import org.apctck.cli.session.TargetResult;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.Targets;
import org.apctck.kit.diff.DiffSide;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.RunResults;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.format.Nearest;
import org.jspecify.annotations.Nullable;

/** Where a side of a comparison comes from: a target that is run, or results that a run has kept. */
interface SideSource {
    DiffSide side(Session session, @Nullable String library, Progress progress);

    /**
     * The targets or the results of those names.
     *
     * @throws CommandException if there is neither
     * @throws org.apctck.spec.format.InputException if the results cannot be read
     */
    static List<SideSource> all(List<String> words) {
        Map<String, NamedTarget> targets = new HashMap<>();
        NamedTarget.all(words.stream().filter(NamedTarget::isKnown).distinct().toList())
                .forEach(target -> targets.put(target.given(), target));
        return words.stream().map(word -> source(word, targets.get(word))).toList();
    }

    private static SideSource source(String word, @Nullable NamedTarget target) {
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
     * The results that an earlier run kept of a side.
     *
     * @param baseline with a folder in it for each side, as {@code run --out} makes it
     * @throws CommandException if there are none
     */
    static DiffSide earlier(DiffSide side, Path baseline, Session session) {
        Path results = baseline.resolve(side.folder());
        if (!Files.isDirectory(results)) {
            throw CommandException.usage("the baseline " + baseline + " has no results of " + side.name()
                    + ": they would be in " + results + ", where run --out " + baseline + " puts them");
        }
        return read(side.name(), side.folder(), ResultsReader.readScenarios(results), session);
    }

    private static DiffSide run(NamedTarget target, Session session, @Nullable String library, Progress progress) {
        Map<String, String> options = library == null ? Map.of() : Map.of("library", library);
        TargetResult result = session.run(target, RunTerms.usual(options, null), progress);
        boolean canBeTried = !target.isRecording() && !target.isModel(options) && result.isStarted();
        return result.side(canBeTried ? new Retry(target, options, session.suite(), null, progress) : null);
    }

    private static DiffSide read(String word, String folder, ScenarioResults results, Session session) {
        return DiffSide.of(
                word,
                folder,
                results,
                scenario -> session.isAsked(results.header().target(), scenario),
                session.suite().catalogue().digest());
    }
}
