package org.apctck.kit.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.agent.AgentLaunch;
import org.apctck.kit.agent.AgentTarget;
import org.apctck.kit.results.Request;
import org.apctck.spec.TargetUnavailableException;

/** Runs two cases on the agent of its arguments, as the command does: {@code FOLDER COMMAND...}. */
public final class InterruptedHost {
    private InterruptedHost() {}

    public static void main(String[] arguments) throws TargetUnavailableException {
        List<String> command = List.of(arguments).subList(1, arguments.length);
        List<Case> cases = List.of(scenario("Q-A-1/x"), scenario("Q-A-1/y"));
        RunPlan plan = new RunPlan(cases, Cases.catalogue("Q-A-1"), 1, Map.of(), Request.of("fake"));
        AgentTarget target = AgentTarget.open(AgentLaunch.of("fake", command));
        Runner runner = new Runner(plan, target, Path.of(arguments[0]), RunListener.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(runner::stop));
        runner.run();
    }

    private static Case scenario(String id) {
        return Cases.named(id, List.of("60000 ms"), Cases.exactly());
    }
}
