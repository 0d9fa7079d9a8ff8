package org.apctck.features.suite;

import static io.cucumber.junit.platform.engine.Constants.GLUE_PROPERTY_NAME;

import java.nio.file.Path;
import java.util.Map;
import org.apctck.kit.agent.ServeMain;
import org.apctck.spec.TargetUnavailableException;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The reference shows the same outcomes behind the protocol: nothing is lost on the way through a pipe and back. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = GLUE_PROPERTY_NAME, value = "org.apctck.features.steps,org.apctck.features.suite")
class ReferenceAgentSuiteTest {
    @BeforeSuite
    static void begin() throws TargetUnavailableException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String command = "'" + java + "' -cp '" + System.getProperty("java.class.path") + "' "
                + ServeMain.class.getName() + " reference";
        SuiteRun.begin("agent:" + command, Map.of(), new AgreesWithTheModel());
    }

    @AfterSuite
    static void end() {
        SuiteRun.end();
    }
}
