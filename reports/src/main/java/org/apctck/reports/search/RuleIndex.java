package org.apctck.reports.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/**
 * Finds rules by words, in any form and any order, the best first. A word counts by where it stands, in a title more than in a
 * dispute, and by how few rules have it.
 *
 * <p>{@link #tree} is what the page of all rules searches in; {@code site.js} does there what {@link #search} does here.
 */
public final class RuleIndex {
    private static final double TITLE = 6;
    private static final double ID = 4;
    private static final double FUNCTION = 4;
    private static final double STATEMENT = 3;
    private static final double SCENARIO = 1.5;
    private static final double REASON = 1;

    /** What is binding is looked for most: by the level of a rule, in their order. */
    private static final double[] LEVELS = {1.2, 1, 0.7};

    /** What a word counts that somebody has typed only the beginning of. */
    private static final double BEGINNING = 0.5;

    private static final int BEGINNING_MIN = 3;
    private static final int COMMON_MIN = 4;

    /** Words of other people for the things that rules speak of. */
    private static final Map<String, List<String>> SYNONYMS = Map.ofEntries(
            Map.entry("deadlock", List.of("infinite", "ever", "hang")),
            Map.entry("hang", List.of("infinite", "ever")),
            Map.entry("forever", List.of("infinite", "ever")),
            Map.entry("join", List.of("exit", "returns", "signals")),
            Map.entry("consume", List.of("reset", "take", "decrement", "modifies")),
            Map.entry("kill", List.of("terminate")),
            Map.entry("exited", List.of("ended", "exit")),
            Map.entry("callback", List.of("routine")),
            Map.entry("freeze", List.of("suspend")),
            Map.entry("permission", List.of("right", "access")),
            Map.entry("getlasterror", List.of("last", "error")),
            Map.entry("fifo", List.of("order")));

    private final List<String> rules;
    /** The terms of each word that occurs. */
    private final Map<String, Set<Integer>> forms = new TreeMap<>();
    /** Of each term the rules that have it, by their number, with what it counts there. */
    private final List<Map<Integer, Double>> postings = new ArrayList<>();

    private final Map<String, Integer> terms = new HashMap<>();

    /**
     * A rule that was found.
     *
     * @param words how many words of the query it has
     */
    public record Hit(String rule, int words, double score) {}

    private RuleIndex(List<String> rules) {
        this.rules = rules;
    }

    /**
     * The index of a catalogue.
     *
     * @param scenarios ids of scenarios, which begin with that of their rule
     */
    public static RuleIndex of(Catalogue catalogue, Collection<String> scenarios) {
        List<Rule> all = List.copyOf(catalogue.rules());
        RuleIndex index = new RuleIndex(all.stream().map(Rule::id).toList());
        Map<String, List<String>> names = new HashMap<>();
        for (String scenario : scenarios) {
            int slash = scenario.indexOf('/');
            names.computeIfAbsent(scenario.substring(0, slash), rule -> new ArrayList<>())
                    .add(scenario.substring(slash + 1).replaceFirst("#\\d+$", ""));
        }
        for (int number = 0; number < index.rules.size(); number++) {
            Rule rule = all.get(number);
            double level = LEVELS[rule.level().ordinal()];
            // NOCONSUME is about what consumes.
            index.add(number, level * ID, rule.id() + " " + rule.id().replace("-NO", "-"));
            index.add(number, level * title(rule), rule.title());
            index.add(number, level * FUNCTION, String.join(" ", rule.apis()));
            index.add(number, level * STATEMENT, rule.statement());
            index.add(number, level * SCENARIO, String.join(" ", names.getOrDefault(rule.id(), List.of())));
            index.add(number, level * REASON, String.join(" ", rule.disputes(), rule.why(), rule.levelWhy()));
        }
        SYNONYMS.forEach((word, others) -> others.forEach(other -> index.forms
                .computeIfAbsent(word, any -> new LinkedHashSet<>())
                .addAll(index.forms.getOrDefault(other, Set.of()))));
        index.forms.values().removeIf(Set::isEmpty);
        return index;
    }

    /** In a short title each word says more. */
    private static double title(Rule rule) {
        return TITLE * (0.7 + 1.5 / rule.title().split(" ").length);
    }

    /** A word counts once in each field, however often it stands there. */
    private void add(int rule, double weight, String text) {
        Set<Integer> counted = new HashSet<>();
        for (String word : Words.of(text)) {
            int term = terms.computeIfAbsent(Words.stem(word), any -> {
                postings.add(new TreeMap<>());
                return postings.size() - 1;
            });
            forms.computeIfAbsent(word, any -> new LinkedHashSet<>()).add(term);
            if (counted.add(term)) {
                postings.get(term).merge(rule, weight, Math::max);
            }
        }
    }

    /** The rules that have most of the words, the best first; none if no word is known. */
    public List<Hit> search(String query) {
        double[] scores = new double[rules.size()];
        int[] words = new int[rules.size()];
        for (String word : new LinkedHashSet<>(Words.of(query))) {
            double[] best = new double[rules.size()];
            found(word)
                    .forEach((term, factor) -> postings.get(term)
                            .forEach((rule, weight) ->
                                    best[rule] = Math.max(best[rule], factor * weight * rarity(term))));
            for (int rule = 0; rule < best.length; rule++) {
                scores[rule] += best[rule];
                words[rule] += best[rule] > 0 ? 1 : 0;
            }
        }
        int least = Math.max(1, Arrays.stream(words).max().orElse(0) - 1);
        return IntStream.range(0, words.length)
                .filter(rule -> words[rule] >= least)
                .mapToObj(rule -> new Hit(rules.get(rule), words[rule], scores[rule] * words[rule]))
                // Equal ones stay in the order of the catalogue.
                .sorted(Comparator.comparing((Hit hit) -> hit.rule().equalsIgnoreCase(query.strip()))
                        .thenComparing(Hit::score)
                        .reversed())
                .toList();
    }

    private double rarity(int term) {
        return Math.log(1 + (double) rules.size() / postings.get(term).size());
    }

    /** The terms that a word stands for: its own, those of words that begin with it, else those of words that begin like it. */
    private Map<Integer, Double> found(String word) {
        Map<Integer, Double> found = new LinkedHashMap<>();
        if (word.length() >= BEGINNING_MIN) {
            forms.forEach((form, of) -> {
                if (form.startsWith(word)) {
                    of.forEach(term -> found.merge(term, BEGINNING, Math::max));
                }
            });
        }
        forms.getOrDefault(word, Set.of()).forEach(term -> found.put(term, 1.0));
        for (int length = word.length() - 1; found.isEmpty() && length >= COMMON_MIN; length--) {
            String beginning = word.substring(0, length);
            forms.forEach((form, of) -> {
                if (form.startsWith(beginning)) {
                    of.forEach(term -> found.put(term, BEGINNING));
                }
            });
        }
        return found;
    }

    /** The index as data: the words with their terms, and the terms with the rules that have them and what they count there. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rules", rules);
        tree.put("stop", Words.STOP.stream().sorted().toList());
        tree.put("spellings", Words.SPELLINGS);
        tree.put("forms", forms);
        tree.put(
                "postings",
                postings.stream()
                        .map(posting -> posting.entrySet().stream()
                                .map(entry -> List.of(entry.getKey(), entry.getValue()))
                                .toList())
                        .toList());
        return tree;
    }
}
