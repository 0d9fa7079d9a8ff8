package org.apctck.kit.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.RecordedRuns;
import org.apctck.kit.TargetLostException;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;

/** A recording played back: it answers a program with what its target did, once for each time that it was recorded. */
public final class RecordingTarget implements Target, RecordedRuns {
    private final String name;
    private final Recording recording;
    private final Map<String, Played> played = new HashMap<>();

    /**
     * How far a program was played.
     *
     * @param begun whether {@link #begin} was called for its present attempt: who runs programs one by one needs not
     */
    private record Played(int attempt, int runs, boolean begun) {
        static final Played NOTHING = new Played(0, 0, false);
    }

    /**
     * @param name of the target, as asked for
     */
    RecordingTarget(String name, Recording recording) {
        this.name = name;
        this.recording = recording;
    }

    /** The target that was recorded, under the name of the recording. */
    @Override
    public TargetDescription describe() {
        TargetDescription recorded = recording.target();
        return new TargetDescription(
                name,
                recorded.implementation(),
                recorded.version(),
                recorded.digest(),
                recorded.platform(),
                recorded.apis());
    }

    /**
     * Why {@code cases} cannot be played; empty if each of them can.
     *
     * @param rules the digest of the catalogue that they are about
     */
    public String refusal(List<Case> cases, String rules) {
        if (!recording.rules().equals(rules)) {
            return "was made with other rules than those of this kit: record it anew with `run --record`";
        }
        List<Case> missing = cases.stream()
                .filter(scenario -> Judge.lacking(scenario, describe()).isEmpty())
                .filter(scenario -> !recording.attempts().containsKey(Recording.digest(scenario.program())))
                .toList();
        if (missing.isEmpty()) {
            return "";
        }
        String first = missing.get(0).id();
        return recording.lost().isEmpty()
                ? "holds no run of " + missing.size() + " of the scenarios asked for, such as " + first
                        + ": it is of other programs, or of a selection; record it anew, or select what it holds"
                : "ends early, as its target was lost (" + recording.lost() + "): it holds no run of " + first;
    }

    @Override
    public void begin(Program program) {
        played.compute(
                Recording.digest(program),
                (any, before) -> new Played(before == null || !before.begun() ? 0 : before.attempt() + 1, 0, true));
    }

    @Override
    public Run run(Program program) {
        String digest = Recording.digest(program);
        Played now = played.getOrDefault(digest, Played.NOTHING);
        List<Run> runs = runs(digest, now);
        if (now.runs() >= runs.size()) {
            int attempts = recording.attempts().getOrDefault(digest, List.of()).size();
            throw new TargetLostException(
                    name + ": holds "
                            + (now.attempt() < attempts
                                    ? runs.size() + " runs of this program in attempt " + (now.attempt() + 1)
                                    : attempts + " attempts at this program")
                            + ", and more are asked for",
                    false);
        }
        played.put(digest, new Played(now.attempt(), now.runs() + 1, now.begun()));
        return runs.get(now.runs());
    }

    private List<Run> runs(String digest, Played now) {
        List<List<Run>> attempts = recording.attempts().getOrDefault(digest, List.of());
        return now.attempt() < attempts.size() ? attempts.get(now.attempt()) : List.of();
    }

    @Override
    public Racing racing() {
        return recording.racing();
    }

    @Override
    public int runsLeft(Program program) {
        String digest = Recording.digest(program);
        Played now = played.getOrDefault(digest, Played.NOTHING);
        return runs(digest, now).size() - now.runs();
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
