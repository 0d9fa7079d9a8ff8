package org.apctck.spec.rules;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apctck.spec.format.Node;

/**
 * A named set of rules that an implementation claims to keep.
 *
 * @param rules of every level, in the order of the catalogue
 */
public record Profile(String name, String title, List<Rule> rules) {
    public Profile {
        rules = List.copyOf(rules);
    }

    /** Reads an entry of {@code spec/profiles.yaml}: {@code {name: core, title: …, rules: [QUEUE, RETURN-SLEEP-1]}}. */
    static Profile read(Node node, Collection<Rule> catalogue) {
        node.only("name", "title", "rules");
        Node name = node.get("name");
        if (!name.text().matches("[a-z]+(-[a-z]+)*")) {
            throw name.error("`" + name.text() + "` must be small letters and hyphens");
        }
        Set<Rule> picked = new LinkedHashSet<>();
        for (Node word : node.get("rules").items()) {
            List<Rule> meant = catalogue.stream()
                    .filter(rule -> rule.id().equals(word.text()) || rule.area().equals(word.text()))
                    .toList();
            if (meant.isEmpty()) {
                throw word.error("no rule or area is called `" + word.text() + "`");
            }
            picked.addAll(meant);
        }
        List<Rule> rules = catalogue.stream().filter(picked::contains).toList();
        if (rules.stream().noneMatch(rule -> rule.isTestable() && rule.level() == Rule.Level.REQUIRED)) {
            throw node.error("names no required rule that can be tested, so that nothing would be claimed by it");
        }
        return new Profile(name.text(), node.get("title").text(), rules);
    }
}
