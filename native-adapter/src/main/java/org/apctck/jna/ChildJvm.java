package org.apctck.jna;

import com.sun.jna.Platform;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command lines of the child JVMs that load foreign code.
 *
 * @param launcher what starts a JVM, the program first
 * @param classPath as the child sees it
 * @param options of this kind of JVM, beside those that every child gets
 */
public record ChildJvm(List<String> launcher, String classPath, List<String> options) {
    /** The first release that warns of native access that was not announced. */
    private static final int ANNOUNCED_NATIVE_ACCESS = 22;

    /** For a start as quick as it gets: children are started by the dozen and live for seconds. */
    private static final List<String> QUICK = List.of(
            // Not a word on standard output, which is the protocol's until the agent has moved it.
            "-Xlog:disable", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Djna.nosys=true");

    private static final List<String> COLLECTED = List.of("-XX:+UseSerialGC", "-Xms16m", "-Xmx64m");

    /**
     * Without garbage collection, since that looks through the stacks of all threads, and the stack of one that was
     * terminated is not there. Interpreted, since taking back compiled code does the same; a JDK 25 died of it each time.
     * The memory is only reserved.
     */
    private static final List<String> UNCOLLECTED =
            List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC", "-Xint", "-Xms256m", "-Xmx256m");

    /** On Windows the JVM writes to its own descriptor 1 what it has to say of a crash, unless it is told not to. */
    private static final List<String> WINDOWS = List.of("-XX:ErrorFile=NUL", "-XX:+DisplayVMOutputToStderr");

    /** The JVM would raise the number of files that may be open, for the implementation as well. */
    private static final List<String> ELSEWHERE = List.of("-XX:ErrorFile=/dev/null", "-XX:-MaxFDLimit");

    public ChildJvm {
        launcher = List.copyOf(launcher);
        options = List.copyOf(options);
    }

    /** The JVM and the class path of this process. */
    static ChildJvm likeThis() {
        List<String> options = new ArrayList<>(Platform.isWindows() ? WINDOWS : ELSEWHERE);
        if (Runtime.version().feature() >= ANNOUNCED_NATIVE_ACCESS) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        String classPath = System.getProperty("java.class.path");
        options.addAll(archive(classPath));
        return new ChildJvm(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), classPath, options);
    }

    /**
     * A JVM for Windows that something else starts.
     *
     * @param launcher what starts it, the program first
     * @param options beside those of every JVM on Windows
     */
    public static ChildJvm forWindows(List<String> launcher, String classPath, List<String> options) {
        List<String> all = new ArrayList<>(WINDOWS);
        all.addAll(options);
        return new ChildJvm(launcher, classPath, all);
    }

    /**
     * A child that runs one program after the other.
     *
     * @param library as the agent takes it
     * @param digest of the library: the child would have to work it out anew each time, and interpreted at that
     */
    public List<String> command(String library, String implementation, String digest) {
        return command(COLLECTED, library, implementation, digest);
    }

    /** A child that runs one program which may end its threads. */
    public List<String> disposableCommand(String library, String implementation, String digest) {
        return command(UNCOLLECTED, library, implementation, digest);
    }

    /**
     * The archive of classes that the launcher puts beside its jar, that of an agent or else its own; it saves half of the
     * start of an agent.
     */
    static List<String> archive(String classPath) {
        if (!classPath.endsWith(".jar") || classPath.contains(File.pathSeparator)) {
            return List.of();
        }
        Path jar = Path.of(classPath);
        String name = String.valueOf(jar.getFileName());
        return Stream.of("agent.jsa", name.substring(0, name.length() - ".jar".length()) + ".jsa")
                .map(jar::resolveSibling)
                .filter(Files::exists)
                .limit(1)
                .map(archive -> "-XX:SharedArchiveFile=" + archive)
                .toList();
    }

    private List<String> command(List<String> memory, String library, String implementation, String digest) {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(QUICK);
        command.addAll(options);
        command.addAll(memory);
        command.addAll(List.of("-cp", classPath, Agent.class.getName(), implementation, library, digest));
        return command;
    }
}
