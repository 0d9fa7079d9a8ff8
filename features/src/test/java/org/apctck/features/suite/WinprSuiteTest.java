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

/** WinPR deviates where its expectations say so, and nowhere else. The suite is skipped where there is no WinPR. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.apctck.features.steps,org.apctck.features.suite")
class WinprSuiteTest {
    private static final String WINPR = "winpr";

    @BeforeSuite
    static void begin() throws TargetUnavailableException {
        String missing = Targets.provider(WINPR).orElseThrow().missing(WINPR, Map.of());
        if (missing.isEmpty()) {
            SuiteRun.begin(WINPR, Map.of(), AgentsAgree.remembering(KnownDeviations.of(WINPR), "agents-of-winpr"));
        } else {
            SuiteRun.skip(missing);
        }
    }

    @AfterSuite
    static void end() {
        SuiteRun.end();
    }
}
