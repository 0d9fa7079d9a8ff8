package org.apctck.cli.nightly;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.night.News;
import org.apctck.kit.results.Attempt;
import org.apctck.reports.TracePicture;
import org.apctck.spec.Verdict;

/** What is new of a target, as it is printed. */
final class NewsText {
    private NewsText() {}

    static List<String> lines(News news) {
        List<String> lines = new ArrayList<>();
        for (News.Item item : news.items()) {
            lines.add("  new: " + item.line());
            picture(item).forEach(line -> lines.add("    " + line));
        }
        news.once().forEach(item -> lines.add("  may be chance: " + item.line()));
        news.better().forEach(item -> lines.add("  better: " + item.line()));
        return lines;
    }

    /** What happened. */
    private static List<String> picture(News.Item item) {
        Attempt worst = item.result().worst();
        return worst == null ? List.of() : TracePicture.of(worst);
    }

    static Map<String, Object> tree(News news) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("nights", news.nights().stream().map(Path::toString).toList());
        tree.put("new", trees(news.items()));
        tree.put("once", trees(news.once()));
        tree.put("better", trees(news.better()));
        return tree;
    }

    private static List<Map<String, Object>> trees(List<News.Item> items) {
        return items.stream().map(NewsText::tree).toList();
    }

    private static Map<String, Object> tree(News.Item item) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", item.result().rule());
        tree.put("scenario", item.result().scenario());
        tree.put("verdict", item.result().verdict().name());
        tree.put("before", item.before().stream().map(Verdict::name).toList());
        tree.put("newOutcome", !item.outcomes().isEmpty());
        return tree;
    }
}
