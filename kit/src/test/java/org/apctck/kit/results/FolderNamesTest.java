package org.apctck.kit.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderNamesTest {
    private static String of(String target) {
        return FolderNames.of(List.of(target)).get(0);
    }

    @Test
    void aTargetHasItsOwnName() {
        assertThat(of("reference-live")).isEqualTo("reference-live");
        assertThat(of("agent:python3 agent.py")).isEqualTo("agent_python3_agent.py");
    }

    @Test
    void aRecordingGoesByItsFileWhereverItLies() {
        assertThat(of("recording:/monday/wine.ndjson")).isEqualTo("recording_wine");
        assertThat(of("recording:tuesday/wine.ndjson")).isEqualTo("recording_wine");
        assertThat(of("recording:wine.old")).isEqualTo("recording_wine.old");
    }

    @Test
    void recordingsOfEqualNamesAreToldApartByTheFoldersThatDiffer() {
        assertThat(FolderNames.of(List.of("recording:a/night/wine.ndjson", "recording:b/night/wine.ndjson", "wine")))
                .containsExactly("recording_a+night+wine", "recording_b+night+wine", "wine");
    }

    @Test
    void longNamesThatBeginAlikeStayDifferentAndFitAFileSystem() {
        String common = "x".repeat(300);
        List<String> names = FolderNames.of(List.of(
                "agent:" + common + "1",
                "agent:" + common + "2",
                "recording:" + common + "1.ndjson",
                "recording:" + common + "2.ndjson",
                "recording:a/" + common + "1.ndjson"));

        assertThat(new HashSet<>(names)).hasSize(5);
        assertThat(names).allMatch(name -> name.length() < 100);
        assertThat(names.get(0)).isEqualTo(of("agent:" + common + "1"));
        assertThat(names.get(3)).isEqualTo(of("recording:" + common + "2.ndjson"));
    }

    @Test
    void namesThatDifferOnlyInWhatNoFileNameHoldsOrInCapitalsStayDifferent() {
        assertThat(FolderNames.of(List.of("agent:a b", "agent:a/b", "agent:A b")).stream()
                        .map(String::toLowerCase))
                .doesNotHaveDuplicates();
        assertThat(FolderNames.of(List.of("recording:d/wine", "recording:d/wine.ndjson", "recording:d/Wine")).stream()
                        .map(String::toLowerCase))
                .doesNotHaveDuplicates();
    }
}
