package org.apctck.kit.agent;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/** Agents of one command line, with a spare that starts while another one works. */
final class AgentSupply {
    private final AgentLaunch launch;
    private final List<String> command;
    private @Nullable Spare spare;

    AgentSupply(AgentLaunch launch, List<String> command) {
        this.launch = launch;
        this.command = command;
    }

    private record Spare(FutureTask<Agent> agent, Thread starter) {}

    /** An agent that has run nothing yet: the spare, if there is one. */
    Agent take() throws TargetUnavailableException, InterruptedException {
        Spare ready = spare;
        spare = null;
        if (ready == null) {
            return Agent.start(launch, command);
        }
        Agent agent = started(ready);
        if (agent.isAlive()) {
            return agent;
        }
        agent.kill();
        return Agent.start(launch, command);
    }

    /** Begins to start a spare, unless there is one. */
    void prepare() {
        if (spare == null) {
            FutureTask<Agent> agent = new FutureTask<>(() -> Agent.start(launch, command));
            spare = new Spare(agent, new Thread(agent, "agent-spare"));
            spare.starter().setDaemon(true);
            spare.starter().start();
        }
    }

    private static Agent started(Spare spare) throws TargetUnavailableException, InterruptedException {
        try {
            return spare.agent().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetUnavailableException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("the spare agent could not be started", e);
        }
    }

    /** Kills the spare, also while it starts. */
    void close() throws InterruptedException {
        Spare unused = spare;
        spare = null;
        if (unused == null) {
            return;
        }
        if (unused.agent().cancel(true)) {
            // Its starter kills what it has started.
            unused.starter().join();
            return;
        }
        try {
            started(unused).kill();
        } catch (TargetUnavailableException neverStarted) {
            // A spare that nobody needed and that is not there: nothing to kill.
            return;
        }
    }
}
