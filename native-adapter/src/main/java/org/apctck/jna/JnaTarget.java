package org.apctck.jna;

import org.apctck.kit.agent.EventSink;
import org.apctck.kit.agent.StreamingTarget;
import org.apctck.spec.Racing;
import org.apctck.spec.Steering;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.program.Program;
import org.apctck.spec.stage.Performance;
import org.apctck.spec.stage.Remains;
import org.apctck.spec.stage.Stage;

/** An implementation that was loaded into this process. Foreign code: only the agent's process has one. */
final class JnaTarget implements StreamingTarget {
    /**
     * The most threads that may be left behind. They wait on objects of their own and disturb nobody; starting the process
     * anew for each would take longer than everything else together, for an implementation that forgets to wake threads.
     */
    private static final int BLOCKED_THREADS_MAX = 64;

    private final TargetDescription description;
    private final JnaPlatform platform;
    private final Stage stage;
    private int blockedThreads;

    JnaTarget(TargetDescription description, JnaPlatform platform) {
        this.description = description;
        this.platform = platform;
        this.stage = new Stage(platform);
    }

    @Override
    public TargetDescription describe() {
        return description;
    }

    @Override
    public Ending run(Program program, int limitMillis, EventSink events) {
        return run(program, Steering.NONE, limitMillis, events);
    }

    @Override
    public Racing racing() {
        return Racing.STEERED;
    }

    @Override
    public Ending run(Program program, Steering steering, int limitMillis, EventSink events) {
        Performance performance = stage.perform(program, steering, limitMillis, events::happened);
        Remains remains = performance.end();
        platform.keepUpcalls();
        blockedThreads += remains.blockedThreads();
        // A JVM does not survive the end of a thread that has Java frames on its stack for long.
        boolean endsThreads = program.functions().stream().anyMatch(ApiFunction::endsThread);
        return new Ending(
                performance.trace().status(),
                performance.trace().evidence(),
                !remains.clean() || endsThreads || blockedThreads > BLOCKED_THREADS_MAX);
    }

    @Override
    public void close() {
        // What was loaded cannot be unloaded while threads may be in it; it ends with the process.
    }
}
