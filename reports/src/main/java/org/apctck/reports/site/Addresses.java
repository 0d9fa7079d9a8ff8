package org.apctck.reports.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apctck.reports.TargetReport;
import org.apctck.reports.site.view.Kind;

/**
 * Where each page is, from the root of the site.
 *
 * <p>Names of targets are anything, such as {@code agent:python3 x.py}; each gets a key of its own that is safe in a file name
 * and in an address, on file systems that do not tell upper from lower case as well.
 */
final class Addresses {
    static final String FRONT = "index.html";
    static final String LOOKUP = "rules.html";

    /** The folders that hold nothing but pages. */
    static final List<String> FOLDERS = List.of("areas", "rules", "targets", "pairs");

    private static final int KEY_CHARS_MAX = 48;

    /** Stands in no key, so that no two pairs share a page. */
    private static final String PAIR = "~";

    private final Map<String, String> keys = new HashMap<>();

    Addresses(List<TargetReport> targets) {
        Set<String> taken = new HashSet<>();
        for (TargetReport target : targets) {
            String slug = target.slug().replaceAll("^[._-]+|[._-]+$", "");
            String first = slug.substring(0, Math.min(KEY_CHARS_MAX, slug.length()));
            String base = first.isEmpty() ? "target" : first;
            String key = base;
            for (int n = 2; !taken.add(key.toLowerCase(Locale.ROOT)); n++) {
                key = base + "-" + n;
            }
            keys.put(target.name(), key);
        }
    }

    /** The name of a target in addresses. */
    String key(String target) {
        return keys.getOrDefault(target, "");
    }

    String target(String target) {
        return "targets/" + key(target) + ".html";
    }

    String pair(String left, String right) {
        return "pairs/" + key(left) + PAIR + key(right) + ".html";
    }

    static String area(String area) {
        return "areas/" + area + ".html";
    }

    static String rule(String rule) {
        return "rules/" + rule + ".html";
    }

    static String scenario(String rule, String scenario) {
        return rule(rule) + "#" + anchor(scenario);
    }

    /** The place of a scenario on the page of its rule. */
    static String anchor(String scenario) {
        return scenario.substring(scenario.indexOf('/') + 1).replace('#', '.').replaceAll("[^A-Za-z0-9.-]", "_");
    }

    /** The list of rules that came out in one way on a target. */
    String rules(String target, Kind kind) {
        return LOOKUP + "#target=" + key(target) + "&verdict=" + kind.key();
    }

    /** The list of rules of an area that came out in one way on a target. */
    String rules(String target, Kind kind, String area) {
        return LOOKUP + "#area=" + area + "&target=" + key(target) + "&verdict=" + kind.key();
    }

    /** The list of rules about a function. */
    static String api(String function) {
        return LOOKUP + "#api=" + URLEncoder.encode(function, StandardCharsets.UTF_8);
    }
}
