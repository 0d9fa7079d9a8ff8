package org.apctck.jna.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.TargetUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Wine runs on Linux, and the programs here are shell scripts")
class WineSessionTest {
    private static final long BOOT_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private FakePrograms programs;
    private Path parent;
    private Path template;

    @BeforeEach
    void aTemplate() throws IOException {
        programs = new FakePrograms(Files.createDirectory(folder.resolve("bin")));
        parent = Files.createDirectory(folder.resolve("tmp"));
        template = folder.resolve("template");
        Files.createDirectories(template.resolve("drive_c"));
        Files.writeString(template.resolve("system.reg"), "registry");
        Files.writeString(template.resolve("drive_c/file"), "file");
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(parent)) {
            assertThat(left).isEmpty();
        }
        assertThat(template.resolve("drive_c/file")).exists();
    }

    @Test
    void itHasARegistryOfItsOwnAndSharesTheFiles()
            throws IOException, InterruptedException, TargetUnavailableException {
        Wine wine = programs.wine(FakePrograms.WINE, "exit 0");

        try (WineSession session = WineSession.start(wine, parent, template, BOOT_MILLIS)) {
            assertThat(session.prefix().resolve("system.reg")).hasContent("registry");
            assertThat(Files.isSymbolicLink(session.prefix().resolve("drive_c")))
                    .isTrue();
            assertThat(session.prefix().resolve("dosdevices/c:/file")).exists();
            assertThat(session.environment())
                    .containsEntry("WINEPREFIX", session.prefix().toString());
        }

        assertNothingIsLeft();
    }

    @Test
    void theServerIsTheOneOfThePrefixAndIsEnded() throws IOException, InterruptedException, TargetUnavailableException {
        Wine wine = programs.wine(FakePrograms.WINE, "echo \"$1 $WINEPREFIX\" >>" + folder.resolve("log"));
        Path prefix;

        try (WineSession session = WineSession.start(wine, parent, template, BOOT_MILLIS)) {
            prefix = session.prefix();
        }

        assertThat(folder.resolve("log")).hasContent("-p5 " + prefix + "\n-k " + prefix);
    }

    @Test
    void aWineThatHangsIsGivenUpAndLeavesNothing() throws IOException {
        Wine wine = programs.wine("exec sleep 60", "exit 0");

        assertThatThrownBy(() -> WineSession.start(wine, parent, template, 300))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContainingAll("Wine does not start: nothing came of it", "./apctck setup wine --again");
        assertNothingIsLeft();
    }

    @Test
    void aServerThatNeverEndsIsKilledWithAllThatRunsInItsPrefix() throws IOException {
        Path processes = folder.resolve("processes");
        Wine wine = programs.wine(
                "setsid sleep 600 & echo $! >>" + processes + "; echo 'wine: broken'; exit 1",
                "case $1 in -k) echo $$ >>" + processes + "; sleep 600;; esac");

        assertThatThrownBy(() -> WineSession.start(wine, parent, template, BOOT_MILLIS))
                .isInstanceOf(TargetUnavailableException.class);

        assertNothingIsLeft();
        List<String> ids = Files.readAllLines(processes);
        assertThat(ids).hasSize(2);
        for (String id : ids) {
            ProcessHandle.of(Long.parseLong(id))
                    .map(ProcessHandle::onExit)
                    .ifPresent(end -> assertThat(end).succeedsWithin(Duration.ofSeconds(20)));
        }
    }

    @Test
    void aServerThatDoesNotStartIsNamedWithTheRemedy() throws IOException {
        Wine wine = programs.wine(FakePrograms.WINE, "[ $1 = -k ] || { echo 'wineserver: no room'; exit 1; }");

        assertThatThrownBy(() -> WineSession.start(wine, parent, template, BOOT_MILLIS))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContainingAll(wine.server() + " does not start: wineserver: no room", "on the PATH");
        assertNothingIsLeft();
    }

    @Test
    void aWineThatFailsIsToldInItsOwnWords() throws IOException {
        Wine wine = programs.wine("echo 'wine: broken' >&2; exit 1", "exit 0");

        assertThatThrownBy(() -> WineSession.start(wine, parent, template, BOOT_MILLIS))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("Wine does not start: wine: broken");
        assertNothingIsLeft();
    }

    @Test
    void theFolderOfAProcessThatIsGoneIsRemoved() throws IOException, InterruptedException, TargetUnavailableException {
        Wine wine = programs.wine(FakePrograms.WINE, "exit 0");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path left = Files.createDirectories(parent.resolve("apctck-wine-" + gone.pid() + "-1/prefix"));
        Path foreign = Files.createDirectories(parent.resolve("apctck-wine-1-1"));
        Files.createSymbolicLink(left.resolve("drive_c"), template.resolve("drive_c"));

        WineSession.start(wine, parent, template, BOOT_MILLIS).close();

        assertThat(left.getParent()).doesNotExist();
        assertThat(Files.exists(foreign, LinkOption.NOFOLLOW_LINKS)).isTrue();
        Files.delete(foreign);
        assertNothingIsLeft();
    }

    @Test
    void theLoaderThatWasNamedIsTaken() throws IOException, InterruptedException, TargetUnavailableException {
        Wine wine = programs.wine(FakePrograms.WINE, "exit 0");

        assertThat(Wine.find(wine.loader().toString(), programs.path())).isEqualTo(wine);
        assertThat(Wine.find("", programs.path()).version()).isEqualTo("9.9 (fake)");
        assertThatThrownBy(() -> Wine.find(folder.resolve("none").toString(), programs.path()))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("no such program");
        Files.delete(wine.server());
        assertThatThrownBy(() -> Wine.find("", programs.path()))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContaining("no wineserver");
    }
}
