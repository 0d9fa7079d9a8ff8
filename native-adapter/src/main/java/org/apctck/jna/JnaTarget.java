package org.apctck.jna;

import org.apctck.kit.agent.EventSink;
import org.apctck.kit.agent.StreamingTarget;
import org.apctck.spec.Program;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.stage.Performance;
import org.apctck.spec.stage.Platform;
import org.apctck.spec.stage.Stage;

/** An implementation that was loaded into this process. Foreign code: only the agent's process has one. */
final class JnaTarget implements StreamingTarget {
    private final TargetDescription description;
    private final Stage stage;

    JnaTarget(TargetDescription description, Platform platform) {
        this.description = description;
        this.stage = new Stage(platform);
    }

    @Override
    public TargetDescription describe() {
        return description;
    }

    @Override
    public Ending run(Program program, int limitMillis, EventSink events) {
        Performance performance = stage.perform(program, limitMillis, events::happened);
        boolean exhausted = !performance.end();
        return new Ending(performance.trace().status(), performance.trace().evidence(), exhausted);
    }

    @Override
    public void close() {
        // What was loaded cannot be unloaded while threads may be in it; it ends with the process.
    }
}
