package org.apctck.kit.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apctck.kit.Case;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.spec.Document;
import org.apctck.spec.Node;
import org.apctck.spec.Verdict;
import org.jspecify.annotations.Nullable;

/** The known deviations of a target: {@code expectations/<target>.yaml}, a list of rule or scenario, verdict and reason. */
public final class Expectations {
    /** What needs no entry. */
    private static final Set<Verdict> EXPECTED =
            EnumSet.of(Verdict.PASS, Verdict.OBSERVED, Verdict.NOT_APPLICABLE, Verdict.UNTESTABLE);

    /** What says nothing about the target, so that no entry can expect it. */
    private static final Set<Verdict> NEVER_EXPECTED = EnumSet.of(Verdict.ERROR, Verdict.NOT_RUN, Verdict.UNTESTABLE);

    /** No known deviations. */
    public static final Expectations NONE = new Expectations(List.of());

    private final List<Expectation> entries;

    private Expectations(List<Expectation> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a file of expectations.
     *
     * @throws org.apctck.spec.InputException with file, line and field
     */
    public static Expectations read(Path file) {
        return read(file.toString(), Document.read(file));
    }

    static Expectations read(String file, Node list) {
        List<Expectation> entries = new ArrayList<>();
        for (Node node : list.items()) {
            node.only("rule", "scenario", "verdict", "reason", "digest");
            Expectation entry = entry(file, node);
            for (Expectation other : entries) {
                if (other.subject().equals(entry.subject())) {
                    throw node.error("a second entry for " + entry.subject() + "; the first is at " + other.place());
                }
            }
            entries.add(entry);
        }
        return new Expectations(entries);
    }

    private static Expectation entry(String file, Node node) {
        Node rule = node.find("rule");
        Node scenario = node.find("scenario");
        if (rule == null && scenario == null || rule != null && scenario != null) {
            throw node.error("needs either `rule` or `scenario`");
        }
        if (rule != null && rule.text().contains("/")) {
            throw rule.error("is the id of a scenario; write `scenario:`");
        }
        if (scenario != null && !scenario.text().contains("/")) {
            throw scenario.error("is not the id of a scenario, which is RULE/name");
        }
        Verdict verdict = node.get("verdict").constant(Verdict.class);
        if (NEVER_EXPECTED.contains(verdict)) {
            throw node.get("verdict").error(verdict + " cannot be expected");
        }
        String reason = node.get("reason").text();
        if (reason.isBlank()) {
            throw node.get("reason").error("must say why");
        }
        Node digest = node.find("digest");
        return new Expectation(
                scenario != null ? scenario.text() : node.get("rule").text(),
                verdict,
                reason,
                digest == null ? null : digest.text(),
                file + ":" + node.line());
    }

    public List<Expectation> entries() {
        return entries;
    }

    /**
     * Compares results with what is expected.
     *
     * @param known every case that could have been asked for: an entry for one that was not asked for is not stale
     */
    public Deviations compare(List<ScenarioResult> results, List<Case> known) {
        List<Deviation> unexpected = new ArrayList<>();
        List<Known> accounted = new ArrayList<>();
        ExitStatus status = ExitStatus.OK;
        for (ScenarioResult result : results) {
            Expectation entry = entryFor(result);
            Verdict verdict = result.verdict();
            if (verdict == Verdict.ERROR) {
                status = status.and(ExitStatus.FAULT);
            } else if (verdict == Verdict.NOT_RUN) {
                status = status.and(ExitStatus.NOT_RUN);
            } else if (entry != null && isStale(entry, result)) {
                unexpected.add(new Deviation(
                        entry.place() + ": stale: " + entry.subject() + " has changed since; its digest is "
                                + result.digest() + ", the result " + verdict,
                        result));
            } else if (entry != null && entry.verdict() == verdict) {
                accounted.add(new Known(result, entry));
            } else if (verdict == Verdict.INCONCLUSIVE) {
                status = status.and(ExitStatus.INCONCLUSIVE);
            } else if (entry != null) {
                unexpected.add(new Deviation(
                        entry.place() + ": " + kind(verdict) + ": " + result.scenario() + " is " + verdict
                                + ", expected " + entry.verdict(),
                        result));
            } else if (!EXPECTED.contains(verdict)) {
                unexpected.add(new Deviation(
                        kind(verdict) + ": " + result.scenario() + " is " + verdict + ": " + result.reason(), result));
            }
        }
        entries.stream()
                .filter(entry -> known.stream().noneMatch(scenario -> isAbout(entry, scenario)))
                .forEach(entry -> unexpected.add(new Deviation(
                        entry.place() + ": matches nothing: there is no scenario for " + entry.subject(), null)));
        return new Deviations(unexpected, accounted, unexpected.isEmpty() ? status : status.and(ExitStatus.UNEXPECTED));
    }

    /** The entry that speaks of {@code result}, the more specific one if there are two; null if there is none. */
    public @Nullable Expectation entryFor(ScenarioResult result) {
        return entries.stream()
                .filter(entry -> entry.isAbout(result))
                .reduce((one, other) -> one.isOfScenario() ? one : other)
                .orElse(null);
    }

    private static boolean isStale(Expectation entry, ScenarioResult result) {
        return entry.digest() != null
                && !result.digest().isEmpty()
                && !entry.digest().equals(result.digest());
    }

    private static boolean isAbout(Expectation entry, Case scenario) {
        return entry.subject().equals(entry.isOfScenario() ? scenario.id() : scenario.rule());
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "unexpected pass";
            case FAIL, CRASH, TIMEOUT -> "unexpected failure";
            default -> "unexpected result";
        };
    }
}
