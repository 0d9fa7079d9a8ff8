package org.apctck.kit.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apctck.kit.Kit;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run was asked for, on all of its targets: {@code run.json} beside their folders. It is written before anything is
 * run, so that a run which is killed between two targets can be told from one that has only the first.
 *
 * @param run which no other run has, and which the results of its targets name
 * @param started ISO 8601 in UTC
 * @param rulesDigest of the catalogue
 * @param selection what was asked for in words, as it was typed; empty for every scenario
 * @param asked the cases
 * @param targets in their order
 * @param leftOut why a target was left out that need not be there, in one line each
 */
public record RunRecord(
        String kitVersion,
        String run,
        String started,
        String rulesDigest,
        String selection,
        List<Header.Asked> asked,
        List<Entry> targets,
        List<String> leftOut) {
    /** The name of the file in the folder of a run. */
    public static final String FILE = "run.json";

    /** What stands in place of an implementation that was not started. */
    public static final String NOT_STARTED = "not started";

    private static final int FORMAT = 1;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public RunRecord {
        asked = List.copyOf(asked);
        targets = List.copyOf(targets);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A target of a run.
     *
     * @param given on the command line
     * @param name as far as it is known: an agent without one is asked when it starts
     * @param folder the name of the folder of its results; empty as long as it is not known
     * @param absent why it could not start; empty if it could, or if nobody knows
     * @param disagreements what it has shown as a driver of the reference and the model does not allow, in one line each: a fault
     *     of the kit
     */
    public record Entry(String given, String name, String folder, String absent, List<String> disagreements) {
        public Entry {
            disagreements = List.copyOf(disagreements);
        }

        /** A target of which no more is known yet. */
        public Entry(String given, String name, String folder) {
            this(given, name, folder, "", List.of());
        }

        Entry without(String reason) {
            return new Entry(given, name, folder, reason, disagreements);
        }

        Entry disagreeing(List<String> lines) {
            return new Entry(given, name, folder, absent, lines);
        }
    }

    /** Whether every scenario was asked for. */
    public boolean isOfEverything() {
        return selection.isEmpty();
    }

    /** The record that lies in {@code folder}; null if there is none. */
    public static @Nullable RunRecord find(Path folder) {
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? read(Document.read(file)) : null;
    }

    private static RunRecord read(Node node) {
        long format = node.get("format").integer();
        if (format != FORMAT) {
            throw node.get("format")
                    .error("format " + format + " is not known; this kit reads " + FORMAT
                            + ": run it again with this kit");
        }
        return new RunRecord(
                node.get("kit").text(),
                node.get("run").text(),
                node.get("started").text(),
                node.get("rules").text(),
                node.get("selection").text(),
                RunJson.asked(node),
                node.list(
                        "targets",
                        target -> new Entry(
                                target.get("given").text(),
                                target.get("name").text(),
                                folder(target),
                                target.text("absent", ""),
                                target.list("disagreements", Node::text))),
                node.list("leftOut", Node::text));
    }

    /** The name of a folder beside the file, and nothing that leads away from there. */
    private static String folder(Node target) {
        String folder = target.get("folder").text();
        if (!folder.isEmpty() && !folder.matches("[A-Za-z0-9._+-]*[A-Za-z0-9_+-]")) {
            throw target.get("folder").error("`" + folder + "` is not the name of a folder that a run makes");
        }
        return folder;
    }

    /** Writes it as a whole or not at all. */
    void write(Path folder) throws IOException {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("kit", kitVersion);
        tree.put("run", run);
        tree.put("started", started);
        tree.put("rules", rulesDigest);
        tree.put("selection", selection);
        tree.put("targets", targets.stream().map(RunRecord::tree).toList());
        tree.put("leftOut", leftOut);
        tree.put("asked", asked.stream().map(RunJson::tree).toList());
        WholeFile.write(folder.resolve(FILE), MAPPER.writeValueAsString(tree) + "\n");
    }

    private static Map<String, Object> tree(Entry entry) {
        Map<String, Object> tree =
                new TreeMap<>(Map.of("given", entry.given(), "name", entry.name(), "folder", entry.folder()));
        if (!entry.absent().isEmpty()) {
            tree.put("absent", entry.absent());
        }
        if (!entry.disagreements().isEmpty()) {
            tree.put("disagreements", entry.disagreements());
        }
        return tree;
    }

    /** What the results of a target would have begun with that has none: nothing of it is known but its name. */
    Header header(Entry entry) {
        return new Header(
                kitVersion,
                started,
                rulesDigest,
                "",
                new TargetDescription(entry.name(), NOT_STARTED, "", "", "", Set.of()),
                Map.of(),
                1,
                asked,
                new Request(run, entry.given(), Expectations.NONE));
    }

    Entry entry(String given) {
        return targets.stream()
                .filter(entry -> entry.given().equals(given))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the run has no target " + given));
    }

    /** The same run with what is now known of one of its targets. */
    RunRecord with(Entry known) {
        List<Entry> changed = targets.stream()
                .map(entry -> entry.given().equals(known.given()) ? known : entry)
                .toList();
        return new RunRecord(kitVersion, run, started, rulesDigest, selection, asked, changed, leftOut);
    }

    /** The record of a run that begins now. */
    public static RunRecord of(
            String rulesDigest, String selection, List<Header.Asked> asked, List<Entry> targets, List<String> leftOut) {
        Instant now = Instant.now();
        return new RunRecord(
                Kit.version(),
                UUID.randomUUID().toString(),
                now.truncatedTo(ChronoUnit.SECONDS).toString(),
                rulesDigest,
                selection,
                asked,
                targets,
                leftOut);
    }
}
