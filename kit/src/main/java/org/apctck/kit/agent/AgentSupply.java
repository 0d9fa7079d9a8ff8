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
    private @Nullable FutureTask<Agent> spare;

    AgentSupply(AgentLaunch launch, List<String> command) {
        this.launch = launch;
        this.command = command;
    }

    /** An agent that has run nothing yet: the spare, if there is one. */
    Agent take() throws TargetUnavailableException, InterruptedException {
        FutureTask<Agent> ready = spare;
        spare = null;
        if (ready == null) {
            return Agent.start(launch, command);
        }
        Agent agent = await(ready);
        if (agent.isAlive()) {
            return agent;
        }
        agent.kill();
        return Agent.start(launch, command);
    }

    /** Begins to start a spare, unless there is one. */
    void prepare() {
        if (spare == null) {
            spare = new FutureTask<>(() -> Agent.start(launch, command));
            Thread starter = new Thread(spare, "agent-spare");
            starter.setDaemon(true);
            starter.start();
        }
    }

    private static Agent await(FutureTask<Agent> starting) throws TargetUnavailableException, InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetUnavailableException unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("the spare agent could not be started", e);
        }
    }

    /** Kills the spare. */
    void close() throws InterruptedException {
        FutureTask<Agent> unused = spare;
        spare = null;
        if (unused != null) {
            try {
                await(unused).kill();
            } catch (TargetUnavailableException neverStarted) {
                // A spare that nobody needed and that is not there: nothing to kill.
                return;
            }
        }
    }
}
