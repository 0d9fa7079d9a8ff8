package org.apctck.cli.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apctck.kit.faults.FaultHunt;
import org.apctck.kit.faults.FaultReasons;
import org.apctck.kit.faults.FaultSearch;
import org.apctck.reference.fault.generated.GeneratedFault;
import org.apctck.reference.fault.generated.GeneratedFaults;
import org.apctck.reference.fault.generated.Operator;
import org.apctck.reports.TextTable;
import org.apctck.spec.format.Count;

/** How many of the generated faults are caught, operator by operator, and what is known of the others. */
record GeneratedFaultReport(
        List<GeneratedFault> faults, FaultHunt hunt, FaultSearch search, FaultReasons reasons, double seconds) {
    private static final double KEPT_BACK_CAUGHT_MIN = 95;

    /** What is known of a fault. */
    enum Fate {
        /** The checks of a scenario fail by it. */
        CAUGHT,
        /** It shows on no program that asks for it. */
        ALLOWED,
        /** No program asks for it. */
        IDLE,
        /** The list says why nothing catches it. */
        LISTED,
        UNCAUGHT
    }

    Fate fate(GeneratedFault fault) {
        if (hunt.catching(fault.id()).isPresent()) {
            return Fate.CAUGHT;
        }
        if (reasons.why(fault.id()).isPresent()) {
            return Fate.LISTED;
        }
        if (search.shown().getOrDefault(fault.id(), Optional.empty()).isPresent()) {
            return Fate.UNCAUGHT;
        }
        if (search.idle().contains(fault.id())) {
            return Fate.IDLE;
        }
        // Of a bound that no program comes to nothing is known.
        return fault.operator() == Operator.NUMBER ? Fate.UNCAUGHT : Fate.ALLOWED;
    }

    /**
     * What is wrong, in one line each: a fault that is uncaught and not listed, an entry of the list that holds no longer, and, where
     * all faults were run, too few caught of those that are kept back. Of these none is named: they are a measure, not a list of what
     * to do.
     */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        open().stream()
                .filter(fault -> fate(fault) == Fate.UNCAUGHT)
                .map(this::uncaught)
                .forEach(findings::add);
        findings.addAll(reasons.stale(
                GeneratedFaults.all().stream().map(GeneratedFault::id).toList(), hunt));
        if (faults.size() == GeneratedFaults.all().size() && caught(keptBack()) < KEPT_BACK_CAUGHT_MIN) {
            findings.add(String.format(
                    Locale.ROOT,
                    "%s of the faults that are kept back are caught, less than %.0f %%: some kind of fault has no scenario",
                    share(keptBack()),
                    KEPT_BACK_CAUGHT_MIN));
        }
        return findings;
    }

    private String uncaught(GeneratedFault fault) {
        String shows = search.shown()
                .getOrDefault(fault.id(), Optional.empty())
                .map(program -> " shows on " + program)
                .orElse(" is a number that no program comes to");
        return fault.id() + shows
                + " and no scenario catches it; write one for its kind, or say in spec/faults.yaml why there is none";
    }

    private List<GeneratedFault> open() {
        return faults.stream().filter(fault -> !fault.isKeptBack()).toList();
    }

    private List<GeneratedFault> keptBack() {
        return faults.stream().filter(GeneratedFault::isKeptBack).toList();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(table().lines());
        lines.add("");
        lines.addAll(legend());
        lines.add("");
        List<GeneratedFault> uncaught =
                open().stream().filter(fault -> fate(fault) == Fate.UNCAUGHT).toList();
        if (!uncaught.isEmpty()) {
            lines.add("uncaught, without those that are kept back:");
            TextTable table = new TextTable("fault", "shows on", "what it does");
            uncaught.forEach(
                    fault -> table.row(fault.id(), shownBy(fault), fault.fault().title()));
            table.lines().forEach(line -> lines.add("  " + line));
            lines.add("");
        }
        lines.addAll(summary());
        return lines;
    }

    List<String> markdown() {
        List<String> lines = new ArrayList<>(table().markdown());
        lines.add("");
        lines.addAll(legend());
        lines.add("");
        lines.addAll(summary());
        return lines;
    }

    /** The figures in a line, and what is wrong. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d generated faults in %.1f s: %s of those that show are caught, %s of those that are kept back",
                faults.size(),
                seconds,
                share(open()),
                share(keptBack())));
        List<String> findings = findings();
        lines.add(Count.of(findings.size(), "finding") + (findings.isEmpty() ? "" : ":"));
        findings.forEach(finding -> lines.add("  " + finding));
        return lines;
    }

    private static List<String> legend() {
        return List.of(
                "allowed: shows on no program; idle: no program asks for it; listed: spec/faults.yaml says why it is not caught;",
                "share: of those that are neither allowed nor idle; kept back: one in five, for which no scenario was written");
    }

    private TextTable table() {
        TextTable table = new TextTable(
                "operator",
                "faults",
                "caught",
                "allowed",
                "idle",
                "listed",
                "uncaught",
                "share",
                "kept back",
                "share",
                "one fault for");
        for (Operator operator : Operator.values()) {
            List<GeneratedFault> of = faults.stream()
                    .filter(fault -> fault.operator() == operator)
                    .toList();
            if (!of.isEmpty()) {
                row(table, operator.name(), of, operator.title());
            }
        }
        row(table, "all", faults, "");
        return table;
    }

    private void row(TextTable table, String name, List<GeneratedFault> all, String title) {
        List<GeneratedFault> open =
                all.stream().filter(fault -> !fault.isKeptBack()).toList();
        List<GeneratedFault> kept =
                all.stream().filter(GeneratedFault::isKeptBack).toList();
        List<String> cells = new ArrayList<>(List.of(name, Integer.toString(open.size())));
        for (Fate fate : Fate.values()) {
            cells.add(Long.toString(count(open, fate)));
        }
        cells.addAll(List.of(share(open), Integer.toString(kept.size()), share(kept), title));
        table.row(cells);
    }

    private long count(List<GeneratedFault> of, Fate fate) {
        return of.stream().filter(fault -> fate(fault) == fate).count();
    }

    private String share(List<GeneratedFault> of) {
        return showing(of) == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", caught(of));
    }

    /** How many in a hundred of those that are neither allowed nor idle. */
    private double caught(List<GeneratedFault> of) {
        return 100.0 * count(of, Fate.CAUGHT) / showing(of);
    }

    private long showing(List<GeneratedFault> of) {
        return of.size() - count(of, Fate.ALLOWED) - count(of, Fate.IDLE);
    }

    private String shownBy(GeneratedFault fault) {
        return search.shown().getOrDefault(fault.id(), Optional.empty()).orElse("-");
    }

    /** Everything, as {@code docs/protocol/generated-faults.schema.json} describes it. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("faults", faults.stream().map(this::tree).toList());
        tree.put("findings", findings());
        return tree;
    }

    private Map<String, Object> tree(GeneratedFault fault) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", fault.id());
        tree.put("operator", fault.operator().name());
        tree.put("title", fault.fault().title());
        tree.put("rules", fault.rules());
        tree.put("keptBack", fault.isKeptBack());
        tree.put("fate", fate(fault).name());
        hunt.catching(fault.id()).ifPresent(scenario -> tree.put("caughtBy", scenario));
        search.shown().getOrDefault(fault.id(), Optional.empty()).ifPresent(program -> tree.put("shows", program));
        reasons.why(fault.id()).ifPresent(why -> tree.put("why", why));
        return tree;
    }
}
