package org.apctck.cli.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.cli.Ran;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyVerbTest {
    @TempDir
    private Path folder;

    private Ran night(String... more) {
        return Ran.apctck(Stream.concat(
                        Stream.of("nightly", "--out", folder.resolve("nights").toString(), "--target"), Stream.of(more))
                .toArray(String[]::new));
    }

    private List<Path> nights() throws IOException {
        try (Stream<Path> nights = Files.list(folder.resolve("nights"))) {
            return nights.sorted().toList();
        }
    }

    @Test
    void theFirstNightHasNothingToBeNewTo() throws IOException {
        Ran ran = night("narrow");

        assertThat(ran.out()).contains("no earlier night to compare with");
        assertThat(ran.status()).isZero();
        Path night = nights().get(0);
        assertThat(night.resolve("narrow/results.ndjson")).isNotEmptyFile();
        assertThat(night.resolve("narrow.ndjson")).isNotEmptyFile();
        assertThat(night.resolve("reference/results.ndjson")).isNotEmptyFile();
        for (String file : List.of("index.html", "junit/narrow.xml", "badges/narrow.svg", "summary.json")) {
            assertThat(night.resolve("site").resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(night.resolve("summary.md")))
                .startsWith("## What is new\n")
                .contains("## narrow against reference\n");
    }

    @Test
    void whatWasKnownTheNightBeforeIsNotReportedAgain() throws IOException {
        night("narrow");

        Ran ran = night("narrow");

        assertThat(nights()).hasSize(2);
        assertThat(ran.out())
                .contains(": 0 new, 0 better since " + nights().get(0).getFileName())
                .doesNotContain("new: ");
        assertThat(ran.status()).isZero();
    }

    @Test
    void whatIsNewIsPrintedAndFails() throws IOException {
        night("sound");
        Path before = nights().get(0);
        Files.move(before.resolve("sound"), before.resolve("narrow"));

        Ran ran = night("narrow", "--previous", before.toString());

        assertThat(ran.out()).contains("new: QUEUE-DATA-1/the-value-arrives-as-it-was-given#5: ");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void aRecordingOfTheNightBeforeStandsForItsTarget() throws IOException {
        night("sound");
        Path recording = nights().get(0).resolve("sound.ndjson");

        Ran ran = night("sound", "--against", "recording:" + recording);

        assertThat(ran.out()).contains("recording:" + recording + " (", " and sound (", ", 0 with another verdict");
        assertThat(ran.status()).isZero();
    }

    private Path recording(String target, String file) {
        Path recording = folder.resolve(file);
        Ran.apctck(
                "run",
                "--target",
                target,
                "--record",
                recording.toString(),
                "--out",
                folder.resolve("out").toString());
        return recording;
    }

    @Test
    void recordingsOfOneNightAreComparedWithThoseOfTheNightBefore() {
        Path monday = recording("sound", "monday/wine.ndjson");
        Path tuesday = recording("narrow", "tuesday/wine.ndjson");

        Ran first = night("recording:" + monday);
        Ran second = night("recording:" + tuesday);
        Ran third = night("recording:" + tuesday);

        assertThat(first.status()).isZero();
        assertThat(second.out()).contains("new: QUEUE-DATA-1/the-value-arrives-as-it-was-given#5: ");
        assertThat(second.status()).isEqualTo(1);
        assertThat(third.out()).contains(": 0 new, 0 better").doesNotContain("new: ");
        assertThat(third.status()).isZero();
    }

    @Test
    void aTargetAndItsRecordingInOneNightHaveResultsOfTheirOwn() throws IOException {
        Path recording = recording("sound", "sound.ndjson");

        Ran ran = night("sound", "--target", "recording:" + recording);

        assertThat(ran.status()).isZero();
        assertThat(nights().get(0).resolve("sound/results.ndjson")).content().doesNotContain("recording:");
        assertThat(nights().get(0).resolve("recording_sound/results.ndjson"))
                .content()
                .contains("recording:");
        assertThat(nights().get(0).resolve("sound.ndjson")).isNotEmptyFile();
        assertThat(nights().get(0).resolve("recording_sound.ndjson")).doesNotExist();
    }

    @Test
    void aNightOfOtherTargetsIsNoNightToCompareWith() throws IOException {
        night("sound");
        night("whimsical");

        Ran ran = night("sound");

        assertThat(ran.out())
                .contains(": 0 new, 0 better since " + nights().get(0).getFileName());
    }

    @Test
    void aRecordingThatIsCutOffIsNoNewsButAnError() throws IOException {
        Path recording = recording("sound", "wine.ndjson");
        night("recording:" + recording);
        List<String> lines = Files.readAllLines(recording);
        Files.write(recording, lines.subList(0, lines.size() / 2));

        Ran cut = night("recording:" + recording);
        Files.write(recording, lines);
        Ran mended = night("recording:" + recording);

        assertThat(cut.status()).isEqualTo(3);
        assertThat(cut.err()).contains(recording + ": is cut off");
        assertThat(cut.out()).contains(": 0 new").doesNotContain("new: ");
        assertThat(mended.out())
                .contains(": 0 new, 0 better since " + nights().get(0).getFileName());
        assertThat(mended.status()).isZero();
    }

    @Test
    void aNightThatWasInterruptedIsPassedOver() throws IOException {
        night("sound");
        night("sound");
        Path cut = nights().get(1).resolve("sound/results.ndjson");
        List<String> lines = Files.readAllLines(cut);
        Files.write(cut, lines.subList(0, lines.size() / 2));

        Ran ran = night("sound");

        assertThat(ran.err()).contains(nights().get(1) + " is passed over: its results are incomplete");
        assertThat(ran.out())
                .contains(": 0 new, 0 better since " + nights().get(0).getFileName());
        assertThat(ran.status()).isZero();
    }

    @Test
    void aNightThatIsNamedAndHoldsNothingToCompareWithIsNotTakenForOneWithoutNews() {
        Ran ran = night("sound", "--previous", folder.toString());

        assertThat(ran.err()).contains(folder + " has no whole results of sound");
        assertThat(ran.out()).contains("no earlier night to compare with");
    }

    @Test
    void whatIsInconclusiveEveryNightIsNoNews() {
        Ran first = night("unseen");
        Ran second = night("unseen");

        assertThat(first.status()).isZero();
        assertThat(second.out()).contains(": 0 new, 0 better");
        assertThat(second.status()).isZero();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Ran ran = night("sound", "--previous", folder.resolve("none").toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--previous", "there is no such folder");
    }
}
