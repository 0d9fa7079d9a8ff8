package org.apctck.jna;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.agent.HostLimits;
import org.apctck.spec.InputException;
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
        HostLimits limits = limits(options);
        return AgentTarget.open(AgentLaunch.of(NAME, jvm.command(library, IMPLEMENTATION, digest))
                .withDisposable(jvm.disposableCommand(library, IMPLEMENTATION, digest))
                .withLimits(limits));
    }

    /** The usual limits, but for what the options say. */
    static HostLimits limits(Map<String, String> options) {
        String limitMillis = options.get("limitMillis");
        return limitMillis == null ? HostLimits.DEFAULT : HostLimits.DEFAULT.withLimitMillis(millis(limitMillis));
    }

    /** The library of the options, or that of this machine. */
    static Library library(Map<String, String> options) throws TargetUnavailableException {
        String path = options.get("library");
        return path != null ? Library.at(Path.of(path)) : LibrarySearch.winpr();
    }

    private static int millis(String text) {
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw new InputException("limitMillis: `" + text + "` is not a number of milliseconds");
        }
        return Integer.parseInt(text);
    }
}
