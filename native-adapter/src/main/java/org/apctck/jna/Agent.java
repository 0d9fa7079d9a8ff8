package org.apctck.jna;

import java.io.OutputStream;
import java.nio.file.Path;
import org.apctck.kit.agent.Serve;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;

/** The agent that calls a native library: {@code Agent IMPLEMENTATION LIBRARY}, with the protocol on standard input and output. */
public final class Agent {
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private Agent() {}

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: Agent IMPLEMENTATION LIBRARY");
            System.exit(USAGE);
        }
        OutputStream protocol = Posix.takeStandardOutput();
        Posix.forbidCoreFiles();
        try {
            Serve.serve(target(arguments[0], Path.of(arguments[1])), System.in, protocol);
        } catch (TargetUnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(UNAVAILABLE);
        }
        // Not exit: threads of the implementation may be blocked in it for ever, or have left the JVM unfit to be
        // looked at.
        Runtime.getRuntime().halt(0);
    }

    private static JnaTarget target(String implementation, Path path) throws TargetUnavailableException {
        Library library = Library.at(path);
        Exports exports = library.load();
        TargetDescription description = new TargetDescription(
                implementation,
                implementation,
                library.version(),
                library.digest(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                exports.names());
        String name = String.valueOf(library.path().getFileName());
        return new JnaTarget(
                description, new JnaPlatform(name, exports, new LibraryLastError(exports), new LinuxThreads()));
    }
}
