package org.apctck.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.format.Resource;
import org.apctck.spec.rules.Catalogue;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The rules and the scenarios as the build has compiled them: data that is read without Gherkin and YAML, in a fraction of the
 * time that it takes to compile them. A scenario is read when somebody asks for it.
 */
public final class CompiledSuite {
    /** How each line begins. */
    private static final String ID = "{\"id\":\"";

    private static final String RULES = "rules.json";
    private static final String CASES = "cases.ndjson";
    private static final String FOLDER = "org/apctck/suite/";

    private final Catalogue catalogue;
    private final List<String> lines;

    private CompiledSuite(Catalogue catalogue, List<String> lines) {
        this.catalogue = catalogue;
        this.lines = lines;
    }

    /**
     * What the kit ships; empty where nothing was compiled, as the features had a mistake.
     *
     * @throws InputException if it cannot be read
     */
    public static Optional<CompiledSuite> shipped() {
        return resource(RULES)
                .flatMap(rules -> resource(CASES)
                        .map(cases -> new CompiledSuite(
                                catalogue(rules), cases.lines().toList())));
    }

    private static Catalogue catalogue(String text) {
        Node file = Document.json(RULES, text);
        return Catalogue.read(
                file.get("areas").items(),
                file.get("profiles"),
                file.get("digest").text());
    }

    private static Optional<String> resource(String name) {
        return Resource.find(CompiledSuite.class, "/" + FOLDER + name)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Every case, in the order of the features. */
    public List<Case> cases() {
        return cases(line -> true);
    }

    /** The cases of a rule, in the order of the features. */
    public List<Case> casesOf(String rule) {
        String start = start(rule);
        return cases(line -> line.startsWith(start));
    }

    /** The ids of all cases, in the order of the features: much sooner had than the cases. */
    public List<String> ids() {
        return lines.stream()
                .map(line -> line.substring(ID.length(), line.indexOf('"', ID.length())))
                .toList();
    }

    /** How the line of a case of that rule begins: with its id, which begins with that of the rule. */
    private static String start(String rule) {
        return ID + rule + "/";
    }

    private List<Case> cases(Predicate<String> wanted) {
        return lines.stream()
                .filter(wanted)
                .map(line -> CaseJson.read(Document.json(CASES, line)))
                .toList();
    }

    /**
     * Writes what the kit ships below a folder of classes.
     *
     * @param cases of the features
     * @throws InputException with file and line, before anything is written, if the catalogue has a mistake
     */
    public static void write(Path classes, List<Case> cases) throws IOException {
        String digest = Catalogue.load().digest();
        Path folder = Files.createDirectories(classes.resolve(FOLDER));
        JsonMapper json = JsonMapper.builder().build();
        YAMLMapper yaml = YAMLMapper.builder().build();
        Map<String, String> files = Catalogue.shippedRules();
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("digest", digest);
        rules.put(
                "areas",
                files.values().stream()
                        .map(text -> yaml.readValue(text, Object.class))
                        .toList());
        rules.put("profiles", yaml.readValue(Catalogue.shippedProfiles(), Object.class));
        Files.writeString(folder.resolve(RULES), json.writeValueAsString(rules));
        String lines = cases.stream()
                .map(scenario -> json.writeValueAsString(CaseJson.tree(scenario)) + "\n")
                .collect(Collectors.joining());
        Files.writeString(folder.resolve(CASES), lines);
    }

    /** Deletes what an earlier build has written there. */
    public static void delete(Path classes) throws IOException {
        Files.deleteIfExists(classes.resolve(FOLDER + RULES));
        Files.deleteIfExists(classes.resolve(FOLDER + CASES));
    }
}
