package org.apctck.reference.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apctck.reference.Reference;
import org.apctck.spec.Racing;
import org.apctck.spec.Run;
import org.apctck.spec.Steering;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.program.Program;
import org.apctck.spec.stage.Performance;
import org.apctck.spec.stage.Stage;
import org.apctck.spec.trace.Trace;

/** The live driver as a target: each program runs once, in a process of its own, with real threads and in real time. */
final class LiveTarget implements Target {
    private final long limitMillis;
    private final ExecutorService homeThread = Executors.newSingleThreadExecutor(LiveTarget::daemon);

    LiveTarget(long limitMillis) {
        this.limitMillis = limitMillis;
    }

    @Override
    public TargetDescription describe() {
        return new TargetDescription(
                LiveProvider.NAME,
                Reference.LIVE,
                Reference.VERSION,
                "",
                "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name"),
                Reference.APIS);
    }

    @Override
    public Run run(Program program) {
        return run(program, Steering.NONE);
    }

    @Override
    public Run run(Program program, Steering steering) {
        try (LivePlatform platform = new LivePlatform(homeThread)) {
            Performance performance = new Stage(platform).perform(program, steering, limitMillis, event -> {});
            Trace trace = performance.trace();
            performance.end();
            return Run.of(trace);
        }
    }

    @Override
    public Racing racing() {
        return Racing.STEERED;
    }

    @Override
    public void close() {
        homeThread.shutdown();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "reference-live-home");
        thread.setDaemon(true);
        return thread;
    }
}
