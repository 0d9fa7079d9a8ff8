package org.apctck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
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
        Ran ran = night("forgetful");

        assertThat(ran.out()).contains("no earlier night to compare with");
        assertThat(ran.status()).isZero();
        Path night = nights().get(0);
        assertThat(night.resolve("forgetful/results.ndjson")).isNotEmptyFile();
        assertThat(night.resolve("forgetful.ndjson")).isNotEmptyFile();
        assertThat(night.resolve("reference/results.ndjson")).isNotEmptyFile();
        assertThat(Files.readString(night.resolve("summary.md"))).startsWith("## forgetful against reference\n");
    }

    @Test
    void whatWasKnownTheNightBeforeIsNotReportedAgain() throws IOException {
        night("forgetful");

        Ran ran = night("forgetful");

        assertThat(nights()).hasSize(2);
        assertThat(ran.out()).contains("compared with " + nights().get(0));
        assertThat(ran.out()).contains("; 0 new, 0 gone").doesNotContain("new: ");
        assertThat(ran.status()).isZero();
    }

    @Test
    void whatIsNewIsPrintedAndFails() throws IOException {
        night("sound");
        Path before = nights().get(0);
        Files.move(before.resolve("sound"), before.resolve("forgetful"));

        Ran ran = night("forgetful", "--previous", before.toString());

        assertThat(ran.out()).contains("new: QUEUE-FIFO-1/three-apcs-of-one-producer: ");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void aRecordingOfTheNightBeforeStandsForItsTarget() throws IOException {
        night("sound");
        Path recording = nights().get(0).resolve("sound.ndjson");

        Ran ran = night("sound", "--against", "recording:" + recording);

        assertThat(ran.out()).contains("recording:" + recording + " and sound: ", ", 0 with another verdict");
        assertThat(ran.status()).isZero();
    }

    @Test
    void nightsThatBeginAtTheSameTimeHaveFoldersOfTheirOwn() {
        ZonedDateTime time = ZonedDateTime.parse("2026-11-23T03:00:00Z");

        Path first = Nights.begin(folder, time);
        Path second = Nights.begin(folder, time);

        assertThat(first).isNotEqualTo(second);
        assertThat(Nights.latest(folder)).isEqualTo(second);
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Ran ran = night("sound", "--previous", folder.resolve("none").toString());

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--previous", "there is no such folder");
    }
}
