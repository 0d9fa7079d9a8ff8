package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.spec.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    private Path folder;

    @Test
    void anEmptyFolderAndAnEarlierReportAreTaken() throws IOException {
        ReportFolder.take(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/index.html"), "an earlier report");

        ReportFolder.take(folder.resolve("a/b"));

        assertThat(folder.resolve("a/b")).isNotEmptyDirectory();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNot() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> ReportFolder.take(folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder + ": holds something that is no report")
                .hasMessageContaining("--out");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ReportFolder.take(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a folder");
    }
}
