package org.apctck.cli.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.reports.Shell;
import org.apctck.reports.search.RuleIndex;
import org.apctck.spec.format.Nearest;
import org.apctck.spec.rules.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules}: the catalogue, or one rule of it. */
@Command(
        name = "rules",
        description =
                "Prints the catalogue of rules, those of an area or of a function, or one with its sources and scenarios.",
        footer = {
            "",
            "Examples:",
            "  ./apctck rules DELIVER-DRAIN-1",
            "  ./apctck rules WaitForSingleObjectEx",
            "  ./apctck rules --search 'alertable wait consume event'"
        })
public final class RulesVerb implements Callable<Integer> {
    /** More than this nobody reads of what words find; another word narrows it. */
    private static final int FOUND_MAX = 20;

    private final Console console;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "A rule, an area or a function; all rules if there is none.")
    private @Nullable String word;

    @Option(
            names = "--search",
            paramLabel = "WORDS",
            description = "The rules that speak of these words, in any form and order, the best first.")
    private @Nullable String search;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "Only the rules of this profile: core, threads and others, see spec/profiles.yaml.")
    private @Nullable String profile;

    @Mixin
    private Format.Choice format;

    public RulesVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = Suite.load();
        if (search != null) {
            format.print(found(suite, search), console);
            return 0;
        }
        List<Rule> ofFunction = ofFunction(suite);
        if (!ofFunction.isEmpty() && profile != null) {
            throw CommandException.usage("--profile narrows areas; the rules of " + word + " are listed without");
        }
        if (!ofFunction.isEmpty()) {
            format.print(new FoundRules(suite, ofFunction, "of " + word, ofFunction.size()), console);
            return 0;
        }
        Optional<Rule> one =
                Optional.ofNullable(word).flatMap(id -> suite.catalogue().rule(id.toUpperCase(Locale.ROOT)));
        if (one.isPresent()) {
            RuleText rule = new RuleText(one.get(), suite.casesOf(one.get()));
            switch (format.format()) {
                case TEXT -> console.print(rule.lines());
                case JSON -> Json.print(RuleList.tree(suite, one.get()), console);
                case MARKDOWN -> console.print(rule.markdown());
            }
            return 0;
        }
        RuleList list = new RuleList(suite, word == null ? null : area(suite, word), Selection.profile(suite, profile));
        switch (format.format()) {
            case TEXT -> console.print(list.lines());
            case JSON -> Json.print(list.trees(), console);
            case MARKDOWN -> console.print(list.markdown());
        }
        return 0;
    }

    private FoundRules found(Suite suite, String words) {
        if (word != null || profile != null) {
            throw CommandException.usage("--search looks through all rules; give words alone");
        }
        RuleIndex index = RuleIndex.of(suite.catalogue(), suite.ids());
        List<Rule> rules = index.search(words).stream()
                .flatMap(hit -> suite.catalogue().rule(hit.rule()).stream())
                .toList();
        return new FoundRules(suite, rules, "for " + Shell.quoted(words), FOUND_MAX);
    }

    /** The rules that are about the function that was named; none if it is none. */
    private List<Rule> ofFunction(Suite suite) {
        return suite.catalogue().rules().stream()
                .filter(rule -> rule.apis().stream().anyMatch(api -> api.equalsIgnoreCase(word)))
                .toList();
    }

    private static String area(Suite suite, String word) {
        List<String> ids = new ArrayList<>();
        suite.catalogue().rules().forEach(rule -> {
            ids.add(rule.id());
            ids.addAll(rule.apis());
        });
        return suite.catalogue().areas().keySet().stream()
                .filter(area -> area.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> CommandException.usage("no rule, area or function is called " + word
                        + Nearest.hint(
                                word,
                                ids,
                                "areas are "
                                        + String.join(
                                                ", ", suite.catalogue().areas().keySet()))));
    }
}
