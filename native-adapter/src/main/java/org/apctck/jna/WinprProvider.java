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

/** The target {@code winpr}: FreeRDP's implementation of the Windows API for other systems, in child processes. */
public final class WinprProvider implements TargetProvider {
    private static final String NAME = "winpr";
    private static final String IMPLEMENTATION = "WinPR";

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public String summary(String name) {
        return "WinPR, the portable Windows API of FreeRDP, as a shared library";
    }

    @Override
    public int instances() {
        return USUAL_INSTANCES;
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        try {
            library(options);
            return "";
        } catch (TargetUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        Library library = library(options);
        String digest = library.digest();
        ChildJvm jvm = ChildJvm.likeThis();
        String path = library.path().toString();
        return AgentTarget.open(AgentLaunch.of(NAME, jvm.command(path, IMPLEMENTATION, digest))
                .withDisposable(jvm.disposableCommand(path, IMPLEMENTATION, digest))
                .withLimits(HostLimits.of(options)));
    }

    /** The library of the options, or that of this machine. */
    static Library library(Map<String, String> options) throws TargetUnavailableException {
        String path = options.get("library");
        return path != null ? Library.at(Path.of(path)) : LibrarySearch.winpr();
    }
}
