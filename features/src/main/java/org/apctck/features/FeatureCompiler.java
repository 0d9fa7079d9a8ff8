package org.apctck.features;

import io.cucumber.core.backend.ObjectFactory;
import io.cucumber.core.feature.GluePath;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.core.runtime.Runtime;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.apctck.features.steps.World;
import org.apctck.kit.Case;
import org.apctck.spec.format.InputException;

/**
 * Compiles features to cases.
 *
 * <p>Cucumber runs once over all of them in this process; its steps only draft programs and checks, so that nothing is
 * executed. Afterwards a case can be run, judged and reported without Cucumber.
 */
public final class FeatureCompiler {
    private static final URI GLUE = GluePath.parse(World.class.getPackageName());

    private FeatureCompiler() {}

    /**
     * Compiles the features that the kit ships.
     *
     * @throws InputException with file and line of the first scenario that does not compile
     */
    public static List<Case> compile() {
        return compile(FeatureFiles.shipped());
    }

    /**
     * Compiles {@code files}.
     *
     * @return the cases, in order of the files and of the scenarios in them
     * @throws InputException with file and line of the first scenario that does not compile
     */
    public static List<Case> compile(FeatureFiles files) {
        Compilation compilation = compileAll(files);
        List<Finding> findings = compilation.findings();
        if (!findings.isEmpty()) {
            int more = findings.size() - 1;
            throw new InputException(
                    findings.get(0) + (more == 0 ? "" : " (and " + more + " more: run `apctck lint`)"));
        }
        return compilation.cases();
    }

    /** Compiles what can be compiled of {@code files}, and says what cannot. */
    public static Compilation compileAll(FeatureFiles files) {
        List<Finding> findings = new ArrayList<>();
        FeatureSources sources = new FeatureSources(files, findings);
        List<Feature> features = sources.parse();
        StepObjects objects = new StepObjects();
        CaseCollector collector = new CaseCollector(sources, objects, findings);
        Runtime.builder()
                .withRuntimeOptions(new RuntimeOptionsBuilder().addGlue(GLUE).build())
                .withClassLoader(FeatureCompiler.class::getClassLoader)
                .withObjectFactorySupplier(() -> (ObjectFactory) objects)
                .withFeatureSupplier(() -> features)
                .withAdditionalPlugins(collector)
                .build()
                .run();
        // Each row of examples repeats what is wrong with its scenario.
        return new Compilation(
                files, collector.places(), findings.stream().distinct().sorted().toList());
    }
}
