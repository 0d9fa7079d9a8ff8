package org.apctck.jna;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import org.apctck.spec.stage.Sighting;
import org.apctck.spec.stage.Sighting.State;

/** Sees threads through {@code /proc}: their state, and how often they gave up the processor. */
final class LinuxThreads implements Threads {
    private static final Object[] NO_ARGUMENTS = {};

    private final Function gettid = NativeLibrary.getInstance("c").getFunction("gettid");
    private final TaskFiles tasks = new TaskFiles(Path.of("/proc/self/task"));

    @Override
    public long current() {
        return gettid.invokeInt(NO_ARGUMENTS);
    }

    @Override
    public Sighting look(long thread) {
        try {
            String status = tasks.read(thread, TaskStatus.FILE);
            return new Sighting(TaskStatus.state(status), TaskStatus.switches(status));
        } catch (IOException gone) { // the file, or what it was opened on
            tasks.forget(thread);
            return new Sighting(State.ENDED, 0);
        }
    }

    @Override
    public boolean othersWait() {
        long self = current();
        return tasks.all().stream().noneMatch(task -> task != self && isRunning(task));
    }

    private boolean isRunning(long task) {
        try {
            return TaskStatus.isRunning(tasks.read(task, TaskStatus.FILE));
        } catch (IOException gone) {
            tasks.forget(task);
            return false;
        }
    }
}
