package org.apctck.jna.wine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.jna.ChildJvm;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** The target {@code wine}: Wine's kernel32, called by the same agent as that of Windows. */
public final class WineProvider implements TargetProvider {
    private static final String NAME = "wine";
    private static final String IMPLEMENTATION = "Wine";
    private static final String LIBRARY = "kernel32";

    /** A JVM under Wine takes a second to start; on a machine that is busy it takes many. */
    private static final int HANDSHAKE_MILLIS = 60_000;

    private static final long BOOT_MILLIS = 60_000;

    /** Each call goes to another process and back, and a program that is at rest ends long before. */
    private static final int LIMIT_MILLIS = 10_000;

    private final WineHome home;

    /** For the machine and the folder of this process. */
    public WineProvider() {
        this(WineHome.ofProcess());
    }

    WineProvider(WineHome home) {
        this.home = home;
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String summary(String name) {
        return "Wine's Windows API, called from a Java runtime for Windows";
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        try {
            ready(options);
            return "";
        } catch (TargetUnavailableException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** The Wine of this machine, if all that a run needs is there. */
    private Wine ready(Map<String, String> options) throws TargetUnavailableException, InterruptedException {
        Wine wine = Wine.find(options.getOrDefault("library", ""), SearchPath.ofProcess());
        String missing = home.missing();
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(missing);
        }
        String version = wine.version();
        String madeFor = home.receipt().getProperty(WineHome.WINE_VERSION, "");
        if (!version.equals(madeFor)) {
            throw new TargetUnavailableException(home.prefix() + " was made by Wine " + madeFor + ", this is " + version
                    + "; run ./apctck setup wine");
        }
        return wine;
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        try {
            Wine wine = ready(options);
            return open(wine, home, limits(options));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException(NAME + ": interrupted while Wine started", e);
        }
    }

    /** The limits of a JVM that Wine runs. */
    static HostLimits limits(Map<String, String> options) {
        HostLimits limits = HostLimits.of(options).withHandshakeMillis(HANDSHAKE_MILLIS);
        return options.containsKey("limitMillis") ? limits : limits.withLimitMillis(LIMIT_MILLIS);
    }

    /** Starts Wine and the first agent. */
    static AgentTarget open(Wine wine, WineHome home, HostLimits limits)
            throws TargetUnavailableException, InterruptedException {
        String digest = wine.digest();
        WineSession session =
                WineSession.start(wine, Path.of(System.getProperty("java.io.tmpdir")), home.prefix(), BOOT_MILLIS);
        try {
            ChildJvm jvm = jvm(session, home);
            AgentLaunch launch = new AgentLaunch(
                    NAME,
                    jvm.command(LIBRARY, IMPLEMENTATION, digest),
                    jvm.disposableCommand(LIBRARY, IMPLEMENTATION, digest),
                    session.environment(),
                    limits);
            return AgentTarget.open(launch, session::close);
        } catch (TargetUnavailableException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static ChildJvm jvm(WineSession session, WineHome home) {
        return ChildJvm.forWindows(
                session.command(List.of(home.java().toString())),
                WinePath.ofClassPath(System.getProperty("java.class.path")),
                List.of(
                        "-XX:-UsePerfData",
                        "-Djna.boot.library.path=" + WinePath.of(home.jna()),
                        "-Djna.nounpack=true"));
    }
}
