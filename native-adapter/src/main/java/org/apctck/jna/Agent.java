package org.apctck.jna;

import com.sun.jna.Platform;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import org.apctck.kit.agent.Serve;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;

/**
 * The agent that calls a native implementation, with the protocol on standard input and output: {@code Agent IMPLEMENTATION
 * [LIBRARY [DIGEST]]}. On Windows, and under Wine, the library is the system's own whatever is given; elsewhere it is the WinPR of
 * this machine if none is. A child that interprets its code only is spared the digest, which costs it half of its start.
 */
public final class Agent {
    private static final int USAGE = 2;
    private static final int UNAVAILABLE = 3;

    private Agent() {}

    /** Serves until the input ends. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("usage: Agent IMPLEMENTATION [LIBRARY [DIGEST]]");
            System.exit(USAGE);
        }
        String digest = arguments.length == 3 ? arguments[2] : "";
        try {
            NativeApi api = Platform.isWindows()
                    ? new WindowsApi(digest)
                    : new SharedLibrary(
                            arguments.length > 1
                                    ? arguments[1]
                                    : LibrarySearch.winpr().path().toString(),
                            digest);
            // Not System.in: it asks how much there is to read, which Wine cannot say of a pipe of Linux.
            FileInputStream input = new FileInputStream(FileDescriptor.in);
            Serve.serve(target(arguments[0], api), input, api.protocol(), api.death());
        } catch (TargetUnavailableException e) {
            System.err.println(e.getMessage());
            System.exit(UNAVAILABLE);
        }
        // Not exit: threads of the implementation may be blocked in it for ever, or have left the JVM unfit to be
        // looked at.
        Runtime.getRuntime().halt(0);
    }

    private static JnaTarget target(String implementation, NativeApi api) {
        TargetDescription description = new TargetDescription(
                implementation,
                implementation,
                api.version(),
                api.digest(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                api.exports().names());
        return new JnaTarget(description, new JnaPlatform(api));
    }
}
