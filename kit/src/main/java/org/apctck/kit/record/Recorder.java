package org.apctck.kit.record;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apctck.kit.DescriptionJson;
import org.apctck.kit.Kit;
import org.apctck.kit.StderrSource;
import org.apctck.kit.TargetLostException;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.trace.TraceJson;

/**
 * A target whose runs are recorded, or one of several instances of it that share a recording. The recording is there once all of
 * them are closed, whole, or not at all.
 */
public final class Recorder implements Target, StderrSource {
    private final Target target;
    private final RecordingFile file;
    private int attempt;

    private Recorder(Target target, RecordingFile file) {
        this.target = target;
        this.file = file;
        file.join();
    }

    /**
     * Records the runs of {@code target} from now on.
     *
     * @param rules the digest of the catalogue that the programs come from
     * @param instances how many instances share the recording, this one among them: without all of them it is none
     * @throws org.apctck.spec.format.InputException if {@code path} cannot be written; the target is closed then
     */
    public static Recorder of(Target target, Path path, String rules, int instances) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("type", Recording.HEADER);
        header.put("format", Recording.FORMAT);
        header.put("kit", Kit.version());
        header.put("recorded", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        header.put("rules", rules);
        header.put("target", DescriptionJson.tree(target.describe()));
        header.put("racing", target.racing().name());
        try {
            RecordingFile file = new RecordingFile(path, instances);
            file.begin(header);
            return new Recorder(target, file);
        } catch (RuntimeException e) {
            target.close();
            throw e;
        }
    }

    /** Records the runs of another instance of the target into the same recording. */
    public Recorder beside(Target other) {
        return new Recorder(other, file);
    }

    @Override
    public TargetDescription describe() {
        return target.describe();
    }

    @Override
    public Racing racing() {
        return target.racing();
    }

    @Override
    public void begin(Program program) {
        target.begin(program);
        attempt = file.begin();
    }

    @Override
    public Run run(Program program) {
        return run(program, Steering.NONE);
    }

    @Override
    public Run run(Program program, Steering steering) {
        Run run;
        try {
            run = target.run(program, steering);
        } catch (TargetLostException e) {
            file.lose(e.reason());
            throw e;
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", Recording.RUN);
        line.put("program", Recording.digest(program));
        line.put("attempt", attempt);
        line.put("complete", run.complete());
        line.put("traces", run.traces().stream().map(TraceJson::tree).toList());
        file.run(line);
        return run;
    }

    @Override
    public String takeStderr() {
        return target instanceof StderrSource source ? source.takeStderr() : "";
    }

    /**
     * Closes the target, and completes the recording with the last instance.
     *
     * @throws org.apctck.spec.format.InputException if it cannot be written to its end
     */
    @Override
    public void close() {
        target.close();
        file.leave();
    }
}
