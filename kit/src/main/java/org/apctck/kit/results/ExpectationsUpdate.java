package org.apctck.kit.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.Rejection;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.spec.Objection;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;

/**
 * Brings a file of expectations in line with results, as text: what is kept keeps its prose, its comments and its place.
 *
 * <p>An entry is dropped when its subject does not exist any more, or when every result that it speaks of was asked for, is
 * settled, and needs no entry. One about objections is dropped when nobody makes them any more. An entry for a scenario that now deviates with another verdict gets that verdict. Deviations and objections without an
 * entry are added at the end, to be explained. Entries that do not hold on the target of the results are left alone.
 */
public final class ExpectationsUpdate {
    private static final Set<Verdict> DEVIATIONS = Set.of(Verdict.FAIL, Verdict.CRASH, Verdict.TIMEOUT);
    private static final Set<Verdict> FINE = Set.of(Verdict.PASS, Verdict.OBSERVED, Verdict.NOT_APPLICABLE);

    private final List<String> lines;
    private final Expectations expectations;
    private final List<ScenarioResult> results;
    private final List<Case> known;
    private final List<String> changes = new ArrayList<>();

    /**
     * @param file the name of the file, for errors
     * @param text of the file; empty for one that is to be made
     * @param expectations those of {@code text} that hold on the target of the results
     * @param known every case that there is
     * @throws org.apctck.spec.format.InputException if the text is not written an entry at a time, each from its own line on
     */
    public ExpectationsUpdate(
            String file, String text, Expectations expectations, List<ScenarioResult> results, List<Case> known) {
        this.lines = new ArrayList<>(text.lines().toList());
        this.expectations = expectations;
        this.results = results;
        this.known = known;
        for (Expectation entry : expectations.entries()) {
            if (!lines.get(line(entry)).startsWith("- ")) {
                throw Document.yaml(file, text)
                        .error("cannot be updated: each entry must begin a line with `- `, see line "
                                + (line(entry) + 1));
            }
        }
    }

    /** The text as it should be. */
    public String text() {
        Map<Integer, Expectation> entries = new TreeMap<>(java.util.Comparator.reverseOrder());
        expectations.entries().forEach(entry -> entries.put(line(entry), entry));
        // From the last line up, so that the lines of the others stay where they are.
        entries.values().forEach(this::update);
        List<String> added = added();
        if (!added.isEmpty() && !lines.isEmpty()) {
            lines.add("");
        }
        lines.addAll(added);
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** What was changed, in one line each; to be asked after {@link #text}. */
    public List<String> changes() {
        return List.copyOf(changes);
    }

    private void update(Expectation entry) {
        List<ScenarioResult> about = results.stream()
                .filter(result -> entry.equals(expectations.entryFor(result)))
                .toList();
        boolean exists = entry.isOfAny(known);
        Set<Verdict> verdicts =
                about.stream().map(ScenarioResult::verdict).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!exists) {
            drop(entry, "there is no such scenario");
        } else if (entry.isGone(results, known)) {
            drop(entry, "nobody objects any more");
        } else if (!about.isEmpty()
                && FINE.containsAll(verdicts)
                && !entry.verdicts().contains(Verdict.PASS)) {
            drop(entry, "it is " + verdicts.stream().map(Verdict::name).collect(Collectors.joining(" and ")));
        } else if (entry.isOfScenario()
                && entry.verdicts().size() == 1
                && verdicts.size() == 1
                && DEVIATIONS.containsAll(verdicts)
                && !entry.verdicts().containsAll(verdicts)) {
            changeVerdict(entry, verdicts.iterator().next());
        }
    }

    private void drop(Expectation entry, String why) {
        int first = line(entry);
        lines.subList(first, end(first)).clear();
        changes.add("dropped " + entry.title() + ": " + why);
    }

    private void changeVerdict(Expectation entry, Verdict verdict) {
        int first = line(entry);
        for (int i = first; i < end(first); i++) {
            String old = "verdict: " + entry.verdictText();
            if (lines.get(i).contains(old)) {
                lines.set(i, lines.get(i).replace(old, "verdict: " + verdict));
                changes.add("changed " + entry.subject() + ": " + entry.verdictText() + " is now " + verdict
                        + "; see whether the reason still holds");
                return;
            }
        }
    }

    private List<String> added() {
        List<String> added = new ArrayList<>();
        for (ScenarioResult result : results) {
            Expectation entry = expectations.entryFor(result);
            boolean expected = entry != null && (entry.verdicts().contains(result.verdict()) || entry.isOfScenario());
            if (DEVIATIONS.contains(result.verdict()) && !expected) {
                added.add("- scenario: " + result.scenario());
                added.add("  verdict: " + result.verdict());
                added.add("  reason: " + quoted("Not looked into yet. " + result.reason()));
                changes.add("added " + result.scenario() + ": " + result.verdict());
            }
        }
        expectations.compare(results, known).unexpected().stream()
                .map(Deviation::rejection)
                .filter(Objects::nonNull)
                .map(Rejection::objection)
                .collect(Collectors.toMap(
                        objection -> objection.isFinding() ? objection.reason() : objection.rule(),
                        objection -> objection,
                        (first, later) -> first,
                        LinkedHashMap::new))
                .forEach((subject, objection) -> added(subject, objection, added));
        return added;
    }

    private void added(String subject, Objection objection, List<String> added) {
        String field = objection.isFinding() ? "finding" : "objection";
        added.add("- " + field + ": " + (objection.isFinding() ? quoted(subject) : subject));
        added.add("  verdict: FAIL");
        added.add("  reason: " + quoted("Not looked into yet. " + objection.reason()));
        changes.add("added the " + field + " " + subject);
    }

    /** As a scalar of YAML on one line. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "''").replaceAll("\\s+", " ").strip() + "'";
    }

    /** The index of the first line of an entry. */
    private static int line(Expectation entry) {
        return Integer.parseInt(entry.place().substring(entry.place().lastIndexOf(':') + 1)) - 1;
    }

    /** The index after the last line of the entry that begins at {@code first}: what is indented belongs to it. */
    private int end(int first) {
        int end = first + 1;
        while (end < lines.size() && lines.get(end).startsWith(" ")) {
            end++;
        }
        return end;
    }
}
