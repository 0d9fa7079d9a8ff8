package org.apctck.features.suite;

import io.cucumber.java.After;
import io.cucumber.java.Scenario;
import org.apctck.features.steps.World;

/** Runs the case of a scenario on the target of the suite, once its steps are through. */
public final class RunHook {
    private final World world;

    public RunHook(World world) {
        this.world = world;
    }

    /**
     * Fails the scenario if it is not as it should be. An inconclusive one is not aborted: it would show as skipped, and the
     * suite as green. Only a target that is not on this machine skips its scenarios.
     */
    @After
    public void run(Scenario scenario) {
        if (!scenario.isFailed()) {
            SuiteRun.current().run(scenario, world);
        }
    }
}
