package org.apctck.jna;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** The target {@code winpr-c}: the library of {@code winpr} behind the agent in C, which has no JVM in the way. */
public final class WinprCProvider implements TargetProvider {
    private static final String NAME = "winpr-c";
    private static final String IMPLEMENTATION = "winpr";

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String summary(String name) {
        return "the same library, called by the agent in C";
    }

    @Override
    public String deviations(String name) {
        return IMPLEMENTATION;
    }

    @Override
    public int instances() {
        return USUAL_INSTANCES;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        try {
            WinprProvider.library(options);
        } catch (TargetUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
        return CAgent.FOR_WINPR.missing();
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        Library library = WinprProvider.library(options);
        Path agent = CAgent.FOR_WINPR.executable();
        List<String> command = List.of(agent.toString(), library.path().toString(), library.digest());
        HostLimits limits = HostLimits.of(options);
        return AgentTarget.open(AgentLaunch.of(NAME, command).withLimits(limits));
    }
}
