package org.apctck.kit.agent;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.apctck.spec.TargetUnavailableException;
import org.jspecify.annotations.Nullable;

/** Agents of one command line, with a spare that starts while another one works. */
final class AgentSupply {
    private final Starter starter;
    private @Nullable Spare spare;

    AgentSupply(AgentLaunch launch, List<String> command) {
        this(() -> Agent.start(launch, command));
    }

    AgentSupply(Starter starter) {
        this.starter = starter;
    }

    /** Starts an agent. */
    @FunctionalInterface
    interface Starter {
        Agent start() throws TargetUnavailableException, InterruptedException;
    }

    /** @param started the agent, as soon as it has started: a task that is cancelled in this moment has no result */
    private record Spare(FutureTask<Agent> agent, Thread starter, AtomicReference<@Nullable Agent> started) {}

    /** An agent that has run nothing yet: the spare, if there is one. */
    Agent take() throws TargetUnavailableException, InterruptedException {
        Spare ready = spare;
        spare = null;
        if (ready == null) {
            return starter.start();
        }
        Agent agent = started(ready);
        if (agent.isAlive()) {
            return agent;
        }
        agent.kill();
        return starter.start();
    }

    /** Begins to start a spare, unless there is one. */
    void prepare() {
        if (spare == null) {
            AtomicReference<@Nullable Agent> started = new AtomicReference<>();
            FutureTask<Agent> agent = new FutureTask<>(() -> {
                Agent fresh = starter.start();
                started.set(fresh);
                return fresh;
            });
            spare = new Spare(agent, new Thread(agent, "agent-spare"), started);
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
            // Its starter kills what it is starting; what it has just started is nobody's yet.
            unused.starter().join();
            Agent fresh = unused.started().get();
            if (fresh != null) {
                fresh.kill();
            }
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
