package org.apctck.spec.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.InputException;
import org.apctck.spec.format.Node;
import org.apctck.spec.format.Resource;
import org.apctck.spec.rules.Rule.Level;
import org.apctck.spec.rules.Rule.Reading;
import org.apctck.spec.rules.Rule.Source;
import org.apctck.spec.rules.Rule.Testable;
import org.jspecify.annotations.Nullable;

/** All rules, by id, in the order of the files ({@code spec/rules/}). */
public final class Catalogue {
    /** The areas in the order in which they are shown; each is a file of the catalogue. */
    private static final List<String> AREAS = List.of(
            "queue",
            "deliver",
            "return",
            "signalwait",
            "thread",
            "timer",
            "fileio",
            "cancel",
            "iocp",
            "kernel",
            "other");

    private static final String PROFILES = "profiles.yaml";

    private final Map<String, Rule> rules;
    private final Map<String, String> titles;
    private final String digest;
    private final List<Profile> profiles;

    private Catalogue(Map<String, Rule> rules, Map<String, String> titles, String digest, List<Profile> profiles) {
        this.rules = rules;
        this.titles = titles;
        this.digest = digest;
        this.profiles = List.copyOf(profiles);
    }

    /**
     * Loads the catalogue that the kit ships.
     *
     * @throws InputException with file, line and field
     */
    public static Catalogue load() {
        return read(shippedRules(), Document.yaml("spec/" + PROFILES, shippedProfiles()));
    }

    /** The text of the file of each area, by its name. */
    public static Map<String, String> shippedRules() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String area : AREAS) {
            String name = "rules/" + area + ".yaml";
            files.put("spec/" + name, resource(name));
        }
        return files;
    }

    /** The text of the file of profiles. */
    public static String shippedProfiles() {
        return resource(PROFILES);
    }

    /** The catalogue with one more rule, in an area of its own. The digest stays: the rule is none of the documentation. */
    public Catalogue with(Rule rule) {
        Map<String, Rule> more = new LinkedHashMap<>(rules);
        more.put(rule.id(), rule);
        Map<String, String> areas = new LinkedHashMap<>(titles);
        areas.put(rule.area(), rule.title());
        return new Catalogue(more, areas, digest, profiles);
    }

    private static String resource(String name) {
        return Resource.text(Catalogue.class, "/" + name);
    }

    /**
     * Reads a catalogue without profiles.
     *
     * @param files the text of each file by its name
     * @throws InputException with file, line and field
     */
    public static Catalogue read(Map<String, String> files) {
        return read(files, null);
    }

    /**
     * Reads a catalogue.
     *
     * @param files the text of each file by its name
     * @param profiles the file of profiles, or null for none; not part of the digest, as no verdict depends on them
     * @throws InputException with file, line and field
     */
    public static Catalogue read(Map<String, String> files, @Nullable Node profiles) {
        List<Node> areas = new ArrayList<>();
        files.forEach((name, text) -> areas.add(Document.yaml(name, text)));
        return read(areas, profiles, Document.digest(String.join("\n", files.values())));
    }

    /**
     * Reads a catalogue whose files have been read before.
     *
     * @param areas what stands in each file
     * @param digest of the texts of the files
     * @throws InputException with file, line and field
     */
    public static Catalogue read(List<Node> areas, @Nullable Node profiles, String digest) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        for (Node file : areas) {
            file.only("area", "title", "rules");
            String area = file.get("area").text();
            titles.put(area, file.get("title").text());
            for (Node node : file.get("rules").items()) {
                Rule rule = rule(node, area);
                if (rules.putIfAbsent(rule.id(), rule) != null) {
                    throw node.get("id").error("a second rule " + rule.id());
                }
            }
        }
        return new Catalogue(rules, titles, digest, profiles == null ? List.of() : profiles(profiles, rules.values()));
    }

    private static List<Profile> profiles(Node file, Collection<Rule> rules) {
        List<Profile> profiles = new ArrayList<>();
        for (Node node : file.only("profiles").get("profiles").items()) {
            Profile profile = Profile.read(node, rules);
            if (profiles.stream().anyMatch(other -> other.name().equals(profile.name()))) {
                throw node.get("name").error("a second profile " + profile.name());
            }
            profiles.add(profile);
        }
        return profiles;
    }

    private static Rule rule(Node node, String area) {
        node.only(
                "id",
                "title",
                "level",
                "levelWhy",
                "statement",
                "sources",
                "apis",
                "testable",
                "why",
                "family",
                "disputes",
                "readings",
                "faults");
        String id = node.get("id").text();
        if (!id.matches(area + "(-[A-Z0-9]+)+-\\d+")) {
            throw node.get("id").error("`" + id + "` must be " + area + "-WORDS-NUMBER");
        }
        Testable testable = node.get("testable").constant(Testable.class);
        String why = node.text("why", "");
        if (testable == Testable.YES && !why.isEmpty()) {
            throw node.get("why").error("only a rule that is not testable says why");
        }
        if (testable != Testable.YES && why.isEmpty()) {
            throw node.error("`why` is missing: " + id + " is not testable and must say why");
        }
        List<Source> sources =
                node.get("sources").items().stream().map(Catalogue::source).toList();
        if (sources.isEmpty()) {
            throw node.get("sources").error("a rule needs a source");
        }
        return new Rule(
                id,
                area,
                node.get("title").text(),
                node.get("level").constant(Level.class),
                node.get("levelWhy").text(),
                node.get("statement").text(),
                sources,
                node.get("apis").items().stream().map(Node::text).toList(),
                testable,
                why,
                node.text("family", id),
                node.text("disputes", ""),
                node.list("readings", Catalogue::reading),
                node.list("faults", Node::text));
    }

    private static Source source(Node node) {
        node.only("page", "repository", "path", "section");
        Node repository = node.find("repository");
        Node path = node.find("path");
        return new Source(
                node.get("page").text(),
                repository == null ? null : repository.text(),
                path == null ? null : path.text(),
                node.text("section", ""));
    }

    private static Reading reading(Node node) {
        node.only("id", "options", "question");
        List<String> options = new ArrayList<>();
        node.get("options").items().forEach(option -> options.add(option.text()));
        if (options.size() < 2) {
            throw node.get("options").error("a reading needs at least two options");
        }
        return new Reading(node.get("id").text(), options, node.get("question").text());
    }

    public Collection<Rule> rules() {
        return rules.values();
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** The areas with their titles. */
    public Map<String, String> areas() {
        return java.util.Collections.unmodifiableMap(titles);
    }

    /** What implementations can claim to keep, in the order in which it is shown. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** The profile of that name. */
    public Optional<Profile> profile(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** SHA-256 of all files, in hexadecimal. */
    public String digest() {
        return digest;
    }
}
