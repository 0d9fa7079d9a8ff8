package org.apctck.kit.agent;

import java.io.IOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The processes that this kit has started and that may be alive. When the kit ends, however it ends, they are killed: by
 * itself, and by a keeper if it is killed outright.
 */
final class LiveProcesses {
    /** What agents carry in their environment, and with them all that they start: which kit it was, and a number. */
    private static final String VARIABLE = "APCTCK_AGENT";

    private static final String KIT =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());

    /** Kills what carries a mark of this kit, until there is none: somebody may just have been starting another one. */
    private static final String SWEEP = """
            for again in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
              left=$(grep -alsF "$1" /proc/[0-9]*/environ)
              [ -n "$left" ] || break
              for one in $left; do
                one=${one#/proc/}
                kill -KILL "${one%/environ}" 2>/dev/null
              done
            done
            """;

    private static final Set<ProcessTree> LIVE = new HashSet<>();
    private static boolean hooked;
    private static boolean ending;
    private static int number;
    private static @Nullable Keeper keeper;

    private LiveProcesses() {}

    /**
     * Starts a process.
     *
     * @throws IOException if the program cannot be started
     */
    static Marked start(ProcessBuilder builder) throws IOException {
        String mark = mark();
        Locales.restore(builder.environment());
        builder.environment().put(VARIABLE, mark);
        Process process = builder.start();
        ProcessTree tree = new ProcessTree(process.toHandle(), VARIABLE + "=" + mark);
        add(tree);
        return new Marked(process, tree);
    }

    /** A process that was started here, with all that it starts itself. */
    record Marked(Process process, ProcessTree tree) {}

    /** A new one. There is somebody from now on who will sweep up what carries it. */
    private static synchronized String mark() throws IOException {
        if (keeper == null && Keeper.isPossible()) {
            keeper = Keeper.start(SWEEP, Map.of(), VARIABLE + "=" + KIT + ".");
        }
        return KIT + "." + ++number;
    }

    private static synchronized void add(ProcessTree tree) {
        if (ending) {
            tree.kill();
            return;
        }
        if (!hooked) {
            hooked = true;
            try {
                Runtime.getRuntime().addShutdownHook(new Thread(LiveProcesses::killAll, "agents-end"));
            } catch (IllegalStateException exiting) {
                ending = true;
                tree.kill();
                return;
            }
        }
        LIVE.add(tree);
    }

    static synchronized void remove(ProcessTree tree) {
        LIVE.remove(tree);
    }

    /** Whether the kit is ending, so that a process dies because it was killed. */
    static synchronized boolean areEnding() {
        return ending;
    }

    private static synchronized void killAll() {
        ending = true;
        LIVE.forEach(ProcessTree::kill);
        if (keeper != null) {
            keeper.close();
        }
    }
}
