package org.apctck.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.generate.GeneratedCases;
import org.apctck.kit.results.Deviations;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.RunRecord;
import org.apctck.kit.results.RunResults;
import org.apctck.kit.results.ScenarioResult;
import org.apctck.kit.results.ScenarioResults;
import org.apctck.kit.results.Summary;
import org.apctck.spec.format.InputException;
import org.apctck.spec.rules.Catalogue;

/** Reads what a report is made of. */
public final class ReportReader {
    private final Catalogue catalogue;
    private final List<Case> cases;

    /**
     * @param cases of the kit: a target that was not asked for all of them is incomplete
     */
    public ReportReader(Catalogue catalogue, List<Case> cases) {
        this.catalogue = catalogue;
        this.cases = List.copyOf(cases);
    }

    /**
     * Reads results of several targets.
     *
     * @param folders that {@code run} has written: of one target, or of all targets of a run
     * @param faults what each fault of the reference does, by its id
     * @throws InputException for results that cannot be used, for those of other rules than the catalogue's, for those of
     *     several versions of the kit or of a scenario, and for two of one target
     */
    public Report read(List<Path> folders, Map<String, String> faults) {
        List<RunResults> runs = folders.stream().map(RunResults::of).toList();
        List<Path> files = new ArrayList<>();
        Map<Path, List<String>> disagreements = new HashMap<>();
        runs.forEach(run -> disagreements.putAll(run.disagreements()));
        runs.forEach(run -> files.addAll(run.files()));
        List<ScenarioResults> results = new ArrayList<>(ResultsReader.readAll(files));
        runs.forEach(run -> run.missing().forEach((header, why) -> {
            files.add(run.folder().resolve(RunRecord.FILE));
            results.add(ScenarioResults.missing(header, why));
        }));
        Catalogue known = results.stream().anyMatch(ReportReader::isOfGenerated)
                ? catalogue.with(GeneratedCases.RULE)
                : catalogue;
        Map<String, TargetReport> targets = new LinkedHashMap<>();
        for (int i = 0; i < files.size(); i++) {
            TargetReport target =
                    target(known, files.get(i), results.get(i), disagreements.getOrDefault(files.get(i), List.of()));
            TargetReport other = targets.put(target.name(), target);
            if (other != null) {
                throw new InputException(target.source() + ": a second time results of " + target.name() + ", as in "
                        + other.source() + "; a report takes one of each target");
            }
        }
        List<TargetReport> all = new ArrayList<>(targets.values());
        checkVersions(all);
        checkNames(all);
        Set<Path> taken = files.stream().map(ReportReader::real).collect(Collectors.toSet());
        List<Path> aside = runs.stream()
                .flatMap(run -> run.aside().stream())
                .filter(file -> !taken.contains(real(file)))
                .map(Path::getParent)
                .distinct()
                .toList();
        List<String> leftOut =
                runs.stream().flatMap(run -> run.leftOut().stream()).toList();
        return new Report(known, faults, all, aside, leftOut);
    }

    private static Path real(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private static boolean isOfGenerated(ScenarioResults results) {
        return results.header().asked().stream().anyMatch(asked -> asked.rule().equals(GeneratedCases.RULE.id()));
    }

    private TargetReport target(Catalogue known, Path file, ScenarioResults results, List<String> disagreements) {
        if (!results.header().rulesDigest().equals(known.digest())) {
            throw new InputException(file + ":1: rules: the results of "
                    + results.header().target().name() + " are of another version of the rules; run it again");
        }
        for (Header.Asked asked : results.header().asked()) {
            if (known.rule(asked.rule()).isEmpty()) {
                throw new InputException(file + ":1: asked: " + asked.scenario() + " is about " + asked.rule()
                        + ", which is no rule of the catalogue; run it again");
            }
        }
        Summary summary = Summary.of(results, known.rules());
        Set<String> unasked = cases.stream().map(Case::id).collect(Collectors.toCollection(LinkedHashSet::new));
        results.header().asked().forEach(asked -> unasked.remove(asked.scenario()));
        Deviations deviations = results.header().request().expectations().compare(summary.scenarios(), cases);
        return new TargetReport(
                file, results.header(), summary, deviations, results.incompleteness(), unasked, disagreements);
    }

    /** Two targets must not share a file; many file systems do not tell capital letters from small ones. */
    private static void checkNames(List<TargetReport> targets) {
        Map<String, TargetReport> names = new HashMap<>();
        for (TargetReport target : targets) {
            TargetReport other = names.put(target.slug().toLowerCase(Locale.ROOT), target);
            if (other != null) {
                throw new InputException(target.source() + ": the results of " + target.name() + " and those of "
                        + other.name() + " would be written to files of one name; report them apart");
            }
        }
    }

    /** What stands beside each other must have been judged alike. */
    private static void checkVersions(List<TargetReport> targets) {
        Map<String, String> digests = new HashMap<>();
        Map<String, Path> sources = new HashMap<>();
        for (TargetReport target : targets) {
            TargetReport first = targets.get(0);
            if (!target.header().kitVersion().equals(first.header().kitVersion())) {
                throw new InputException(target.source() + ":1: kit: the results of " + target.name()
                        + " are of version " + target.header().kitVersion() + " of the kit, those of " + first.name()
                        + " of version " + first.header().kitVersion() + "; run both with one version");
            }
            for (ScenarioResult result : target.summary().scenarios()) {
                String digest = result.digest();
                String before = digest.isEmpty() ? null : digests.putIfAbsent(result.scenario(), digest);
                if (before != null && !before.equals(digest)) {
                    throw new InputException(target.source() + ": " + result.scenario()
                            + " is another program, or has other checks, than in " + sources.get(result.scenario())
                            + "; run both with one version of the features");
                }
                sources.putIfAbsent(result.scenario(), target.source());
            }
        }
    }
}
