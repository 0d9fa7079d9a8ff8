package org.apctck.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apctck.cli.console.CommandException;
import org.apctck.cli.console.Console;
import org.apctck.cli.console.Format;
import org.apctck.cli.console.Json;
import org.apctck.cli.session.AbsentTarget;
import org.apctck.cli.session.Progress;
import org.apctck.cli.session.RunTerms;
import org.apctck.cli.session.Session;
import org.apctck.cli.session.TargetResult;
import org.apctck.cli.suite.Selection;
import org.apctck.cli.suite.Suite;
import org.apctck.cli.target.Home;
import org.apctck.cli.target.NamedTarget;
import org.apctck.kit.Case;
import org.apctck.kit.agent.HostLimits;
import org.apctck.kit.diff.Agreement;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.kit.race.RaceBounds;
import org.apctck.kit.results.Expectations;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.RunFolder;
import org.apctck.kit.results.RunRecord;
import org.apctck.reference.fault.Faults;
import org.apctck.reference.fault.generated.GeneratedFaults;
import org.apctck.reports.Shell;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.format.Nearest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: cases on targets, judged, compared with what is expected, printed and kept. */
@Command(
        name = "run",
        description = "Runs scenarios on targets and says which rules they keep.",
        footer = {
            "",
            "Examples:",
            "  ./apctck run --target reference --target winpr --if-available",
            "  ./apctck run --target winpr QUEUE DELIVER-DRAIN-1",
            "  ./apctck run --target winpr --record winpr.ndjson; ./apctck diff reference recording:winpr.ndjson",
            "  ./apctck run --target winpr --tags 'THREAD and not informative'",
            "  ./apctck run --target winpr --profile core",
            "  ./apctck run --target reference --fault LIFO-QUEUE QUEUE",
            "  ./apctck run --target winpr --generated 500 --seed 7",
            "  ./apctck run --target winpr generated/7/12"
        })
public final class RunVerb implements Callable<Integer> {
    private static final int GENERATED_MAX = 1_000_000;
    private static final int JOBS_MAX = 64;
    private static final int REPEATS_MAX = 10_000;

