package org.apctck.kit.night;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apctck.kit.diff.ResultsDiff;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.InputException;
import org.apctck.spec.trace.Outcome;
import org.jspecify.annotations.Nullable;

/** What a target has shown in earlier nights, when it was run and when something was tried again. */
public final class Past {
    /** Where a night keeps what it tried again. */
    public static final String TRIES = "aside";

    private final int most;
    private final List<Path> nights = new ArrayList<>();
    private final Map<String, Shown> scenarios = new HashMap<>();

    /** What was seen of a scenario, in all of the nights. */
    static final class Shown {
        private final Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        private final Set<Outcome> outcomes = new HashSet<>();
        private final Set<Path> nights = new HashSet<>();

        private void add(Path night, ScenarioResult result) {
            nights.add(night);
            verdicts.addAll(result.histogram().keySet());
            outcomes.addAll(ResultsDiff.outcomes(result));
        }

        Set<Verdict> verdicts() {
            return verdicts;
        }

        Set<Outcome> outcomes() {
            return outcomes;
        }
    }

    private Past(int most) {
        this.most = most;
    }

    /**
     * Reads it.
     *
     * @param nights the latest first
     * @param most how many of them, at most, that have whole results of the target
     * @param folder the name of the folder of its results
     * @param present what it shows now: what was seen of another program, or by other checks, is no past of a scenario
     * @param says takes why a night is passed over
     */
    public static Past of(
            List<Path> nights, int most, String folder, List<ScenarioResult> present, Consumer<String> says) {
        Map<String, String> digests = new HashMap<>();
        present.forEach(result -> digests.put(result.scenario(), result.digest()));
        Past past = new Past(most);
        for (Path night : nights) {
            if (past.nights.size() < most && Files.exists(file(night, folder))) {
                past.add(night, folder, digests, says);
            }
        }
        return past;
    }

    private static Path file(Path night, String folder) {
        return night.resolve(folder).resolve(ResultsWriter.FILE);
    }

    private void add(Path night, String folder, Map<String, String> digests, Consumer<String> says) {
        try {
            ScenarioResults results = ResultsReader.readScenarios(file(night, folder));
            if (!results.isComplete()) {
                says.accept("apctck: " + night + " is passed over: its results are incomplete");
                return;
            }
            nights.add(night);
            add(night, results, digests);
            Path tried = file(night.resolve(TRIES), folder);
            if (Files.exists(tried)) {
                add(night, ResultsReader.readScenarios(tried), digests);
            }
        } catch (InputException e) {
            says.accept("apctck: " + night + " is passed over: " + e.getMessage());
        }
    }

    private void add(Path night, ScenarioResults results, Map<String, String> digests) {
        for (ScenarioResult result : results.scenarios()) {
            String now = digests.getOrDefault(result.scenario(), "");
            if (result.digest().equals(now) || now.isEmpty()) {
                scenarios.computeIfAbsent(result.scenario(), any -> new Shown()).add(night, result);
            }
        }
    }

    /** The nights that it is of, the latest first. */
    public List<Path> nights() {
        return nights;
    }

    /** Whether fewer nights than were asked for have shown a scenario as it is now. */
    boolean isFew(Shown shown) {
        return shown.nights.size() < most;
    }

    /** What was seen of a scenario; null if nothing was. */
    @Nullable
    Shown shown(String scenario) {
        return scenarios.get(scenario);
    }
}
