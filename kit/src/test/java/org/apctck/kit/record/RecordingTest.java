package org.apctck.kit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.apctck.kit.Case;
import org.apctck.kit.Cases;
import org.apctck.kit.Kit;
import org.apctck.kit.TargetLostException;
import org.apctck.kit.Targets;
import org.apctck.kit.Traces;
import org.apctck.spec.Run;
import org.apctck.spec.Target;
import org.apctck.spec.TargetDescription;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.program.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingTest {
    private static final String RULES = "a".repeat(64);
    private static final Case SLEEP = Cases.of(List.of("worker: SleepEx(0, TRUE)"), Cases.exactly("returns 0"));
    private static final Case SLEEP_LONGER = Cases.of(List.of("worker: SleepEx(9, TRUE)"), Cases.exactly("returns 0"));

    private static final Run SLEPT =
            Run.of(Traces.of("worker calls SleepEx(0, TRUE)", "quiescent", "worker returns 0", "quiescent"));
    private static final Run DISTURBED =
            new Run(List.of(Traces.of("worker calls SleepEx(0, TRUE)", "worker returns WAIT_IO_COMPLETION")), false);

    @TempDir
    Path folder;

    private Path file;

    /** Answers what it was told to, and is lost when that is used up. */
    private static final class Scripted implements Target {
        private final Queue<Run> runs;

        Scripted(Run... runs) {
            this.runs = new ArrayDeque<>(List.of(runs));
        }

        @Override
        public TargetDescription describe() {
            return Cases.target();
        }

        @Override
        public Run run(Program program) {
            Run run = runs.poll();
            if (run == null) {
                throw new TargetLostException("it fell over", false);
            }
            return run;
        }

        @Override
        public void close() {}
    }

    @BeforeEach
    void record() {
        file = folder.resolve("night/windows.ndjson");
        try (Recorder recorder = Recorder.of(new Scripted(SLEPT, DISTURBED), file, RULES, 1)) {
            recorder.run(SLEEP.program());
            assertThat(file).doesNotExist();
            recorder.run(SLEEP.program());
        }
    }

    private RecordingTarget open() throws TargetUnavailableException {
        return (RecordingTarget) Targets.open("recording:" + file, Map.of());
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(this::open)
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatWasRecordedIsPlayedInItsOrderUnderTheIdentityOfTheTarget() throws TargetUnavailableException {
        RecordingTarget recorded = open();

        assertThat(recorded.describe().name()).isEqualTo("recording:" + file);
        assertThat(recorded.describe().implementation())
                .isEqualTo(Cases.target().implementation());
        assertThat(recorded.describe().apis()).isEqualTo(Cases.target().apis());
        assertThat(recorded.run(SLEEP.program())).isEqualTo(SLEPT);
        assertThat(recorded.run(SLEEP.program())).isEqualTo(DISTURBED);
        assertThat(recorded.refusal(List.of(SLEEP), RULES)).isEmpty();
        assertThat(folder.resolve("night")).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void oneRunMoreThanWasRecordedIsNotInvented() throws TargetUnavailableException {
        RecordingTarget recorded = open();
        recorded.run(SLEEP.program());
        recorded.run(SLEEP.program());

        assertThatThrownBy(() -> recorded.run(SLEEP.program()))
                .isInstanceOf(TargetLostException.class)
                .hasMessageContaining("holds 2 runs of this program");
    }

    @Test
    void instancesShareARecordingWhichIsThereWhenTheLastOneIsClosed() throws TargetUnavailableException, IOException {
        Files.delete(file);
        try (Recorder one = Recorder.of(new Scripted(SLEPT, DISTURBED), file, RULES, 2)) {
            try (Recorder other = one.beside(new Scripted(DISTURBED, SLEPT))) {
                one.begin(SLEEP.program());
                other.begin(SLEEP.program());
                other.run(SLEEP.program());
                one.run(SLEEP.program());
                other.run(SLEEP.program());
                one.run(SLEEP.program());
            }
            assertThat(file).doesNotExist();
        }
        RecordingTarget recorded = open();

        recorded.begin(SLEEP.program());
        assertThat(List.of(recorded.run(SLEEP.program()), recorded.run(SLEEP.program())))
                .containsExactly(SLEPT, DISTURBED);
        assertThat(recorded.runsLeft(SLEEP.program())).isZero();
        recorded.begin(SLEEP.program());
        assertThat(List.of(recorded.run(SLEEP.program()), recorded.run(SLEEP.program())))
                .containsExactly(DISTURBED, SLEPT);
    }

    @Test
    void withoutOneOfItsInstancesItIsNoneAndTheEarlierOneStays() throws IOException {
        byte[] earlier = Files.readAllBytes(file);

        Recorder.of(new Scripted(SLEPT), file, RULES, 2).close();

        assertThat(file).hasBinaryContent(earlier);
        assertThat(file.getParent()).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void theRunsOfAnAttemptArePlayedInIt() throws TargetUnavailableException {
        try (Recorder recorder = Recorder.of(new Scripted(SLEPT, DISTURBED, DISTURBED, SLEPT), file, RULES, 1)) {
            recorder.begin(SLEEP.program());
            recorder.run(SLEEP.program());
            recorder.run(SLEEP.program());
            recorder.begin(SLEEP_LONGER.program());
            recorder.run(SLEEP_LONGER.program());
            recorder.begin(SLEEP.program());
            recorder.run(SLEEP.program());
        }
        RecordingTarget recorded = open();

        recorded.begin(SLEEP.program());
        assertThat(recorded.runsLeft(SLEEP.program())).isEqualTo(2);
        assertThat(recorded.run(SLEEP.program())).isEqualTo(SLEPT);
        recorded.begin(SLEEP.program());
        assertThat(recorded.runsLeft(SLEEP.program())).isEqualTo(1);
        assertThat(recorded.run(SLEEP.program())).isEqualTo(SLEPT);
        assertThatThrownBy(() -> recorded.run(SLEEP.program()))
                .isInstanceOf(TargetLostException.class)
                .hasMessageContaining("holds 1 runs of this program in attempt 2");
        recorded.begin(SLEEP.program());
        assertThat(recorded.runsLeft(SLEEP.program())).isZero();
        assertThatThrownBy(() -> recorded.run(SLEEP.program()))
                .isInstanceOf(TargetLostException.class)
                .hasMessageContaining("holds 2 attempts at this program");
    }

    @Test
    void otherProgramsAreRefusedWithTheirNumberAndOneOfThem() throws TargetUnavailableException {
        assertThat(open().refusal(List.of(SLEEP, SLEEP_LONGER), RULES))
                .startsWith("holds no run of 1 of the scenarios asked for, such as " + SLEEP_LONGER.id());
    }

    @Test
    void otherRulesAreRefused() throws TargetUnavailableException {
        assertThat(open().refusal(List.of(SLEEP), "b".repeat(64))).contains("other rules", "record it anew");
    }

    @Test
    void aTargetThatWasLostLeavesARecordingThatSaysSo() throws TargetUnavailableException {
        try (Recorder recorder = Recorder.of(new Scripted(SLEPT), file, RULES, 1)) {
            recorder.run(SLEEP.program());
            assertThatThrownBy(() -> recorder.run(SLEEP_LONGER.program())).isInstanceOf(TargetLostException.class);
        }

        assertThat(open().refusal(List.of(SLEEP, SLEEP_LONGER), RULES))
                .contains("ends early", "it fell over", SLEEP_LONGER.id());
    }

    @Test
    void aRecordingThatIsCutOffIsRefusedWhereverItIsCut() throws IOException {
        String whole = Files.readString(file);

        for (int length = 1; length < whole.length() - 1; length += 7) {
            Files.writeString(file, whole.substring(0, length));
            assertRefused(file.toString(), "cut off", "record it anew");
        }
        Files.writeString(file, "");
        assertRefused("is empty");
    }

    @Test
    void aLineThatWasTakenOutIsMissed() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(3)));

        assertRefused(file + ":3", "counts 2 runs, but the file has 1");
    }

    @Test
    void aRecordingOfAnotherVersionOfTheKitIsRefused() throws IOException {
        Files.writeString(file, Files.readString(file).replace("\"kit\":\"" + Kit.version(), "\"kit\":\"0.0.1"));

        assertRefused("version 0.0.1", Kit.version(), "record it anew");
    }

    @Test
    void whatIsNoRecordingIsRefused() throws IOException {
        Files.writeString(file, "{\"type\":\"header\"}\n{\"type\":\"end\",\"runs\":0}\n");
        assertRefused(file + ":1", "is not the header of a recording");

        Files.writeString(file, "<html><body>not found</body></html>\n");
        assertThatThrownBy(this::open)
                .hasMessageContaining(file + ":1: malformed")
                .hasMessageNotContaining("cut off");

        Files.writeString(file, "nonsense\nmore\n");
        assertRefused(file + ":1");
    }

    @Test
    void aRecordingThatIsNotThereIsNamed() throws IOException {
        Files.delete(file);

        assertRefused(file.toString(), "no such file");
    }

    @Test
    void aPlaceThatCannotBeWrittenClosesTheTarget() {
        assertThatThrownBy(() -> Recorder.of(new Scripted(), file.resolve("below-a-file"), RULES, 1))
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("--record");
    }
}
