package org.apctck.jna;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The command lines of the child JVMs that load foreign code.
 *
 * @param java the launcher of the JVM
 * @param classPath as the child sees it
 */
record ChildJvm(String java, String classPath) {
    /** The first release that warns of native access that was not announced. */
    private static final int ANNOUNCED_NATIVE_ACCESS = 22;

    /** For a start as quick as it gets: children are started by the dozen and live for seconds. */
    private static final List<String> QUICK = List.of(
            // Not a word on standard output, which is the protocol's until the agent has moved it.
            "-Xlog:disable", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:ErrorFile=/dev/null", "-Djna.nosys=true");

    private static final List<String> COLLECTED = List.of("-XX:+UseSerialGC", "-Xms16m", "-Xmx64m");

    /**
     * Without garbage collection, since that looks through the stacks of all threads, and the stack of one that was
     * terminated is not there. Interpreted, since taking back compiled code does the same; a JDK 25 died of it each time.
     * The memory is only reserved.
     */
    private static final List<String> UNCOLLECTED =
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-Xint", "-Xms256m", "-Xmx256m");

    /** The JVM and the class path of this process. */
    static ChildJvm likeThis() {
        return new ChildJvm(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"));
    }

    /**
     * A child that runs one program after the other.
     *
     * @param digest of the library: the child would have to work it out anew each time, and interpreted at that
     */
    List<String> command(Library library, String implementation, String digest) {
        return command(COLLECTED, library, implementation, digest);
    }

    /** A child that runs one program which may end its threads. */
    List<String> disposableCommand(Library library, String implementation, String digest) {
        return command(UNCOLLECTED, library, implementation, digest);
    }

    /** The archive of classes that the launcher puts beside its jar, which saves a third of the start; null without one. */
    private @Nullable Path archive() {
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return null;
        }
        Path archive = Path.of(classPath.substring(0, classPath.length() - ".jar".length()) + ".jsa");
        return Files.exists(archive) ? archive : null;
    }

    private List<String> command(List<String> memory, Library library, String implementation, String digest) {
        List<String> command = new ArrayList<>();
        command.add(java);
        command.addAll(QUICK);
        if (Runtime.version().feature() >= ANNOUNCED_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(memory);
        Path archive = archive();
        if (archive != null) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of(
                "-cp",
                classPath,
                Agent.class.getName(),
                implementation,
                library.path().toString(),
                digest));
        return command;
    }
}
