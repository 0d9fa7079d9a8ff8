package org.apctck.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apctck.spec.Nearest;
import org.apctck.spec.Rule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rules}: the catalogue, or one rule of it. */
@Command(
        name = "rules",
        description = "Prints the catalogue of rules, those of an area, or one with its sources and scenarios.")
final class RulesVerb implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "A rule or an area; all rules if there is none.")
    private @Nullable String word;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "Only the rules of this profile: core, threads and others, see spec/profiles.yaml.")
    private @Nullable String profile;

    @Mixin
    private Format.Choice format;

    RulesVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Suite suite = Suite.load();
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

    private static String area(Suite suite, String word) {
        List<String> ids = suite.catalogue().rules().stream().map(Rule::id).toList();
        return suite.catalogue().areas().keySet().stream()
                .filter(area -> area.equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> CommandException.usage("no rule or area is called " + word
                        + Nearest.hint(
                                word,
                                ids,
                                "areas are "
                                        + String.join(
                                                ", ", suite.catalogue().areas().keySet()))));
    }
}
