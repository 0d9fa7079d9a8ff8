package org.apctck.cli.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Json;
import org.apctck.reference.search.Exploration;
import org.apctck.reports.Shell;
import org.apctck.reports.TextTable;
import org.apctck.reports.ThreadColumns;
import org.apctck.spec.format.Count;
import org.apctck.spec.trace.Outcome;
import org.apctck.spec.trace.Trace;

/**
 * The allowed outcomes of a program, as they are printed.
 *
 * @param name of the program
 * @param seconds that the search took
 */
record Outcomes(String name, Exploration exploration, double seconds) {
    /** How many are printed as text unless all are asked for. */
    static final int SHOWN = 20;

    void text(Console console, boolean all) {
        console.out().println(name + ": " + summary());
        List<Trace> shown = shown(all);
        for (int i = 0; i < shown.size(); i++) {
            Trace trace = shown.get(i);
            console.out().println();
            console.out().println("outcome " + (i + 1) + ", schedule " + trace.schedule() + readings(trace));
            console.print(ThreadColumns.of(trace));
            String ending = trace.evidence().isEmpty() ? "" : ": " + trace.evidence();
            console.out().println("  " + trace.status() + ending);
        }
        more(console, shown, "");
    }

    void markdown(Console console, boolean all) {
        console.out().println("`" + name + "`: " + summary());
        console.out().println();
        List<Trace> shown = shown(all);
        TextTable table = new TextTable("schedule", "readings", "outcome");
        shown.forEach(trace -> table.row(
                "`" + trace.schedule() + "`",
                readings(trace).replaceFirst("^, ", ""),
                trace.outcome().texts().entrySet().stream()
                        .map(thread -> "**" + thread.getKey() + "** " + String.join("; ", thread.getValue()))
                        .collect(Collectors.joining("<br>"))));
        console.print(table.markdown());
        more(console, shown, "`");
    }

    /** One object, an outcome a line: there may be a hundred thousand of them. */
    void json(Console console) {
        console.out().println("{\"outcomes\":[");
        int left = exploration.size();
        for (Trace trace : (Iterable<Trace>) exploration.stream()::iterator) {
            left--;
            console.out().println(Json.line(tree(trace)) + (left > 0 ? "," : ""));
        }
        Map<String, Object> rest = new LinkedHashMap<>();
        rest.put("schedules", exploration.schedules());
        rest.put("states", exploration.states());
        rest.put("complete", exploration.isComplete());
        rest.put("bounded", !exploration.isComplete());
        rest.put("seconds", seconds);
        rest.put("replay", replay("SCHEDULE"));
        console.out().println("]," + Json.line(rest).substring(1));
    }

    private static Map<String, Object> tree(Trace trace) {
        Outcome outcome = trace.outcome();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", outcome.status().name());
        content.put("threads", outcome.texts());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schedule", trace.schedule());
        tree.put("readings", new TreeMap<>(trace.readings()));
        tree.put("outcome", content);
        return tree;
    }

    private String summary() {
        int outcomes = exploration.size();
        String found = Count.of(outcomes, "outcome")
                + (exploration.isComplete() ? "" : " so far, bounded: the search stopped and there may be more");
        String schedules = exploration.schedules() == Long.MAX_VALUE
                ? "more than 9 * 10^18 schedules"
                : Count.of(exploration.schedules(), "schedule") + (exploration.isComplete() ? "" : " so far");
        return found
                + String.format(
                        Locale.ROOT,
                        "; %s, %s, %.2f s of search",
                        schedules,
                        Count.of(exploration.states(), "branching state"),
                        seconds);
    }

    private List<Trace> shown(boolean all) {
        return exploration.stream().limit(all ? exploration.size() : SHOWN).toList();
    }

    /** What there is besides those that are shown, and how to see one of them again. */
    private void more(Console console, List<Trace> shown, String quote) {
        int left = exploration.size() - shown.size();
        if (left > 0) {
            console.out().println();
            console.out().println("and " + Count.of(left, "more outcome") + " (--all prints them)");
        }
        if (!shown.isEmpty()) {
            console.out().println();
            String last = String.valueOf(shown.get(shown.size() - 1).schedule());
            console.out().println("to replay outcome " + shown.size() + ": " + quote + replay(last) + quote);
        }
    }

    private String replay(String schedule) {
        return "./apctck exec " + Shell.quoted(name) + " --target reference --schedule " + schedule;
    }

    private static String readings(Trace trace) {
        return trace.readings().isEmpty()
                ? ""
                : new TreeMap<>(trace.readings())
                        .entrySet().stream()
                                .map(reading -> reading.getKey() + " = " + reading.getValue())
                                .collect(Collectors.joining(", ", ", only if ", ""));
    }
}
