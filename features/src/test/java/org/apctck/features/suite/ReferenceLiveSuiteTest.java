package org.apctck.features.suite;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import java.util.Map;
import org.apctck.spec.TargetUnavailableException;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The same kernel under real threads and real time shows every scenario, too, and only outcomes that the model allows. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.apctck.features.steps,org.apctck.features.suite")
class ReferenceLiveSuiteTest {
    @BeforeSuite
    static void begin() throws TargetUnavailableException {
        SuiteRun.begin("reference-live", Map.of(), new AgreesWithTheModel());
    }

    @AfterSuite
    static void end() {
        SuiteRun.end();
    }
}
