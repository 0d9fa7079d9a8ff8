package org.apctck.features.suite;

import io.qameta.allure.listener.TestLifecycleListener;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.reports.allure.AllureEntry;
import org.apctck.reports.allure.AllureResults;

/**
 * Describes the results of the suites to Allure as reports do: by verdicts, for each target apart. Left to itself it would take
 * the suites, which run the same scenarios, for repeats of one, and a known deviation for a pass.
 */
public final class AllureVerdicts implements TestLifecycleListener {
    private static final Set<String> SUITES = Set.of("parentSuite", "suite", "subSuite");

    private final Path folder;

    /** Made by Allure, once in a JVM, before any result is written. */
    public AllureVerdicts() {
        this(Path.of(PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory")));
    }

    /**
     * Begins with none but its own results: those of an earlier build would count as repeats.
     *
     * @param folder into which Allure writes them
     */
    AllureVerdicts(Path folder) {
        this.folder = folder;
        try {
            remove(folder);
            AllureResults.writeCategories(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeTestWrite(TestResult result) {
        SuiteRun.lastResult()
                .ifPresentOrElse(entry -> describe(result, entry), () -> setApart(result, SuiteRun.reasonToSkip()));
    }

    void describe(TestResult result, AllureEntry entry) {
        Status ended = result.getStatus();
        entry.describe(result, this::write);
        boolean hasFailed = ended == Status.FAILED || ended == Status.BROKEN;
        if (hasFailed && result.getStatus() != Status.BROKEN) {
            // The suite may demand more than the rule does: that two agents agree, say.
            result.setStatus(Status.FAILED);
        }
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a scenario that was not run there is nothing to say but why. */
    private static void setApart(TestResult result, String reason) {
        String suite = reason.isEmpty() ? "steps that do not compile" : reason;
        List<Parameter> parameters = new ArrayList<>(result.getParameters());
        parameters.add(new Parameter().setName("suite").setValue(suite));
        result.setParameters(parameters);
        List<Label> labels = new ArrayList<>(result.getLabels());
        labels.removeIf(label -> SUITES.contains(label.getName()));
        labels.add(new Label().setName("epic").setValue("Not run here"));
        labels.add(new Label().setName("parentSuite").setValue(suite));
        result.setLabels(labels);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> below = Files.walk(folder)) {
                all = below.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