    private final Console console;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            required = true,
            description =
                    "A target to run on, see ./apctck targets; may be given several times. NAME=agent:COMMAND gives an agent a name"
                            + " (default: what it says that it is).")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--if-available", description = "Leave out a target that cannot start here.")
    private boolean ifAvailable;

    @Parameters(
            paramLabel = "SELECTION",
            arity = "0..*",
            description =
                    "The id of a rule or a scenario, an area, a feature file (with :LINE), generated/SEED/NUMBER; every scenario if"
                            + " there is none.")
    private List<String> words = new ArrayList<>();

    @Option(
            names = "--tags",
            paramLabel = "EXPRESSION",
            description = "Only scenarios for which it holds; the tags are ids of rules, areas and levels.")
    private @Nullable String tags;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "Only the rules that an implementation of this profile claims to keep; ./apctck rules --profile"
                            + " PROFILE lists them.")
    private @Nullable String profile;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Run each scenario N times; one forbidden outcome is a failure.")
    private int repeats = 1;

    @Option(
            names = "--generated",
            paramLabel = "N",
            description =
                    "Instead of scenarios, N programs that are drawn from --seed, judged by the model alone; of those that"
                            + " the target has the functions for.")
    private int generated;

    @Option(
            names = "--from",
            paramLabel = "I",
            description = "The number of the first of the programs of --generated (default: ${DEFAULT-VALUE}).")
    private long from;

    @Mixin
    private RaceOptions races;

    @Option(names = "--races", description = "Print the outcomes of every race, with how often each was seen.")
    private boolean withRaces;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder for the results, one folder in it for each target (default: out; for a selection, generated programs"
                            + " or a fault out/aside, so that the results of everything stay).")
    private @Nullable Path out;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep the traces with the identity of the target; --target recording:FILE plays them.")
    private @Nullable Path recording;

    @Option(names = "--library", paramLabel = "PATH", description = "The library that a target like winpr loads.")
    private @Nullable Path library;

    @Option(
            names = "--expectations",
            paramLabel = "FILE",
            description = "The known deviations of the target (default: expectations/TARGET.yaml of the kit).")
    private @Nullable Path expectations;

    @Option(
            names = "--fault",
            paramLabel = "ID",
            description = "A deliberate fault that the target reference gets; ./apctck faults lists them.")
    private @Nullable String fault;

    @Option(
            names = "--limit",
            paramLabel = "MS",
            description =
                    "How long a program may take beyond the time that it waits by itself (default: 2000); at twice that and a second"
                            + " an agent that has not answered is killed.")
    private @Nullable Integer limit;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "Run N instances of a target side by side (default: 3 of a native target and of reference-live, 1 of any other;"
                            + " always 1 of a recording).")
    private @Nullable Integer jobs;

    @Option(
            names = "--time",
            paramLabel = "MINUTES",
            description =
                    "Begin nothing more on a target after so long; what is left counts as not run (default: some ten times what a"
                            + " run takes).")
    private @Nullable Integer minutes;

    @Option(
            names = "--virtual-clock",
            description = "Take times and races on trust of an agent whose clock is that of a model.")
    private boolean virtualClock;

    @Option(names = "--quiet", description = "Say nothing of the progress.")
    private boolean quiet;

    @Mixin
    private Format.Choice format;

    public RunVerb(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<NamedTarget> named = NamedTarget.all(targets);
        checkUsage(named);
        RaceBounds bounds = races.bounds();
        Suite suite = generated == 0 ? Suite.load(words) : Suite.load().with(List.of());
        Function<TargetDescription, Selection> selections = selections(suite, bounds.seed());
        Map<NamedTarget, Function<TargetDescription, Expectations>> asked = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (NamedTarget target : named) {
            String missing = ifAvailable ? target.missing(options()) : "";
            if (missing.isEmpty()) {
                asked.put(target, expectationsOf(target));
            } else {
                leftOut.add(target.name() + " is left out: " + missing);
            }
        }
        try (RunFolder folder = RunFolder.take(place(), record(suite, selections, asked.keySet(), leftOut));
                Session session = new Session(suite, selections, folder)) {
            List<TargetResult> results = new ArrayList<>();
            asked.forEach((target, expected) -> results.add(session.run(
                    target,
                    new RunTerms(
                            options(),
                            repeats,
                            bounds,
                            time(),
                            jobs,
                            recording == null ? null : any -> recording,
                            expected),
                    Progress.of(console, target.name(), quiet))));
            Agreement agreement = Drivers.agreement(results);
            RunReport report =
                    new RunReport(suite, results, leftOut, agreement, folder, again(), session.isInterrupted());
            switch (format.format()) {
                case TEXT -> new RunText(console.colour(), withRaces).print(report, console);
                case JSON -> Json.print(RunJson.tree(report), console);
                case MARKDOWN -> console.print(RunMarkdown.lines(report));
            }
            console.flush();
            results.forEach(result -> result.problems().forEach(console::say));
            agreement.keep(folder);
            return report.status().code();
        }
    }

    private Function<TargetDescription, Selection> selections(Suite suite, long seed) {
        if (generated == 0) {
            Selection selection = Selection.of(suite, words, tags, Selection.profile(suite, profile));
            return target -> selection;
        }
        return target -> Selection.generated(GeneratedCases.of(seed, from, generated, target), target);
    }

    private Path place() {
        if (out != null) {
            return out;
        }
        Path usual = Path.of("out");
        return selection().isEmpty() ? usual : usual.resolve("aside");
    }

    private RunRecord record(
            Suite suite,
            Function<TargetDescription, Selection> selections,
            Collection<NamedTarget> asked,
            List<String> leftOut) {
        // Which programs are drawn depends on the functions of a target.
        List<Case> cases = generated > 0
                ? List.of()
                : selections.apply(new AbsentTarget("", "").describe()).cases();
        return RunRecord.of(
                suite.catalogue().digest(),
                selection(),
                Header.Asked.of(cases),
                asked.stream().map(NamedTarget::entry).toList(),
                leftOut);
    }

    /** What is not everything as it stands, as it was typed; empty if everything is to be run. */
    private String selection() {
        List<String> parts = new ArrayList<>();
        parts.addAll(words);
        option(parts, "--tags", tags);
        option(parts, "--profile", profile);
        option(parts, "--generated", generated == 0 ? null : String.valueOf(generated));
        option(parts, "--fault", fault);
        return String.join(" ", parts);
    }

    private static void option(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + " " + Shell.quoted(value));
        }
    }

    private void checkUsage(List<NamedTarget> named) {
        if (generated < 0 || generated > GENERATED_MAX || from < 0) {
            throw CommandException.usage(
                    "--generated " + generated + " --from " + from + ": must be 1 to " + GENERATED_MAX + ", from 0 on");
        }
        if (generated > 0 && !(words.isEmpty() && tags == null && profile == null)) {
            throw CommandException.usage("--generated takes the place of a selection of scenarios");
        }
        if (generated == 0 && from > 0) {
            throw CommandException.usage("--from is for --generated");
        }
        if (limit != null && limit < 1) {
            throw CommandException.usage("--limit " + limit + ": must be 1 or more milliseconds");
        }
        if (jobs != null && (jobs < 1 || jobs > JOBS_MAX)) {
            throw CommandException.usage("--jobs " + jobs + ": must be 1 to " + JOBS_MAX);
        }
        if (minutes != null && minutes < 1) {
            throw CommandException.usage("--time " + minutes + ": must be 1 or more minutes");
        }
        if (repeats < 1 || repeats > REPEATS_MAX) {
            throw CommandException.usage("--repeat " + repeats + ": must be 1 to " + REPEATS_MAX);
        }
        if (expectations != null && named.size() > 1) {
            throw CommandException.usage("--expectations is for one target; give one --target");
        }
        if (recording != null && named.size() > 1) {
            throw CommandException.usage("--record is for one target; give one --target");
        }
        if (fault != null) {
            checkFault(fault, named);
        }
    }

    private @Nullable Duration time() {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }

    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        if (library != null) {
            options.put("library", library.toString());
        }
        if (fault != null) {
            options.put("fault", fault);
        }
        if (limit != null) {
            options.put("limitMillis", limit.toString());
        }
        if (virtualClock) {
            options.put(Session.VIRTUAL_CLOCK, "true");
        }
        if (generated > HostLimits.DEFAULT.restarts()) {
            // Each of the programs may crash in a way of its own.
            options.put("restarts", Integer.toString(generated));
        }
        return options;
    }

    private static void checkFault(String id, List<NamedTarget> named) {
        if (Faults.find(id).isEmpty() && GeneratedFaults.find(id).isEmpty()) {
            throw CommandException.usage("no fault is called " + id
                    + Nearest.hint(id.toUpperCase(Locale.ROOT), Faults.ids(), "./apctck faults lists them"));
        }
        for (NamedTarget target : named) {
            if (!target.address().equals("reference")) {
                throw CommandException.usage(
                        "--fault is for the target reference; " + target.name() + " has only the faults it has");
            }
        }
    }

    private Function<TargetDescription, Expectations> expectationsOf(NamedTarget target) {
        if (expectations == null) {
            return target.expectations();
        }
        Expectations read = Expectations.read(expectations, Home.relative(expectations));
        return any -> read;
    }

    /** The options to repeat when a single scenario is run again. */
    private String again() {
        return (library == null ? "" : " --library " + Shell.quoted(library.toString()))
                + (fault == null ? "" : " --fault " + fault)
                + (limit == null ? "" : " --limit " + limit)
                + (virtualClock ? " --virtual-clock" : "")
                + races.again();
    }
}
