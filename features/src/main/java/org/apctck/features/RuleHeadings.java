package org.apctck.features;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apctck.spec.rules.Catalogue;
import org.apctck.spec.rules.Rule;

/** Demands that each {@code Rule:} begins with the id that it is tagged with, and then has the title of the rule. */
final class RuleHeadings {
    private static final Pattern RULE = Pattern.compile("Rule:\\s*(\\S*)\\s*(.*)");
    private static final Pattern TAG = Pattern.compile("@(\\S+)");

    private RuleHeadings() {}

    static List<Finding> check(String file, List<String> lines, Catalogue catalogue) {
        List<Finding> findings = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher rule = RULE.matcher(line);
            if (line.startsWith("@")) {
                TAG.matcher(line).results().forEach(tag -> tags.add(tag.group(1)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                String problem = rule.matches() ? problem(tags, rule.group(1), rule.group(2), catalogue) : "";
                if (!problem.isEmpty()) {
                    findings.add(new Finding(file, i + 1, problem));
                }
                tags.clear();
            }
        }
        return findings;
    }

    private static String problem(List<String> tags, String id, String sentence, Catalogue catalogue) {
        if (tags.size() != 1) {
            return "a Rule is tagged with its id and nothing else, not " + (tags.isEmpty() ? "nothing" : tags);
        }
        if (!tags.get(0).equals(id)) {
            return "the text of the Rule begins with `" + id + "`, its tag is @" + tags.get(0) + "; make them equal";
        }
        String title = catalogue.rule(id).map(Rule::title).orElse(sentence);
        return sentence.equals(title) ? "" : "the Rule says what its title says: `" + id + " " + title + "`";
    }
}
