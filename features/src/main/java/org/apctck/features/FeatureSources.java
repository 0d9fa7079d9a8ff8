package org.apctck.features;

import io.cucumber.core.feature.FeatureParser;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.FeatureParserException;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.resource.Resource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The feature files as Cucumber sees them, and the way back from what it reports to file, line and row of examples. */
final class FeatureSources {
    private static final Pattern POSITIONED = Pattern.compile("\\((\\d+)(?::\\d+)?\\): (.*)");

    private static final Pattern STEP = Pattern.compile("\\s*(Given|When|Then|And|But|\\*) ");
    private static final String STANDS = "Stands because ";

    private final FeatureFiles files;
    private final List<Finding> findings;
    private final Map<URI, String> names = new HashMap<>();
    private final Map<String, Origin> origins = new HashMap<>();
    private long lastId;

    /**
     * Where a pickle comes from.
     *
     * @param name of the scenario as written, placeholders included
     * @param line of the scenario, not of the row
     * @param row of the examples, counted from 1; 0 for a scenario without
     * @param stands what the description says after {@code Stands because}; empty if it does not
     */
    record Origin(String file, String name, int line, int row, String stands) {}

    FeatureSources(FeatureFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Parses the files; what cannot be parsed becomes a finding. */
    List<Feature> parse() {
        FeatureParser parser = new FeatureParser(() -> new UUID(0, ++lastId));
        List<Feature> features = new ArrayList<>();
        files.texts().forEach((file, text) -> {
            URI uri = uri(file);
            names.put(uri, file);
            try {
                parser.parseResource(new Text(uri, text)).ifPresent(feature -> {
                    features.add(feature);
                    trace(feature, file);
                });
            } catch (FeatureParserException e) {
                findings.add(finding(file, e));
            }
        });
        return features;
    }

    /** The file that Cucumber knows under {@code uri}. */
    String file(URI uri) {
        return names.getOrDefault(uri, uri.toString());
    }

    /** The origin of the pickle of {@code file} that stands on {@code line}: its scenario, or its row of examples. */
    Origin origin(String file, int line) {
        Origin origin = origins.get(file + ":" + line);
        if (origin == null) {
            throw new IllegalStateException("no scenario at " + file + ":" + line);
        }
        return origin;
    }

    private void trace(Feature feature, String file) {
        List<String> lines = files.lines(file);
        Map<Integer, Integer> rows = new HashMap<>();
        for (Pickle pickle : feature.getPickles()) {
            int line = pickle.getScenarioLocation().getLine();
            boolean isRow = pickle.getLocation().getLine() != line;
            int row = isRow ? rows.merge(line, 1, Integer::sum) : 0;
            String text = lines.get(line - 1);
            String name = text.substring(text.indexOf(':') + 1).strip();
            origins.put(
                    file + ":" + pickle.getLocation().getLine(),
                    new Origin(file, name, line, row, stands(lines, line)));
        }
    }

    /** The line of the description, between the scenario and its first step, that says why the scenario stands. */
    private static String stands(List<String> lines, int line) {
        for (int i = line; i < lines.size() && !STEP.matcher(lines.get(i)).lookingAt(); i++) {
            String text = lines.get(i).strip();
            if (text.startsWith(STANDS)) {
                return text.substring(STANDS.length()).strip();
            }
        }
        return "";
    }

    private static Finding finding(String file, FeatureParserException problem) {
        Matcher positioned = POSITIONED.matcher(String.valueOf(problem.getMessage()));
        return positioned.find()
                ? new Finding(file, Integer.parseInt(positioned.group(1)), "not Gherkin: " + positioned.group(2))
                : new Finding(file, 0, "not Gherkin: " + problem.getMessage());
    }

    private static URI uri(String file) {
        try {
            return new URI("feature", null, "/" + file.replace('\\', '/'), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /** A file that has been read. */
    private record Text(URI uri, String text) implements Resource {
        @Override
        public URI getUri() {
            return uri;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
