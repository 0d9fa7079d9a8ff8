package org.apctck.jna;

import com.sun.jna.Platform;
import java.util.List;
import java.util.Map;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** The target {@code windows}: the system's own kernel32, in child processes. */
public final class WindowsProvider implements TargetProvider {
    private static final String NAME = "windows";
    private static final String IMPLEMENTATION = "Windows";
    private static final String LIBRARY = "kernel32";

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String summary(String name) {
        return "the Windows API of this machine";
    }

    @Override
    public int instances() {
        return USUAL_INSTANCES;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        if (!Platform.isWindows()) {
            return "not Windows";
        }
        return Platform.is64Bit() && Platform.isIntel() ? "" : "needs a 64-bit JDK for Intel processors";
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        String missing = missing(name, options);
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(NAME + ": " + missing);
        }
        ChildJvm jvm = ChildJvm.likeThis();
        String digest = Digest.ofFiles(WindowsApi.FILES);
        return AgentTarget.open(AgentLaunch.of(NAME, jvm.command(LIBRARY, IMPLEMENTATION, digest))
                .withDisposable(jvm.disposableCommand(LIBRARY, IMPLEMENTATION, digest))
                .withLimits(HostLimits.of(options)));
    }
}
