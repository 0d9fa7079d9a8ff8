package org.apctck.kit.agent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the agent of a target is started.
 *
 * @param target the name of the target; as long as the agent has not said its own, what it was given as
 * @param namesItself whether the target goes by what its agent says that it is
 * @param command the command line, program first
 * @param disposableCommand the command line of a child that serves one program which ends threads, or null if the usual one
 *     survives that
 * @param environment variables beside those of the kit
 */
public record AgentLaunch(
        String target,
        boolean namesItself,
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
        return new AgentLaunch(target, false, command, null, Map.of(), HostLimits.DEFAULT);
    }

    /** The same for a target that has no name of its own. */
    public AgentLaunch namingItself() {
        return new AgentLaunch(target, true, command, disposableCommand, environment, limits);
    }

    public AgentLaunch withDisposable(List<String> disposable) {
        return new AgentLaunch(target, namesItself, command, disposable, environment, limits);
    }

    public AgentLaunch withEnvironment(Map<String, String> variables) {
        return new AgentLaunch(target, namesItself, command, disposableCommand, variables, limits);
    }

    public AgentLaunch withLimits(HostLimits other) {
        return new AgentLaunch(target, namesItself, command, disposableCommand, environment, other);
    }
}
