package org.apctck.jna;

import java.io.OutputStream;
import java.nio.file.Path;
import org.apctck.kit.agent.Serve;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;

/**
 * The agent that calls a native library, with the protocol on standard input and output: {@code Agent IMPLEMENTATION LIBRARY
 * [DIGEST]}. A child that interprets its code only is spared the digest of the library, which costs it half of its start.
 */
public final class Agent {
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private Agent() {}

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 2 || arguments.length > 3) {
            System.err.println("usage: Agent IMPLEMENTATION LIBRARY [DIGEST]");
            System.exit(USAGE);
        }
        OutputStream protocol = Posix.takeStandardOutput();
        Posix.forbidCoreFiles();
        try {
            Library library = Library.at(Path.of(arguments[1]));
            String digest = arguments.length == 3 ? arguments[2] : library.digest();
            Serve.serve(target(arguments[0], library, digest), System.in, protocol, new Posix.Death());
        } catch (TargetUnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(UNAVAILABLE);
        }
        // Not exit: threads of the implementation may be blocked in it for ever, or have left the JVM unfit to be
        // looked at.
        Runtime.getRuntime().halt(0);
    }

    private static JnaTarget target(String implementation, Library library, String digest)
            throws TargetUnavailableException {
        Exports exports = library.load();
        TargetDescription description = new TargetDescription(
                implementation,
                implementation,
                library.version(),
                digest,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                exports.names());
        String name = String.valueOf(library.path().getFileName());
        return new JnaTarget(
                description, new JnaPlatform(name, exports, new LibraryLastError(exports), new LinuxThreads()));
    }
}
