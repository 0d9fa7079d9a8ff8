package org.apctck.features.suite;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import java.util.Map;
import org.apctck.kit.Targets;
import org.apctck.spec.TargetUnavailableException;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Wine deviates where its expectations say so, and nowhere else. The suite is skipped where {@code ./apctck setup wine} was not run. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.apctck.features.steps,org.apctck.features.suite")
class WineSuiteTest {
    private static final String WINE = "wine";

    @BeforeSuite
    static void begin() throws TargetUnavailableException {
        String missing = Targets.provider(WINE).orElseThrow().missing(WINE, Map.of());
        if (missing.isEmpty()) {
            SuiteRun.begin(WINE, Map.of(), AgentsAgree.remembering(KnownDeviations.of(WINE), "agents-of-wine"));
        } else {
            SuiteRun.skip(missing);
        }
    }

    @AfterSuite
    static void end() {
        SuiteRun.end();
    }
}
