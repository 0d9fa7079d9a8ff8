package org.apctck.kit.agent;

import java.util.HashSet;
import java.util.Set;

/** The processes that this kit has started and that may be alive. When the kit ends, however it ends, they are killed. */
final class LiveProcesses {
    private static final Set<ProcessHandle> LIVE = new HashSet<>();
    private static boolean hooked;
    private static boolean ending;

    private LiveProcesses() {}

    static synchronized void add(Process process) {
        if (ending) {
            ProcessTree.kill(process.toHandle());
            return;
        }
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(LiveProcesses::killAll, "agents-end"));
            } catch (IllegalStateException exiting) {
                ending = true;
                ProcessTree.kill(process.toHandle());
                return;
            }
        }
        LIVE.add(process.toHandle());
    }

    static synchronized void remove(Process process) {
        LIVE.remove(process.toHandle());
    }

    /** Whether the kit is ending, so that a process dies because it was killed. */
    static synchronized boolean areEnding() {
        return ending;
    }

    private static synchronized void killAll() {
        ending = true;
        LIVE.forEach(ProcessTree::kill);
    }
}
