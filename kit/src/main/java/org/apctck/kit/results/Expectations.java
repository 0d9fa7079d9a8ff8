package org.apctck.kit.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.ExitStatus;
import org.apctck.kit.Rejection;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.kit.results.Expectation.Kind;
import org.apctck.spec.Objection;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.format.Document;
import org.apctck.spec.format.Node;
import org.jspecify.annotations.Nullable;

/**
 * The known deviations of a target: {@code expectations/<target>.yaml}.
 *
 * <pre>
 * - scenario: QUEUE-FIFO-1/three-apcs   # or `rule: QUEUE-FIFO-1` for each of its scenarios
 *   when: {version: '&gt;= 2.11, &lt; 3', platform: Linux}   # left out: on every one
 *   verdict: FAIL                       # or a list, for what comes and goes
 *   shows: 'begins B(0)'                # what the reason of the verdict must contain; left out: anything
 *   reason: Why the target deviates, for people.
 *   bug: https://…                      # if it was reported
 *   review: 2027-06-30                  # the day after which the entry is to be looked at again
 *   digest: …                           # of the case; another one makes the entry stale
 * - objection: QUEUE-FIFO-1             # objections that rest on this rule, in scenarios of others
 *   in: DELIVER-DRAIN-1/three-apcs      # in one of them; left out: in any
 *   …                                   # as above, without digest
 * - finding: 'code = 0'                 # objections that rest on no rule, with this in their reason; no `shows`
 * </pre>
 */
public final class Expectations {
    /** What needs no entry. */
    private static final Set<Verdict> EXPECTED =
            EnumSet.of(Verdict.PASS, Verdict.OBSERVED, Verdict.NOT_APPLICABLE, Verdict.UNTESTABLE);

    /** What says nothing about the target, so that no entry can expect it. */
    private static final Set<Verdict> NEVER_EXPECTED = EnumSet.of(Verdict.ERROR, Verdict.NOT_RUN, Verdict.UNTESTABLE);

    /** What says something about the target, or about the kit. A run without any of these has tested nothing. */
    private static final Set<Verdict> TESTED =
            EnumSet.complementOf(EnumSet.of(Verdict.NOT_APPLICABLE, Verdict.UNTESTABLE, Verdict.NOT_RUN));

    /** No known deviations. */
    public static final Expectations NONE = new Expectations(List.of());

    private final List<Expectation> entries;
    /** Null as long as it is not known where and when they are to hold. */
    private final @Nullable LocalDate today;

    private Expectations(List<Expectation> entries) {
        this(entries, null);
    }

    private Expectations(List<Expectation> entries, @Nullable LocalDate today) {
        this.entries = List.copyOf(entries);
        this.today = today;
    }

    /** Entries that are known to hold, on {@code today} if that is known. */
    static Expectations of(List<Expectation> entries, @Nullable LocalDate today) {
        return new Expectations(entries, today);
    }

    /** The day on which they are to hold; null as long as that is not known. */
    @Nullable
    LocalDate today() {
        return today;
    }

    /** Those that hold on {@code target}; the ones whose day is before {@code today} have expired. */
    public Expectations on(TargetDescription target, LocalDate today) {
        return new Expectations(
                entries.stream()
                        .filter(entry -> entry.condition().holdsOn(target))
                        .map(Expectation::held)
                        .toList(),
                today);
    }

    /** Whether a scenario with this verdict is as expected only if an entry says so. */
    public static boolean needsEntry(Verdict verdict) {
        return !EXPECTED.contains(verdict);
    }

    /**
     * Reads a file of expectations.
     *
     * @throws org.apctck.spec.format.InputException with file, line and field
     */
    public static Expectations read(Path file) {
        return read(file, file.toString());
    }

    /**
     * Reads a file of expectations.
     *
     * @param name of the file, which entries go by
     * @throws org.apctck.spec.format.InputException with file, line and field
     */
    public static Expectations read(Path file, String name) {
        return holdsNothing(file) ? NONE : read(name, Document.read(file));
    }

