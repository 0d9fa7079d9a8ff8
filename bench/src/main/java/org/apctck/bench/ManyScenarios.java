package org.apctck.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apctck.kit.Case;
import org.apctck.kit.results.Attempt;
import org.apctck.kit.results.Footer;
import org.apctck.kit.results.Header;
import org.apctck.kit.results.Results;
import org.apctck.kit.results.ResultsReader;
import org.apctck.kit.results.ResultsWriter;
import org.apctck.spec.Verdict;

/**
 * Makes results of a run into those of a run of more scenarios: each is there as often as it takes, under ids of its own, with
 * all of its attempts and traces. What a report of them costs stands in {@code docs/costs.md}.
 */
public final class ManyScenarios {
    private static final int ARGUMENTS = 3;

    private ManyScenarios() {}

    /**
     * @param args the folder of the run, the folder for the results, the number of scenarios
     */
    public static void main(String[] args) {
        if (args.length != ARGUMENTS) {
            throw new IllegalArgumentException("FROM TO SCENARIOS");
        }
        for (Path file : ResultsReader.files(Path.of(args[0]))) {
            Results results = ResultsReader.read(file);
            String target = results.header().target().name();
            write(results, Path.of(args[1], target), Integer.parseInt(args[2]));
        }
    }

    private static void write(Results results, Path folder, int scenarios) {
        List<Header.Asked> asked = results.header().asked();
        List<Header.Asked> many = new ArrayList<>();
        for (int i = 0; i < scenarios; i++) {
            Header.Asked one = asked.get(i % asked.size());
            many.add(new Header.Asked(id(one.scenario(), i / asked.size()), one.rule()));
        }
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        try (ResultsWriter writer = ResultsWriter.create(folder, header(results.header(), many))) {
            for (int first = 0; first < scenarios; first += asked.size()) {
                List<String> copied = many.subList(first, Math.min(scenarios, first + asked.size())).stream()
                        .map(Header.Asked::scenario)
                        .toList();
                for (Attempt attempt : results.attempts()) {
                    Attempt copy = copy(attempt, first / asked.size());
                    if (copied.contains(copy.scenario().id())) {
                        writer.add(copy);
                        verdicts.merge(copy.verdict(), 1, Integer::sum);
                    }
                }
            }
            writer.end(new Footer(verdicts, 0, false, "", false));
        }
    }

    private static Header header(Header header, List<Header.Asked> asked) {
        return new Header(
                header.kitVersion(),
                header.started(),
                header.rulesDigest(),
                header.host(),
                header.target(),
                header.options(),
                header.repeats(),
                asked);
    }

    private static Attempt copy(Attempt attempt, int number) {
        Case scenario = attempt.scenario();
        Case named = new Case(
                id(scenario.id(), number),
                scenario.rule(),
                scenario.name(),
                scenario.feature(),
                scenario.line(),
                scenario.gherkin(),
                scenario.program(),
                scenario.checks(),
                scenario.stands());
        return new Attempt(
                named,
                attempt.level(),
                attempt.number(),
                attempt.judgement(),
                attempt.sample(),
                attempt.millis(),
                attempt.stderr(),
                attempt.race(),
                attempt.again());
    }

    /** {@code RULE/name-copy-2#1} for the second copy; the number of the row of examples stays at the end. */
    private static String id(String scenario, int number) {
        int row = scenario.indexOf('#');
        int end = row < 0 ? scenario.length() : row;
        return number == 0 ? scenario : scenario.substring(0, end) + "-copy-" + number + scenario.substring(end);
    }
}
