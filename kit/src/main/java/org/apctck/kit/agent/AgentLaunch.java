package org.apctck.kit.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of a target is started.
 *
 * @param target the name of the target, as asked for on the command line
 * @param command the command line, program first
 * @param disposableCommand the command line of a child that serves one program which ends threads, or null if the usual one
 *     survives that
 * @param environment variables beside those of the kit
 */
public record AgentLaunch(
        String target,
        List<String> command,
        @Nullable List<String> disposableCommand,
        Map<String, String> environment,
        HostLimits limits) {
    public AgentLaunch {
        command = List.copyOf(command);
        disposableCommand = disposableCommand == null ? null : List.copyOf(disposableCommand);
        environment = Map.copyOf(environment);
    }

    /** A launch of one command line for every program, with the usual limits. */
    public static AgentLaunch of(String target, List<String> command) {
        return new AgentLaunch(target, command, null, Map.of(), HostLimits.DEFAULT);
    }

    public AgentLaunch withDisposable(List<String> disposable) {
        return new AgentLaunch(target, command, disposable, environment, limits);
    }

    public AgentLaunch withEnvironment(Map<String, String> variables) {
        return new AgentLaunch(target, command, disposableCommand, variables, limits);
    }

    public AgentLaunch withLimits(HostLimits other) {
        return new AgentLaunch(target, command, disposableCommand, environment, other);
    }
}