    /** Whether there are comments at most: what {@code expectations update} leaves where it has dropped every entry. */
    private static boolean holdsNothing(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.allMatch(line -> line.isBlank() || line.startsWith("#"));
        } catch (IOException | UncheckedIOException e) {
            return false; // reading it as a document will say what is wrong
        }
    }

    static Expectations read(String file, Node list) {
        List<Expectation> entries = new ArrayList<>();
        for (Node node : list.items()) {
            node.only(
                    "rule",
                    "scenario",
                    "objection",
                    "finding",
                    "in",
                    "when",
                    "verdict",
                    "shows",
                    "reason",
                    "bug",
                    "review",
                    "digest");
            Expectation entry = entry(file, node);
            for (Expectation other : entries) {
                boolean bothAlways =
                        other.condition().isAlways() && entry.condition().isAlways();
                if (isSame(other, entry) && bothAlways) {
                    throw node.error("a second entry for " + entry.subject() + "; the first is at " + other.place());
                }
            }
            entries.add(entry);
        }
        return new Expectations(entries);
    }

    private static Expectation entry(String file, Node node) {
        List<Kind> kinds = Stream.of(Kind.values())
                .filter(kind -> node.find(kind.field()) != null)
                .toList();
        if (kinds.size() != 1) {
            throw node.error("needs one of `rule`, `scenario`, `objection` and `finding`");
        }
        Kind kind = kinds.get(0);
        Node subject = node.get(kind.field());
        Node in = node.find("in");
        boolean isOfObjections = kind == Kind.OBJECTION || kind == Kind.FINDING;
        if (kind == Kind.RULE && subject.text().contains("/")) {
            throw subject.error("is the id of a scenario; write `scenario:`");
        }
        if (kind == Kind.SCENARIO && !subject.text().contains("/")) {
            throw subject.error("is not the id of a scenario, which is RULE/name");
        }
        if (in != null && !isOfObjections) {
            throw in.error("is for objections and findings alone");
        }
        if (isOfObjections && node.find("digest") != null) {
            throw node.get("digest").error("is for rules and scenarios alone");
        }
        if (kind == Kind.FINDING && node.find("shows") != null) {
            throw node.get("shows").error("is what `finding` says already");
        }
        String reason = node.get("reason").text();
        if (reason.isBlank()) {
            throw node.get("reason").error("must say why");
        }
        Node when = node.find("when");
        Node digest = node.find("digest");
        return new Expectation(
                kind,
                subject.text(),
                in == null ? "" : in.text(),
                when == null ? Condition.ALWAYS : Condition.read(when),
                verdicts(node.get("verdict")),
                node.text("shows", ""),
                reason,
                bug(node),
                review(node),
                digest == null ? null : digest.text(),
                file + ":" + node.line());
    }

    private static Set<Verdict> verdicts(Node node) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (Node one : node.isList() ? node.items() : List.of(node)) {
            Verdict verdict = one.constant(Verdict.class);
            if (NEVER_EXPECTED.contains(verdict)) {
                throw one.error(verdict + " cannot be expected");
            }
            verdicts.add(verdict);
        }
        if (verdicts.isEmpty()) {
            throw node.error("needs a verdict");
        }
        return verdicts;
    }

    private static String bug(Node entry) {
        Node bug = entry.find("bug");
        if (bug != null && !bug.text().matches("https?://\\S+")) {
            throw bug.error("`" + bug.text() + "` is not an address");
        }
        return bug == null ? "" : bug.text();
    }

    private static @Nullable LocalDate review(Node entry) {
        Node review = entry.find("review");
        return review == null ? null : day(review);
    }

    static LocalDate day(Node node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.error("`" + node.text() + "` is not a day such as 2027-06-30", e);
        }
    }

    public List<Expectation> entries() {
        return entries;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expectations that && entries.equals(that.entries) && Objects.equals(today, that.today);
    }

    @Override
    public int hashCode() {
        return Objects.hash(entries, today);
    }

    /**
     * Compares results with what is expected. Where nothing was tested, as the target has none of the functions say, not everything
     * was run.
     *
     * @param known every case that could have been asked for: an entry for one that was not asked for is not stale
     */
    public Deviations compare(List<ScenarioResult> results, List<Case> known) {
        List<Deviation> unexpected = new ArrayList<>();
        List<Known> accounted = new ArrayList<>();
        List<Known> objections = new ArrayList<>();
        ExitStatus status = ExitStatus.OK;
        for (ScenarioResult result : results) {
            besides(result, unexpected, objections);
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
            } else if (entry != null && entry.verdicts().contains(verdict)) {
                if (verdict == Verdict.PASS || result.reason().contains(entry.shows())) {
                    accounted.add(new Known(result, entry));
                } else {
                    unexpected.add(new Deviation(
                            entry.place() + ": failing for another reason: " + result.scenario() + " is " + verdict
                                    + " as expected, but does not show `" + entry.shows() + "`: " + result.reason(),
                            result));
                }
            } else if (verdict == Verdict.INCONCLUSIVE) {
                status = status.and(ExitStatus.INCONCLUSIVE);
            } else if (entry != null) {
                unexpected.add(new Deviation(
                        entry.place() + ": " + kind(verdict) + ": " + result.scenario() + " is " + verdict
                                + ", expected " + entry.verdictText(),
                        result));
            } else if (!EXPECTED.contains(verdict)) {
                unexpected.add(new Deviation(
                        kind(verdict) + ": " + result.scenario() + " is " + verdict + ": " + result.reason(), result));
            }
        }
        entries.stream()
                .filter(entry -> !entry.isOfAny(known))
                .forEach(entry -> unexpected.add(new Deviation(
                        entry.place() + ": matches nothing: there is no scenario for " + entry.title(), null)));
        entries.stream()
                .filter(entry -> entry.isGone(results, known))
                .forEach(entry -> unexpected.add(new Deviation(
                        entry.place() + ": unexpected pass: nobody objects for " + entry.title() + " any more", null)));
        entries.stream()
                .filter(this::hasExpired)
                .forEach(entry -> unexpected.add(new Deviation(
                        entry.place() + ": expired: " + entry.title() + " was to be looked at again after "
                                + entry.review(),
                        null)));
        twice().forEach(line -> unexpected.add(new Deviation(line, null)));
        if (results.stream().noneMatch(result -> TESTED.contains(result.verdict()))) {
            status = status.and(ExitStatus.NOT_RUN);
        }
        return new Deviations(
                unexpected, accounted, objections, unexpected.isEmpty() ? status : status.and(ExitStatus.UNEXPECTED));
    }

    /**
     * What there is beside the verdict of a scenario: each objection needs an entry of its own. For a generated program one that knows
     * the rule to be broken is enough.
     */
    private void besides(ScenarioResult result, List<Deviation> unexpected, List<Known> known) {
        for (Rejection rejection : result.besides()) {
            Objection objection = rejection.objection();
            boolean isOfGenerated = result.rule().equals(GeneratedCases.RULE.id());
            entries.stream()
                    .filter(entry ->
                            entry.covers(result.scenario(), objection) || isOfGenerated && entry.knowsBroken(objection))
                    .findFirst()
                    .ifPresentOrElse(
                            entry -> known.add(new Known(result, entry)),
                            () -> unexpected.add(new Deviation(
                                    "unexpected " + (objection.isFinding() ? "finding" : "objection") + ": "
                                            + result.scenario() + ": " + objection,
                                    result,
                                    rejection)));
        }
    }

    private boolean hasExpired(Expectation entry) {
        return today != null && entry.review() != null && entry.review().isBefore(today);
    }

    /** Entries with conditions that both hold here, so that it is open which of them speaks. */
    private List<String> twice() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (Expectation later : entries.subList(i + 1, entries.size())) {
                if (isSame(later, entries.get(i))) {
                    lines.add(later.place() + ": two entries for " + later.title()
                            + " hold on this target; the other is at "
                            + entries.get(i).place());
                }
            }
        }
        return lines;
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

    private static boolean isSame(Expectation one, Expectation other) {
        return one.kind() == other.kind()
                && one.subject().equals(other.subject())
                && one.in().equals(other.in())
                && (!one.isOfObjections() || one.shows().equals(other.shows()));
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "unexpected pass";
            case FAIL, CRASH, TIMEOUT -> "unexpected failure";
            default -> "unexpected result";
        };
    }
}
