package org.apctck.reports.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.Case;
import org.apctck.kit.Rejection;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Expectation;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.site.view.Command;
import org.apctck.reports.site.view.Gherkin;
import org.apctck.reports.site.view.Kind;
import org.apctck.reports.site.view.Known;
import org.apctck.reports.site.view.Mark;
import org.apctck.reports.site.view.Said;
import org.apctck.reports.site.view.ScenarioView;
import org.apctck.reports.site.view.Showing;
import org.apctck.spec.rules.Rule;

/** The scenarios of a rule, and what each came to on each target. */
final class Scenarios {
    private final List<Findings> targets;

    Scenarios(List<Findings> targets) {
        this.targets = targets;
    }

    /** The scenarios of a rule that any of the targets was asked for. */
    List<ScenarioView> of(Rule rule) {
        Figures figures = new Figures();
        Set<String> ids = new LinkedHashSet<>();
        targets.forEach(target -> target.rule(rule).scenarios().forEach(result -> ids.add(result.scenario())));
        return ids.stream().map(id -> view(id, figures)).toList();
    }

    private ScenarioView view(String id, Figures figures) {
        Optional<Case> scenario = targets.stream()
                .flatMap(target -> target.scenario(id).stream())
                .map(ScenarioResult::worst)
                .filter(attempt -> attempt != null)
                .map(Attempt::scenario)
                .findFirst();
        List<Said> said = new ArrayList<>();
        targets.forEach(target -> target.scenario(id).ifPresent(result -> said.add(target.said(result))));
        String name = name(id, scenario);
        return new ScenarioView(
                id,
                Addresses.anchor(id),
                name,
                scenario.map(found -> found.feature() + ":" + found.line()).orElse(""),
                scenario.map(found -> GherkinText.of(found.gherkin())).orElse(new Gherkin(List.of())),
                scenario.map(Case::stands).orElse(""),
                said,
                showings(id, name, figures),
                Races.of(targets, id));
    }

    /** The name; rows of examples share it, so they get their number. */
    static String name(String id, Optional<Case> scenario) {
        String name = scenario.map(Case::name).orElse(id.substring(id.indexOf('/') + 1));
        int row = id.lastIndexOf('#');
        return row < 0 ? name : name + ", example " + id.substring(row + 1);
    }

    /** Targets of which the same was seen are shown together; what is broken comes first. */
    private List<Showing> showings(String id, String name, Figures figures) {
        Map<Object, List<Findings>> groups = new LinkedHashMap<>();
        for (Findings target : targets) {
            target.scenario(id)
                    .ifPresent(result -> groups.computeIfAbsent(sameness(target, result), key -> new ArrayList<>())
                            .add(target));
        }
        boolean open = groups.values().stream().map(group -> group.get(0)).anyMatch(target -> isNotable(target, id));
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> kind(group.get(0), id)))
                .map(group -> showing(id, name, group, open, figures))
                .toList();
    }

    private static Kind kind(Findings target, String id) {
        return Mark.of(target.scenario(id).orElseThrow().verdict()).kind();
    }

    /** Whether there is something to look at; then what the other targets did is unfolded as well, to be compared. */
    private static boolean isNotable(Findings target, String id) {
        return target.isUnexpected(id)
                || target.scenario(id)
                        .map(target::said)
                        .filter(said -> said.mark() != Mark.PASS)
                        .isPresent()
                || target.scenario(id)
                        .filter(result -> !result.besides().isEmpty())
                        .isPresent();
    }

    /** What two targets must share to be shown together: the only outcome of a scenario that is kept, or of one that is recorded. */
    private static Object sameness(Findings target, ScenarioResult result) {
        Mark mark = Mark.of(result.verdict());
        boolean isPlain = (mark == Mark.PASS || mark == Mark.OBSERVED)
                && result.race() == null
                && result.outcomes().size() == 1
                && !result.isCut()
                && result.histogram().size() == 1
                && result.again() == 0
                && !target.isUnexpected(result.scenario())
                && target.known(result.scenario()).isEmpty()
                && result.besides().isEmpty();
        return isPlain ? List.of(mark, result.outcomes().get(0).outcome()) : target;
    }

    private static Showing showing(String id, String name, List<Findings> group, boolean open, Figures figures) {
        Findings first = group.get(0);
        ScenarioResult result = first.scenario(id).orElseThrow();
        Attempt attempt = result.worst();
        List<Command> commands = new ArrayList<>(Commands.of(first.report().header(), result));
        group.stream()
                .skip(1)
                .forEach(target -> commands.add(Commands.again(target.report().header(), id)));
        if (result.outcomes().size() > 1 && result.race() == null) {
            commands.add(Commands.explore(id));
        }
        return new Showing(
                group.stream().map(Findings::name).collect(Collectors.joining(", ")),
                Mark.of(result.verdict()),
                counts(result),
                reason(result),
                first.known(id).map(Scenarios::known).orElse(null),
                first.isUnexpected(id),
                attempt == null ? List.of() : allowed(attempt),
                figures.of(first.name() + ": " + name, Evidence.of(result)),
                attempt == null ? "" : attempt.stderr(),
                commands,
                open);
    }

    /** Why it has its verdict, and what there is beside it, for other rules or for none. */
    private static String reason(ScenarioResult result) {
        return Stream.concat(
                        Stream.of(result.reason()),
                        result.besides().stream()
                                .map(rejection -> rejection.objection().toString()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String counts(ScenarioResult result) {
        int attempts =
                result.histogram().values().stream().mapToInt(Integer::intValue).sum();
        Stream<String> verdicts = attempts <= 1
                ? Stream.of()
                : result.histogram().entrySet().stream()
                        .map(count ->
                                count.getValue() + " " + Mark.of(count.getKey()).word());
        Stream<String> again = result.again() == 0
                ? Stream.of()
                : Stream.of("measured again " + (result.again() == 1 ? "once" : result.again() + " times"));
        return Stream.concat(verdicts, again).collect(Collectors.joining(", "));
    }

    static Known known(Expectation entry) {
        String bug = entry.bug().matches("https?://.*") ? entry.bug() : "";
        String review = entry.review() == null ? "" : entry.review().toString();
        return new Known(entry.reason(), bug, review, entry.place());
    }

    private static List<String> allowed(Attempt attempt) {
        return attempt.judgement().rejections().stream()
                .map(Rejection::objection)
                .flatMap(objection -> objection.allowed().stream())
                .toList();
    }
}
