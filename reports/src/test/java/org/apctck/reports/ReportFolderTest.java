package org.apctck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apctck.kit.results.FolderLock;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFolderTest {
    @TempDir
    private Path folder;

    private static ReportFolder.Writer writer(String... files) {
        return place -> {
            for (String file : files) {
                Files.createDirectories(place.resolve(file).getParent());
                Files.writeString(place.resolve(file), "new");
            }
        };
    }

    @Test
    void anEarlierReportIsReplacedAndWhatSomebodyHasAddedStays() throws IOException {
        Path site = folder.resolve("a/b");
        ReportFolder.write(site, writer("index.html", "old.html", "old/x.html", "junit/winpr.xml"));
        Files.writeString(site.resolve("CNAME"), "mine");

        ReportFolder.write(site, writer("index.html", "junit/wine.xml"));

        assertThat(site.resolve("junit/wine.xml")).exists();
        assertThat(site.resolve("junit/winpr.xml")).doesNotExist();
        assertThat(site.resolve("old.html")).doesNotExist();
        assertThat(site.resolve("old")).doesNotExist();
        assertThat(site.resolve("CNAME")).hasContent("mine");
        assertThat(site.resolve(".apctck-new")).doesNotExist();
    }

    @Test
    void aReportThatFailsLeavesTheEarlierOneAsItWas() throws IOException {
        Path site = folder.resolve("site");
        ReportFolder.Writer failing = place -> {
            Files.writeString(place.resolve("index.html"), "half");
            throw new IOException("the disk is full");
        };
        assertThatThrownBy(() -> ReportFolder.write(site, failing)).hasMessage("the disk is full");
        assertThat(site).doesNotExist();

        ReportFolder.write(site, writer("index.html"));
        assertThatThrownBy(() -> ReportFolder.write(site, failing)).hasMessage("the disk is full");

        assertThat(site.resolve("index.html")).hasContent("new");
        assertThat(site.resolve(".apctck-new")).doesNotExist();
    }

    @Test
    void aReportThatCannotBePutInPlaceLeavesTheEarlierOneAsItWas() throws IOException {
        Path site = folder.resolve("site");
        ReportFolder.write(site, writer("index.html", "old/x.html"));
        Files.writeString(site.resolve("index.html"), "earlier");

        // The mark, which comes last, cannot take the place of a folder that holds something.
        assertThatThrownBy(() -> ReportFolder.write(site, writer("index.html", ".apctck-report/x")))
                .isInstanceOf(IOException.class);

        assertThat(site.resolve("index.html")).hasContent("earlier");
        assertThat(site.resolve("old/x.html")).hasContent("new");
        ReportFolder.write(site, writer("index.html"));
        assertThat(site.resolve("index.html")).hasContent("new");
        assertThat(site.resolve("old")).doesNotExist();
    }

    @Test
    void whatAKilledReportHasLeftIsReplaced() throws IOException {
        Path site = folder.resolve("site");
        Files.createDirectories(site.resolve(".apctck-new/rules"));
        Files.writeString(site.resolve(".apctck-new/rules/x.html"), "half");

        ReportFolder.write(site, writer("index.html"));

        assertThat(site).isDirectoryContaining("glob:**/index.html");
        assertThat(site.resolve("rules")).doesNotExist();
    }

    @Test
    void linksAreReplacedAndNotFollowed() throws IOException {
        Path site = folder.resolve("site");
        ReportFolder.write(site, writer("index.html", "rules/x.html"));
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("x.html"), "mine");
        Files.delete(site.resolve("index.html"));
        Files.delete(site.resolve("rules/x.html"));
        Files.delete(site.resolve("rules"));
        Files.createSymbolicLink(site.resolve("index.html"), precious.resolve("x.html"));
        Files.createSymbolicLink(site.resolve("rules"), precious);

        ReportFolder.write(site, writer("index.html", "rules/x.html"));

        assertThat(precious.resolve("x.html")).hasContent("mine");
        assertThat(site.resolve("index.html")).hasContent("new");
        assertThat(site.resolve("rules/x.html")).hasContent("new");
    }

    @Test
    void twoReportsAreNotWrittenAtTheSameTime() throws IOException {
        Path site = folder.resolve("site");
        ReportFolder.write(site, writer("index.html"));

        try (FolderLock lock = FolderLock.take(site)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> ReportFolder.write(site, writer("index.html")))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(site + ": another report is being written there");
        }
    }

    @Test
    void aFolderThatHoldsSomethingElseIsNotTaken() throws IOException {
        Files.writeString(folder.resolve("thesis.tex"), "years of work");

        assertThatThrownBy(() -> ReportFolder.write(folder, writer("index.html")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder + ": holds something that is no report")
                .hasMessageContaining("--out");
        assertThat(folder).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> ReportFolder.write(file, writer("index.html")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not a folder");
    }
}
