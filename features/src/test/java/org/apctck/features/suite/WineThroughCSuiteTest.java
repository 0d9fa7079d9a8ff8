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

/**
 * Wine behind the agent in C deviates as behind the other agent, and shows the same outcomes: each agent checks the other. The
 * suite is skipped where {@code ./apctck setup wine} was not run or there is no compiler. By its name it comes after {@link
 * WineSuiteTest}, whose outcomes it can then use.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.apctck.features.steps,org.apctck.features.suite")
class WineThroughCSuiteTest {
    private static final String WINE = "wine";
    private static final String WINE_C = "wine-c";

    private static AgentsAgree agreement;

    @BeforeSuite
    static void begin() throws TargetUnavailableException {
        String missing = Targets.provider(WINE_C).orElseThrow().missing(WINE_C, Map.of());
        if (missing.isEmpty()) {
            agreement = new AgentsAgree(KnownDeviations.of(WINE), Targets.open(WINE, Map.of()), "agents-of-wine");
            SuiteRun.begin(WINE_C, Map.of(), agreement);
        } else {
            SuiteRun.skip(missing);
        }
    }

    @AfterSuite
    static void end() {
        try {
            SuiteRun.end();
        } finally {
            if (agreement != null) {
                agreement.close();
            }
        }
    }
}
