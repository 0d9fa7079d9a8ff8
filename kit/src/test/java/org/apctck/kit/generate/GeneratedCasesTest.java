package org.apctck.kit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apctck.kit.Case;
import org.apctck.kit.CaseJson;
import org.apctck.kit.Judge;
import org.apctck.kit.race.RaceSeries;
import org.apctck.spec.Run;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.Verdict;
import org.apctck.spec.api.ApiFunction;
import org.apctck.spec.trace.Trace;
import org.apctck.spec.trace.TraceStatus;
import org.junit.jupiter.api.Test;

final class GeneratedCasesTest {
    private static final Set<String> ALL =
            Arrays.stream(ApiFunction.values()).map(ApiFunction::functionName).collect(Collectors.toSet());
    private static final TargetDescription TARGET = target(ALL);

    private static TargetDescription target(Set<String> apis) {
        return new TargetDescription("t", "T", "1", "", "", apis);
    }

    @Test
    void aTargetThatHasEverythingGetsOneProgramAfterTheOther() {
        assertThat(GeneratedCases.of(3, 10, 4, TARGET).stream().map(Case::id))
                .containsExactly("generated/3/10", "generated/3/11", "generated/3/12", "generated/3/13");
    }

    @Test
    void aTargetGetsNoProgramThatItLacksAFunctionFor() {
        Set<String> some = ALL.stream()
                .filter(name -> !name.equals("OpenThread") && !name.equals("PulseEvent"))
                .collect(Collectors.toSet());

        List<Case> cases = GeneratedCases.of(3, 0, 100, target(some));

        assertThat(cases).hasSize(100);
        assertThat(cases)
                .allMatch(scenario -> scenario.program().functions().stream().allMatch(target(some)::has));
        assertThat(cases.get(99).id()).isNotEqualTo("generated/3/99");
    }

    @Test
    void aTargetWithoutFunctionsGetsNone() {
        assertThat(GeneratedCases.of(3, 0, 2, target(Set.of("SleepEx")))).isEmpty();
    }

    @Test
    void aCaseIsFoundByTheNameOfItsProgram() {
        Case first = GeneratedCases.of(3, 0, 1, TARGET).get(0);

        assertThat(GeneratedCases.find("generated/3/0")).map(CaseJson::digest).contains(CaseJson.digest(first));
        assertThat(GeneratedCases.find("QUEUE-FIFO-1/two-producers-in-turn")).isEmpty();
    }

    @Test
    void aProgramHasToComeToRestAndNeitherToCrashNorToHang() {
        assertThat(verdict(TraceStatus.COMPLETED)).isEqualTo(Verdict.PASS);
        assertThat(verdict(TraceStatus.STUCK)).isEqualTo(Verdict.PASS);
        assertThat(verdict(TraceStatus.CRASHED)).isEqualTo(Verdict.CRASH);
        assertThat(verdict(TraceStatus.TIMEOUT)).isEqualTo(Verdict.TIMEOUT);
        assertThat(verdict(TraceStatus.UNSETTLED)).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Verdict verdict(TraceStatus status) {
        Case scenario = GeneratedCases.of(3, 0, 1, TARGET).get(0);
        Run run = Run.of(Trace.of(List.of(), status, ""));
        return Judge.judge(scenario, GeneratedCases.RULE, run, TARGET).verdict();
    }

    @Test
    void aRaceIsRunOnce() {
        assertThat(GeneratedCases.of(3, 0, 50, TARGET)).noneMatch(RaceSeries::isRace);
    }
}
