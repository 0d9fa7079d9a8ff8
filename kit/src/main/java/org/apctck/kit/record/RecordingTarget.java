package org.apctck.kit.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Judge;
import org.apctck.kit.TargetLostException;
import org.apctck.spec.Program;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;

/** A recording played back: it answers a program with what its target did, once for each time that it was recorded. */
public final class RecordingTarget implements Target {
    private final String name;
    private final Recording recording;
    private final Map<String, Integer> played = new HashMap<>();

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
                .filter(scenario -> !recording.runs().containsKey(Recording.digest(scenario.program())))
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
    public Run run(Program program) {
        String digest = Recording.digest(program);
        List<Run> runs = recording.runs().getOrDefault(digest, List.of());
        int position = played.merge(digest, 1, Integer::sum) - 1;
        if (position >= runs.size()) {
            throw new TargetLostException(
                    name + ": holds " + runs.size() + " runs of this program, and more are asked for", false);
        }
        return runs.get(position);
    }

    @Override
    public Racing racing() {
        return recording.racing();
    }

    @Override
    public int runsLeft(Program program) {
        String digest = Recording.digest(program);
        return recording.runs().getOrDefault(digest, List.of()).size() - played.getOrDefault(digest, 0);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
