package org.apctck.reports.summary;

import static org.apctck.reports.summary.MarkdownText.code;
import static org.apctck.reports.summary.MarkdownText.plain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apctck.kit.results.Deviations.Deviation;
import org.apctck.kit.results.Deviations.Known;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.reports.AreaTable;
import org.apctck.reports.TargetReport;
import org.apctck.reports.TextTable;
import org.apctck.spec.TargetDescription;

/**
 * The results of one target in Markdown: what is missing, what is unexpected, what has no verdict, then the areas, and folded
 * what is known.
 */
public final class MarkdownTarget {
    /** More than that nobody reads on the page of a job, and such a page may be limited in size. */
    private static final int ROWS_MAX = 100;

    /** Of a digest, to tell one library from another. */
    private static final int DIGITS = 12;

    private final TargetReport target;
    private final Function<ScenarioResult, String> again;

    /**
     * @param again the command that shows a result again
     */
    public MarkdownTarget(TargetReport target, Function<ScenarioResult, String> again) {
        this.target = target;
        this.again = again;
    }

    /** A section with a heading of the second level. */
    public List<String> lines(String title) {
        List<String> lines = new ArrayList<>(List.of("## " + plain(title), "", plain(identity()), ""));
        if (!target.incompleteness().isEmpty()) {
            lines.addAll(List.of("> **" + plain(upper(target.incompleteness())) + ".**", ""));
        }
        for (String line : target.disagreements()) {
            lines.addAll(List.of("> **A fault of the kit: " + plain(line) + ".**", ""));
        }
        unexpected(lines);
        unsettled(lines);
        again(lines);
        lines.addAll(AreaTable.of(target.summary()).markdown());
        lines.add("");
        String note = AreaTable.note(target.summary());
        if (!note.isEmpty()) {
            lines.addAll(List.of(plain(note), ""));
        }
        known(lines);
        return lines;
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private String identity() {
        TargetDescription about = target.header().target();
        String digest =
                about.digest().substring(0, Math.min(DIGITS, about.digest().length()));
        return Stream.of(
                        (about.implementation() + " " + about.version()).strip(),
                        about.platform(),
                        digest.isEmpty() ? "" : "SHA-256 " + digest,
                        "run " + target.header().started() + " by kit "
                                + target.header().kitVersion())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private void unexpected(List<String> lines) {
        TextTable table = new TextTable("scenario", "verdict", "why", "again");
        for (Deviation deviation : first(target.deviations().unexpected())) {
            ScenarioResult result = deviation.result();
            boolean isPlain = deviation.rejection() == null && deviation.line().startsWith("unexpected");
            if (result == null) {
                table.row("", "", plain(deviation.line()), "");
            } else {
                table.row(
                        code(result.scenario()),
                        result.verdict().name(),
                        plain(isPlain ? result.reason() : deviation.line()),
                        code(again.apply(result)));
            }
        }
        int count = target.deviations().unexpected().size();
        heading("Unexpected", count, lines);
        end(table, count, lines);
    }

    private void unsettled(List<String> lines) {
        List<ScenarioResult> unsettled = target.unsettled();
        Map<List<String>, List<ScenarioResult>> alike = new LinkedHashMap<>();
        unsettled.forEach(result -> alike.computeIfAbsent(
                        List.of(result.verdict().name(), result.reason()), same -> new ArrayList<>())
                .add(result));
        TextTable table = new TextTable("scenario", "verdict", "why");
        first(List.copyOf(alike.values()))
                .forEach(same -> table.row(
                        code(same.get(0).scenario()) + (same.size() == 1 ? "" : " and " + (same.size() - 1) + " more"),
                        same.get(0).verdict().name(),
                        plain(same.get(0).reason())));
        heading("Without a verdict", unsettled.size(), lines);
        end(table, alike.size(), lines);
    }

    private void again(List<String> lines) {
        Map<String, Integer> scenarios = target.summary().measuredAgain();
        TextTable table = new TextTable("scenario", "again");
        first(List.copyOf(scenarios.entrySet()))
                .forEach(again -> table.row(code(again.getKey()), String.valueOf(again.getValue())));
        heading("Measured again, as nothing had been measured", scenarios.size(), lines);
        end(table, scenarios.size(), lines);
    }

    private void known(List<String> lines) {
        List<Known> known = target.deviations().known();
        if (known.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("scenario", "verdict", "reason");
        first(known)
                .forEach(entry -> table.row(
                        code(entry.result().scenario()),
                        entry.result().verdict().name(),
                        (plain(entry.entry().reason()) + " "
                                        + link(entry.entry().bug()))
                                .strip()));
        lines.addAll(List.of(
                "<details><summary>Known deviations: " + known.size() + (known.size() == 1 ? " scenario" : " scenarios")
                        + "</summary>",
                ""));
        end(table, known.size(), lines);
        lines.addAll(List.of("</details>", ""));
    }

    private static String link(String address) {
        return address.matches("https?://[A-Za-z0-9._~/?#=&%+:@,;!-]+") ? "<" + address + ">" : plain(address);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(ROWS_MAX, all.size()));
    }

    private static void heading(String title, int count, List<String> lines) {
        if (count > 0) {
            lines.addAll(List.of("### " + title + " (" + count + ")", ""));
        }
    }

    /** The table, and how many rows there would be more. */
    private static void end(TextTable table, int rows, List<String> lines) {
        if (rows > 0) {
            lines.addAll(table.markdown());
            lines.add("");
        }
        if (rows > ROWS_MAX) {
            lines.addAll(List.of("and " + (rows - ROWS_MAX) + " more", ""));
        }
    }
}
