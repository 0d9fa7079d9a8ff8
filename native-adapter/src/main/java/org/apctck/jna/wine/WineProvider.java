package org.apctck.jna.wine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.jna.CAgent;
import org.apctck.jna.ChildJvm;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The targets {@code wine} and {@code wine-c}: Wine's kernel32, called by the agent of {@code windows} in a Java runtime for
 * Windows, or by the agent in C.
 */
public final class WineProvider implements TargetProvider {
    private static final String NAME = "wine";
    private static final String IN_C = "wine-c";
    private static final String IMPLEMENTATION = "Wine";
    private static final String LIBRARY = "kernel32";
    private static final String REMEDY = "; ./apctck setup wine --again makes anew what it needs";

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
        return List.of(NAME, IN_C);
    }

    @Override
    public String summary(String name) {
        return name.equals(IN_C)
                ? "the same API, called by the agent in C"
                : "Wine's Windows API, called from a Java runtime for Windows";
    }

    @Override
    public String deviations(String name) {
        return NAME;
    }

    @Override
    public int instances() {
        return USUAL_INSTANCES;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        try {
            ready(options);
            return name.equals(IN_C) ? CAgent.FOR_WINDOWS.missing() : "";
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
            return open(name, ready(options), home, limits(options));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailableException(name + ": interrupted while Wine started", e);
        }
    }

    /** The limits of a JVM that Wine runs. */
    static HostLimits limits(Map<String, String> options) {
        HostLimits limits = HostLimits.of(options).withHandshakeMillis(HANDSHAKE_MILLIS);
        return options.containsKey("limitMillis") ? limits : limits.withLimitMillis(LIMIT_MILLIS);
    }

    /** Starts Wine and the first agent, which is that of {@code wine}. */
    static AgentTarget open(Wine wine, WineHome home, HostLimits limits)
            throws TargetUnavailableException, InterruptedException {
        return open(NAME, wine, home, limits);
    }

    private static AgentTarget open(String name, Wine wine, WineHome home, HostLimits limits)
            throws TargetUnavailableException, InterruptedException {
        String digest = wine.digest();
        @Nullable Path agentInC = name.equals(IN_C) ? CAgent.FOR_WINDOWS.executable() : null;
        WineSession session =
                WineSession.start(wine, Path.of(System.getProperty("java.io.tmpdir")), home.prefix(), BOOT_MILLIS);
        try {
            AgentLaunch launch = agentInC == null
                    ? inJava(name, session, home, digest)
                    : AgentLaunch.of(name, session.command(List.of(agentInC.toString(), LIBRARY + ".dll", digest)));
            return AgentTarget.open(
                    launch.withEnvironment(session.environment()).withLimits(limits), session::close);
        } catch (TargetUnavailableException e) {
            session.close();
            throw new TargetUnavailableException(e.getMessage() + REMEDY, e);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private static AgentLaunch inJava(String name, WineSession session, WineHome home, String digest) {
        ChildJvm jvm = jvm(session, home);
        return AgentLaunch.of(name, jvm.command(LIBRARY, IMPLEMENTATION, digest))
                .withDisposable(jvm.disposableCommand(LIBRARY, IMPLEMENTATION, digest));
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
