package org.apctck.kit.agent;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apctck.kit.Targets;
import org.apctck.spec.Target;
import org.apctck.spec.TargetProvider;
import org.apctck.spec.TargetUnavailableException;

/** Targets named {@code agent:COMMAND}: whatever speaks the protocol on standard input and output. */
public final class AgentProvider implements TargetProvider {
    private static final String PREFIX = "agent:";

    @Override
    public List<String> names() {
        return List.of(PREFIX);
    }

    @Override
    public String summary(String name) {
        return "any agent that speaks the protocol on standard input and output (agent:COMMAND)";
    }

    @Override
    public String missing(String name, Map<String, String> options) {
        if (name.length() <= PREFIX.length()) {
            return "";
        }
        String program = command(name).get(0);
        boolean found = program.contains("/") || program.contains(File.separator)
                ? Files.exists(Path.of(program))
                : Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .anyMatch(folder -> Stream.of("", ".exe", ".cmd")
                                .anyMatch(suffix -> Files.exists(Path.of(folder, program + suffix))));
        return found ? "" : "there is no program " + program + "; give its path";
    }

    @Override
    public Target open(String name, Map<String, String> options) throws TargetUnavailableException {
        String missing = missing(name, options);
        if (!missing.isEmpty()) {
            throw new TargetUnavailableException(name + ": " + missing);
        }
        String called = options.getOrDefault(Targets.NAME, "");
        AgentLaunch launch = called.isEmpty()
                ? AgentLaunch.of(name, command(name)).namingItself()
                : AgentLaunch.of(called, command(name));
        return AgentTarget.open(launch.withLimits(HostLimits.of(options)));
    }

    static List<String> command(String name) {
        return CommandLine.split(name.substring(PREFIX.length()));
    }
}
